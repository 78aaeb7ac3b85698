//! Vacancies that an organisation posts: the form, and its own page of each.

mod form;
mod officer;
mod own;
mod problem;
mod queue;
mod report;
mod way;
mod words;

pub use form::{FIELDS, Offered, Typed, form};
pub use officer::{DecidePage, FlagRow, Linked, ReportRow, decide};
pub use own::{Beside, Checked, Doable, Logged, OwnPage, beside, own};
pub use problem::{Problem, Problems};
pub use queue::{QueuePage, QueueRow, WhyWord, queue};
pub use report::{ReasonWord, ReportPage, report, reported};
pub use way::WayWord;
pub use words::{Found, FoundWord, StatusWord, StepWord};
