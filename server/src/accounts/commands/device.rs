//! What a device shows that signed an account in before, so that strangers cannot lock its owner out.

use super::{Desk, same};
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

    /// Whether the device shows that it signed this account in before.
    pub(super) fn knows_device(&self, account: AccountId) -> bool {
        let Some((of, nonce, digest)) = self.mark.and_then(|mark| {
            let mut parts = mark.splitn(3, '.');
            Some((parts.next()?, parts.next()?, parts.next()?))
        }) else {
            return false;
        };
        let right = self.keys.digest("device", &format!("{account} {nonce}"));
        of == account.to_string() && same(&right, digest)
    }
}
