//! What came of an import, for the command line.

use super::coverage::Coverage;
use std::fmt;
use std::path::PathBuf;

/// How far an import is: everything counted here is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows read.
    pub read: usize,
    /// Rows stored because they are new or changed; in a dry run, rows that could be.
    pub accepted: usize,
    /// Rows that are held already.
    pub unchanged: usize,
    /// Rows refused.
    pub rejected: usize,
}

/// What came of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Rows read.
    pub read: usize,
    /// Rows stored because they are new or changed; in a dry run, rows that could be.
    pub accepted: usize,
    /// Rows that are held already.
    pub unchanged: usize,
    /// Rows refused.
    pub rejected: usize,
    /// Adverts withdrawn because their source no longer holds them.
    pub withdrawn: usize,
    /// Where the refused rows are, if any.
    pub errors_file: Option<PathBuf>,
    /// How much was understood.
    pub coverage: Coverage,
    /// What the operator should know.
    pub warnings: Vec<String>,
    /// Nothing was stored.
    pub dry_run: bool,
}

impl fmt::Display for ImportReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.dry_run {
            writeln!(f, "dry run: nothing was stored")?;
        }
        writeln!(
            f,
            "read {}, accepted {}, unchanged {}, rejected {}",
            self.read, self.accepted, self.unchanged, self.rejected
        )?;
        if self.withdrawn > 0 {
            writeln!(f, "withdrawn {}", self.withdrawn)?;
        }
        let Coverage { rows, occupation, occupation_sure, place, skills } = self.coverage;
        if rows > 0 {
            writeln!(
                f,
                "understood: occupation {occupation} of {rows} ({occupation_sure} with confidence .8 or more), \
                 place {place}, skills {skills}"
            )?;
        }
        if let Some(file) = &self.errors_file {
            writeln!(f, "rejected rows: {}", file.display())?;
        }
        for warning in &self.warnings {
            writeln!(f, "note: {warning}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { read, accepted, unchanged, rejected } = self;
        write!(f, "read {read}, accepted {accepted}, unchanged {unchanged}, rejected {rejected} so far")
    }
}
