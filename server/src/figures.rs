//! Which figures does a running process give to whoever watches it, and what does each mean?
//!
//! `docs/OPERATIONS.md` says what to do about them; a test holds it to this list.

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Counts up from the start of the process.
    Counter,
    /// Goes up and down.
    Gauge,
    /// How many fell below each bound.
    Histogram,
}

/// A figure with its meaning.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// Its name under `/metrics`.
    pub name: &'static str,
    /// What it is.
    pub form: Form,
    /// What it means.
    pub means: &'static str,
}

/// Requests by route and status.
pub const REQUESTS: &str = "viak_http_requests_total";
/// Seconds that a request took, by route.
pub const SECONDS: &str = "viak_http_request_seconds";
/// Writes through the interface for machines, by what came of them.
pub const WRITES: &str = "viak_writes_total";
/// 1 when `/readyz` would say so.
pub const READY: &str = "viak_ready";
/// Documents in an index.
pub const DOCUMENTS: &str = "viak_index_documents";
/// Commits of an index.
pub const COMMITS: &str = "viak_index_commits_total";
/// Times that an index was made again from the tables.
pub const REBUILDS: &str = "viak_index_rebuilds_total";
/// Changed rows that the indexes took over.
pub const FOLLOWED: &str = "viak_follow_changes_total";
/// Rows of vacancies that lists showed, by where they came from.
pub const LIST_ROWS: &str = "viak_list_rows_total";
/// Failures of background work.
pub const FAILURES: &str = "viak_background_failures_total";
/// Rows of the outbox that a follower has not seen.
pub const LAG_ROWS: &str = "viak_follow_lag_rows";
/// Age of the oldest of them.
pub const LAG_SECONDS: &str = "viak_follow_lag_seconds";
/// Rows in the matching columns.
pub const COLUMNS: &str = "viak_columns_rows";
/// 1 in the process that does a piece of work for all.
pub const LEASE: &str = "viak_lease_held";
/// Events of the audit trail that wait for their seal.
pub const AUDIT_WAITING: &str = "viak_audit_waiting_events";
/// Connections to the database.
pub const CONNECTIONS: &str = "viak_database_connections";
/// Connections of callers.
pub const CALLERS: &str = "viak_http_connections";
/// Memory of the process.
pub const MEMORY: &str = "viak_process_resident_bytes";

/// Letters and short messages that were tried, by what came of it.
pub const MESSAGES: &str = "viak_messages_total";
/// Letters and short messages in the table, by state.
pub const MESSAGES_HELD: &str = "viak_messages";
/// Age of the oldest that waits.
pub const MESSAGES_OLDEST: &str = "viak_messages_oldest_waiting_seconds";

/// All figures.
pub const ALL: [Figure; 21] = [
    counter(REQUESTS, "Requests, by route and status."),
    Figure { name: SECONDS, form: Form::Histogram, means: "Seconds that a request took, by route." },
    counter(WRITES, "Writes through the interface for machines that were committed, by outcome."),
    gauge(READY, "1 when the process is ready, as /readyz says; else 0."),
    gauge(DOCUMENTS, "Documents in an index."),
    counter(COMMITS, "Commits of an index while following."),
    counter(REBUILDS, "Times that an index was made again from the tables."),
    counter(FOLLOWED, "Changed rows that the indexes took over."),
    counter(LIST_ROWS, "Rows of vacancies that lists showed, from memory or from the tables."),
    counter(FAILURES, "Turns of background work that failed and were tried again, by work."),
    gauge(LAG_ROWS, "Rows of the outbox that a follower has not taken over yet."),
    gauge(
        LAG_SECONDS,
        "Age in seconds of the oldest row that a follower has not taken over yet; 0 for none.",
    ),
    gauge(COLUMNS, "People and openings in the matching columns."),
    gauge(LEASE, "1 in the one process that does this work for all; else 0."),
    gauge(AUDIT_WAITING, "Events of the audit trail that wait for their seal."),
    gauge(CONNECTIONS, "Connections of the pool to the database: open, and idle among them."),
    gauge(
        CALLERS,
        "Connections of callers to the pages and to these figures: open, and the most there may be.",
    ),
    counter(MESSAGES, "Letters and short messages that were tried, by channel and outcome."),
    gauge(MESSAGES_HELD, "Letters and short messages of the last ninety days, by channel and state."),
    gauge(MESSAGES_OLDEST, "Age in seconds of the oldest letter or short message that waits; 0 for none."),
    gauge(
        MEMORY,
        "Memory of the process in bytes: anonymous (its own) and file (indexes in the page cache).",
    ),
];

const fn counter(name: &'static str, means: &'static str) -> Figure {
    Figure { name, form: Form::Counter, means }
}

const fn gauge(name: &'static str, means: &'static str) -> Figure {
    Figure { name, form: Form::Gauge, means }
}

/// Tells the recorder what each figure means.
pub(crate) fn describe() {
    for Figure { name, form, means } in ALL {
        match form {
            Form::Counter => metrics::describe_counter!(name, means),
            Form::Gauge => metrics::describe_gauge!(name, means),
            Form::Histogram => metrics::describe_histogram!(name, means),
        }
    }
}
