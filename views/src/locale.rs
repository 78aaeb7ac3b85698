//! The languages in which pages are written.

use fluent_templates::{LanguageIdentifier, langid};

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Locale {
    /// Lao, the default.
    #[default]
    Lao,
    /// English.
    English,
    /// Vietnamese.
    Vietnamese,
}

static LAO: LanguageIdentifier = langid!("lo");
static ENGLISH: LanguageIdentifier = langid!("en");
static VIETNAMESE: LanguageIdentifier = langid!("vi");

impl Locale {
    /// All languages in the order of the language switch.
    pub const ALL: [Self; 3] = [Self::Lao, Self::English, Self::Vietnamese];

    /// ISO 639-1 code: `lo`, `en`, `vi`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lao => "lo",
            Self::English => "en",
            Self::Vietnamese => "vi",
        }
    }

    /// The language with an ISO 639-1 code, none if pages are not written in it.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.code() == code)
    }

    /// The language's name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Lao => "ລາວ",
            Self::English => "English",
            Self::Vietnamese => "Tiếng Việt",
        }
    }

    /// Language and territory as Open Graph writes them.
    pub(crate) fn open_graph(self) -> &'static str {
        match self {
            Self::Lao => "lo_LA",
            Self::English => "en_GB",
            Self::Vietnamese => "vi_VN",
        }
    }

    /// The identifier by which message files are found.
    pub(crate) fn identifier(self) -> &'static LanguageIdentifier {
        match self {
            Self::Lao => &LAO,
            Self::English => &ENGLISH,
            Self::Vietnamese => &VIETNAMESE,
        }
    }
}
