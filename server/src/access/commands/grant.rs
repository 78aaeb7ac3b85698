//! Somebody is given a role without being asked: at the command line, or by whoever keeps the platform going.

use super::term::ends_in_time;
use super::{Giver, SeatError, checked};
use crate::access::model::Seat;
use crate::access::store;
use crate::accounts;
use crate::accounts::model::Contact;
use crate::audit::model::Action;
use crate::db::Database;
use crate::ids::MembershipId;
use chrono::{DateTime, Utc};
use sea_orm::DbErr;

/// Why a role was not given.
#[derive(Debug, thiserror::Error)]
pub enum GrantError {
    /// Nobody has an account that is reached so.
    #[error("nobody has an account with this phone number or address: they sign up first")]
    Nobody,
    /// The role cannot be had like this.
    #[error(transparent)]
    Seat(#[from] SeatError),
    /// It is the giver's own account.
    #[error("nobody gives a role to themselves")]
    Oneself,
    /// They have it.
    #[error("they have this role already")]
    Held,
    /// The database refused.
    #[error("the role could not be noted")]
    Database(#[from] DbErr),
}

/// Gives the account of `contact`, which is another's, a role, up to a moment if one is named; some roles ask for one.
pub async fn grant(
    database: &Database,
    giver: &Giver,
    contact: &Contact,
    seat: &Seat,
    (at, until): (DateTime<Utc>, Option<DateTime<Utc>>),
) -> Result<MembershipId, GrantError> {
    let transaction = database.begin().await?;
    let account = accounts::commands::find(&transaction, contact).await?.ok_or(GrantError::Nobody)?;
    if giver.account == Some(account) {
        return Err(GrantError::Oneself);
    }
    checked(&transaction, seat).await??;
    ends_in_time(seat.role, (at, until))?;
    let held = store::live_of(&transaction, account, at).await?;
    if held.iter().any(|held| held.seat == *seat) {
        return Err(GrantError::Held);
    }
    let id = store::insert_membership(&transaction, (account, giver.account), seat, (at, until)).await?;
    giver.record(&transaction, Action::Created, id.as_uuid(), (&seat.role.code(), at)).await?;
    transaction.commit().await?;
    Ok(id)
}
