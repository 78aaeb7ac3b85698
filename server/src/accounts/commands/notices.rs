//! How is an account written to? Its owner chooses; whoever writes asks here where letters go.

use super::Desk;
use crate::accounts::model::{AccountStatus, Addressee, Contact, NoticeSettings, OwnNotices, Viewer};
use crate::accounts::store;
use crate::audit::model::Action;
use crate::ids::AccountId;
use crate::mail::{self, Channel, Notices};
use sea_orm::{ConnectionTrait, DbErr};
use views::Locale;

/// Why settings were not taken.
#[derive(Debug, thiserror::Error)]
pub enum SetNoticesError {
    /// Letters by mail, and no mailbox; or short messages, and no phone.
    #[error("the account has no contact of this channel")]
    NoContact,
    /// The account is gone.
    #[error("the account is gone")]
    Gone,
    /// The database refused.
    #[error("the settings could not be noted")]
    Database(#[from] DbErr),
}

/// The settings of the viewer's account; none if it is gone.
pub async fn notices(
    connection: &impl ConnectionTrait,
    viewer: &Viewer,
) -> Result<Option<OwnNotices>, DbErr> {
    let Some(account) = store::account(connection, viewer.account).await? else { return Ok(None) };
    let settings = settings(connection, &account).await?;
    Ok(Some(OwnNotices { phone: account.phone, email: account.email, settings }))
}

/// What an account chose.
pub(super) async fn settings(
    connection: &impl ConnectionTrait,
    account: &store::Account,
) -> Result<NoticeSettings, DbErr> {
    let Notices { channel, quiet } = mail::notices::of(connection, account.id.as_uuid()).await?;
    Ok(NoticeSettings { language: language(account), channel, quiet })
}

/// The language of an account.
pub(super) fn language(account: &store::Account) -> Locale {
    Locale::from_code(&account.language).unwrap_or_default()
}

/// Takes the settings that the viewer chose; the trail says which of them changed.
pub async fn set_notices(
    desk: &Desk<'_>,
    viewer: &Viewer,
    chosen: NoticeSettings,
) -> Result<(), SetNoticesError> {
    let transaction = desk.database.begin().await?;
    let account = store::account(&transaction, viewer.account).await?.ok_or(SetNoticesError::Gone)?;
    let has = |channel| match channel {
        Channel::Email => account.email.is_some(),
        Channel::Sms => account.phone.is_some(),
    };
    if !chosen.channel.is_none_or(has) {
        return Err(SetNoticesError::NoContact);
    }
    let before = settings(&transaction, &account).await?;
    let NoticeSettings { language, channel, quiet } = chosen;
    let compared = [
        ("language", before.language != language),
        ("channel", before.channel != channel),
        ("quiet_hours", before.quiet != quiet),
    ];
    let changed: Vec<&str> = compared.iter().filter(|(_, other)| *other).map(|(name, _)| *name).collect();
    if changed.is_empty() {
        return Ok(());
    }
    store::set_language(&transaction, account.id, language.code(), desk.at).await?;
    let kept = Notices { channel, quiet };
    mail::notices::save(&transaction, account.id.as_uuid(), kept, desk.at).await?;
    desk.record(&transaction, account.id, Action::Changed, &changed).await?;
    Ok(transaction.commit().await?)
}

/// Where and in which language an account is written to; none if it is closed or gone.
pub async fn addressee(
    connection: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Option<Addressee>, DbErr> {
    let held = store::account(connection, account).await?;
    let Some(held) = held.filter(|held| held.status == AccountStatus::Active) else { return Ok(None) };
    let contact = contact_of(connection, &held).await?;
    let language = language(&held);
    Ok(contact.map(|contact| Addressee { account, recipient: contact.recipient(), language }))
}

/// Where letters to an account go: to the contact that its owner chose, else to its phone; but to the other one where
/// letters come back.
pub(super) async fn contact_of(
    connection: &impl ConnectionTrait,
    account: &store::Account,
) -> Result<Option<Contact>, DbErr> {
    let held = [&account.phone, &account.email].into_iter().flatten();
    let mut contacts: Vec<Contact> = held.filter_map(|contact| contact.parse().ok()).collect();
    let chosen = mail::notices::of(connection, account.id.as_uuid()).await?.channel;
    contacts.sort_by_key(|contact| Some(contact.recipient().channel()) != chosen);
    for contact in &contacts {
        if mail::undeliverable(connection, &contact.recipient()).await?.is_none() {
            return Ok(Some(contact.clone()));
        }
    }
    Ok(contacts.into_iter().next())
}

impl Desk<'_> {
    /// In which language whoever is written to reads: that of the account, else that of the page from which it is asked.
    pub(super) async fn language_for(
        &self,
        connection: &impl ConnectionTrait,
        account: Option<AccountId>,
    ) -> Result<Locale, DbErr> {
        let Some(account) = account else { return Ok(self.language) };
        Ok(store::account(connection, account).await?.as_ref().map_or(self.language, language))
    }
}
