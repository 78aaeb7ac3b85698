//! People are told in plain words what is done about their records.

use crate::accounts::commands::write_to;
use crate::http::paths;
use crate::identities::store;
use crate::ids::PersonId;
use crate::mail::Said;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// What they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Two records may be of one person; an office looks at it.
    Alike,
    /// They were joined.
    Joined,
    /// They stand for themselves again.
    Parted,
}

/// Writes to those who sign in to these records.
pub(super) async fn write(
    transaction: &DatabaseTransaction,
    people: &[PersonId],
    told: Told,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), DbErr> {
    for (_, account) in store::accounts(transaction, people).await? {
        let link = format!("{base_url}{}", paths::PROFILE_DOCUMENTS);
        let said = match told {
            Told::Alike => Said::RecordsAlike { link },
            Told::Joined => Said::RecordsJoined { link },
            Told::Parted => Said::RecordsParted { link },
        };
        write_to(transaction, account, said, (base_url, at)).await?;
    }
    Ok(())
}
