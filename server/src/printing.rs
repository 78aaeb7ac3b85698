//! CVs and records on paper: set off the threads that serve, two at a time.

use crate::turns::Turns;
use print::{Cv, Locale, PrintError, Record};

/// Papers that are set at once; each takes a processor for some tens of milliseconds.
const MOST_AT_ONCE: usize = 2;

/// Sets CVs and records. One for a server.
pub struct Press(Turns);

/// The language of a page, as the press knows it.
pub fn printed_in(locale: views::Locale) -> Locale {
    match locale {
        views::Locale::Lao => Locale::Lo,
        views::Locale::English => Locale::En,
        views::Locale::Vietnamese => Locale::Vi,
    }
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// It is too long, or cannot be set.
    #[error("the paper is not printed")]
    Refused(#[from] PrintError),
    /// Setting it failed in a way that it should not.
    #[error("the press broke down")]
    Broken(#[from] tokio::task::JoinError),
}

impl Default for Press {
    fn default() -> Self {
        Self(Turns::of(MOST_AT_ONCE))
    }
}

impl Press {
    /// The CV as PDF; the same CV on the same day gives the same bytes. Waits for a turn.
    pub async fn cv(&self, cv: Cv, locale: Locale) -> Result<Vec<u8>, PressError> {
        Ok(self.0.take(move || print::pdf(&cv, locale)).await??)
    }

    /// What is kept about somebody as PDF. Waits for a turn.
    pub async fn record(&self, record: Record, locale: Locale) -> Result<Vec<u8>, PressError> {
        Ok(self.0.take(move || print::record(&record, locale)).await??)
    }
}
