//! What is a letter? To whom, in which language, what it says, and what came of it.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use views::Locale;

mod handling;
mod recipient;
mod said;

pub use recipient::Recipient;
pub use said::{AlertJob, ApplicationTold, Said};
pub use views::mail::Change;

/// How something is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By mail.
    Email,
    /// As a short message to a phone.
    Sms,
}

impl Channel {
    /// What it is called in lists and figures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
        }
    }
}

/// Whether something may wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// It comes at any hour: codes that somebody waits for, and what concerns the safety of an account.
    Now,
    /// It waits until the reader's quiet hours end.
    CanWait,
}

/// What came of a message so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It is to be sent, or tried again.
    Waiting,
    /// A server or gateway took it over.
    Sent,
    /// It was given up: refused for good, tried too often, or too late.
    Dead,
    /// An operator took it back.
    Withdrawn,
}

impl Status {
    /// What it is called in lists and figures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Dead => "dead",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Something to be said to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub recipient: Recipient,
    /// In which language.
    pub language: Locale,
    /// What.
    pub said: Said,
    /// Whose letter it is, if they have an account.
    pub account: Option<Uuid>,
    /// After this it is of no use.
    pub expires_at: Option<DateTime<Utc>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_recipients_stand_in_no_log() {
        let letter = Letter {
            recipient: Recipient::Email("anong@example.la".to_owned()),
            language: Locale::Lao,
            said: Said::SignInCode { code: "482913".to_owned() },
            account: None,
            expires_at: None,
        };
        let logged = format!("{letter:?}");
        assert!(!logged.contains("482913") && !logged.contains("anong"), "{logged}");
    }
}
