//! What is wrong with a file that was given to be measured with, and where?

use crate::reference::titles::ReadVectorsError;
use std::path::Path;

/// Why a file cannot be used: the file, the line where there is one, and what is wrong there.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Defect {
    /// A line says something that cannot be.
    #[error("{path}, line {line}: {what}")]
    Line {
        /// The file as it was named.
        path: String,
        /// Its line, from 1 on.
        line: u64,
        /// What is wrong there.
        what: String,
    },
    /// The file or folder as a whole cannot be used.
    #[error("{path}: {what}")]
    Whole {
        /// The file or folder as it was named.
        path: String,
        /// What is wrong with it.
        what: String,
    },
    /// The system refuses the file.
    #[error("{path}: cannot be {done}")]
    System {
        /// The file as it was named.
        path: String,
        /// `read` or `written`.
        done: &'static str,
        /// What the system says.
        source: std::io::Error,
    },
    /// Vectors that were given cannot be used.
    #[error(transparent)]
    Vectors(#[from] ReadVectorsError),
}

impl Defect {
    /// A defect on a line.
    pub(super) fn on(path: &Path, line: u64, what: impl Into<String>) -> Self {
        Self::Line { path: path.display().to_string(), line, what: what.into() }
    }

    /// A defect of a whole file or folder.
    pub(crate) fn of(path: &Path, what: impl Into<String>) -> Self {
        Self::Whole { path: path.display().to_string(), what: what.into() }
    }

    /// What the system says about a file that is to be read.
    pub(super) fn unread(path: &Path, source: std::io::Error) -> Self {
        if source.kind() == std::io::ErrorKind::NotFound {
            return Self::of(path, "there is no such file");
        }
        Self::System { path: path.display().to_string(), done: "read", source }
    }

    /// What the system says about a file that is to be written.
    pub(super) fn unwritten(path: &Path, source: std::io::Error) -> Self {
        Self::System { path: path.display().to_string(), done: "written", source }
    }
}
