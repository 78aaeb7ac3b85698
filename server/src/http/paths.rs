//! Addresses of pages: the one place where they are written.

use crate::ids::VacancyId;

/// The home page.
pub const HOME: &str = "/";
/// The results page.
pub const JOBS: &str = "/jobs";
/// The feed of the results.
pub const FEED: &str = "/jobs.atom";

/// A vacancy.
pub fn job(id: VacancyId) -> String {
    format!("/jobs/{id}")
}

/// `path` with a query, where there is one.
pub fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}
