//! Part `titles`: titles as people type them, to occupations of the platform's own lexicon, on one core.

use super::questions;
use super::report::{OURS, Outcome, Report, Row};
use super::timing::{Latency, ROUNDS};
use super::world::Site;
use super::{BenchError, Part, Tell};
use search::ConceptKind;
use std::time::Instant;

/// Occupations that are asked for.
const TOP: usize = 10;
/// Titles before anything is timed.
const WARM_UP: usize = 50;

/// Asks for the occupations of distinct titles, in rounds, one after the other.
pub(crate) fn measure(site: &Site, report: &mut Report, tell: Tell<'_>) -> Result<(), BenchError> {
    let book = site.platform.book();
    let asked = questions::titles(site);
    if asked.is_empty() {
        return Err(BenchError::TooSmall("no vacancy has an occupation with names"));
    }
    tell(&format!("asking for the occupations of {} titles", asked.len()));
    let answer = |title: &str| book.lexicon.rank(title, ConceptKind::Occupation, TOP);
    for title in asked.iter().take(WARM_UP) {
        answer(title);
    }
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let mut times = Vec::with_capacity(asked.len());
        for title in &asked {
            let begun = Instant::now();
            answer(title);
            times.push(begun.elapsed());
        }
        rounds.extend(Latency::of(times, 1));
    }
    let part = Part::Titles;
    report.figure(Some(part), "distinct titles", asked.len() as f64, "questions");
    report.figure(Some(part), "names in the lexicon", book.lexicon.len() as f64, "names");
    let what = "a title to the 10 nearest occupations".to_owned();
    let outcome = match Latency::median(&rounds) {
        Some(latency) => Outcome::Measured { latency, together: None },
        None => Outcome::NotRun("nothing was asked".to_owned()),
    };
    report.rows.push(Row { part, what, engine: OURS.to_owned(), outcome });
    Ok(())
}
