//! What the owner of an account sees of it.

use super::{Factors, NoticeSettings};
use crate::ids::SessionId;
use chrono::{DateTime, Utc};

/// A session as its owner sees it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// By which it is ended.
    pub id: SessionId,
    /// The device, as it names itself.
    pub device: String,
    /// Its network, rounded.
    pub network: String,
    /// When it began.
    pub since: DateTime<Utc>,
    /// When it was last used, to some minutes.
    pub seen: DateTime<Utc>,
    /// With how much it signed in.
    pub factors: Factors,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// What the owner of an account sees of it.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Phone number, in international form.
    pub phone: Option<String>,
    /// Address of the mailbox.
    pub email: Option<String>,
    /// Since when nothing arrives at the phone, if that is so.
    pub phone_fails: Option<DateTime<Utc>>,
    /// Since when letters to the mailbox come back, if they do.
    pub email_fails: Option<DateTime<Utc>>,
    /// How the owner wants to be written to.
    pub notices: NoticeSettings,
    /// Whether there is a password.
    pub password: bool,
    /// Since when a second factor is asked for.
    pub second_factor: Option<DateTime<Utc>>,
    /// Recovery codes that are left.
    pub recovery_codes: u64,
    /// Where it is signed in.
    pub sessions: Vec<Listed>,
}

/// A secret for the owner's device.
pub struct Proposal {
    /// In letters and digits, to be typed.
    pub secret: String,
    /// As an address that devices read from a picture.
    pub address: String,
}
