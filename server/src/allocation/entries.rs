//! What an entry of the file looks like, and what its numbers may be.

use super::UNITS;
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use std::borrow::Cow;
use std::fmt::{self, Formatter};

/// An opening.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OpeningEntry<'a> {
    #[serde(borrow)]
    pub(super) id: Name<'a>,
    pub(super) seats: Count,
}

/// A person.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonEntry<'a> {
    #[serde(borrow)]
    pub(super) id: Name<'a>,
    #[serde(borrow, default)]
    pub(super) scores: Scores<'a>,
    #[serde(borrow, default)]
    pub(super) wishes: Vec<Name<'a>>,
    #[serde(borrow, default)]
    pub(super) groups: Vec<Name<'a>>,
}

/// A quota.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuotaEntry<'a> {
    #[serde(borrow)]
    pub(super) name: Name<'a>,
    #[serde(borrow)]
    pub(super) openings: Option<Vec<Name<'a>>>,
    #[serde(borrow)]
    pub(super) group: Option<Name<'a>>,
    pub(super) most: Count,
}

/// A forbidden pair.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ForbiddenEntry<'a> {
    #[serde(borrow)]
    pub(super) person: Name<'a>,
    #[serde(borrow)]
    pub(super) opening: Name<'a>,
    #[serde(borrow)]
    pub(super) reason: Name<'a>,
}

/// An id or a name: text that is not empty, or a whole number.
pub(super) struct Name<'a>(pub(super) Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Name<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(NameVisitor).map(Name)
    }
}

struct NameVisitor;

impl<'de> Visitor<'de> for NameVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a text that is not empty, or a whole number")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        if text.trim().is_empty() {
            return Err(E::invalid_value(Unexpected::Str(text), &self));
        }
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        if text.trim().is_empty() {
            return Err(E::invalid_value(Unexpected::Str(text), &self));
        }
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Cow::Owned(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Cow::Owned(number.to_string()))
    }
}

/// A number of seats or people, 0 to a million.
#[derive(Clone, Copy)]
pub(super) struct Count(pub(super) u32);

const MOST: u64 = 1_000_000;

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(CountVisitor)
    }
}

struct CountVisitor;

impl Visitor<'_> for CountVisitor {
    type Value = Count;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number from 0 to 1000000")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Count, E> {
        let count = u32::try_from(number).ok().filter(|_| number <= MOST);
        count.map(Count).ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }
}

/// Scores by opening, as they stand in the file, in units of the leaf.
#[derive(Default)]
pub(super) struct Scores<'a>(pub(super) Vec<(Cow<'a, str>, u64)>);

impl<'de: 'a, 'a> Deserialize<'de> for Scores<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(ScoresVisitor).map(Scores)
    }
}

struct ScoresVisitor;

impl<'de> Visitor<'de> for ScoresVisitor {
    type Value = Vec<(Cow<'de, str>, u64)>;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("an object of openings with scores")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut scores = Vec::new();
        while let Some(Name(opening)) = map.next_key()? {
            scores.push((opening, map.next_value::<Units>()?.0));
        }
        Ok(scores)
    }
}

struct Units(u64);

impl<'de> Deserialize<'de> for Units {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(UnitsVisitor)
    }
}

struct UnitsVisitor;

impl Visitor<'_> for UnitsVisitor {
    type Value = Units;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a score from 0 to 1000000")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Units, E> {
        if number > MOST {
            return Err(E::invalid_value(Unexpected::Unsigned(number), &self));
        }
        Ok(Units(number * UNITS))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Units, E> {
        if !(0.0..=MOST as f64).contains(&number) {
            return Err(E::invalid_value(Unexpected::Float(number), &self));
        }
        Ok(Units((number * UNITS as f64).round() as u64))
    }
}
