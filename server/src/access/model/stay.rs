//! How long does somebody stay signed in? A table by seats: of several the shortest holds.

use super::of_code;
use super::{Membership, Role, Seat};
use crate::shipped;
use chrono::{DateTime, TimeDelta, Utc};
use seed_data::{SessionRow, TableError};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Whoever looks after the members of an organisation.
const ADMINISTRATOR: &str = "administrator";
/// Everybody without a seat of the table.
const OTHERS: &str = "others";

/// How long a session lasts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stay {
    /// Minutes without use.
    pub idle_minutes: u32,
    /// Hours after the sign-in.
    pub hours: u32,
}

/// How long whom.
#[derive(Clone, Debug, Default)]
pub struct Stays {
    roles: HashMap<Role, Stay>,
    administrator: Stay,
    others: Stay,
}

/// Why the table says nothing.
#[derive(Debug, thiserror::Error)]
pub enum StaysError {
    /// It cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// Somebody whom nobody knows.
    #[error("{0:?} is no seat")]
    Unknown(String),
    /// Somebody is missing, or told twice.
    #[error("{0} is not told once")]
    NotOnce(String),
}

static SHIPPED: LazyLock<Stays> = LazyLock::new(|| {
    shipped::or_nothing(
        Stays::shipped_or_error(),
        "the table of sessions cannot be read: nobody stays signed in",
    )
});

impl Stay {
    /// Whether a session that began and was last used then is over.
    pub fn is_over(self, (began, used): (DateTime<Utc>, DateTime<Utc>), at: DateTime<Utc>) -> bool {
        at - used >= self.idle() || at - began >= self.whole()
    }

    /// How long it lasts without use.
    pub fn idle(self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.idle_minutes))
    }

    /// How long it lasts at all.
    pub fn whole(self) -> TimeDelta {
        TimeDelta::hours(i64::from(self.hours))
    }

    fn and(self, other: Self) -> Self {
        Self { idle_minutes: self.idle_minutes.min(other.idle_minutes), hours: self.hours.min(other.hours) }
    }
}

impl Stays {
    /// The table in force.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The shipped table, or what is wrong with it.
    pub fn shipped_or_error() -> Result<Self, StaysError> {
        Self::of(&seed_data::session_terms()?)
    }

    /// Reads a table in which each seat stands once.
    pub fn of(rows: &[SessionRow]) -> Result<Self, StaysError> {
        let mut stays = Self::default();
        let (mut administrator, mut others) = (None, None);
        for SessionRow { seat, idle_minutes, hours, source: _ } in rows {
            let stay = Stay { idle_minutes: *idle_minutes, hours: *hours };
            let held = match seat.as_str() {
                ADMINISTRATOR => administrator.replace(stay),
                OTHERS => others.replace(stay),
                role => {
                    let role = of_code(role).ok_or_else(|| StaysError::Unknown(seat.clone()))?;
                    stays.roles.insert(role, stay)
                }
            };
            if held.is_some() {
                return Err(StaysError::NotOnce(seat.clone()));
            }
        }
        let missing = |name: &str| StaysError::NotOnce(name.to_owned());
        stays.administrator = administrator.ok_or_else(|| missing(ADMINISTRATOR))?;
        stays.others = others.ok_or_else(|| missing(OTHERS))?;
        Ok(stays)
    }

    /// How long everybody may stay who has no seat of the table.
    pub fn others(&self) -> Stay {
        self.others
    }

    /// The shortest of all: whoever came and used the session within it stays, whatever the seats.
    pub fn shortest(&self) -> Stay {
        self.roles.values().fold(self.others.and(self.administrator), |shortest, stay| shortest.and(*stay))
    }

    /// How long the holder of some memberships stays.
    pub fn with(&self, memberships: &[Membership]) -> Stay {
        memberships.iter().fold(self.others, |stay, held| stay.and(self.with_seat(&held.seat)))
    }

    fn with_seat(&self, seat: &Seat) -> Stay {
        let role = self.roles.get(&seat.role).copied().unwrap_or(self.others);
        if seat.administers { role.and(self.administrator) } else { role }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::model::Policy;

    #[test]
    fn every_role_that_asks_for_a_second_factor_has_a_shorter_stay() {
        let (stays, policy) = (Stays::shipped_or_error().unwrap(), Policy::shipped_or_error().unwrap());
        for role in Role::all().filter(|role| policy.role(*role).unwrap().second_factor) {
            let seat = Seat { role, organisation: None, area: None, administers: false };
            let stay = stays.with_seat(&seat);
            assert!(stay.hours < stays.others().hours, "{role:?}");
            assert!(stay.idle_minutes < stays.others().idle_minutes, "{role:?}");
        }
        let administrator =
            Seat { role: Role::EmployerUser, organisation: None, area: None, administers: true };
        assert!(stays.with_seat(&administrator).hours < stays.others().hours);
    }

    #[test]
    fn a_session_is_over_when_it_was_not_used_or_began_too_long_ago() {
        let stay = Stay { idle_minutes: 60, hours: 10 };
        let hour = |hours: i64| DateTime::UNIX_EPOCH + TimeDelta::hours(hours);
        assert!(!stay.is_over((hour(0), hour(8)), hour(9) - TimeDelta::seconds(1)));
        assert!(stay.is_over((hour(0), hour(8)), hour(9)));
        assert!(stay.is_over((hour(0), hour(10)), hour(10)));
    }

    #[test]
    fn a_table_with_gaps_doubles_or_strangers_is_refused() {
        let rows = seed_data::session_terms().unwrap();
        assert!(matches!(Stays::of(&rows[..rows.len() - 1]), Err(StaysError::NotOnce(_))));
        let twice: Vec<SessionRow> = rows.iter().chain(&rows[..1]).cloned().collect();
        assert!(matches!(Stays::of(&twice), Err(StaysError::NotOnce(_))));
        let strange = SessionRow { seat: "king".to_owned(), ..rows[0].clone() };
        assert!(matches!(Stays::of(&[strange]), Err(StaysError::Unknown(_))));
    }
}
