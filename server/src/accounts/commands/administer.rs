//! What an administrator of the platform sees of an account and does with it: nothing of what its owner keeps here.

use super::{ACCOUNT, about_owner, notices};
use crate::access::model::{Grant, Permission};
use crate::accounts::model::{AccountStatus, Contact, Looked, Reason};
use crate::accounts::store;
use crate::audit::model::{Action, Actor, Code, Origin, Subject};
use crate::audit::{self, Event};
use crate::db::Database;
use crate::ids::AccountId;
use crate::mail::{self, Letter, Recipient, Said};
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// Proof that somebody administers accounts, from where.
#[derive(Clone, Debug)]
pub struct Keeper {
    account: AccountId,
    origin: Origin,
}

/// Why nothing was done with an account.
#[derive(Debug, thiserror::Error)]
pub enum AdministerError {
    /// There is none of this key.
    #[error("there is no such account")]
    Unknown,
    /// It is the administrator's own.
    #[error("nobody closes the own account like this")]
    Own,
    /// It is closed already, or was not closed by an administrator.
    #[error("the account is not in the state in which this can be done")]
    NotNow,
    /// The database refused.
    #[error("the account could not be changed")]
    Database(#[from] DbErr),
}

impl Keeper {
    /// Proof by a grant; none where it is of something else.
    pub fn of(grant: &Grant, account: AccountId, origin: Origin) -> Option<Self> {
        (grant.permission == Permission::ManageAccounts).then_some(Self { account, origin })
    }

    async fn record(
        &self,
        transaction: &DatabaseTransaction,
        (action, id): (Action, AccountId),
        (fields, reason): (&[&str], &str),
        at: DateTime<Utc>,
    ) -> Result<(), DbErr> {
        let (actor, role) = (Actor::Account(self.account.as_uuid()), Code::known("system_admin"));
        let event = Event::new(actor, role, action, Subject::of(ACCOUNT, id.as_uuid())).fields(fields);
        let event = about_owner(transaction, event, id).await?;
        audit::record(transaction, &event.because(reason).from(self.origin.clone()), at).await
    }
}

/// The account that somebody names exactly: by a contact, or by its key.
pub async fn named(
    connection: &impl ConnectionTrait,
    _: &Keeper,
    typed: &str,
) -> Result<Option<AccountId>, DbErr> {
    if let Ok(id) = typed.parse::<AccountId>() {
        return Ok(store::account(connection, id).await?.map(|held| held.id));
    }
    match typed.parse::<Contact>() {
        Ok(contact) => Ok(store::account_of(connection, &contact).await?.map(|held| held.id)),
        Err(_) => Ok(None),
    }
}

/// What is seen of an account, which is recorded; none if it is gone.
pub async fn look(
    database: &Database,
    keeper: &Keeper,
    id: AccountId,
    at: DateTime<Utc>,
) -> Result<Option<Looked>, DbErr> {
    let transaction = database.begin().await?;
    let Some(held) = store::account(&transaction, id).await? else { return Ok(None) };
    let sessions = store::sessions(&transaction, id, at).await?.len();
    keeper.record(&transaction, (Action::Read, id), (&["status", "contact", "sessions"], ""), at).await?;
    transaction.commit().await?;
    Ok(Some(Looked {
        id,
        phone: held.phone.map(|phone| Recipient::Phone(phone).masked()),
        email: held.email.map(|email| Recipient::Email(email).masked()),
        active: held.status == AccountStatus::Active,
        locked: held.locked_at.map(|at| (at, held.lock_reason.unwrap_or_default())),
        demo: held.demo,
        second_factor: held.totp_since.is_some(),
        created_at: held.created_at,
        sessions,
        own: id == keeper.account,
    }))
}

/// How many accounts there are, and how many an administrator closed.
pub async fn counts(connection: &impl ConnectionTrait) -> Result<(u64, u64), DbErr> {
    store::counts(connection).await
}

/// Ends all sessions of an account; returns how many there were.
pub async fn end_sessions(
    database: &Database,
    keeper: &Keeper,
    id: AccountId,
    at: DateTime<Utc>,
) -> Result<usize, AdministerError> {
    let transaction = database.begin().await?;
    store::account(&transaction, id).await?.ok_or(AdministerError::Unknown)?;
    let sessions = end_all(&transaction, id, at).await?;
    keeper.record(&transaction, (Action::SignedOut, id), (&["sessions"], ""), at).await?;
    transaction.commit().await?;
    Ok(sessions)
}

async fn end_all(
    transaction: &DatabaseTransaction,
    id: AccountId,
    at: DateTime<Utc>,
) -> Result<usize, DbErr> {
    let sessions = store::sessions(transaction, id, at).await?.len();
    store::end_all(transaction, id).await?;
    store::end_challenges(transaction, id).await?;
    Ok(sessions)
}

/// Tells the owner what was done with the account.
async fn tell(
    transaction: &DatabaseTransaction,
    account: &store::Account,
    said: Said,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), DbErr> {
    let Some(contact) = notices::contact_of(transaction, account).await? else { return Ok(()) };
    let letter = Letter {
        recipient: contact.recipient(),
        language: notices::language(account),
        said,
        account: Some(account.id.as_uuid()),
        expires_at: None,
    };
    mail::enqueue(transaction, &letter, base_url, at).await?;
    Ok(())
}

/// Closes an account: it is signed out everywhere, and signs nobody in until it is opened again. Its owner is told.
pub async fn lock(
    database: &Database,
    keeper: &Keeper,
    (id, reason): (AccountId, &Reason),
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), AdministerError> {
    if id == keeper.account {
        return Err(AdministerError::Own);
    }
    let transaction = database.begin().await?;
    let account = store::account(&transaction, id).await?.ok_or(AdministerError::Unknown)?;
    if !store::lock(&transaction, id, reason.as_str(), at).await? {
        return Err(AdministerError::NotNow);
    }
    end_all(&transaction, id, at).await?;
    keeper.record(&transaction, (Action::Changed, id), (&["status"], reason.as_str()), at).await?;
    let said = Said::AccountClosed { reason: reason.as_str().to_owned(), when: at };
    tell(&transaction, &account, said, (base_url, at)).await?;
    Ok(transaction.commit().await?)
}

/// Opens an account that an administrator closed, and tells its owner.
pub async fn unlock(
    database: &Database,
    keeper: &Keeper,
    id: AccountId,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), AdministerError> {
    let transaction = database.begin().await?;
    let account = store::account(&transaction, id).await?.ok_or(AdministerError::Unknown)?;
    if !store::unlock(&transaction, id, at).await? {
        return Err(AdministerError::NotNow);
    }
    keeper.record(&transaction, (Action::Changed, id), (&["status"], "opened again"), at).await?;
    tell(&transaction, &account, Said::AccountOpened { when: at }, (base_url, at)).await?;
    Ok(transaction.commit().await?)
}
