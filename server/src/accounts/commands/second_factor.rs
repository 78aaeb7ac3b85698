//! The second factor: proposed, confirmed by a code of the owner's device, asked at sign-in, removed.

use super::contacts::{ContactChangeError, is_owner, is_owner_with_both};
use super::limits::Limit;
use super::{Desk, SignedIn, Trouble};
use crate::accounts::model::{Code, Factors, Password, Proposal, Viewer};
use crate::accounts::store;
use crate::audit::model::Action;
use crate::digest::{from_hexadecimal, hexadecimal};
use crate::ids::AccountId;
use crate::mail::Change;
use chrono::TimeDelta;
use sea_orm::DatabaseTransaction;
use totp_rs::{Builder, Secret, Totp};

/// Bytes of a secret (RFC 4226 recommends 160 bits).
const SECRET: usize = 20;
/// Recovery codes that an account gets.
const CODES: usize = 10;
/// Bytes of one.
const CODE: usize = 5;
/// Answers to the second factor of one account: at most so many in so long, and as many on the owner's own devices.
const ANSWERS: Limit = (12, TimeDelta::hours(1));
/// Name that the owner's device shows.
const ISSUER: &str = "Viak";

/// Why the second factor was not changed.
#[derive(Debug, thiserror::Error)]
pub enum SecondFactorError {
    /// The code is not right.
    #[error("the code is not right")]
    Wrong,
    /// The password is another.
    #[error("the password is not right")]
    Password,
    /// Too often.
    #[error("too many tries")]
    TooMany,
    /// Nothing is proposed, or it is asked for already.
    #[error("there is nothing to be confirmed")]
    Nothing,
    /// Something of ours.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl From<sea_orm::DbErr> for SecondFactorError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Trouble(error.into())
    }
}

impl From<ContactChangeError> for SecondFactorError {
    fn from(error: ContactChangeError) -> Self {
        match error {
            ContactChangeError::Password | ContactChangeError::Known => Self::Password,
            ContactChangeError::Code => Self::Wrong,
            ContactChangeError::TooMany | ContactChangeError::NoShortMessages => Self::TooMany,
            ContactChangeError::Gone => Self::Nothing,
            ContactChangeError::Trouble(trouble) => Self::Trouble(trouble),
        }
    }
}

/// Proposes a second factor: the same as long as it is not confirmed. None, where one is asked for already.
pub async fn propose(desk: &Desk<'_>, viewer: &Viewer) -> Result<Option<Proposal>, SecondFactorError> {
    let transaction = desk.database.begin().await?;
    let account = store::account(&transaction, viewer.account).await?;
    let Some(account) = account.filter(|account| account.totp_since.is_none()) else { return Ok(None) };
    let secret = if let Some(secret) = opened(desk, &account) {
        secret
    } else {
        let mut bytes = [0; SECRET];
        getrandom::fill(&mut bytes).map_err(Trouble::from)?;
        let secret = hexadecimal(&bytes);
        let sealed = desk.keys.seal(&context(account.id), &secret).map_err(Trouble::from)?;
        store::propose_totp(&transaction, account.id, &sealed).await?;
        secret
    };
    transaction.commit().await?;
    let name = account.phone.or(account.email).unwrap_or_default();
    let totp = totp(&secret, &name).ok_or(SecondFactorError::Nothing)?;
    let address = totp.to_url().map_err(|_| SecondFactorError::Nothing)?;
    let secret = secret_of(&secret).map(|secret| secret.to_base32()).unwrap_or_default();
    Ok(Some(Proposal { secret, address }))
}

/// Confirms a proposed second factor with the password and a code of the owner's device: it is asked for from now on, and all other
/// sessions end. Whoever holds this one's token now shall not be strong with it: a new session begins in its place. Returns it
/// with recovery codes, which are not to be had again.
pub async fn confirm(
    desk: &Desk<'_>,
    viewer: &Viewer,
    password: &Password,
    code: &Code,
) -> Result<(Vec<String>, SignedIn), SecondFactorError> {
    let account = is_owner(desk, viewer, password).await?;
    if account.totp_since.is_some() || account.totp_secret.is_none() {
        return Err(SecondFactorError::Nothing);
    }
    let transaction = desk.database.begin().await?;
    if !is_code(desk, &transaction, &account, code).await? {
        transaction.commit().await?;
        return Err(SecondFactorError::Wrong);
    }
    store::confirm_totp(&transaction, account.id, desk.at).await?;
    desk.record(&transaction, account.id, Action::Created, &["second_factor"]).await?;
    desk.tell(&transaction, &account, Change::SecondFactorOn).await?;
    store::end_all(&transaction, account.id).await?;
    let signed_in = desk.begin_session(&transaction, &account, Factors::Two).await?;
    let codes = fresh_codes(desk, &transaction, account.id).await?;
    transaction.commit().await?;
    Ok((codes, signed_in))
}

/// New recovery codes in place of all before, for whoever knows the password and has a code.
pub async fn new_recovery_codes(
    desk: &Desk<'_>,
    viewer: &Viewer,
    password: &Password,
    code: &Code,
) -> Result<Vec<String>, SecondFactorError> {
    let account = is_owner_with_both(desk, viewer, password, code).await?;
    if account.totp_since.is_none() {
        return Err(SecondFactorError::Nothing);
    }
    let transaction = desk.database.begin().await?;
    let codes = fresh_codes(desk, &transaction, account.id).await?;
    desk.record(&transaction, account.id, Action::Changed, &["recovery_codes"]).await?;
    transaction.commit().await?;
    Ok(codes)
}

/// The second factor is asked for no more, for whoever knows the password and has a code.
pub async fn remove(
    desk: &Desk<'_>,
    viewer: &Viewer,
    password: &Password,
    code: &Code,
) -> Result<(), SecondFactorError> {
    let account = is_owner_with_both(desk, viewer, password, code).await?;
    if account.totp_since.is_none() {
        return Err(SecondFactorError::Nothing);
    }
    let transaction = desk.database.begin().await?;
    store::remove_totp(&transaction, account.id, desk.at).await?;
    desk.record(&transaction, account.id, Action::Removed, &["second_factor"]).await?;
    desk.tell(&transaction, &account, Change::SecondFactorOff).await?;
    transaction.commit().await?;
    Ok(())
}

/// Counts an answer to the second factor of an account, whatever it is asked for: whoever is asked knows the password. The
/// owner's own devices are counted apart and all together, so that whoever has learnt the password cannot keep the owner
/// out, and nobody has more tries by having more devices.
pub(super) async fn counts(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    account: &store::Account,
) -> Result<bool, sea_orm::DbErr> {
    let what = match desk.own_device(account) {
        Some(_) => "second factor on own devices",
        None => "second factor",
    };
    desk.counts(transaction, (what, &account.id.to_string()), ANSWERS).await
}

/// Whether a code is that of the owner's device now, or a recovery code; either is used up by it.
pub(super) async fn is_right(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    account: Option<AccountId>,
    code: &Code,
) -> Result<bool, sea_orm::DbErr> {
    let Some(id) = account else { return Ok(false) };
    let Some(account) = store::account(transaction, id).await? else { return Ok(false) };
    if account.totp_since.is_none() {
        return Ok(false);
    }
    Ok(is_code(desk, transaction, &account, code).await?
        || store::use_recovery_code(transaction, id, &recovery_digest(desk, id, code.as_str()), desk.at)
            .await?)
}

/// Whether a code is that of the owner's device now; no code is right twice.
async fn is_code(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    account: &store::Account,
    code: &Code,
) -> Result<bool, sea_orm::DbErr> {
    let Some(totp) = opened(desk, account).and_then(|secret| totp(&secret, "account")) else {
        return Ok(false);
    };
    let now = u64::try_from(desk.at.timestamp()).unwrap_or(0);
    let Some(step) = totp.check(code.as_str(), now) else { return Ok(false) };
    store::note_totp_step(transaction, account.id, i64::try_from(step).unwrap_or(i64::MAX)).await
}

async fn fresh_codes(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    account: AccountId,
) -> Result<Vec<String>, SecondFactorError> {
    let mut codes = Vec::with_capacity(CODES);
    for _ in 0..CODES {
        let mut bytes = [0; CODE];
        getrandom::fill(&mut bytes).map_err(Trouble::from)?;
        codes.push(hexadecimal(&bytes));
    }
    let digests: Vec<String> = codes.iter().map(|code| recovery_digest(desk, account, code)).collect();
    store::replace_recovery_codes(transaction, account, &digests).await?;
    Ok(codes.iter().map(|code| format!("{}-{}", &code[..CODE], &code[CODE..])).collect())
}

fn recovery_digest(desk: &Desk<'_>, account: AccountId, code: &str) -> String {
    desk.keys.digest("recovery", &format!("{account} {code}"))
}

pub(super) fn context(account: AccountId) -> String {
    format!("totp {account}")
}

/// The secret of an account, in hexadecimal digits.
fn opened(desk: &Desk<'_>, account: &store::Account) -> Option<String> {
    desk.keys.unseal(&context(account.id), account.totp_secret.as_deref()?).ok()
}

pub(super) fn secret_of(hex: &str) -> Option<Secret> {
    from_hexadecimal(hex).map(Secret::from)
}

/// Codes of six digits, every 30 seconds, one step early or late (RFC 6238).
pub(super) fn totp(hex: &str, name: &str) -> Option<Totp> {
    Builder::new().with_secret(secret_of(hex)?).with_account_name(name).with_issuer(Some(ISSUER)).build().ok()
}
