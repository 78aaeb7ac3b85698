//! How an account is reached, for those who deal with accounts of others.

use crate::ids::AccountId;

/// How an account is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The account.
    pub id: AccountId,
    /// Its phone, in international form.
    pub phone: Option<String>,
    /// Its mailbox.
    pub email: Option<String>,
    /// The language of its letters.
    pub language: String,
    /// Whether it asks for a second factor.
    pub second_factor: bool,
}

impl Entry {
    /// The mailbox, else the phone.
    pub fn name(&self) -> &str {
        self.email.as_deref().or(self.phone.as_deref()).unwrap_or_default()
    }

    /// Whether a phone number or an address is one of its own.
    pub fn is_reached_by(&self, contact: &str) -> bool {
        [&self.phone, &self.email].into_iter().flatten().any(|own| own == contact)
    }
}
