//! What was measured: rows of waiting times, single figures, checks; as JSON, and as Markdown tables.

mod markdown;

pub(super) use markdown::rounded;

use super::Part;
use super::growth::Growth;
use super::machine::Machine;
use super::timing::Latency;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Our own engine, with which rivals are compared.
pub(crate) const OURS: &str = "viak";

/// All that one run measured.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Where it ran.
    pub machine: Machine,
    /// People of the world.
    pub people: u32,
    /// Vacancies of the world.
    pub vacancies: u32,
    /// Seed of the world and of the questions.
    pub seed: u64,
    /// Waiting times.
    pub rows: Vec<Row>,
    /// Single figures.
    pub figures: Vec<Figure>,
    /// What was compared, and came out equal or not.
    pub checks: Vec<Check>,
    /// What a reader has to know beside the figures.
    pub notes: Vec<Note>,
    /// How each row stands to that of an earlier run, where one was named.
    pub growth: Option<Growth>,
}

/// How long one engine took for one kind of question.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Row {
    /// Which part measured it.
    pub part: Part,
    /// The kind of question.
    pub what: String,
    /// Who answered.
    pub engine: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// Times, or why there are none.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Times of one client, and questions per second of several where that was measured.
    Measured {
        /// Of one client, or of all where only all were measured.
        latency: Latency,
        /// Clients and their questions per second.
        together: Option<(usize, f64)>,
    },
    /// Why it did not run.
    NotRun(String),
}

/// One figure.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Figure {
    /// Which part measured it; none for the world itself.
    pub part: Option<Part>,
    /// What it is.
    pub what: String,
    /// How much.
    pub value: f64,
    /// Of what.
    pub unit: Cow<'static, str>,
}

/// Something that must come out equal, or at least as good.
#[derive(Clone, Debug, Serialize)]
pub struct Check {
    /// Which part compared it; none for the world itself.
    pub part: Option<Part>,
    /// What was compared and how it came out.
    pub text: String,
    /// As it must be.
    pub holds: bool,
}

/// Something that a reader has to know.
#[derive(Clone, Debug, Serialize)]
pub struct Note {
    /// The part that it is about; none for all.
    pub part: Option<Part>,
    /// What there is to know.
    pub text: Cow<'static, str>,
}

impl Report {
    /// A report without anything measured yet.
    pub(crate) fn new(people: u32, vacancies: u32, seed: u64) -> Self {
        let machine = Machine::look();
        Self {
            machine,
            people,
            vacancies,
            seed,
            rows: Vec::new(),
            figures: Vec::new(),
            checks: Vec::new(),
            notes: Vec::new(),
            growth: None,
        }
    }

    /// Adds a figure.
    pub(crate) fn figure(
        &mut self,
        part: Option<Part>,
        what: impl Into<String>,
        value: f64,
        unit: &'static str,
    ) {
        self.figures.push(Figure { part, what: what.into(), value, unit: unit.into() });
    }

    /// Adds a check.
    pub(crate) fn check(&mut self, part: impl Into<Option<Part>>, text: impl Into<String>, holds: bool) {
        self.checks.push(Check { part: part.into(), text: text.into(), holds });
    }

    /// Adds a note.
    pub(crate) fn note(&mut self, part: impl Into<Option<Part>>, text: impl Into<Cow<'static, str>>) {
        self.notes.push(Note { part: part.into(), text: text.into() });
    }

    /// Did every check come out as it must?
    pub fn holds(&self) -> bool {
        self.checks.iter().all(|check| check.holds)
    }
}

/// Questions per second, of several clients where that was measured.
fn rate(row: &Row) -> Option<f64> {
    match &row.outcome {
        Outcome::Measured { latency, together } => {
            Some(together.map_or(latency.per_second, |(_, rate)| rate))
        }
        Outcome::NotRun(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn measured(engine: &str, milliseconds: u64) -> Row {
        let latency = Latency::of(vec![Duration::from_millis(milliseconds); 4], 1).unwrap();
        let outcome = Outcome::Measured { latency, together: None };
        Row { part: Part::Search, what: "three words".to_owned(), engine: engine.to_owned(), outcome }
    }

    #[test]
    fn a_rival_is_compared_and_an_absent_one_says_so() {
        let mut report = Report::new(10, 2, 1);
        report.rows = vec![measured(OURS, 2), measured("SQLite FTS5", 30)];
        let outcome = Outcome::NotRun("nobody listens".to_owned());
        report.rows.push(Row { engine: "PostgreSQL".to_owned(), outcome, ..measured(OURS, 1) });
        let text = report.to_string();
        assert!(text.contains("| SQLite FTS5 | 4 | 30.000 |"), "{text}");
        assert!(text.contains("| 15.0 × |"), "{text}");
        assert!(text.contains("| PostgreSQL | not run: nobody listens |"), "{text}");
    }

    #[test]
    fn json_holds_what_the_tables_hold() {
        let mut report = Report::new(10, 2, 1);
        report.figure(None, "rows", 12.0, "rows");
        report.check(Part::Match, "equal", false);
        let json = serde_json::to_value(&report).unwrap();
        assert_eq!(json["figures"][0]["value"], 12.0);
        assert_eq!(json["checks"][0]["part"], "match");
        assert_eq!(json["people"], 10);
        assert!(!report.holds());
    }
}
