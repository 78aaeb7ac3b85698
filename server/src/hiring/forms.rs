//! What people send who apply and who hire.

use super::commands::Deed;
use super::model::Stage;
use crate::access::model::of_code;
use crate::consent::model::DataClass;
use crate::ids::{ApplicationId, PersonId};
use crate::imports::understand::date;
use chrono::NaiveDate;
use serde::Deserialize;

/// An application, as it was sent: what can be left out, ticked or not.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ApplyFields {
    /// The name.
    pub(super) name: String,
    /// Phone, e-mail and place.
    pub(super) contact: String,
}

impl ApplyFields {
    /// What is ticked before anything was sent.
    pub(super) fn all() -> Self {
        Self { name: "yes".to_owned(), contact: "yes".to_owned() }
    }

    /// Whether something is ticked.
    pub(super) fn ticks(&self, class: DataClass) -> bool {
        match class {
            DataClass::Name => self.name == "yes",
            DataClass::Contact => self.contact == "yes",
            // Without the work there is nothing to decide by.
            DataClass::Work => true,
            DataClass::BirthDate | DataClass::Identifier | DataClass::Health => false,
        }
    }

    /// What the employer is shown.
    pub(super) fn shared(&self) -> Vec<DataClass> {
        [DataClass::Work, DataClass::Name, DataClass::Contact]
            .into_iter()
            .filter(|class| self.ticks(*class))
            .collect()
    }
}

/// A step, as it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct StepFields {
    /// The version that the form was drawn from.
    pub(super) version: String,
    /// Code of the reason.
    pub(super) reason: String,
}

impl StepFields {
    /// The version; one that cannot be read is of no page.
    pub(super) fn version(&self) -> i32 {
        self.version.trim().parse().unwrap_or(0)
    }
}

/// An offer, as it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct OfferFields {
    /// The version that the form was drawn from.
    pub(super) version: String,
    /// Whole units of the money of the advert.
    pub(super) wage: String,
    /// The first day.
    pub(super) starts: String,
}

impl OfferFields {
    /// Wage and first day, each where it can be read; no day that has passed.
    pub(super) fn read(&self, today: NaiveDate) -> (Option<i64>, Option<NaiveDate>) {
        (amount(&self.wage), date::day(&self.starts).ok().filter(|day| *day >= today))
    }
}

/// Whole units of money as people write them, with points or blanks between thousands and in Lao digits too.
pub(super) fn amount(typed: &str) -> Option<i64> {
    let digits = typed.trim().chars().filter(|sign| !matches!(sign, '.' | ',' | ' ' | '\u{a0}'));
    let mut read: i64 = 0;
    for sign in digits {
        let lao = u32::from(sign).checked_sub(0xed0).filter(|digit| *digit < 10);
        let digit = sign.to_digit(10).or(lao)?;
        read = read.checked_mul(10)?.checked_add(i64::from(digit))?;
    }
    (1..=MOST).contains(&read).then_some(read)
}

/// More than any wage is, in any money.
const MOST: i64 = 1_000_000_000_000;

/// An answer to an offer, or that the work began, as it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AnswerFields {
    /// The version that the form was drawn from.
    pub(super) version: String,
    /// Whether the own other applications are taken back.
    pub(super) alone: String,
    /// Code of the reason.
    pub(super) why: String,
    /// What is paid.
    pub(super) wage: String,
}

impl AnswerFields {
    /// The version; one that cannot be read is of no page.
    pub(super) fn version(&self) -> i32 {
        self.version.trim().parse().unwrap_or(0)
    }
}

/// An invitation, as it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct InviteFields {
    /// Key of the person.
    pub(super) person: String,
}

impl InviteFields {
    /// The person, if the key can be read.
    pub(super) fn person(&self) -> Option<PersonId> {
        self.person.parse().ok()
    }
}

/// Answers to many, as they were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ManyFields {
    /// Keys with versions of those who were ticked.
    pub(super) chosen: Vec<(ApplicationId, i32)>,
    /// What is answered.
    pub(super) deed: String,
    /// Code of the reason.
    pub(super) reason: String,
}

impl ManyFields {
    /// Reads the pairs of a form; what is no key is left out.
    pub(super) fn read(pairs: &[(String, String)]) -> Self {
        let value = |wanted: &str| {
            let held = pairs.iter().find(|(name, _)| name == wanted);
            held.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        let chosen = pairs.iter().filter(|(name, _)| name.starts_with("chosen-"));
        let chosen = chosen.filter_map(|(_, value)| {
            let (id, version) = value.split_once(' ')?;
            Some((id.parse().ok()?, version.parse().ok()?))
        });
        Self { chosen: chosen.collect(), deed: value("deed"), reason: value("reason") }
    }

    /// What is answered; none where it is nothing that can be.
    pub(super) fn deed(&self) -> Option<Deed> {
        match self.deed.as_str() {
            "shortlist" => Some(Deed::Shortlist),
            "reject" => Some(Deed::Reject(self.reason.clone())),
            _ => None,
        }
    }
}

/// The stage for which an address asks.
pub(super) fn stage(asked: Option<&str>) -> Option<Stage> {
    of_code(asked?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Utc};

    #[test]
    fn whoever_is_ticked_is_read_with_the_version_and_anything_else_is_left_out() {
        let id = ApplicationId::new(DateTime::<Utc>::UNIX_EPOCH);
        let pair = |name: &str, value: String| (name.to_owned(), value);
        let pairs = [
            pair("chosen-0", format!("{id} 3")),
            pair("chosen-1", "=cmd|' /C calc'!A0 1".to_owned()),
            pair("chosen-2", id.to_string()),
            pair("deed", "reject".to_owned()),
            pair("reason", "<b>age</b>".to_owned()),
        ];
        let read = ManyFields::read(&pairs);
        assert_eq!(read.chosen, [(id, 3)]);
        assert_eq!(read.deed(), Some(Deed::Reject("<b>age</b>".to_owned())));
        assert_eq!(ManyFields::read(&[]).deed(), None);
    }

    #[test]
    fn money_is_read_as_people_write_it_and_nothing_else_is_money() {
        for typed in ["3500000", " 3.500.000 ", "3,500,000", "໓.໕໐໐.໐໐໐"] {
            assert_eq!(amount(typed), Some(3_500_000), "{typed}");
        }
        for typed in ["", "0", "-1", "=1+1", "3e6", "<b>3</b>", "99999999999999999999", "3 500 000 LAK"] {
            assert_eq!(amount(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_work_is_always_shown_and_nothing_that_no_box_offers() {
        assert_eq!(ApplyFields::default().shared(), [DataClass::Work]);
        assert_eq!(ApplyFields::all().shared(), [DataClass::Work, DataClass::Name, DataClass::Contact]);
        let odd = ApplyFields { name: "on".to_owned(), contact: "yes".to_owned() };
        assert_eq!(odd.shared(), [DataClass::Work, DataClass::Contact]);
    }
}
