//! What a consent is: to what, for whom, in which words, how it was given, from when and until when.

mod purposes;

pub use purposes::{Audience, Purpose, Purposes, PurposesError, Terms, Words};

pub use crate::access::model::{Classes, DataClass};

use crate::access::model::of_code;
use crate::ids::{AccountId, ConsentId, ConsentRequestId, OrganisationId, PersonId};
use crate::organisations::model::Brief;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveEnum;
use sea_orm::entity::prelude::*;

/// The purpose of whoever applies for work.
pub const APPLYING: &str = "apply";

/// A kind of recipients that are no single organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum AudienceKind {
    /// Officers of the area in which the person lives.
    OfficersOfMyArea,
    /// Authorities of the country of destination.
    Counterparts,
}

/// Who is shown something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recipient {
    /// An organisation.
    Organisation(OrganisationId),
    /// Recipients of a kind.
    Kind(AudienceKind),
}

/// How a consent was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Channel {
    /// By the person, at its own pages.
    Own,
    /// Before an officer or helper, who read the words out.
    OfficerAssisted,
    /// After listening to a recording of the words.
    Audio,
}

/// Classes as a row holds them.
pub(super) fn written(classes: &[DataClass]) -> String {
    classes.iter().map(ActiveEnum::to_value).collect::<Vec<_>>().join(" ")
}

/// Classes of a row; codes that nobody knows any more are left out.
pub(super) fn classes(written: &str) -> Vec<DataClass> {
    written.split_whitespace().filter_map(of_code).collect()
}

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Answer {
    /// The person consented.
    Given,
    /// The person did not.
    Refused,
    /// The person did not answer in time.
    Lapsed,
}

/// That a person consented to something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Its key.
    pub id: ConsentId,
    /// Who.
    pub person: PersonId,
    /// Code of the purpose.
    pub purpose: String,
    /// Who is shown it.
    pub recipient: Recipient,
    /// What.
    pub classes: Vec<DataClass>,
    /// Version of the words.
    pub text_version: i32,
    /// Their language.
    pub language: String,
    /// How it was given.
    pub channel: Channel,
    /// Who was there.
    pub witness: Option<String>,
    /// Who wrote it down.
    pub recorded_by: Option<AccountId>,
    /// When.
    pub given_at: DateTime<Utc>,
    /// First day.
    pub starts: NaiveDate,
    /// Last day; none where it holds until it is withdrawn, or the record is erased.
    pub ends: Option<NaiveDate>,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

impl Consent {
    /// Whether it holds on a day.
    pub fn is_live(&self, day: NaiveDate) -> bool {
        self.withdrawn_at.is_none() && self.starts <= day && self.ends.is_none_or(|ends| day <= ends)
    }

    /// Whether the person can end it: what officers see of the people of their area they see by law, not by a consent.
    pub fn can_be_withdrawn(&self, day: NaiveDate) -> bool {
        self.is_live(day) && self.recipient != Recipient::Kind(AudienceKind::OfficersOfMyArea)
    }

    /// Whether the same was taken back after it was given. Of two records that were joined each can hold a consent to the
    /// same: the latest no of either counts.
    pub fn is_overruled(&self, all: &[Self]) -> bool {
        let same = |other: &&Self| other.purpose == self.purpose && other.recipient == self.recipient;
        let later = |other: &Self| other.withdrawn_at.is_some_and(|at| at > self.given_at);
        all.iter().filter(same).any(later)
    }
}

/// That an organisation asks a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its key.
    pub id: ConsentRequestId,
    /// Who is asked.
    pub person: PersonId,
    /// Who asks.
    pub organisation: OrganisationId,
    /// Code of the purpose.
    pub purpose: String,
    /// Why.
    pub reason: String,
    /// Who of the organisation asks.
    pub asked_by: AccountId,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// The last day on which it can be answered.
    pub open_until: NaiveDate,
    /// What came of it.
    pub answer: Option<Answer>,
}

impl Request {
    /// Whether it can be answered on a day.
    pub fn is_open(&self, day: NaiveDate) -> bool {
        self.answer.is_none() && day <= self.open_until
    }
}

/// What a person can see of its consents.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// Requests that can be answered.
    pub requests: Vec<Request>,
    /// Consents that hold.
    pub live: Vec<Consent>,
    /// Consents that are over.
    pub past: Vec<Consent>,
    /// The organisations of all of these that are still there.
    pub organisations: Vec<Brief>,
}

impl Own {
    /// The name of an organisation; none if it is gone.
    pub fn name(&self, id: OrganisationId) -> Option<&str> {
        self.organisations.iter().find(|brief| brief.id == id).map(|brief| brief.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn consent() -> Consent {
        let at = DateTime::<Utc>::UNIX_EPOCH;
        Consent {
            id: ConsentId::new(at),
            person: PersonId::new(at),
            purpose: "share_employer".to_owned(),
            recipient: Recipient::Kind(AudienceKind::Counterparts),
            classes: vec![DataClass::Name],
            text_version: 1,
            language: "lo".to_owned(),
            channel: Channel::Own,
            witness: None,
            recorded_by: None,
            given_at: at,
            starts: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
            ends: NaiveDate::from_ymd_opt(2026, 11, 24),
            withdrawn_at: None,
        }
    }

    #[test]
    fn a_consent_holds_from_its_first_day_to_its_last_and_no_longer() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let held = consent();
        let live: Vec<u32> = (20..=27).filter(|of| held.is_live(day(*of))).collect();
        assert_eq!(live, [22, 23, 24]);
        assert!(Consent { ends: None, ..consent() }.is_live(day(30)));
        let withdrawn = Consent { withdrawn_at: Some(DateTime::<Utc>::UNIX_EPOCH), ..consent() };
        assert!(!withdrawn.is_live(day(22)), "withdrawn on its first day, and not from the next");
    }

    #[test]
    fn of_two_consents_to_the_same_the_later_no_counts() {
        let at = |second| DateTime::<Utc>::UNIX_EPOCH + chrono::TimeDelta::seconds(second);
        let held = Consent { given_at: at(10), ..consent() };
        let taken_back = |second| Consent { withdrawn_at: Some(at(second)), ..consent() };
        assert!(held.is_overruled(&[held.clone(), taken_back(11)]));
        assert!(!held.is_overruled(&[held.clone(), taken_back(10)]), "given anew after it was taken back");
        let other = Consent { purpose: "share_agency".to_owned(), ..taken_back(11) };
        assert!(!held.is_overruled(&[held.clone(), other]));
    }

    #[test]
    fn classes_are_read_as_they_were_written() {
        let all: Vec<DataClass> = DataClass::all().collect();
        assert_eq!(classes(&written(&all)), all);
    }
}
