//! What can be done with accounts: one file for each errand.

pub mod administer;
mod answer;
mod card;
mod codes;
mod contacts;
pub mod demo;
mod device;
mod directory;
mod letter;
mod limits;
pub(crate) mod measured;
mod new_password;
mod notices;
mod passwords;
mod proof;
mod reseal;
mod second_factor;
mod sessions;
mod sign_in;
mod sign_up;

pub use answer::{AnswerError, Answered, answer};
pub use card::{
    CardError, card_is_right, enters_by_card_alone, new_card, put_card, retire_card, sign_in_by_card,
};
pub use codes::{CodeError, CodeFor, send_code};
pub use contacts::{ContactChangeError, change_contact, shows_both};
pub use directory::{entries, find};
pub use letter::write_to;
pub use limits::{counts_a_day, counts_an_hour, counts_of_a_day, is_first_in, may_again};
pub use new_password::{ChooseError, MayChoose, choose_password, may_choose};
pub use notices::{SetNoticesError, addressee, notices, set_notices};
pub use passwords::{ChangePasswordError, change_password, words};
pub use proof::{ask_proof, proven};
pub use reseal::{ResealError, reseal};
pub use second_factor::{SecondFactorError, confirm, new_recovery_codes, propose, remove};
pub use sessions::{Recognised, end_one, end_others, end_this, end_unused, note_use, overview, recognised};
pub use sign_in::{SignInError, sign_in};
pub use sign_up::{SignUpError, sign_up};

use super::hashing::{Hashing, HashingError};
use super::model::{Code, Contact, Factors, Password, Purpose};
use super::store;
use crate::access::model::Stays;
use crate::audit::model::{ACCOUNT, Action, Actor, OWNER, Origin, PLATFORM, Subject};
use crate::audit::{self, Event};
use crate::db::Database;
use crate::digest::{hexadecimal, sha256};
use crate::erasure;
use crate::ids::{AccountId, ChallengeId};
use crate::keys::{Keys, KeysError};
use crate::mail::{self, Change, Letter, Said};
use crate::people;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{DatabaseTransaction, DbErr};
use views::Locale;

/// A session of an account that only a card enters ends by itself after so long: whoever has no phone uses one that others
/// use too.
const CARD_SESSION_LIVES: TimeDelta = TimeDelta::hours(2);

/// What an errand works with: the tables, the keys, and who asks from where.
pub struct Desk<'a> {
    /// The tables.
    pub database: &'a Database,
    /// The keys.
    pub keys: &'a Keys,
    /// Where passwords are hashed.
    pub hashing: &'a Hashing,
    /// Address of the site, for letters.
    pub base_url: &'a str,
    /// Language of whoever asks.
    pub language: Locale,
    /// From where, rounded.
    pub origin: &'a Origin,
    /// Their device, in words.
    pub device: &'a str,
    /// The token of the session that the device has now, if any.
    pub token: Option<&'a str>,
    /// What shows that the device signed in before, if it does; see [`SignedIn::device_mark`].
    pub mark: Option<&'a str>,
    /// Now.
    pub at: DateTime<Utc>,
}

/// Why any errand may fail that is no refusal.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The database refused.
    #[error("the errand could not be noted")]
    Database(#[from] DbErr),
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    Random(#[from] getrandom::Error),
    /// The keys refused.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// A password could not be hashed.
    #[error(transparent)]
    Hashing(#[from] HashingError),
}

/// A session that has begun.
pub struct SignedIn {
    /// The token for the device's cookie.
    pub token: String,
    /// What the device shows at its next sign-in, so that others cannot lock its owner out.
    pub device_mark: String,
}

impl Desk<'_> {
    /// The hash of a password; none for one that became known elsewhere.
    async fn hash(&self, password: &Password) -> Result<Option<String>, Trouble> {
        match self.hashing.hash(password).await {
            Err(HashingError::Known) => Ok(None),
            hashed => Ok(Some(hashed?)),
        }
    }

    /// Ends what is under way for an account: what was asked and not answered, and a second factor that was proposed and
    /// not confirmed. Whoever began it may not be who changes the account now.
    async fn end_pending(&self, transaction: &DatabaseTransaction, account: AccountId) -> Result<(), DbErr> {
        store::end_challenges(transaction, account).await?;
        store::drop_proposal(transaction, account).await
    }

    /// Tells the owner by letter what was changed.
    async fn tell(
        &self,
        transaction: &DatabaseTransaction,
        account: &store::Account,
        what: Change,
    ) -> Result<(), DbErr> {
        let Some(contact) = notices::contact_of(transaction, account).await? else { return Ok(()) };
        let said = Said::AccountChanged { what, when: self.at };
        self.write(transaction, (&contact, Some(account.id)), said, None).await
    }

    /// Records what the owner of an account did to these of its fields.
    async fn record(
        &self,
        transaction: &DatabaseTransaction,
        account: AccountId,
        action: Action,
        fields: &[&str],
    ) -> Result<(), DbErr> {
        let (actor, subject) = (Actor::Account(account.as_uuid()), Subject::of(ACCOUNT, account.as_uuid()));
        let event = Event::new(actor, OWNER, action, subject).fields(fields).from(self.origin.clone());
        audit::record(transaction, &event, self.at).await
    }

    /// Records that somebody answered wrongly for an account: nobody knows who, but its owner reads it.
    async fn record_wrong_answer(
        &self,
        transaction: &DatabaseTransaction,
        account: AccountId,
    ) -> Result<(), DbErr> {
        let subject = Subject::of(ACCOUNT, account.as_uuid());
        let event = Event::new(Actor::System, PLATFORM, Action::SignInRefused, subject).fields(&["code"]);
        let event = about_owner(transaction, event, account).await?;
        audit::record(transaction, &event.from(self.origin.clone()), self.at).await
    }

    /// Records that a contact and a password did not belong together, whether or not there is an account: the contact
    /// stands there as a digest, by which a series of tries is told.
    async fn record_refusal(&self, contact: &str) -> Result<(), DbErr> {
        let digest = self.keys.digest("contact", contact);
        let subject = Subject::named(ACCOUNT, digest.get(..16).unwrap_or_default());
        let event = Event::new(Actor::System, PLATFORM, Action::SignInRefused, subject);
        let transaction = self.database.begin().await?;
        audit::record(&transaction, &event.from(self.origin.clone()), self.at).await?;
        transaction.commit().await
    }

    /// Puts a challenge whose answer is `code`; without one it is what `new` holds the digest of, if anything.
    async fn challenge(
        &self,
        transaction: &DatabaseTransaction,
        purpose: Purpose,
        (code, lives): (Option<&Code>, TimeDelta),
        new: store::NewChallenge,
    ) -> Result<ChallengeId, DbErr> {
        let id = ChallengeId::new(self.at);
        let digest = code.map(|code| self.answer_digest(id, code)).or(new.digest);
        let until = (self.at, self.at + lives);
        store::insert_challenge(transaction, (id, purpose), store::NewChallenge { digest, ..new }, until)
            .await?;
        Ok(id)
    }

    fn answer_digest(&self, id: ChallengeId, code: &Code) -> String {
        self.keys.digest("challenge", &format!("{id} {}", code.as_str()))
    }

    /// Writes a letter to `contact` that is of use for as long as a code works.
    async fn write(
        &self,
        transaction: &DatabaseTransaction,
        (contact, account): (&Contact, Option<AccountId>),
        said: Said,
        lives: Option<TimeDelta>,
    ) -> Result<(), DbErr> {
        let letter = Letter {
            recipient: contact.recipient(),
            language: self.language_for(transaction, account).await?,
            said,
            account: account.map(AccountId::as_uuid),
            expires_at: lives.map(|lives| self.at + lives),
        };
        mail::enqueue(transaction, &letter, self.base_url, self.at).await?;
        Ok(())
    }

    /// Ends the session that the device has, of whichever account: a device is signed in once.
    async fn end_earlier(&self, transaction: &DatabaseTransaction) -> Result<(), DbErr> {
        let Some(token) = self.token else { return Ok(()) };
        if let Some(account) = store::end_held(transaction, &digest_of_token(token)).await? {
            self.record(transaction, account, Action::SignedOut, &["session"]).await?;
        }
        Ok(())
    }

    /// Begins a session in place of the one that the device has, and writes to the owner if the device was not seen before.
    async fn begin_session(
        &self,
        transaction: &DatabaseTransaction,
        account: &store::Account,
        factors: Factors,
    ) -> Result<SignedIn, Trouble> {
        let known = self.own_device(account).is_some();
        // The first session begins with the account.
        if !known && account.created_at < self.at {
            let said = Said::NewDevice { device: self.device.to_owned(), when: self.at };
            if let Some(contact) = notices::contact_of(transaction, account).await? {
                self.write(transaction, (&contact, Some(account.id)), said, None).await?;
            }
        }
        self.end_earlier(transaction).await?;
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        let token = hexadecimal(&bytes);
        let session = store::NewSession {
            digest: digest_of_token(&token),
            account: account.id,
            factors,
            device: self.device,
            network: self.network(),
        };
        let shared = account.phone.is_none() && account.email.is_none();
        let lives = if shared { CARD_SESSION_LIVES } else { Stays::shipped().others().whole() };
        store::insert_session(transaction, session, self.at, self.at + lives).await?;
        self.record(transaction, account.id, Action::SignedIn, &[]).await?;
        // Whoever asked to be erased and comes back stays.
        erasure::commands::came_back(transaction, account.id, self.origin, self.at).await?;
        // The password may have changed within the errand: the mark is that of the account as it stands now.
        let held = store::account(transaction, account.id).await?;
        let device_mark = self.mark_device(held.as_ref().unwrap_or(account))?;
        Ok(SignedIn { token, device_mark })
    }
}

/// The event, about whoever keeps a record with the account: that is how the owner finds it in the own trail.
async fn about_owner(
    transaction: &DatabaseTransaction,
    event: Event,
    account: AccountId,
) -> Result<Event, DbErr> {
    let person = people::commands::records::of_account(transaction, account).await?;
    Ok(match person {
        Some(person) => event.about(person),
        None => event,
    })
}

/// Whether two digests are the same, in a time that does not tell where they differ.
fn same(one: &str, other: &str) -> bool {
    use subtle::ConstantTimeEq;
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

/// The digest under which a session is held.
fn digest_of_token(token: &str) -> String {
    sha256(token.as_bytes())
}

/// Forgets tries, challenges and sessions that no longer count.
pub async fn forget(database: &Database, at: DateTime<Utc>) -> Result<(), DbErr> {
    let transaction = database.begin().await?;
    store::forget_old(&transaction, at).await?;
    transaction.commit().await
}
