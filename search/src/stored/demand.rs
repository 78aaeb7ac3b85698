//! What a stored search demands of a document.

use crate::index::{Packed, place, position, stated, value};
use crate::query::{Check, Wanted};
use crate::{Document, IndexError, Position};

/// Something that a document has or has not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Key {
    /// A fact, as the index numbers them.
    Fact(u64),
    /// A term or a stretch of its text.
    Text(Wanted),
}

/// One of the things that a search demands; a document meets the search that meets all of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Demand {
    /// Nothing: met by every document.
    Nothing,
    /// To have any of these, sorted and each once.
    AnyOf(Vec<Key>),
    /// A value that no fact tells.
    Test(Test),
}

/// A test on values of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Test {
    /// Kip per month at least, if a wage is asked for; whether a document that states none passes.
    Wage { least: Option<u64>, unstated: bool },
    /// So many days old at most; with none given no document passes, for all state their day.
    Posted { within: Option<u32> },
    /// At most so many km from a point: latitude, longitude and distance as bits.
    Within { lat: u32, lon: u32, km: u32 },
}

/// The values of a document on which tests are made, as columns of the index hold them.
#[derive(Debug)]
pub(crate) struct Values {
    wage: Option<u64>,
    posted: i64,
    position: Option<Position>,
    today: i32,
}

impl Values {
    /// Those of a document on a day.
    pub(crate) fn of(document: &Document, today: i32) -> Result<Self, IndexError> {
        let packed = Packed::of(document)?;
        Ok(Self {
            wage: value(stated(document.wage)),
            posted: packed.posted(),
            position: place(position(document.position)),
            today,
        })
    }

    /// Whether a test is passed.
    pub(crate) fn pass(&self, test: Test) -> bool {
        match test {
            Test::Wage { least, unstated } => {
                let check = Check { named: least.is_some(), unstated };
                check.passes(self.wage.is_some(), || self.wage >= least)
            }
            Test::Posted { within } => {
                within.is_some_and(|days| self.posted >= i64::from(self.today) - i64::from(days))
            }
            Test::Within { lat, lon, km } => {
                let centre = Position { lat: f32::from_bits(lat), lon: f32::from_bits(lon) };
                self.position.is_some_and(|position| position.km_to(centre) <= f32::from_bits(km))
            }
        }
    }
}
