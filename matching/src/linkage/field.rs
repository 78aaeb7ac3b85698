//! What is known of a record: its fields, their kinds, and the slots in which they are compared.

use super::birth::Precision;
use super::level::MOST_SLOTS;
use serde::{Deserialize, Serialize};

/// How values of a field are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Part of a person's name: by spelling and sound; two parts may have changed places.
    Name,
    /// A date of any precision.
    Date,
    /// A phone number, address of e-mail, household book: the same, one slip, two slips, or another.
    Identifier,
    /// One of a few values: the same or not.
    Category,
    /// The sex: the same or not; given names that agree tell it already.
    Sex,
    /// Words, such as a street or a trade: by spelling.
    Text,
    /// A place within a larger one: the same, within the same, or elsewhere.
    Place,
    /// A class within a larger one, such as an occupation within its group: the same, of the same group, or another.
    Class,
}

impl Kind {
    /// Does a value stand within a larger one?
    pub(super) fn is_within(self) -> bool {
        matches!(self, Self::Place | Self::Class)
    }
}

/// A field of the records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// What people call it.
    pub name: String,
    /// How its values are compared.
    pub kind: Kind,
}

impl Field {
    /// A field.
    pub fn new(name: &str, kind: Kind) -> Self {
        Self { name: name.to_owned(), kind }
    }
}

/// What a slot compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// The values of a field other than a date.
    Value(Kind),
    /// Two dates known to the day.
    BirthDay,
    /// Two dates of which one is known to the month only.
    BirthMonth,
    /// Two dates of which one is known to the year only.
    BirthYear,
    /// Whether two parts of the name stand in the same order.
    Order,
}

/// A thing that is compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// Name of the field.
    pub name: String,
    /// What of it.
    pub aspect: Aspect,
}

/// Too many fields for one comparison.
#[derive(Debug, thiserror::Error)]
#[error("{0} comparisons are more than a pair of records has room for")]
pub struct TooManyFields(pub usize);

/// The fields of all records and their slots.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) fields: Vec<Field>,
    pub(super) slots: Vec<Slot>,
    /// First slot of each field.
    pub(super) first: Vec<usize>,
    /// The two parts of the name that may have changed places.
    pub(super) parts: Option<(usize, usize)>,
}

impl Plan {
    pub(super) fn new(fields: Vec<Field>) -> Result<Self, TooManyFields> {
        let mut slots = Vec::new();
        let mut first = Vec::new();
        for field in &fields {
            first.push(slots.len());
            let aspects: &[Aspect] = match field.kind {
                Kind::Date => &[Aspect::BirthDay, Aspect::BirthMonth, Aspect::BirthYear],
                kind => &[Aspect::Value(kind)],
            };
            slots.extend(aspects.iter().map(|aspect| Slot { name: field.name.clone(), aspect: *aspect }));
        }
        let mut names = fields.iter().enumerate().filter(|(_, field)| field.kind == Kind::Name);
        let parts = names.next().zip(names.next()).map(|((one, _), (other, _))| (one, other));
        slots.push(Slot { name: "order of names".to_owned(), aspect: Aspect::Order });
        if slots.len() > MOST_SLOTS {
            return Err(TooManyFields(slots.len()));
        }
        Ok(Self { fields, slots, first, parts })
    }

    /// The slot in which dates of a field meet that are known so precisely.
    pub(super) fn date_slot(&self, field: usize, precision: Precision) -> usize {
        let first = self.first.get(field).copied().unwrap_or(0);
        match precision {
            Precision::Day => first,
            Precision::Month => first + 1,
            Precision::Year => first + 2,
        }
    }

    /// The slot of the order of names.
    pub(super) fn order_slot(&self) -> usize {
        self.slots.len().saturating_sub(1)
    }
}
