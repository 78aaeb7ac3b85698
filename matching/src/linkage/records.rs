//! Records as rows of numbers: what is compared a million times is written down once.

use super::birth::PartialDate;
use super::field::{Field, Kind, Plan, Slot, TooManyFields};
use super::vocabulary::{Entry, Spelling, Vocabulary};
use std::collections::HashMap;

/// A value of a record's field.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Not known; says nothing.
    Missing,
    /// Of a name, an identifier, a category or a text.
    Written(Spelling<'a>),
    /// Of a date.
    Date(PartialDate),
    /// Of a place or a class.
    Place {
        /// The larger one.
        outer: u32,
        /// The one within it, where known.
        inner: Option<u32>,
    },
}

/// The records that are to be linked.
#[derive(Clone, Debug)]
pub struct Records {
    pub(super) plan: Plan,
    ids: Vec<u128>,
    rows: Vec<u32>,
    /// Which vocabulary each field uses.
    uses: Vec<usize>,
    vocabularies: Vec<Vocabulary>,
    places: Vec<(u32, Option<u32>)>,
    place_numbers: HashMap<(u32, Option<u32>), u32>,
}

impl Records {
    /// No records yet, of such fields.
    ///
    /// # Errors
    /// There are more comparisons than a pair has room for: a date counts three times, everything else once,
    /// and the order of names once; 21 in all.
    pub fn new(fields: Vec<Field>) -> Result<Self, TooManyFields> {
        let plan = Plan::new(fields)?;
        // Parts of names share one vocabulary, since they change places.
        let uses: Vec<usize> = plan
            .fields
            .iter()
            .enumerate()
            .map(|(at, field)| if field.kind == Kind::Name { 0 } else { at + 1 })
            .collect();
        Ok(Self {
            vocabularies: vec![Vocabulary::default(); plan.fields.len() + 1],
            plan,
            ids: Vec::new(),
            rows: Vec::new(),
            uses,
            places: Vec::new(),
            place_numbers: HashMap::new(),
        })
    }

    /// Adds a record with a value for each field, in order; a value that does not fit its field counts as
    /// missing, as do values that are left out.
    pub fn push(&mut self, id: u128, values: &[Value<'_>]) {
        self.ids.push(id);
        for at in 0..self.plan.fields.len() {
            let number = self.number(at, values.get(at).copied().unwrap_or(Value::Missing));
            self.rows.push(number);
        }
    }

    fn number(&mut self, field: usize, value: Value<'_>) -> u32 {
        let kind = self.plan.fields.get(field).map(|field| field.kind);
        match (value, kind) {
            (Value::Date(date), Some(Kind::Date)) => date.packed(),
            (Value::Place { outer, inner }, Some(kind)) if kind.is_within() => {
                let next = self.places.len() as u32 + 1;
                let number = *self.place_numbers.entry((outer, inner)).or_insert(next);
                if number == next {
                    self.places.push((outer, inner));
                }
                number
            }
            (Value::Written(spelling), Some(kind)) if kind != Kind::Date && !kind.is_within() => {
                let uses = self.uses.get(field).copied().unwrap_or(0);
                self.vocabularies.get_mut(uses).map_or(0, |vocabulary| vocabulary.number(spelling))
            }
            _ => 0,
        }
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Is there none?
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The id of a record by its position; 0 where there is none.
    pub fn id(&self, record: u32) -> u128 {
        self.ids.get(record as usize).copied().unwrap_or(0)
    }

    /// What is compared, in the order of weights.
    pub fn slots(&self) -> &[Slot] {
        &self.plan.slots
    }

    /// The numbers of a record's values.
    pub(super) fn row(&self, record: u32) -> &[u32] {
        let width = self.plan.fields.len();
        let from = record as usize * width;
        self.rows.get(from..from + width).unwrap_or_default()
    }

    /// The distinct value of a field by its number.
    pub(super) fn entry(&self, field: usize, number: u32) -> Option<&Entry> {
        self.vocabularies.get(*self.uses.get(field)?)?.entry(number)
    }

    /// The place of a number.
    pub(super) fn place(&self, number: u32) -> Option<(u32, Option<u32>)> {
        self.places.get((number as usize).checked_sub(1)?).copied()
    }

    /// What frequencies of a field are counted by: the number of its normal form; 0 for missing.
    pub(super) fn group(&self, field: usize, number: u32) -> u32 {
        match self.plan.fields.get(field).map(|field| field.kind) {
            Some(Kind::Date) | None => 0,
            Some(kind) if kind.is_within() => number,
            Some(_) => self.entry(field, number).map_or(0, |entry| entry.group),
        }
    }

    /// The number of how a name sounds; 0 for missing, and for fields that are no names.
    pub(super) fn voice(&self, field: usize, number: u32) -> u32 {
        match self.plan.fields.get(field).map(|field| field.kind) {
            Some(Kind::Name) => self.entry(field, number).map_or(0, |entry| entry.voice),
            _ => 0,
        }
    }

    /// The largest number of how a name sounds.
    pub(super) fn voices(&self, field: usize) -> usize {
        let uses = self.uses.get(field).copied().unwrap_or(0);
        self.vocabularies.get(uses).map_or(0, Vocabulary::voices)
    }

    /// The largest group of a field.
    pub(super) fn groups(&self, field: usize) -> usize {
        match self.plan.fields.get(field).map(|field| field.kind) {
            Some(Kind::Date) | None => 0,
            Some(kind) if kind.is_within() => self.places.len(),
            Some(_) => self
                .uses
                .get(field)
                .and_then(|uses| self.vocabularies.get(*uses))
                .map_or(0, Vocabulary::groups),
        }
    }
}
