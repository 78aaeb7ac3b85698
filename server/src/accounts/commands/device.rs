//! What a device shows that signed an account in before, so that strangers cannot lock its owner out.

use super::{Desk, same};
use crate::accounts::store::Account;
use crate::digest::hexadecimal;
use crate::ids::AccountId;

impl Desk<'_> {
    /// A mark that only these keys make: the account, something random, and their digest.
    pub(super) fn mark_device(&self, account: AccountId) -> Result<String, getrandom::Error> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)?;
        let nonce = hexadecimal(&bytes);
        let digest = self.keys.digest("device", &format!("{account} {nonce}"));
        Ok(format!("{account}.{nonce}.{digest}"))
    }

    /// What names the device, if it shows that it signed this account in before.
    pub(super) fn own_device(&self, account: &Account) -> Option<&str> {
        let mut parts = self.mark?.splitn(3, '.');
        let (of, nonce, digest) = (parts.next()?, parts.next()?, parts.next()?);
        let right = self.keys.digest("device", &format!("{} {nonce}", account.id));
        (of == account.id.to_string() && same(&right, digest)).then_some(nonce)
    }
}
