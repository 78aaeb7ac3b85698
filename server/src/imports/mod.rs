//! Imports: files of others become vacancies, people and exchange rates.
//!
//! A file is read record by record in a thread of its own; each record is parsed and understood, and
//! stored in batches of one transaction each, so that whatever was reported as accepted is there even
//! if the program is killed. A record that cannot be taken is refused alone, with line, column and
//! reason in an errors file. Keys come from the records, so the same file twice changes nothing.

mod cells;
mod columns;
mod coverage;
mod errors_file;
mod keys;
mod people;
mod rates;
mod records;
mod report;
mod request;
mod run;
mod store;
pub mod taxonomy;
mod template;
mod traced;
pub mod understand;
mod vacancies;

#[cfg(test)]
mod run_tests;

pub use coverage::Coverage;
pub use report::{ImportReport, Progress};
pub use request::{Format, ImportError, ImportRequest, Kind, UnknownName};
pub use run::run;
pub use template::template;
pub(crate) use vacancies::{PostingError, posting};
