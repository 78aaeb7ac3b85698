//! CVs on paper: set off the threads that serve, two at a time.

use crate::turns::Turns;
use print::{Cv, Locale, PrintError};

/// CVs that are set at once; each takes a processor for some tens of milliseconds.
const MOST_AT_ONCE: usize = 2;

/// Sets CVs. One for a server.
pub struct Press(Turns);

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// It is too long, or cannot be set.
    #[error("the CV is not printed")]
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
}
