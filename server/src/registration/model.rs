//! What a registration is: the record as it came, whose phone it holds, how far it is.

use crate::accounts::model::Phone;
use crate::identities::model::NewIdentifier;
use crate::ids::{AccountId, PersonId, RegistrationId};
use crate::people::draft::PersonDraft;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use views::Locale;

/// The source of records that helpers made.
pub const HELPER: &str = "helper";

/// Whose phone a record holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum PhoneOf {
    /// None near has one.
    Nobody,
    /// The person's.
    Own,
    /// That of a family or neighbours, which several use.
    Shared,
    /// The helper's.
    Helper,
}

/// How somebody reads, so that whoever helps knows to read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Reads {
    /// Without help.
    Alone,
    /// With somebody's help.
    WithHelp,
    /// Not at all: everything is read aloud.
    NotAtAll,
}

/// How a text was brought to somebody who then agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Heard {
    /// The helper read it aloud.
    Read,
    /// A recording was played.
    Played,
}

/// That somebody agreed, and who saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// Which text.
    pub version: i32,
    /// On which day.
    pub on: NaiveDate,
    /// In which language it was heard.
    pub language: Locale,
    /// How.
    pub heard: Heard,
    /// Who was there beside the helper.
    pub witness: String,
}

/// A record as a helper sends it.
#[derive(Clone, Debug)]
pub struct NewRecord {
    /// Its key, made where it was typed.
    pub key: Uuid,
    /// Digest of all that was typed.
    pub digest: String,
    /// What is stored of the person.
    pub draft: PersonDraft,
    /// Whose phone it holds.
    pub phone_of: PhoneOf,
    /// The phone, unless it is the helper's.
    pub phone: Option<Phone>,
    /// How the person reads.
    pub reads: Reads,
    /// A document by which the person is known.
    pub document: Option<NewIdentifier>,
    /// That the person agreed.
    pub agreed: Agreed,
}

/// How far a registration is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The person has no card yet.
    WithoutCard,
    /// The person has a card and has not come in yet.
    Waiting,
    /// The person has taken the record over.
    Claimed,
}

/// A registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// Key.
    pub id: RegistrationId,
    /// The helper.
    pub helper: AccountId,
    /// Who was registered.
    pub person: PersonId,
    /// Whose phone the record holds.
    pub phone_of: PhoneOf,
    /// How the person reads.
    pub reads: Reads,
    /// The account that the card enters.
    pub card: Option<AccountId>,
    /// When it arrived.
    pub at: DateTime<Utc>,
    /// When the person took it over.
    pub claimed_at: Option<DateTime<Utc>>,
    /// Whether the person comes in by a card alone, as far as is known.
    pub needs_card: bool,
}

impl Registration {
    /// How far it is.
    pub fn state(&self) -> State {
        match (self.claimed_at, self.card) {
            (Some(_), _) => State::Claimed,
            (None, Some(_)) => State::Waiting,
            (None, None) => State::WithoutCard,
        }
    }
}

/// A registration as a helper sees it: the name only until the person has taken it over.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The registration.
    pub registration: Registration,
    /// The person's name.
    pub name: Option<String>,
}
