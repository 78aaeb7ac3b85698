//! How much of something is allowed, and for how long? One table of numbers that protect the platform, each with its
//! source; limits of looking at people are of `seen`.

use crate::shipped;
use seed_data::{LimitRow, TableError};
use std::sync::LazyLock;

/// The numbers of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Days that a token is good for where nobody says otherwise.
    pub token_days: u32,
    /// Days that a token is good for at most.
    pub token_days_most: u32,
    /// Days before the end of a token on which somebody is told.
    pub token_told_days: u32,
    /// Minutes after which another use of a token is noted.
    pub token_noted_minutes: u32,
    /// Organisations that one account founds a day.
    pub founded_a_day: u32,
    /// Organisations of one account that wait for their first verification.
    pub founded_open: u32,
    /// People whom one helper registers a day.
    pub registered_a_day: u32,
    /// Uploaded files that wait to be read.
    pub uploads_waiting: u32,
    /// Files that one account sends an hour.
    pub uploads_an_hour: u32,
    /// Short messages that the installation sends a day.
    pub sms_a_day: u32,
    /// How many hundredths of them are sent before administrators are told.
    pub sms_alarm_percent: u32,
    /// Codes that one number gets by short message a day.
    pub sms_number_a_day: u32,
    /// Codes that one number gets by short message a day for right passwords that came too late to be let in.
    pub sms_password_a_day: u32,
    /// Days after which the last backup is too old.
    pub backup_days: u32,
    /// Alerts that one account or contact keeps.
    pub alerts_of_one: u32,
    /// Letters a day that ask one contact whether an alert is theirs.
    pub alert_letters_a_day: u32,
    /// Alerts that one network asks for a day without an account.
    pub alert_network_a_day: u32,
    /// Days after which an alert that nobody confirmed is forgotten.
    pub alert_pending_days: u32,
    /// Days after which an alert that has ended is forgotten.
    pub alert_ended_days: u32,
    /// Days for which it is known that somebody heard of a vacancy.
    pub alert_hit_days: u32,
    /// Hour of the morning in Vientiane at which alerts of a day or week are told.
    pub alert_hour: u32,
    /// Vacancies that one letter lists; it counts the others.
    pub alert_shown: u32,
    /// Applications that one person sends a day.
    pub applications_a_day: u32,
    /// People whom one organisation asks to apply a day.
    pub invited_a_day: u32,
    /// Vacancies that one organisation posts a day.
    pub posted_a_day: u32,
    /// Days that a vacancy of a form stays open.
    pub posted_open_days: u32,
    /// Reports of adverts that one network sends an hour.
    pub reports_an_hour: u32,
}

/// Why the table makes no limits.
#[derive(Debug, thiserror::Error)]
pub enum LimitsError {
    /// It cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A limit is missing, or told twice.
    #[error("the limit {0} is not told once")]
    NotOnce(&'static str),
    /// Nobody asks for some of them.
    #[error("the table holds limits that nobody asks for")]
    Nobodys,
    /// One of them contradicts another.
    #[error("{0}")]
    Order(&'static str),
}

static SHIPPED: LazyLock<Limits> = LazyLock::new(|| {
    shipped::or_nothing(
        Limits::shipped_or_error(),
        "the limits of the platform cannot be read: nothing that they allow is allowed",
    )
});

impl Limits {
    /// The limits in force.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The shipped table, or what is wrong with it.
    pub fn shipped_or_error() -> Result<Self, LimitsError> {
        Self::of(&seed_data::platform_limits()?)
    }

    /// Reads a table.
    pub fn of(rows: &[LimitRow]) -> Result<Self, LimitsError> {
        let mut asked = 0;
        let mut value = |limit: &'static str| {
            asked += 1;
            let mut held = rows.iter().filter(|row| row.limit == limit);
            let first = held.next().filter(|_| held.next().is_none());
            first.map(|row| row.value).ok_or(LimitsError::NotOnce(limit))
        };
        let limits = Self {
            token_days: value("token_days")?,
            token_days_most: value("token_days_most")?,
            token_told_days: value("token_told_days")?,
            token_noted_minutes: value("token_noted_minutes")?,
            founded_a_day: value("founded_a_day")?,
            founded_open: value("founded_open")?,
            registered_a_day: value("registered_a_day")?,
            uploads_waiting: value("uploads_waiting")?,
            uploads_an_hour: value("uploads_an_hour")?,
            sms_a_day: value("sms_a_day")?,
            sms_alarm_percent: value("sms_alarm_percent")?,
            sms_number_a_day: value("sms_number_a_day")?,
            sms_password_a_day: value("sms_password_a_day")?,
            backup_days: value("backup_days")?,
            alerts_of_one: value("alerts_of_one")?,
            alert_letters_a_day: value("alert_letters_a_day")?,
            alert_network_a_day: value("alert_network_a_day")?,
            alert_pending_days: value("alert_pending_days")?,
            alert_ended_days: value("alert_ended_days")?,
            alert_hit_days: value("alert_hit_days")?,
            alert_hour: value("alert_hour")?,
            alert_shown: value("alert_shown")?,
            applications_a_day: value("applications_a_day")?,
            invited_a_day: value("invited_a_day")?,
            posted_a_day: value("posted_a_day")?,
            posted_open_days: value("posted_open_days")?,
            reports_an_hour: value("reports_an_hour")?,
        };
        if rows.len() != asked {
            return Err(LimitsError::Nobodys);
        }
        limits.in_order()
    }

    fn in_order(self) -> Result<Self, LimitsError> {
        if self.token_days > self.token_days_most {
            return Err(LimitsError::Order("tokens are made for longer than they may be good for"));
        }
        if self.sms_alarm_percent >= 100 {
            return Err(LimitsError::Order("nobody is told before short messages run out"));
        }
        if self.alert_hour >= 24 {
            return Err(LimitsError::Order("no day has the hour at which alerts are told"));
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_table_is_whole_and_every_number_has_a_source() {
        Limits::shipped_or_error().unwrap();
        for row in seed_data::platform_limits().unwrap() {
            assert!(row.value > 0 && !row.source.trim().is_empty(), "{}", row.limit);
        }
    }

    #[test]
    fn tables_with_gaps_doubles_or_strangers_are_refused() {
        let rows = seed_data::platform_limits().unwrap();
        assert!(matches!(Limits::of(&rows[1..]), Err(LimitsError::NotOnce(_))));
        let twice: Vec<LimitRow> = rows.iter().chain(&rows[..1]).cloned().collect();
        assert!(matches!(Limits::of(&twice), Err(LimitsError::NotOnce(_))));
        let strange = LimitRow { limit: "strange".to_owned(), ..rows[0].clone() };
        let more: Vec<LimitRow> = rows.iter().cloned().chain([strange]).collect();
        assert!(matches!(Limits::of(&more), Err(LimitsError::Nobodys)));
    }

    #[test]
    fn a_table_that_contradicts_itself_is_refused() {
        let mut rows = seed_data::platform_limits().unwrap();
        let most = rows.iter_mut().find(|row| row.limit == "token_days_most").unwrap();
        most.value = 1;
        assert!(matches!(Limits::of(&rows), Err(LimitsError::Order(_))));
    }
}
