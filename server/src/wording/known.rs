//! The patterns that ship with the program, made ready once for a process.

use crate::shipped;
use search::{ContactSigns, Dialled, Language, WordList, Wording, WordingError, WordingRule};
use seed_data::{ContactWords, FlagRow, WordingFileError};
use std::sync::LazyLock;

/// Patterns, which of them make a flag, and what contacts are told by.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) wording: Wording,
    pub(super) flags: Vec<FlagRow>,
    pub(super) contacts: ContactSigns,
}

/// Why the patterns make none.
#[derive(Debug, thiserror::Error)]
pub(super) enum KnownError {
    /// A file cannot be read.
    #[error(transparent)]
    File(#[from] WordingFileError),
    /// A pattern cannot be read.
    #[error(transparent)]
    Pattern(#[from] WordingError),
}

static SHIPPED: LazyLock<Known> =
    LazyLock::new(|| shipped::or_nothing(Known::shipped_or_error(), "the wording of adverts is not read"));

impl Known {
    /// Those of the program.
    pub(super) fn shipped() -> &'static Self {
        &SHIPPED
    }

    pub(super) fn shipped_or_error() -> Result<Self, KnownError> {
        let (mut lists, mut rules) = (Vec::new(), Vec::new());
        for file in seed_data::wordings()? {
            let language = Language::from_code(file.language);
            lists.extend(file.lists.into_iter().map(|row| WordList {
                language,
                name: row.name,
                phrases: row.phrases,
            }));
            rules.extend(file.groups.into_iter().map(|row| WordingRule {
                language,
                means: row.means,
                signs: row.signs,
                lifts: row.lifts,
            }));
        }
        let ContactWords { dialled, accounts, chat_hosts, chat_apps, endings } = seed_data::contact_words()?;
        let dialled = dialled.into_iter().map(|row| Dialled {
            prefix: row.prefix,
            digits: row.digits,
            country: row.country,
        });
        Ok(Self {
            wording: Wording::of(&lists, &rules)?,
            flags: seed_data::advert_flags()?,
            contacts: ContactSigns { dialled: dialled.collect(), accounts, chat_hosts, chat_apps, endings },
        })
    }
}
