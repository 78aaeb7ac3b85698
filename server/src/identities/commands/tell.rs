//! People are told in plain words what is done about their records.

use crate::accounts;
use crate::identities::store;
use crate::ids::PersonId;
use crate::mail::{self, Letter, Said};
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
        let Some(addressee) = accounts::commands::addressee(transaction, account).await? else { continue };
        let link = format!("{base_url}/me/profile/documents");
        let said = match told {
            Told::Alike => Said::RecordsAlike { link },
            Told::Joined => Said::RecordsJoined { link },
            Told::Parted => Said::RecordsParted { link },
        };
        let letter = Letter {
            recipient: addressee.recipient,
            language: addressee.language,
            said,
            account: Some(account.as_uuid()),
            expires_at: None,
        };
        mail::enqueue(transaction, &letter, base_url, at).await?;
    }
    Ok(())
}
