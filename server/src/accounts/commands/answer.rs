//! Somebody answers what was asked: a code that was sent, or one of the second factor.

use super::card::enter_by_card;
use super::new_password::MayChoose;
use super::notices::contact_of;
use super::{Desk, SignedIn, Trouble, same, second_factor};
use crate::accounts::model::{Code, Contact, Factors, Purpose};
use crate::accounts::store::{self, Challenge};
use crate::audit::model::Action;
use crate::db::locks;
use crate::ids::{AccountId, ChallengeId};
use crate::mail::{self, Said};
use sea_orm::DatabaseTransaction;

/// Answers that one challenge takes.
pub(super) const ANSWERS: i32 = 5;

/// What a right answer led to.
pub enum Answered {
    /// Signed in.
    SignedIn(SignedIn),
    /// The second factor is asked for.
    SecondFactor(ChallengeId),
    /// A code was sent, and is asked for.
    CodeSent(ChallengeId),
    /// A new password may be chosen, by whoever shows this.
    NewPassword(MayChoose),
    /// Another contact counts from now on.
    ContactChanged,
}

/// Why an answer led to nothing.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// It is not right; so many more may be given.
    #[error("the code is not right")]
    Wrong {
        /// Answers that are left.
        left: u32,
    },
    /// Too many wrong ones were given before, to whatever was asked.
    #[error("too many wrong answers")]
    TooMany,
    /// There is nothing to be answered: too late, too often, answered before, or never asked.
    #[error("this code works no more")]
    Gone,
    /// Something of ours.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl From<sea_orm::DbErr> for AnswerError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Trouble(error.into())
    }
}

impl Desk<'_> {
    /// Whether a code is the answer to a challenge.
    pub(super) fn is_right(&self, challenge: &Challenge, code: &Code) -> bool {
        let held = challenge.digest.as_deref();
        held.is_some_and(|held| same(held, &self.answer_digest(challenge.id, code)))
    }
}

/// Takes the answer to a challenge and does what it leads to.
pub async fn answer(desk: &Desk<'_>, id: ChallengeId, code: &Code) -> Result<Answered, AnswerError> {
    let transaction = desk.database.begin().await?;
    locks::wait_for(&transaction, "accounts").await?;
    let Some(challenge) = store::challenge(&transaction, id, desk.at).await? else {
        return Err(AnswerError::Gone);
    };
    let account = match challenge.account_id {
        Some(id) => store::account(&transaction, id).await?,
        None => None,
    };
    let wrong = desk.wrong_answers(challenge.purpose, account.as_ref());
    if desk.has_guessed(&transaction, &wrong).await? {
        return Err(AnswerError::TooMany);
    }
    let elsewhere = matches!(challenge.purpose, Purpose::NewPassword | Purpose::Claim);
    if elsewhere || !store::count_answer(&transaction, id, ANSWERS).await? {
        return Err(AnswerError::Gone);
    }
    if challenge.purpose == Purpose::SecondFactor
        && let Some(account) = &account
        && !second_factor::counts(desk, &transaction, account).await?
    {
        transaction.commit().await?;
        return Err(AnswerError::Gone);
    }
    let right = match challenge.purpose {
        Purpose::SecondFactor => {
            second_factor::is_right(desk, &transaction, challenge.account_id, code).await?
        }
        _ => desk.is_right(&challenge, code),
    };
    if !right {
        desk.counts_wrong(&transaction, &wrong).await?;
        if let Some(account) = challenge.account_id {
            desk.record_wrong_answer(&transaction, account).await?;
        }
        transaction.commit().await?;
        let left = u32::try_from(ANSWERS - 1 - challenge.attempts).unwrap_or(0);
        return Err(if left == 0 { AnswerError::Gone } else { AnswerError::Wrong { left } });
    }
    if !store::mark_used(&transaction, id, desk.at).await? {
        return Err(AnswerError::Gone);
    }
    let answered = lead(desk, &transaction, challenge, account).await?;
    transaction.commit().await?;
    Ok(answered)
}

/// What the right answer leads to.
async fn lead(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    challenge: Challenge,
    account: Option<store::Account>,
) -> Result<Answered, AnswerError> {
    let contact: Option<Contact> = challenge.contact.as_deref().and_then(|contact| contact.parse().ok());
    match (challenge.purpose, account, contact) {
        (Purpose::SignUp, None, Some(contact)) => {
            let account = make(desk, transaction, &contact, challenge.payload).await?;
            Ok(Answered::SignedIn(desk.begin_session(transaction, &account, Factors::One).await?))
        }
        (Purpose::SignIn | Purpose::Recover, Some(account), Some(contact))
            if !is_reached(&account, &contact) =>
        {
            Err(AnswerError::Gone)
        }
        (Purpose::SignIn, Some(account), _) => Ok(enter(desk, transaction, &account, Factors::One).await?),
        (Purpose::Card, Some(account), _) => Ok(enter_by_card(desk, transaction, &account).await?),
        (Purpose::SecondFactor, Some(account), _) => {
            Ok(enter(desk, transaction, &account, Factors::Two).await?)
        }
        (Purpose::Recover, Some(account), _) => {
            Ok(Answered::NewPassword(desk.let_choose(transaction, &account).await?))
        }
        (Purpose::Contact, Some(account), Some(contact)) => {
            take_over(desk, transaction, &account, &contact).await?;
            Ok(Answered::ContactChanged)
        }
        _ => Err(AnswerError::Gone),
    }
}

/// Whether a contact is that of an account.
fn is_reached(account: &store::Account, contact: &Contact) -> bool {
    let held = match contact {
        Contact::Phone(_) => &account.phone,
        Contact::Email(_) => &account.email,
    };
    held.as_deref() == Some(contact.as_str())
}

/// Makes the account whose contact has been shown to be its owner's.
async fn make(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    contact: &Contact,
    password_hash: Option<String>,
) -> Result<store::Account, AnswerError> {
    // Two sign-ups with one contact may both have been answered.
    if store::account_of(transaction, contact).await?.is_some() {
        return Err(AnswerError::Gone);
    }
    let id = AccountId::new(desk.at);
    let new = store::NewAccount { id, contact, password_hash, language: desk.language.code() };
    store::insert_account(transaction, new, desk.at).await?;
    desk.record(transaction, id, Action::Created, &[]).await?;
    store::account(transaction, id).await?.ok_or(AnswerError::Gone)
}

/// Lets somebody in who showed enough, or asks for the second factor.
pub(super) async fn enter(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    account: &store::Account,
    factors: Factors,
) -> Result<Answered, Trouble> {
    if account.totp_since.is_some() && factors < Factors::Two {
        return Ok(Answered::SecondFactor(desk.ask_second_factor(transaction, account).await?));
    }
    Ok(Answered::SignedIn(desk.begin_session(transaction, account, factors).await?))
}

/// Another contact counts from now on; the old one is told.
async fn take_over(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    account: &store::Account,
    contact: &Contact,
) -> Result<(), AnswerError> {
    if store::account_of(transaction, contact).await?.is_some_and(|held| held.id != account.id) {
        return Err(AnswerError::Gone);
    }
    store::set_contact(transaction, account.id, contact, desk.at).await?;
    mail::commands::confirmed(transaction, &contact.recipient()).await?;
    let field = match contact {
        Contact::Phone(_) => "phone",
        Contact::Email(_) => "email",
    };
    desk.record(transaction, account.id, Action::Changed, &[field]).await?;
    desk.end_pending(transaction, account.id).await?;
    let before = match contact {
        Contact::Phone(_) => account.phone.as_deref(),
        Contact::Email(_) => account.email.as_deref(),
    };
    let told = match before.and_then(|held| held.parse::<Contact>().ok()) {
        Some(before) => Some(before),
        None => contact_of(transaction, account).await?,
    };
    if let Some(told) = told.filter(|told| told != contact) {
        let said = Said::ContactChanged { to: contact.recipient(), when: desk.at };
        desk.write(transaction, (&told, Some(account.id)), said, None).await?;
    }
    Ok(())
}
