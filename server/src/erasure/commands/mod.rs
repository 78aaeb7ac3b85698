//! What is done about erasures: one file for each errand.

mod ask;
mod back;
mod carry_out;
mod lapse;
mod office;
mod turn;

pub use ask::{AskError, Asking, ask, waiting};
pub use back::{came_back, take_back};
pub use lapse::lapse;
pub use office::{At, OfficeError, Spoken, ask_for, keep_for, waiting_for};
pub use turn::{TurnError, Turned, turn};

use super::model::Hold;
use super::store::{self, Whole};
use crate::access;
use crate::accounts::commands::write_to;
use crate::audit::model::{Code, Subject};
use crate::ids::{AccountId, ErasureId};
use crate::mail::Said;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// A request to erase somebody, as a kind of thing.
const ERASURE: Code = Code::known("erasure");
/// An officer, as a role.
const OFFICER: Code = Code::known("officer");

fn subject(id: ErasureId) -> Subject {
    Subject::of(ERASURE, id.as_uuid())
}

/// What holds up that somebody is erased.
async fn hold_of(
    connection: &impl ConnectionTrait,
    whole: &Whole,
    at: DateTime<Utc>,
) -> Result<Option<Hold>, DbErr> {
    if crate::identities::commands::is_proposed(connection, &whole.people()).await? {
        return Ok(Some(Hold::IdentityCase));
    }
    for account in &whole.accounts {
        if access::commands::is_last_anywhere(connection, *account, at).await? {
            return Ok(Some(Hold::LastAdministrator));
        }
    }
    Ok(None)
}

/// Writes to each of some accounts.
async fn write(
    transaction: &DatabaseTransaction,
    accounts: &[AccountId],
    said: &Said,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), DbErr> {
    for account in accounts {
        write_to(transaction, *account, said.clone(), (base_url, at)).await?;
    }
    Ok(())
}

/// How many records there were that are erased: with those that stand, all that ever came.
pub async fn counted(connection: &impl ConnectionTrait) -> Result<u64, DbErr> {
    store::counted(connection).await
}
