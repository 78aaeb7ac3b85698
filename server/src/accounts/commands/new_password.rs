//! Somebody who lost a password and answered a code chooses another one.

use super::answer::enter;
use super::passwords::words_of;
use super::{Answered, Desk, Trouble, digest_of_token, same};
use crate::accounts::model::{AccountStatus, CODE_LIVES, Factors, Password, Purpose};
use crate::accounts::store::{self, Account};
use crate::audit::model::Action;
use crate::digest::hexadecimal;
use crate::ids::ChallengeId;
use crate::mail::Change;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// What entitles to choose a new password, once and for as long as a code works.
#[derive(Clone, PartialEq, Eq)]
pub struct MayChoose {
    /// The challenge.
    pub id: ChallengeId,
    /// 256 random bits in hexadecimal digits, of which the table holds the digest.
    pub secret: String,
}

/// Why no new password was taken.
#[derive(Debug, thiserror::Error)]
pub enum ChooseError {
    /// Nobody may choose with this: it is wrong, was used, or has run out.
    #[error("nobody may choose a password with this")]
    Gone,
    /// The network showed wrong ones too often.
    #[error("too many wrong answers")]
    TooMany,
    /// The password became known elsewhere.
    #[error("the password stands in the list of known passwords")]
    Known,
    /// Something of ours.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl From<DbErr> for ChooseError {
    fn from(error: DbErr) -> Self {
        Self::Trouble(error.into())
    }
}

impl Desk<'_> {
    /// Lets whoever answered a code choose a new password.
    pub(super) async fn let_choose(
        &self,
        transaction: &DatabaseTransaction,
        account: &Account,
    ) -> Result<MayChoose, Trouble> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        let secret = hexadecimal(&bytes);
        let new = store::NewChallenge {
            account: Some(account.id),
            digest: Some(digest_of_token(&secret)),
            ..store::NewChallenge::default()
        };
        let id = self.challenge(transaction, Purpose::NewPassword, (None, CODE_LIVES), new).await?;
        Ok(MayChoose { id, secret })
    }
}

/// Words that whoever may choose a new password is known by: the contacts of the account. What entitles nobody is counted
/// by network.
pub async fn may_choose(desk: &Desk<'_>, shown: &MayChoose) -> Result<Vec<String>, ChooseError> {
    if let Some(account) = entitled(desk, desk.database.reader(), shown).await? {
        return Ok(words_of(account));
    }
    let transaction = desk.database.begin().await?;
    let wrong = desk.wrong_answers(Purpose::NewPassword, None);
    let counted = desk.counts_wrong(&transaction, &wrong).await?;
    transaction.commit().await?;
    Err(if counted { ChooseError::Gone } else { ChooseError::TooMany })
}

/// The account whose password may be chosen with what was shown.
async fn entitled(
    desk: &Desk<'_>,
    connection: &impl ConnectionTrait,
    shown: &MayChoose,
) -> Result<Option<Account>, DbErr> {
    let challenge = store::challenge(connection, shown.id, desk.at).await?;
    let challenge = challenge.filter(|held| held.purpose == Purpose::NewPassword);
    let right = digest_of_token(&shown.secret);
    let challenge = challenge.filter(|held| held.digest.as_deref().is_some_and(|held| same(held, &right)));
    let Some(id) = challenge.and_then(|held| held.account_id) else { return Ok(None) };
    let account = store::account(connection, id).await?;
    Ok(account.filter(|held| held.status == AccountStatus::Active))
}

/// Takes the new password that a recovery led to: all sessions end, and whoever holds the contact is signed in, or asked
/// for the second factor.
pub async fn choose_password(
    desk: &Desk<'_>,
    shown: &MayChoose,
    password: &Password,
) -> Result<Answered, ChooseError> {
    // Hashing takes long: it is done for those alone who may choose.
    if entitled(desk, desk.database.reader(), shown).await?.is_none() {
        return Err(ChooseError::Gone);
    }
    let Some(hash) = desk.hash(password).await? else { return Err(ChooseError::Known) };
    let transaction = desk.database.begin().await?;
    let account = entitled(desk, &transaction, shown).await?.ok_or(ChooseError::Gone)?;
    if !store::mark_used(&transaction, shown.id, desk.at).await? {
        return Err(ChooseError::Gone);
    }
    store::set_password(&transaction, account.id, &hash, desk.at).await?;
    desk.record(&transaction, account.id, Action::Changed, &["password", "sessions"]).await?;
    desk.tell(&transaction, &account, Change::Password).await?;
    store::end_all(&transaction, account.id).await?;
    desk.end_pending(&transaction, account.id).await?;
    let answered = enter(desk, &transaction, &account, Factors::One).await?;
    transaction.commit().await?;
    Ok(answered)
}
