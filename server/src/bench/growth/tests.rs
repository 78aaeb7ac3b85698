//! Growth of rows and figures between two runs.

use super::*;
use crate::bench::Part;
use crate::bench::timing::Latency;
use std::time::Duration;

fn row(engine: &str, microseconds: u64) -> Row {
    let latency = Latency::of(vec![Duration::from_micros(microseconds); 4], 1).unwrap();
    let outcome = Outcome::Measured { latency, together: None };
    Row { part: Part::Search, what: "three words".to_owned(), engine: engine.to_owned(), outcome }
}

fn run(people: u32, ours: u64, theirs: u64, per_second: f64) -> Report {
    let mut report = Report::new(people, 10, 1);
    report.rows = vec![row(OURS, ours), row("PostgreSQL", theirs)];
    report.figure(None, "rows generated and stored", per_second, "rows/s");
    report.figure(Some(Part::Match), "shut out", 99.0, "%");
    report
}

fn compared(before: &Report, mut now: Report) -> Report {
    let json = serde_json::to_vec(before).unwrap();
    now.compare(&serde_json::from_slice(&json).unwrap());
    now
}

#[test]
fn growth_with_the_world_holds_and_a_rival_is_not_judged() {
    let report = compared(&run(100, 10, 10, 500.0), run(400, 45, 400, 450.0));
    assert!(report.holds(), "{report}");
    let text = report.to_string();
    assert!(text.contains("linear is × 4.00"), "{text}");
    assert!(text.contains("| 0.0100 | 0.0450 | × 4.50 | × 4.00 | yes |"), "{text}");
    assert!(text.contains("| 0.0100 | 0.4000 | × 40.00 |  |  |"), "{text}");
    assert!(text.contains("| 99 | 99 | × 1.00 |  |  |"), "{text}");
}

#[test]
fn what_grows_faster_than_the_world_fails_the_run_and_is_named() {
    let slow = compared(&run(100, 10, 10, 500.0), run(400, 55, 10, 500.0));
    assert!(!slow.holds());
    assert!(
        slow.checks.iter().any(|check| check.text.contains("2 of 3 rows do: three words; three words")),
        "{slow}"
    );
    let falling = compared(&run(100, 10, 10, 500.0), run(400, 10, 10, 300.0));
    assert!(falling.checks.iter().any(|check| check.text.contains("rows generated")), "{falling}");
}

#[test]
fn what_reads_vacancies_alone_may_not_grow_with_people() {
    let pages = |report: Report| {
        let rows = report.rows.into_iter().map(|row| Row { part: Part::Pages, ..row }).collect();
        Report { rows, ..report }
    };
    let grown = compared(&pages(run(100, 10, 10, 500.0)), pages(run(400, 15, 10, 500.0)));
    assert!(grown.checks.iter().any(|check| check.text.contains("2 of 3 rows do")), "{grown}");
}
