//! What people type when they ask for consent, and when they answer.

use crate::ids::OrganisationId;
use crate::imports::understand::date;
use chrono::NaiveDate;
use serde::Deserialize;

/// A request, as it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AskFields {
    /// The organisation, and the purpose after a blank.
    pub(super) purpose: String,
    /// Why.
    pub(super) reason: String,
}

impl AskFields {
    /// For which organisation, and what for.
    pub(super) fn chosen(&self) -> Option<(OrganisationId, &str)> {
        let (organisation, purpose) = self.purpose.split_once(' ')?;
        Some((organisation.parse().ok()?, purpose))
    }

    /// What stands in the form again.
    pub(super) fn typed(&self) -> (String, String) {
        (self.purpose.clone(), self.reason.clone())
    }
}

/// The answer to a request, as it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AnswerFields {
    /// `yes` or `no`.
    pub(super) answer: String,
    /// The last day.
    pub(super) ends: String,
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// Yes, until a day.
    Yes(NaiveDate),
    /// Yes, and the day cannot be read.
    NoDay,
    /// No.
    No,
}

impl AnswerFields {
    /// What was answered; none where it is neither yes nor no.
    pub(super) fn read(&self) -> Option<Typed> {
        match self.answer.as_str() {
            "yes" => Some(date::day(&self.ends).map_or(Typed::NoDay, Typed::Yes)),
            "no" => Some(Typed::No),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_browsers_and_as_people_write_it() {
        let read = |ends: &str| AnswerFields { answer: "yes".to_owned(), ends: ends.to_owned() }.read();
        let day = NaiveDate::from_ymd_opt(2027, 2, 20).unwrap();
        assert_eq!(read("2027-02-20"), Some(Typed::Yes(day)));
        assert_eq!(read(" 20/2/2027 "), Some(Typed::Yes(day)));
        assert_eq!(read("໒໐/໒/໒໐໒໗"), Some(Typed::Yes(day)));
        assert_eq!(read("30/02/2027"), Some(Typed::NoDay));
        assert_eq!(read(""), Some(Typed::NoDay));
        assert_eq!(AnswerFields { answer: "perhaps".to_owned(), ..AnswerFields::default() }.read(), None);
    }
}
