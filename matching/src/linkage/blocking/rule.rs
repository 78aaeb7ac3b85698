//! Which records are worth comparing? Rules: records that share a key meet.

use crate::linkage::birth::{PartialDate, Precision};
use crate::linkage::field::{Kind, Plan};
use crate::linkage::records::Records;
use crate::linkage::vocabulary::{Entry, hash};

/// A part of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// How a part of the name sounds.
    Sound(usize),
    /// How both parts sound, in either order.
    Sounds(usize, usize),
    /// First four letters.
    Head(usize),
    /// First letter.
    Initial(usize),
    /// The value itself.
    Value(usize),
    /// Year of a date.
    Year(usize),
    /// Month of a date.
    Month(usize),
    /// Day of a date.
    Day(usize),
    /// A whole date, month and day in either order.
    Date(usize),
}

/// A key in tiers: where too many records share the first tier, they share the next as well, and so on.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) tiers: Vec<Vec<Part>>,
}

/// Texts that bring records together; further ones are compared only.
const MOST_TEXTS: usize = 4;

/// The rules for such fields: every field that tells people apart brings records together, alone while that
/// makes small blocks; names and dates also in part, so that a slip in one is met by the other.
pub(super) fn rules(plan: &Plan) -> Vec<Rule> {
    let of_kind = |kind: Kind| -> Vec<usize> {
        plan.fields.iter().enumerate().filter(|(_, field)| field.kind == kind).map(|(at, _)| at).collect()
    };
    let (names, dates) = (of_kind(Kind::Name), of_kind(Kind::Date));
    let given = names.first().copied();
    let family = names.get(1).copied();
    let date = dates.first().copied();
    let year: Vec<Part> = date.map(Part::Year).into_iter().collect();
    let month: Vec<Part> = date.map(Part::Month).into_iter().collect();
    let initial = |name: Option<usize>| -> Vec<Part> { name.map(Part::Initial).into_iter().collect() };
    let sound: Vec<Part> = given.map(Part::Sound).into_iter().collect();
    let mut rules: Vec<Vec<Vec<Part>>> = Vec::new();
    for identifier in of_kind(Kind::Identifier) {
        rules.push(vec![vec![Part::Value(identifier)], sound.clone(), year.clone()]);
    }
    for date in &dates {
        rules.push(vec![vec![Part::Date(*date)], initial(given), initial(family)]);
    }
    if let Some((given, family)) = given.zip(family) {
        rules.push(vec![vec![Part::Sounds(given, family)], year.clone(), month.clone()]);
        for (one, other) in [(given, family), (family, given)] {
            let first = vec![Part::Head(one), Part::Initial(other)];
            rules.push(vec![first, year.clone(), month.clone()]);
        }
    }
    for name in &names {
        let other = if Some(*name) == given { family } else { given };
        rules.push(vec![vec![Part::Sound(*name)], year.clone(), initial(other), month.clone()]);
    }
    if let Some((date, given)) = date.zip(given) {
        let other = family.unwrap_or(given);
        for (parts, name, more) in [
            ([Part::Year(date), Part::Month(date)], given, other),
            ([Part::Month(date), Part::Day(date)], other, given),
            ([Part::Year(date), Part::Day(date)], given, other),
        ] {
            let first = [parts.as_slice(), &[Part::Initial(name)]].concat();
            rules.push(vec![first, vec![Part::Initial(more)], vec![Part::Head(name)]]);
        }
    }
    for text in of_kind(Kind::Text).into_iter().take(MOST_TEXTS) {
        rules.push(vec![vec![Part::Value(text)], initial(given), year.clone(), initial(family)]);
    }
    for place in of_kind(Kind::Place) {
        let first: Vec<Part> =
            [vec![Part::Value(place)], given.map(Part::Head).into_iter().collect()].concat();
        rules.push(vec![first, year.clone(), initial(family), month.clone()]);
    }
    let told_apart =
        |tiers: Vec<Vec<Part>>| Rule { tiers: tiers.into_iter().filter(|tier| !tier.is_empty()).collect() };
    rules.into_iter().map(told_apart).collect()
}

impl Rule {
    /// The key of a record with the parts up to and including `tier`; 0 where the first tier misses a part.
    /// Parts that are missing further on are a value of their own.
    pub(super) fn key(&self, records: &Records, record: u32, tier: usize) -> u64 {
        let row = records.row(record);
        let mut sum = 1;
        for (number, parts) in self.tiers.iter().enumerate().take(tier + 1) {
            for part in parts {
                let value = part.of(records, row);
                if value == 0 && number == 0 {
                    return 0;
                }
                sum = hash([sum, value]);
            }
        }
        sum
    }
}

impl Part {
    /// The value of a record; 0 where it has none.
    fn of(self, records: &Records, row: &[u32]) -> u64 {
        let value = |field: usize| row.get(field).copied().unwrap_or(0);
        let entry = |field: usize| records.entry(field, value(field));
        let date = |field: usize| Some(PartialDate::unpacked(value(field))).filter(|date| date.packed() > 0);
        match self {
            Self::Sound(field) => entry(field).map_or(0, Entry::heard),
            Self::Sounds(one, other) => match (entry(one), entry(other)) {
                (Some(one), Some(other)) => {
                    let (one, other) = (one.heard(), other.heard());
                    hash([one.min(other), one.max(other)])
                }
                _ => 0,
            },
            Self::Head(field) => entry(field).map_or(0, |entry| entry.head),
            Self::Initial(field) => entry(field).map_or(0, |entry| u64::from(entry.initial)),
            Self::Value(field) => u64::from(records.group(field, value(field))),
            Self::Year(field) => date(field).map_or(0, |date| u64::from(date.year())),
            Self::Month(field) => date(field).map_or(0, |date| u64::from(date.month())),
            Self::Day(field) => date(field).map_or(0, |date| u64::from(date.day())),
            Self::Date(field) => {
                date(field).filter(|date| date.precision() == Precision::Day).map_or(0, |date| {
                    let (month, day) = (date.month(), date.day());
                    u64::from(date.year() << 16 | month.min(day) << 8 | month.max(day))
                })
            }
        }
    }
}
