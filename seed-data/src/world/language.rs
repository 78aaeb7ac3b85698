//! Which languages do people and employers write in?

use serde::Deserialize;

/// A language of the generated texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Language {
    Lo,
    En,
    Vi,
}

impl Language {
    /// The language of a code of ISO 639-1, where texts are written in it.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        match code {
            "lo" => Some(Self::Lo),
            "en" => Some(Self::En),
            "vi" => Some(Self::Vi),
            _ => None,
        }
    }

    /// Code of ISO 639-1.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Lo => "lo",
            Self::En => "en",
            Self::Vi => "vi",
        }
    }
}

/// One value for each language.
#[derive(Clone, Debug, Default)]
pub(crate) struct PerLanguage<T> {
    lo: T,
    en: T,
    vi: T,
}

impl<T> PerLanguage<T> {
    pub(crate) fn get(&self, language: Language) -> &T {
        match language {
            Language::Lo => &self.lo,
            Language::En => &self.en,
            Language::Vi => &self.vi,
        }
    }

    pub(crate) fn get_mut(&mut self, language: Language) -> &mut T {
        match language {
            Language::Lo => &mut self.lo,
            Language::En => &mut self.en,
            Language::Vi => &mut self.vi,
        }
    }

    pub(crate) fn all(&self) -> [&T; 3] {
        [&self.lo, &self.en, &self.vi]
    }
}
