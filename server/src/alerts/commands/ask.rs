//! Somebody wants to hear of a search: with an account in one step, else by a letter that asks whether it was them.

use super::Desk;
use crate::accounts::commands::counts_of_a_day;
use crate::accounts::model::Contact;
use crate::alerts::model::{Alert, Frequency, Owner, State, signature};
use crate::alerts::store;
use crate::audit::model::Action;
use crate::db::locks;
use crate::ids::{AccountId, AlertId};
use crate::limits::Limits;
use crate::mail::{self, Channel, Letter, Said, short};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// A search and how often to hear of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The search as the address of the results page says it, without order and page.
    pub query: String,
    /// How often.
    pub frequency: Frequency,
}

/// Why an alert was not taken.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// As many letters were sent to the contact today, or asked for from the network, as may be.
    #[error("no more letters are sent today")]
    TooManyLetters,
    /// The account has as many alerts as may be.
    #[error("there are too many alerts")]
    TooMany,
    /// No short message is left today.
    #[error("the short messages of the day are spent")]
    NoShortMessages,
    /// Short messages come no more often than once a day.
    #[error("short messages are not sent at once")]
    NotAtOnce,
    /// The database refused.
    #[error("the alert could not be noted")]
    Database(#[from] DbErr),
}

/// Takes an alert of somebody without an account, and writes to them; it is watched once they confirm. `link` is where,
/// by key and signature. The letter holds no word of the search, for a stranger may have typed it.
pub async fn ask(
    desk: Desk<'_>,
    contact: &Contact,
    wish: &Wish,
    link: impl Fn(AlertId, &str) -> String,
) -> Result<(), AskError> {
    let recipient = contact.recipient();
    if recipient.channel() == Channel::Sms {
        if wish.frequency == Frequency::AtOnce {
            return Err(AskError::NotAtOnce);
        }
        if !short::are_left(desk.database.reader(), desk.at).await? {
            return Err(AskError::NoShortMessages);
        }
    }
    let transaction = desk.database.begin().await?;
    let limits = Limits::shipped();
    let network = desk.origin.network.as_deref().unwrap_or("-");
    let counted = [
        ("alerts from a network", network, limits.alert_network_a_day),
        ("letters about alerts", recipient.as_str(), limits.alert_letters_a_day),
    ];
    for (what, who, most) in counted {
        if !counts_of_a_day(&transaction, desk.keys, (what, who), most, desk.at).await? {
            transaction.commit().await?;
            return Err(AskError::TooManyLetters);
        }
    }
    locks::wait_for(&transaction, &format!("alerts {}", recipient.as_str())).await?;
    let id = put(&transaction, desk, (Owner::Contact(recipient.clone()), State::Pending), wish).await?;
    let letter = Letter {
        recipient,
        language: desk.language,
        said: Said::AlertAsked { link: format!("{}{}", desk.base_url, link(id, &signature(desk.keys, id))) },
        account: None,
        expires_at: Some(desk.at + days(limits.alert_pending_days)),
    };
    mail::enqueue(&transaction, &letter, desk.base_url, desk.at).await?;
    Ok(transaction.commit().await?)
}

/// Takes an alert of an account, which is watched from now on.
pub async fn keep(desk: Desk<'_>, account: AccountId, wish: &Wish) -> Result<AlertId, AskError> {
    let transaction = desk.database.begin().await?;
    locks::wait_for(&transaction, &format!("alerts {account}")).await?;
    let owner = Owner::Account(account);
    if store::kept(&transaction, &owner).await? >= u64::from(Limits::shipped().alerts_of_one)
        && store::same(&transaction, &owner, &wish.query).await?.is_none()
    {
        return Err(AskError::TooMany);
    }
    let id = put(&transaction, desk, (owner, State::Active), wish).await?;
    transaction.commit().await?;
    Ok(id)
}

/// Writes a new alert, or takes the one with the same search up again: one that is watched stays so.
async fn put(
    transaction: &DatabaseTransaction,
    desk: Desk<'_>,
    (owner, state): (Owner, State),
    wish: &Wish,
) -> Result<AlertId, DbErr> {
    let due = first_due(wish.frequency, desk.at);
    let Wish { query, frequency } = wish.clone();
    let held = store::same(transaction, &owner, &query).await?;
    let (alert, action) = match held {
        None => {
            let id = AlertId::new(desk.at);
            let new = Alert { id, owner, language: desk.language, query, frequency, state };
            store::insert(transaction, &new, (due, desk.at)).await?;
            (new, Action::Created)
        }
        // Nobody changes what a contact confirmed, without its letter.
        Some(held) if state == State::Pending && matches!(held.state, State::Active | State::Paused) => {
            return Ok(held.id);
        }
        Some(held) => {
            let again = Alert { language: desk.language, frequency, state, ..held };
            store::update(transaction, &again, (due, desk.at)).await?;
            (again, Action::Changed)
        }
    };
    desk.record(transaction, action, &alert, &["query", "frequency"]).await?;
    Ok(alert.id)
}

/// When the first letter of an alert may come that begins now.
pub(super) fn first_due(frequency: Frequency, at: DateTime<Utc>) -> DateTime<Utc> {
    frequency.next(at, Limits::shipped().alert_hour)
}

pub(super) fn days(days: u32) -> TimeDelta {
    TimeDelta::days(i64::from(days))
}
