//! The languages that labels are written in.

use serde::{Deserialize, Serialize};

/// A language the lexicon distinguishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// ລາວ
    Lao,
    /// English
    English,
    /// Tiếng Việt
    Vietnamese,
    /// ไทย
    Thai,
    /// Any other, or unknown.
    Other,
}

impl Language {
    /// ISO 639-1 code; empty for [`Language::Other`].
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lao => "lo",
            Self::English => "en",
            Self::Vietnamese => "vi",
            Self::Thai => "th",
            Self::Other => "",
        }
    }

    /// The language of an ISO 639-1 code; [`Language::Other`] for every unknown one.
    pub fn from_code(code: &str) -> Self {
        match code {
            "lo" => Self::Lao,
            "en" => Self::English,
            "vi" => Self::Vietnamese,
            "th" => Self::Thai,
            _ => Self::Other,
        }
    }
}
