//! What is an alert? Whose, how often, in which state, and when the next letter is due.

use crate::clock::{day_begins, day_in_vientiane, days_after};
use crate::ids::{AccountId, AlertId};
use crate::keys::Keys;
use crate::mail::Recipient;
use chrono::{DateTime, Datelike, TimeDelta, Utc, Weekday};
use sea_orm::entity::prelude::*;
use subtle::ConstantTimeEq;
use views::Locale;
use views::alerts::{FrequencyWord, StateWord};

/// How often somebody is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Frequency {
    /// As soon as there is something.
    AtOnce,
    /// In the morning.
    Daily,
    /// On Monday morning.
    Weekly,
}

/// Whether an alert is watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// Nobody has shown yet that the contact is theirs.
    Pending,
    /// It is watched.
    Active,
    /// Its owner lets it rest.
    Paused,
    /// Its owner ended it.
    Stopped,
    /// Letters come back.
    Bounced,
}

/// Something that its owner does with an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Shows that the contact is theirs.
    Confirm,
    /// Wants to hear more or less often.
    Change(Frequency),
    /// Lets it rest.
    Pause,
    /// Lets it be watched again.
    Resume,
    /// Ends it.
    Stop,
}

/// Who is written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// An account, as it wants to be written to.
    Account(AccountId),
    /// A contact without an account.
    Contact(Recipient),
}

/// An alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// Key.
    pub id: AlertId,
    /// Whose.
    pub owner: Owner,
    /// In which language its owner reads.
    pub language: Locale,
    /// The search as the address of the results page says it.
    pub query: String,
    /// How often.
    pub frequency: Frequency,
    /// Whether it is watched.
    pub state: State,
}

impl Frequency {
    /// All, as forms list them.
    pub const ALL: [Self; 3] = [Self::AtOnce, Self::Daily, Self::Weekly];

    /// The code in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::AtOnce => "at_once",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
        }
    }

    /// By its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|frequency| frequency.code() == code)
    }

    /// As pages say it.
    pub fn word(self) -> FrequencyWord {
        match self {
            Self::AtOnce => FrequencyWord::AtOnce,
            Self::Daily => FrequencyWord::Daily,
            Self::Weekly => FrequencyWord::Weekly,
        }
    }

    /// The next moment after `at` from which on a letter may be written; `hour` is that of the morning in Vientiane.
    pub fn next(self, at: DateTime<Utc>, hour: u32) -> DateTime<Utc> {
        let morning = |day| day_begins(day) + TimeDelta::hours(i64::from(hour));
        let today = day_in_vientiane(at);
        let days = match self {
            Self::AtOnce => return at,
            Self::Daily => 0..=1,
            Self::Weekly => 0..=7,
        };
        let mornings = days.map(|ahead| days_after(today, ahead)).filter(|day| match self {
            Self::AtOnce | Self::Daily => true,
            Self::Weekly => day.weekday() == Weekday::Mon,
        });
        mornings.map(morning).find(|morning| *morning > at).unwrap_or(at)
    }
}

impl State {
    /// What a deed makes of this state; none where it makes no sense.
    pub fn after(self, deed: Deed) -> Option<Self> {
        match (self, deed) {
            (Self::Pending | Self::Active, Deed::Confirm)
            | (Self::Paused | Self::Stopped | Self::Bounced, Deed::Resume) => Some(Self::Active),
            (Self::Active | Self::Paused, Deed::Change(_)) => Some(self),
            (Self::Active, Deed::Pause) => Some(Self::Paused),
            (Self::Pending | Self::Active | Self::Paused, Deed::Stop) => Some(Self::Stopped),
            (Self::Pending | Self::Stopped | Self::Bounced, Deed::Change(_) | Deed::Pause)
            | (Self::Pending | Self::Active, Deed::Resume)
            | (Self::Paused, Deed::Pause)
            | (Self::Paused | Self::Stopped | Self::Bounced, Deed::Confirm)
            | (Self::Stopped | Self::Bounced, Deed::Stop) => None,
        }
    }

    /// As pages say it.
    pub fn word(self) -> StateWord {
        match self {
            Self::Pending => StateWord::Pending,
            Self::Active => StateWord::Active,
            Self::Paused => StateWord::Paused,
            Self::Stopped => StateWord::Stopped,
            Self::Bounced => StateWord::Bounced,
        }
    }
}

/// Letters of a signature in a link: 128 bits, so that short messages stay short.
const SIGNATURE: usize = 32;

/// What shows that whoever asks has the letter of an alert.
pub fn signature(keys: &Keys, id: AlertId) -> String {
    keys.digest("alert", &id.to_string()).chars().take(SIGNATURE).collect()
}

/// Whether `signature` is that of an alert, in a time that does not tell where they differ.
pub fn is_signed(keys: &Keys, id: AlertId, signed: &str) -> bool {
    signature(keys, id).as_bytes().ct_eq(signed.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_letter_of_the_day_comes_in_the_morning_of_vientiane() {
        // Seven in Vientiane is midnight in UTC; the 30th of November 2026 is a Monday.
        let next = |frequency: Frequency, now: &str| frequency.next(at(now), 7);
        assert_eq!(next(Frequency::Daily, "2026-11-28T23:59:59Z"), at("2026-11-29T00:00:00Z"));
        assert_eq!(next(Frequency::Daily, "2026-11-29T00:00:00Z"), at("2026-11-30T00:00:00Z"));
        assert_eq!(next(Frequency::Weekly, "2026-11-29T00:00:00Z"), at("2026-11-30T00:00:00Z"));
        assert_eq!(next(Frequency::Weekly, "2026-11-30T00:00:00Z"), at("2026-12-07T00:00:00Z"));
        assert_eq!(next(Frequency::AtOnce, "2026-11-29T03:00:00Z"), at("2026-11-29T03:00:00Z"));
    }

    #[test]
    fn what_was_stopped_is_neither_confirmed_nor_paused() {
        assert_eq!(State::Pending.after(Deed::Confirm), Some(State::Active));
        assert_eq!(State::Stopped.after(Deed::Confirm), None);
        assert_eq!(State::Stopped.after(Deed::Pause), None);
        assert_eq!(State::Bounced.after(Deed::Resume), Some(State::Active));
    }
}
