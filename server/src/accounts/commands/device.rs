//! What a device shows that signed an account in before, so that strangers cannot lock its owner out.

use super::{Desk, same};
use crate::accounts::store::Account;
use crate::digest::hexadecimal;

/// A mark counts so many days after the last sign-in with it.
const LIVES: i64 = 365;
/// Seconds of a day.
const DAY: i64 = 86_400;

impl Desk<'_> {
    /// The mark of a device that signs an account in now, which only these keys make: the account, the day, what names the
    /// device, and their digest, in which the hash of the password or PIN stands, so that a new one ends it. A device that
    /// has one keeps its name.
    pub(super) fn mark_device(&self, account: &Account) -> Result<String, getrandom::Error> {
        let nonce = if let Some(nonce) = self.own_device(account) {
            nonce.to_owned()
        } else {
            let mut bytes = [0; 16];
            getrandom::fill(&mut bytes)?;
            hexadecimal(&bytes)
        };
        let day = self.day().to_string();
        let digest = self.digest_of_mark(account, &day, &nonce);
        Ok(format!("{}.{day}.{nonce}.{digest}", account.id))
    }

    /// What names the device, if it shows that it signed this account in within a year, with the password of now.
    pub(super) fn own_device(&self, account: &Account) -> Option<&str> {
        let mut parts = self.mark?.splitn(4, '.');
        let (of, day, nonce, digest) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let right = self.digest_of_mark(account, day, nonce);
        if of != account.id.to_string() || !same(&right, digest) {
            return None;
        }
        let age = self.day() - day.parse::<i64>().ok()?;
        (age <= LIVES).then_some(nonce)
    }

    fn day(&self) -> i64 {
        self.at.timestamp().div_euclid(DAY)
    }

    fn digest_of_mark(&self, account: &Account, day: &str, nonce: &str) -> String {
        let password = account.password_hash.as_deref().or(account.card_pin.as_deref()).unwrap_or_default();
        self.keys.digest("device", &format!("{} {day} {nonce} {password}", account.id))
    }
}
