//! What each field of two records says about whether they are of one person; levels and bits, no values.

use matching::linkage::{Aspect, Explanation, Kind, Level};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// Fields in the order of what they say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Says(pub Vec<Said>);

/// What a field says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// Which.
    pub field: Spoken,
    /// How well it agrees.
    pub level: Level,
    /// Bits for one person (above 0) or for two (below).
    pub bits: f64,
}

/// A field that says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spoken {
    /// Given name.
    Given,
    /// Family name.
    Family,
    /// Birth date.
    Birth,
    /// Sex.
    Sex,
    /// Phone.
    Phone,
    /// Where the person lives.
    Place,
    /// Work.
    Occupation,
    /// Schooling.
    Qualification,
    /// Languages.
    Languages,
    /// The order of the names.
    Order,
    /// A number that both records bear.
    Document,
    /// The owner of one showed the card of the other, or a code that was sent to its phone or mailbox.
    Claim,
}

impl Spoken {
    fn of(name: &str, aspect: Aspect) -> Option<Self> {
        match (name, aspect) {
            ("given name", _) => Some(Self::Given),
            ("family name", _) => Some(Self::Family),
            (_, Aspect::BirthDay | Aspect::BirthMonth | Aspect::BirthYear) => Some(Self::Birth),
            (_, Aspect::Value(Kind::Sex)) => Some(Self::Sex),
            (_, Aspect::Value(Kind::Identifier)) => Some(Self::Phone),
            (_, Aspect::Value(Kind::Place)) => Some(Self::Place),
            (_, Aspect::Value(Kind::Class)) => Some(Self::Occupation),
            ("qualification", _) => Some(Self::Qualification),
            ("languages", _) => Some(Self::Languages),
            (_, Aspect::Order) => Some(Self::Order),
            _ => None,
        }
    }
}

impl From<&Explanation> for Says {
    fn from(why: &Explanation) -> Self {
        let said = why.slots.iter().filter_map(|weighed| {
            let field = Spoken::of(&weighed.slot.name, weighed.slot.aspect)?;
            Some(Said { field, level: weighed.level, bits: weighed.bits })
        });
        Self(said.collect())
    }
}

impl Says {
    /// The same, and that both records bear one number.
    #[must_use]
    pub fn with_document(mut self) -> Self {
        self.0.retain(|said| said.field != Spoken::Document);
        // Beyond what any field says; it is no part of the weight.
        self.0.insert(0, Said { field: Spoken::Document, level: Level::Exact, bits: 0.0 });
        self
    }

    /// The same, and that the owner of one record showed what belongs to the other.
    #[must_use]
    pub fn with_claim(mut self) -> Self {
        self.0.insert(0, Said { field: Spoken::Claim, level: Level::Exact, bits: 0.0 });
        self
    }

    /// What a field says.
    pub fn of(&self, field: Spoken) -> Option<&Said> {
        self.0.iter().find(|said| said.field == field)
    }
}
