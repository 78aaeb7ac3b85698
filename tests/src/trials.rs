//! Running a property over random cases.

use proptest::test_runner::{Config, TestRunner};

/// Runs a property over `cases` cases. A failing case is made smaller a few dozen times and printed; no
/// file is kept of it, so write it down as a test of its own.
#[must_use]
pub fn trials(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, max_shrink_iters: 40, failure_persistence: None, ..Config::default() })
}
