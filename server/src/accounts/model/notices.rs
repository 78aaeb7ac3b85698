//! How the owner of an account wants to be written to.

use crate::ids::AccountId;
use crate::mail::quiet::QuietHours;
use crate::mail::{Channel, Recipient};
use views::Locale;

/// How the owner of an account wants to be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeSettings {
    /// In which language.
    pub language: Locale,
    /// By letter or short message, where the account has both.
    pub channel: Option<Channel>,
    /// When they are not to be disturbed.
    pub quiet: Option<QuietHours>,
}

/// The settings of an account, and what may be chosen.
#[derive(Clone, Debug)]
pub struct OwnNotices {
    /// Phone number, in international form.
    pub phone: Option<String>,
    /// Address of the mailbox.
    pub email: Option<String>,
    /// What is chosen.
    pub settings: NoticeSettings,
}

/// Where and how somebody is written to.
#[derive(Clone, Debug)]
pub struct Addressee {
    /// Whose letters these are.
    pub account: AccountId,
    /// Where they go.
    pub recipient: Recipient,
    /// In which language.
    pub language: Locale,
}
