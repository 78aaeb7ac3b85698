//! Everything about somebody is erased, in one transaction.

use super::{OFFICER, hold_of, subject};
use crate::accounts::commands::addressee;
use crate::audit::model::{Action, Actor, PLATFORM};
use crate::audit::{self, Event};
use crate::db::{Database, locks};
use crate::erasure::store::{self, Whole};
use crate::ids::ErasureId;
use crate::mail::{self, Letter, Said};
use crate::people::commands::records;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// What came of a request that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carried {
    /// Everything is erased.
    Out,
    /// A record that nobody claimed is erased.
    Lapsed,
    /// Something holds it up.
    Held,
    /// It does not wait any more.
    Gone,
}

/// Carries a request out, unless something holds it up.
pub(super) async fn carry_out(
    database: &Database,
    id: ErasureId,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<Carried, DbErr> {
    let transaction = database.begin().await?;
    for name in ["accounts", "memberships"] {
        locks::wait_for(&transaction, name).await?;
    }
    let Some(waiting) = store::still_waiting(&transaction, id).await? else { return Ok(Carried::Gone) };
    let whole = store::whole_of(&transaction, (waiting.account, waiting.person)).await?;
    let told_anew = || whole.records.iter().any(|record| record.changed_at > waiting.asked_at);
    if waiting.lapses() && (!whole.accounts.is_empty() || told_anew()) {
        store::take_back(&transaction, id, at).await?;
        transaction.commit().await?;
        return Ok(Carried::Gone);
    }
    if let Some(hold) = hold_of(&transaction, &whole, at).await? {
        store::note_held(&transaction, id, hold).await?;
        transaction.commit().await?;
        return Ok(Carried::Held);
    }
    let mut told = Vec::new();
    for account in &whole.accounts {
        told.extend(addressee(&transaction, *account).await?);
    }
    store::end(&transaction, id, at).await?;
    empty(&transaction, &whole, at).await?;
    // The event names nobody: neither whom, nor which account.
    let event = match waiting.asked_by {
        Some(officer) => Event::new(Actor::Account(officer.as_uuid()), OFFICER, Action::Erased, subject(id)),
        None => Event::new(Actor::System, PLATFORM, Action::Erased, subject(id)),
    };
    audit::record(&transaction, &event, at).await?;
    for to in told {
        let (recipient, language) = (to.recipient, to.language);
        let letter = Letter { recipient, language, said: Said::Erased, account: None, expires_at: None };
        mail::enqueue(&transaction, &letter, base_url, at).await?;
    }
    transaction.commit().await?;
    Ok(if waiting.lapses() { Carried::Lapsed } else { Carried::Out })
}

/// Erases everything of somebody: in the trail, in the tables, and for whoever follows them.
async fn empty(transaction: &DatabaseTransaction, whole: &Whole, at: DateTime<Utc>) -> Result<(), DbErr> {
    for account in &whole.accounts {
        audit::erase_account(transaction, account.as_uuid()).await?;
    }
    for person in whole.people() {
        audit::erase_personal(transaction, person).await?;
    }
    store::count(transaction, &whole.records, at).await?;
    store::erase(transaction, whole).await?;
    records::follow(transaction, &whole.people(), at).await
}
