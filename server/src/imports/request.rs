//! What is to be imported, and why an import as a whole can fail.

use crate::audit::By;
use crate::people::commands::RegisterError;
use crate::vacancies::commands::PublishError;
use sea_orm::DbErr;
use std::path::PathBuf;
use std::str::FromStr;

/// What the records of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Vacancies.
    Vacancies,
    /// People.
    People,
    /// Exchange rates.
    Rates,
}

/// How a file is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The platform's own columns.
    Template,
    /// Export of a Vietnamese job board: list literals, wages in words.
    Itviec,
    /// schema.org `JobPosting` as JSON, JSON Lines, JSON-LD, or inside a page.
    JobPosting,
    /// Free-text CVs with a category each.
    CvTexts,
}

/// A name on the command line that stands for nothing.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{given}` is not one of {known}")]
pub struct UnknownName {
    given: String,
    known: &'static str,
}

impl FromStr for Kind {
    type Err = UnknownName;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        match raw.trim() {
            "vacancies" => Ok(Self::Vacancies),
            "people" => Ok(Self::People),
            "rates" => Ok(Self::Rates),
            other => Err(UnknownName { given: other.to_owned(), known: "vacancies, people, rates" }),
        }
    }
}

impl FromStr for Format {
    type Err = UnknownName;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        match raw.trim() {
            "template" => Ok(Self::Template),
            "itviec" => Ok(Self::Itviec),
            "jobposting" => Ok(Self::JobPosting),
            "cv-texts" => Ok(Self::CvTexts),
            other => {
                Err(UnknownName { given: other.to_owned(), known: "template, itviec, jobposting, cv-texts" })
            }
        }
    }
}

impl Kind {
    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Vacancies => "vacancies",
            Self::People => "people",
            Self::Rates => "rates",
        }
    }
}

impl Format {
    /// The name on the command line, which is also the source under which records are kept.
    pub fn name(self) -> &'static str {
        match self {
            Self::Template => "template",
            Self::Itviec => "itviec",
            Self::JobPosting => "jobposting",
            Self::CvTexts => "cv-texts",
        }
    }

    pub(super) fn fits(self, kind: Kind) -> bool {
        match self {
            Self::Template => true,
            Self::Itviec | Self::JobPosting => kind == Kind::Vacancies,
            Self::CvTexts => kind == Kind::People,
        }
    }
}

/// One import.
#[derive(Clone, Debug)]
pub struct ImportRequest {
    /// What the records are.
    pub kind: Kind,
    /// The file to read.
    pub file: PathBuf,
    /// How it is laid out; the platform's own template by default.
    pub format: Option<Format>,
    /// Read and judge everything, store nothing.
    pub dry_run: bool,
    /// Adverts without closing date stay open until a later import of the same source no longer holds them.
    pub keep_open: bool,
    /// Where refused rows go; `FILE.errors.csv` by default.
    pub errors: Option<PathBuf>,
    /// Folder for the errors file where the file's own cannot be written.
    pub data_dir: PathBuf,
    /// Name of the system that the records come from; the name of the format by default. Keys are
    /// unique within a source, and only adverts of the same source are withdrawn.
    pub source: Option<String>,
    /// Who imports it, as the audit trail says it.
    pub by: By,
}

impl ImportRequest {
    /// An import of `file` as the platform's own template, by somebody at the command line.
    pub fn new(kind: Kind, file: impl Into<PathBuf>, data_dir: impl Into<PathBuf>) -> Self {
        Self {
            kind,
            file: file.into(),
            format: None,
            dry_run: false,
            keep_open: false,
            errors: None,
            data_dir: data_dir.into(),
            source: None,
            by: By::at_command_line(),
        }
    }

    pub(super) fn layout(&self) -> Format {
        self.format.unwrap_or(Format::Template)
    }

    pub(super) fn source_name(&self) -> &str {
        self.source.as_deref().unwrap_or(self.layout().name())
    }
}

/// Why an import as a whole failed. What was reported as accepted before stays.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Nothing of that name.
    #[error("there is no file {0}")]
    NoFile(String),
    /// A folder.
    #[error("{0} is a folder, not a file")]
    Folder(String),
    /// No content.
    #[error("{0} is empty")]
    Empty(String),
    /// Columns that every row needs are not in the header.
    #[error("the first line of the file does not name the column{} {}", if .0.len() == 1 { "" } else { "s" }, .0.join(", "))]
    MissingColumns(Vec<String>),
    /// A format of another kind of records.
    #[error("{} cannot come in the format {}", .kind.name(), .format.name())]
    Misfit {
        /// What was asked for.
        kind: Kind,
        /// In which format.
        format: Format,
    },
    /// The file cannot be read.
    #[error("{file} cannot be read")]
    Unreadable {
        /// Its name.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The thread that reads the file failed.
    #[error("reading the file was broken off")]
    Reader(#[from] tokio::task::JoinError),
    /// The errors file is the file to import.
    #[error("refused rows would be written over {0}; name another file for them")]
    SameFile(String),
    /// Refused rows cannot be written anywhere.
    #[error("refused rows cannot be written to {file}")]
    ErrorsFile {
        /// Its name.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A batch of vacancies was not stored.
    #[error("the import stopped")]
    Publish(#[from] PublishError),
    /// A batch of people was not stored.
    #[error("the import stopped")]
    Register(#[from] RegisterError),
    /// The database refused.
    #[error("the database refused the import")]
    Database(#[from] DbErr),
}
