//! A turn of the chore: owners are told a last time, and what is due is carried out, one transaction each.

use super::carry_out::{Carried, carry_out};
use super::{subject, write};
use crate::audit::model::{Action, Actor, PLATFORM};
use crate::audit::{self, Event};
use crate::clock::day_in_vientiane;
use crate::db::{Database, locks};
use crate::erasure::model::{Terms, TermsError};
use crate::erasure::store;
use crate::ids::ErasureId;
use crate::mail::Said;
use chrono::{DateTime, Utc};
use sea_orm::DbErr;

/// What a turn did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turned {
    /// Owners that were told.
    pub warned: usize,
    /// Requests that were carried out.
    pub erased: usize,
    /// Records that nobody claimed, and that were erased.
    pub lapsed: usize,
    /// Requests that something holds up.
    pub held: usize,
}

/// Why a turn ended early.
#[derive(Debug, thiserror::Error)]
pub enum TurnError {
    /// The terms cannot be read.
    #[error(transparent)]
    Terms(#[from] TermsError),
    /// The database refused.
    #[error("an erasure could not be carried out")]
    Database(#[from] DbErr),
}

/// Tells owners and carries out what is due at a moment; `link` is the address at which a request is taken back.
pub async fn turn(
    database: &Database,
    (base_url, link): (&str, &str),
    at: DateTime<Utc>,
) -> Result<Turned, TurnError> {
    let terms = Terms::shipped()?;
    let mut turned = Turned::default();
    for id in store::to_warn(database.reader(), at + terms.warn).await? {
        turned.warned += usize::from(warn(database, (id, &terms), (base_url, link), at).await?);
    }
    for id in store::due(database.reader(), at).await? {
        match carry_out(database, id, (base_url, at)).await? {
            Carried::Out => turned.erased += 1,
            Carried::Lapsed => turned.lapsed += 1,
            Carried::Held => turned.held += 1,
            Carried::Gone => {}
        }
    }
    Ok(turned)
}

/// Tells the owner a last time; where that is late, the erasure waits for as long as the letter says.
async fn warn(
    database: &Database,
    (id, terms): (ErasureId, &Terms),
    (base_url, link): (&str, &str),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "accounts").await?;
    let Some(waiting) = store::still_waiting(&transaction, id).await? else { return Ok(false) };
    let due_at = waiting.due_at.max(at + terms.warn);
    if waiting.warned_at.is_some() || !store::note_warned(&transaction, id, (at, due_at)).await? {
        return Ok(false);
    }
    let whole = store::whole_of(&transaction, (waiting.account, waiting.person)).await?;
    let said = Said::ErasureWarned { until: day_in_vientiane(due_at), link: link.to_owned() };
    write(&transaction, &whole.accounts, &said, (base_url, at)).await?;
    let event = Event::new(Actor::System, PLATFORM, Action::Changed, subject(id)).because("a last letter");
    audit::record(&transaction, &event, at).await?;
    transaction.commit().await?;
    Ok(true)
}
