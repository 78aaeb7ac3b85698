//! Why did the database refuse: no space, out of reach for now, or a fault of ours?

use sea_orm::{DbErr, RuntimeErr, sqlx};
use std::error::Error;

/// What a failure of the database means for whoever asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// No space is left; the same may succeed when there is.
    Full,
    /// It does not answer, is busy, or ended the conversation; the same may succeed in a moment.
    Away,
    /// Anything else.
    Fault,
}

/// SQLite: `database or disk is full`, and the shared memory beside the file that could not grow.
const SQLITE_FULL: [&str; 2] = ["13", "4874"];
/// SQLite: busy, locked, disk input or output, cannot open (primary codes).
const SQLITE_AWAY: [i64; 4] = [5, 6, 10, 14];

impl Trouble {
    /// What `failure` means.
    pub(crate) fn of(failure: &DbErr) -> Self {
        match failure {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Away,
            DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) => {
                Self::of_driver(error)
            }
            _ => Self::Fault,
        }
    }

    /// What an error means whose cause may be the database; a fault where it is not.
    pub(crate) fn behind(error: &(dyn Error + 'static)) -> Self {
        let mut cause = Some(error);
        while let Some(error) = cause {
            if let Some(failure) = error.downcast_ref::<DbErr>() {
                return Self::of(failure);
            }
            cause = error.source();
        }
        Self::Fault
    }

    fn of_driver(error: &sqlx::Error) -> Self {
        match error {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::Protocol(_)
            | sqlx::Error::WorkerCrashed => Self::Away,
            sqlx::Error::Database(said) => said.code().map_or(Self::Fault, |code| Self::of_code(&code)),
            _ => Self::Fault,
        }
    }

    /// SQLSTATE of PostgreSQL (five characters), or a result code of SQLite.
    fn of_code(code: &str) -> Self {
        if code.len() == 5 {
            // 08 connection, 53 resources, 57P operator intervention (shutting down, starting up),
            // 40 a deadlock or a conflict that the database ended.
            return match code.get(..2) {
                _ if code == "53100" => Self::Full,
                Some("08" | "53" | "40") => Self::Away,
                _ if code.starts_with("57P") => Self::Away,
                _ => Self::Fault,
            };
        }
        if SQLITE_FULL.contains(&code) {
            return Self::Full;
        }
        let primary = code.parse::<i64>().map_or(0, |code| code & 0xff);
        if SQLITE_AWAY.contains(&primary) { Self::Away } else { Self::Fault }
    }
}

#[cfg(test)]
mod tests {
    use super::Trouble;

    #[test]
    fn codes_of_both_databases_are_told_apart() {
        for (code, trouble) in [
            ("53100", Trouble::Full),
            ("57P03", Trouble::Away),
            ("08006", Trouble::Away),
            ("40P01", Trouble::Away),
            ("23505", Trouble::Fault),
            ("13", Trouble::Full),
            ("4874", Trouble::Full),
            ("5", Trouble::Away),
            ("517", Trouble::Away),
            ("778", Trouble::Away),
            ("2067", Trouble::Fault),
            ("11", Trouble::Fault),
        ] {
            assert_eq!(Trouble::of_code(code), trouble, "{code}");
        }
    }
}
