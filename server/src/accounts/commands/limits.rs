//! How often errands are taken: counted by network, by contact and by account, each apart, and the owner's own devices
//! apart from all of these, so that no stranger uses up what is an owner's.

use super::{Desk, Trouble};
use crate::accounts::model::{Contact, Purpose};
use crate::accounts::store::{self, Account};
use crate::audit::model::Origin;
use crate::db::Database;
use crate::ids::AccountId;
use crate::keys::Keys;
use crate::limits::Limits;
use crate::mail::{Channel, short};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// At most so many in so long.
pub(super) type Limit = (i32, TimeDelta);

/// Codes that are sent to one contact for one network. An owner's own device has as many for itself, so that strangers
/// cannot use them up.
const CODES: Limit = (5, TimeDelta::hours(1));
/// Codes that are sent to one contact for all strangers together.
const CODES_TOGETHER: Limit = (12, TimeDelta::hours(1));
/// Codes that are sent to whoever gave the right password of an account while strangers use up its tries: only right
/// passwords count here.
const AFTER_PASSWORD: Limit = (5, TimeDelta::hours(1));
/// One contact counts once in so long, however many codes it gets.
const ONCE: Limit = (1, TimeDelta::hours(1));
/// Different contacts to which one network has codes sent, as many as it has sign-ups.
const CONTACTS: Limit = (60, TimeDelta::hours(1));
/// Wrong answers of one network. A code has a million values: in ten thousand hours of guessing one is found.
const WRONG_ANSWERS: Limit = (100, TimeDelta::hours(1));
/// Sign-ups of one network, each of which sends a message to somebody.
const SIGN_UPS: Limit = (60, TimeDelta::hours(1));
/// Errands of one network. A village, or a whole carrier, may share one address.
const ERRANDS: Limit = (1_000, TimeDelta::hours(1));

/// Counts an errand of an account that another feature limits; no, where there were `most` within a day.
pub async fn counts_a_day(
    transaction: &DatabaseTransaction,
    keys: &Keys,
    (what, account): (&str, AccountId),
    most: u32,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    counts_of_a_day(transaction, keys, (what, &account.to_string()), most, at).await
}

/// Counts something that another feature limits by who asks or is written to; no, where there were `most` within a day.
pub async fn counts_of_a_day(
    transaction: &DatabaseTransaction,
    keys: &Keys,
    (what, who): (&str, &str),
    most: u32,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let bucket = keys.digest(&format!("throttle {what}"), who);
    let limit = (i32::try_from(most).unwrap_or(i32::MAX), TimeDelta::days(1));
    store::take(transaction, &bucket, limit, at).await
}

/// Counts an errand of a network that another feature limits; no, where there were `most` within an hour.
pub async fn counts_an_hour(
    transaction: &DatabaseTransaction,
    keys: &Keys,
    (what, origin): (&str, &Origin),
    most: u32,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let bucket = keys.digest(&format!("throttle {what}"), origin.network.as_deref().unwrap_or("-"));
    let limit = (i32::try_from(most).unwrap_or(i32::MAX), TimeDelta::hours(1));
    store::take(transaction, &bucket, limit, at).await
}

/// Counts an errand of an account within a transaction of another feature; no, where there was one within `window`.
pub async fn is_first_in(
    transaction: &DatabaseTransaction,
    keys: &Keys,
    (what, account): (&str, AccountId),
    window: TimeDelta,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let bucket = keys.digest(&format!("throttle {what}"), &account.to_string());
    store::take(transaction, &bucket, (1, window), at).await
}

/// Where wrong answers are counted.
pub(super) struct WrongAnswers {
    what: &'static str,
    who: String,
}

/// Counts something that an account does; no, where it did so too often.
pub async fn may_again(
    database: &Database,
    (what, account): (&str, AccountId),
    (most, window): (u32, TimeDelta),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let limit = (i32::try_from(most).unwrap_or(i32::MAX), window);
    let transaction = database.begin().await?;
    let may = store::take(&transaction, &format!("{what} of {account}"), limit, at).await?;
    transaction.commit().await?;
    Ok(may)
}

impl Desk<'_> {
    /// The network of whoever asks.
    pub(super) fn network(&self) -> &str {
        self.origin.network.as_deref().unwrap_or("-")
    }

    /// Counts an errand of the network; no, where there were too many.
    pub(super) async fn counts_network(&self, transaction: &DatabaseTransaction) -> Result<bool, DbErr> {
        self.counts(transaction, ("network", self.network()), ERRANDS).await
    }

    /// Counts a sign-up of the network; no, where there were too many.
    pub(super) async fn counts_sign_up(&self, transaction: &DatabaseTransaction) -> Result<bool, DbErr> {
        Ok(self.counts_network(transaction).await?
            && self.counts(transaction, ("sign-up", self.network()), SIGN_UPS).await?)
    }

    /// Counts a contact to which the network has a code sent; no, where there were too many others.
    pub(super) async fn counts_contact(
        &self,
        transaction: &DatabaseTransaction,
        contact: &Contact,
    ) -> Result<bool, DbErr> {
        let here = self.here(contact);
        let another = self.counts(transaction, ("contact from here", &here), ONCE).await?;
        Ok(!another || self.counts(transaction, ("contacts", self.network()), CONTACTS).await?)
    }

    /// Counts a code to be sent to `contact`, which is that of `owner` if there is an account; no, where it got too many.
    pub(super) async fn counts_code(
        &self,
        transaction: &DatabaseTransaction,
        contact: &Contact,
        owner: Option<&Account>,
    ) -> Result<bool, DbErr> {
        // The owner's own devices have as many as all strangers together.
        let a_day = Limits::shipped().sms_number_a_day;
        if let Some(device) = owner.and_then(|account| self.own_device(account)) {
            return Ok(self.counts(transaction, ("code for own device", device), CODES).await?
                && self.counts_short_message(transaction, ("for own device", contact), a_day).await?);
        }
        let here = self.here(contact);
        Ok(self.counts(transaction, ("code from here", &here), CODES).await?
            && self.counts(transaction, ("code", contact.as_str()), CODES_TOGETHER).await?
            && self.counts_short_message(transaction, ("for strangers", contact), a_day).await?)
    }

    /// Counts a code to be sent to `contact` of `owner`, whose right password somebody gave; no, where it got too many of
    /// those. What strangers have sent counts nowhere here.
    pub(super) async fn counts_code_after_password(
        &self,
        transaction: &DatabaseTransaction,
        contact: &Contact,
        owner: &Account,
    ) -> Result<bool, DbErr> {
        let most = Limits::shipped().sms_password_a_day;
        Ok(self
            .counts(transaction, ("code after the password", &owner.id.to_string()), AFTER_PASSWORD)
            .await?
            && self.counts_short_message(transaction, ("after the password", contact), most).await?)
    }

    /// Counts a short message to a number; no, where it got `most` today of those that were asked for in this way.
    async fn counts_short_message(
        &self,
        transaction: &DatabaseTransaction,
        (asked, contact): (&str, &Contact),
        most: u32,
    ) -> Result<bool, DbErr> {
        if contact.recipient().channel() != Channel::Sms {
            return Ok(true);
        }
        let most = i32::try_from(most).unwrap_or(i32::MAX);
        let what = format!("short messages {asked}");
        self.counts(transaction, (&what, contact.as_str()), (most, TimeDelta::days(1))).await
    }

    /// Whether something can be sent to a contact today.
    pub(super) async fn can_write_to(&self, contact: &Contact) -> Result<bool, Trouble> {
        let by_phone = contact.recipient().channel() == Channel::Sms;
        Ok(!by_phone || short::are_left(self.database.reader(), self.at).await?)
    }

    /// Counts a code that an account has sent to a contact which is not its own yet.
    pub(super) async fn counts_new_contact(
        &self,
        transaction: &DatabaseTransaction,
        contact: &Contact,
        account: &Account,
    ) -> Result<bool, DbErr> {
        let id = account.id.to_string();
        Ok(self.counts(transaction, ("new contact", &id), CODES).await?
            && self.counts_code(transaction, contact, None).await?)
    }

    /// Where a wrong answer is counted: by account for its own devices, by network for all others. Whoever signs up is
    /// counted apart, so that nobody who guesses codes of others keeps newcomers of the same network away.
    pub(super) fn wrong_answers(&self, purpose: Purpose, account: Option<&Account>) -> WrongAnswers {
        match account.filter(|account| self.own_device(account).is_some()) {
            Some(account) => WrongAnswers { what: "wrong answers of owner", who: account.id.to_string() },
            None if purpose == Purpose::SignUp => {
                WrongAnswers { what: "wrong answers at sign-up", who: self.network().to_owned() }
            }
            None => WrongAnswers { what: "wrong answers", who: self.network().to_owned() },
        }
    }

    /// Whether there were so many wrong answers that no other is looked at, not even a right one.
    pub(super) async fn has_guessed(
        &self,
        transaction: &DatabaseTransaction,
        wrong: &WrongAnswers,
    ) -> Result<bool, DbErr> {
        let bucket = self.bucket((wrong.what, &wrong.who));
        store::is_spent(transaction, &bucket, WRONG_ANSWERS, self.at).await
    }

    /// Counts a wrong answer; no, where there were too many.
    pub(super) async fn counts_wrong(
        &self,
        transaction: &DatabaseTransaction,
        wrong: &WrongAnswers,
    ) -> Result<bool, DbErr> {
        self.counts(transaction, (wrong.what, &wrong.who), WRONG_ANSWERS).await
    }

    pub(super) async fn counts(
        &self,
        transaction: &DatabaseTransaction,
        what_and_who: (&str, &str),
        limit: Limit,
    ) -> Result<bool, DbErr> {
        store::take(transaction, &self.bucket(what_and_who), limit, self.at).await
    }

    /// Whether no more may be counted; counts nothing.
    pub(super) async fn is_spent(
        &self,
        connection: &impl ConnectionTrait,
        what_and_who: (&str, &str),
        limit: Limit,
    ) -> Result<bool, DbErr> {
        store::is_spent(connection, &self.bucket(what_and_who), limit, self.at).await
    }

    fn bucket(&self, (what, who): (&str, &str)) -> String {
        self.keys.digest(&format!("throttle {what}"), who)
    }

    /// A contact as this network asks about it.
    pub(super) fn here(&self, contact: &Contact) -> String {
        format!("{} {}", contact.as_str(), self.network())
    }
}
