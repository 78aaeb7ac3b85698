//! Vacancies that an organisation posts: the form, and its own page of each.

mod form;
mod officer;
mod own;
mod problem;
mod report;
mod words;

pub use form::{FIELDS, Offered, Typed, form};
pub use officer::{DecidePage, FlagRow, Linked, QueuePage, QueueRow, ReportRow, WhyWord, decide, queue};
pub use own::{Beside, Checked, Doable, Logged, OwnPage, beside, own};
pub use problem::{Problem, Problems};
pub use report::{ReasonWord, ReportPage, report, reported};
pub use words::{Found, FoundWord, StatusWord, StepWord};
