//! The papers of people: uploaded files are read, CVs and copies of the own data are set. One of each for a server.

use crate::documents::{Extractor, OneEach};
#[cfg(feature = "pdf")]
use crate::printing::Press;

/// What reads and sets papers.
pub struct Papers {
    /// Reads uploaded files.
    pub extractor: Extractor,
    /// Who sends a file just now.
    pub senders: OneEach,
    /// Sets CVs and the own data.
    #[cfg(feature = "pdf")]
    pub press: Press,
}

impl Default for Papers {
    /// Files are read by the running program, started again for each.
    fn default() -> Self {
        Self {
            extractor: Extractor::of_this_program(),
            senders: OneEach::default(),
            #[cfg(feature = "pdf")]
            press: Press::default(),
        }
    }
}
