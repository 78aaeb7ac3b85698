//! Reports of adverts, and the queue of whoever decides about vacancies.

mod queue;
mod reports;

pub(super) use queue::{queue, reported, taken_down, waiting_count};
pub(super) use reports::{close_reports, insert_report, reports_of};
