//! An owner does something with an alert: confirms, changes, rests, ends it.

use super::Desk;
use super::ask::first_due;
use crate::alerts::model::{Alert, Deed, Frequency, Owner, State};
use crate::alerts::store;
use crate::audit::model::Action;
use crate::db::locks;
use crate::ids::AlertId;
use crate::limits::Limits;
use crate::mail::{self, Channel};
use sea_orm::DbErr;

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// There is no such alert any more.
    #[error("there is no such alert")]
    Gone,
    /// As it stands, this cannot be done with it.
    #[error("this cannot be done with the alert as it stands")]
    NotNow,
    /// Its owner has as many as may be.
    #[error("there are too many alerts")]
    TooMany,
    /// Short messages come no more often than once a day.
    #[error("short messages are not sent at once")]
    NotAtOnce,
    /// The database refused.
    #[error("the alert could not be changed")]
    Database(#[from] DbErr),
}

/// Does what the owner of an alert wants done; whoever asks has shown that it is theirs.
pub async fn act(desk: Desk<'_>, id: AlertId, deed: Deed) -> Result<(), ActError> {
    let transaction = desk.database.begin().await?;
    let named = store::by_id(&transaction, id).await?.ok_or(ActError::Gone)?;
    let (who, contact) = match &named.owner {
        Owner::Account(account) => (account.to_string(), None),
        Owner::Contact(recipient) => (recipient.as_str().to_owned(), Some(recipient.clone())),
    };
    locks::wait_for(&transaction, &format!("alerts {who}")).await?;
    let held = store::by_id(&transaction, id).await?.ok_or(ActError::Gone)?;
    let state = held.state.after(deed).ok_or(ActError::NotNow)?;
    let begins = state == State::Active && !matches!(held.state, State::Active | State::Paused);
    if begins && store::kept(&transaction, &held.owner).await? >= u64::from(Limits::shipped().alerts_of_one) {
        return Err(ActError::TooMany);
    }
    let frequency = match deed {
        Deed::Change(frequency) => frequency,
        Deed::Confirm | Deed::Pause | Deed::Resume | Deed::Stop => held.frequency,
    };
    let by_phone = contact.as_ref().is_some_and(|contact| contact.channel() == Channel::Sms);
    if by_phone && frequency == Frequency::AtOnce {
        return Err(ActError::NotAtOnce);
    }
    if let Some(contact) = contact.filter(|_| begins) {
        mail::commands::confirmed(&transaction, &contact).await?;
    }
    let changed = Alert { frequency, state, ..held };
    store::update(&transaction, &changed, (first_due(frequency, desk.at), desk.at)).await?;
    let (action, fields) = match deed {
        Deed::Confirm => (Action::Approved, &["state"][..]),
        Deed::Change(_) => (Action::Changed, &["frequency"][..]),
        Deed::Pause | Deed::Resume => (Action::Changed, &["state"][..]),
        Deed::Stop => (Action::Removed, &["state"][..]),
    };
    desk.record(&transaction, action, &changed, fields).await?;
    Ok(transaction.commit().await?)
}
