//! When are owners asked again whether employers shall see their profiles, warned, and hidden? A table of days.

use chrono::{DateTime, Days, TimeDelta, Utc};
use seed_data::{TableError, VisibilityRow};

/// Days after the owner last said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    ask: u32,
    first_warning: u32,
    second_warning: u32,
    hide: u32,
}

/// Why the table makes no terms.
#[derive(Debug, thiserror::Error)]
pub enum TermsError {
    /// It cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A step is missing, or comes before the one before it.
    #[error(
        "the steps of visibility are not ask, first_warning, second_warning and hide, in the order of their days"
    )]
    Steps,
}

/// What comes next for a profile that employers see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Its owner is asked.
    Ask,
    /// Its owner is warned.
    Warn,
    /// It is hidden.
    Hide,
}

impl Terms {
    /// The shipped table.
    pub fn shipped() -> Result<Self, TermsError> {
        Self::of(&seed_data::visibility_steps()?)
    }

    /// Reads a table.
    pub fn of(rows: &[VisibilityRow]) -> Result<Self, TermsError> {
        let days = |step: &str| {
            rows.iter().find(|row| row.step == step).map(|row| row.after_days).ok_or(TermsError::Steps)
        };
        let terms = Self {
            ask: days("ask")?,
            first_warning: days("first_warning")?,
            second_warning: days("second_warning")?,
            hide: days("hide")?,
        };
        let order = [terms.ask, terms.first_warning, terms.second_warning, terms.hide];
        let sound = order.is_sorted_by(|one, other| one < other) && rows.len() == order.len();
        if sound { Ok(terms) } else { Err(TermsError::Steps) }
    }

    /// What comes next once an owner was told so often, and how old the owner's word has to be for it.
    pub fn next(&self, told: i32) -> (Turn, TimeDelta) {
        let (turn, days) = match told {
            ..=0 => (Turn::Ask, self.ask),
            1 => (Turn::Warn, self.first_warning),
            2 => (Turn::Warn, self.second_warning),
            3.. => (Turn::Hide, self.hide),
        };
        (turn, TimeDelta::days(days.into()))
    }

    /// How long after one letter the next step waits, also where letters are late: as long as after the last warning.
    pub fn pause(&self) -> TimeDelta {
        TimeDelta::days((self.hide - self.second_warning).into())
    }

    /// When a profile is hidden at the earliest, by its owner's last word and the letter of this moment: after `told`
    /// letters, each of the others has to be waited for.
    pub fn hidden_at(&self, since: DateTime<Utc>, told: i32, at: DateTime<Utc>) -> DateTime<Utc> {
        let letters = u64::from(3_u32.saturating_sub(told.unsigned_abs())) + 1;
        let pauses = Days::new(letters * u64::from(self.hide - self.second_warning));
        let planned = since.checked_add_days(Days::new(self.hide.into())).unwrap_or(since);
        planned.max(at.checked_add_days(pauses).unwrap_or(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_table_asks_after_90_days_warns_twice_and_hides_after_180() {
        let terms = Terms::shipped().unwrap();
        let days = [0, 1, 2, 3].map(|told| (terms.next(told).0, terms.next(told).1.num_days()));
        assert_eq!(days, [(Turn::Ask, 90), (Turn::Warn, 150), (Turn::Warn, 173), (Turn::Hide, 180)]);
        assert_eq!(terms.pause(), TimeDelta::days(7));
    }

    #[test]
    fn a_table_with_a_gap_or_in_disorder_is_refused() {
        let rows = seed_data::visibility_steps().unwrap();
        assert!(matches!(Terms::of(&rows[1..]), Err(TermsError::Steps)));
        let mut odd = rows.clone();
        odd[3].after_days = 100;
        assert!(matches!(Terms::of(&odd), Err(TermsError::Steps)));
    }

    #[test]
    fn late_letters_leave_time_for_an_answer() {
        let terms = Terms::shipped().unwrap();
        let since = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        let day = |days| since + TimeDelta::days(days);
        assert_eq!(terms.hidden_at(since, 1, day(90)), day(180));
        assert_eq!(terms.hidden_at(since, 1, day(400)), day(421));
        assert_eq!(terms.hidden_at(since, 3, day(400)), day(407));
    }
}
