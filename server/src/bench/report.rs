//! What was measured: rows of waiting times, single figures, checks; as JSON and as Markdown tables.

use super::Part;
use super::machine::Machine;
use super::timing::{Latency, ROUNDS};
use serde::Serialize;
use std::fmt::{self, Display, Formatter};

/// Our own engine, with which rivals are compared.
pub(crate) const OURS: &str = "viak";

/// What is not equal between the engines of the part `search`.
const SEARCH_NOTE: &str = "Unequal work in search: ours runs in this process and counts all hits, six facets, \
and hits by stem and inside unspaced stretches; rivals are asked through their driver, need not count hits, \
count three facets, and hold words segmented by us, Latin ones without diacritics and function words left out.";

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
}

/// How long one engine took for one kind of question.
#[derive(Clone, Debug, Serialize)]
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
#[derive(Clone, Debug, Serialize)]
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
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// Which part measured it; none for the world itself.
    pub part: Option<Part>,
    /// What it is.
    pub what: String,
    /// How much.
    pub value: f64,
    /// Of what.
    pub unit: &'static str,
}

/// Something that must come out equal, or at least as good.
#[derive(Clone, Debug, Serialize)]
pub struct Check {
    /// Which part compared it.
    pub part: Part,
    /// What was compared and how it came out.
    pub text: String,
    /// As it must be.
    pub holds: bool,
}

impl Report {
    /// A report without anything measured yet.
    pub(crate) fn new(people: u32, vacancies: u32, seed: u64) -> Self {
        let machine = Machine::look();
        Self { machine, people, vacancies, seed, rows: Vec::new(), figures: Vec::new(), checks: Vec::new() }
    }

    /// Adds a figure.
    pub(crate) fn figure(
        &mut self,
        part: Option<Part>,
        what: impl Into<String>,
        value: f64,
        unit: &'static str,
    ) {
        self.figures.push(Figure { part, what: what.into(), value, unit });
    }

    /// Adds a check.
    pub(crate) fn check(&mut self, part: Part, text: impl Into<String>, holds: bool) {
        self.checks.push(Check { part, text: text.into(), holds });
    }

    /// Did every check come out as it must?
    pub fn holds(&self) -> bool {
        self.checks.iter().all(|check| check.holds)
    }

    /// How many times as many questions a second we answer as the engine of `row`.
    fn advantage(&self, row: &Row) -> Option<f64> {
        let ours = self.rows.iter().find(|other| other.engine == OURS && other.what == row.what)?;
        if row.engine == OURS {
            return None;
        }
        Some(rate(ours)? / rate(row)?)
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

/// Markdown.
impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Machine { processor, cores, memory_mb, system, version, compiler, build, commit, load_before } =
            &self.machine;
        let gigabytes = *memory_mb as f64 / 1_024.0;
        writeln!(f, "# viak bench\n")?;
        writeln!(f, "- {} people, {} vacancies, seed {}", self.people, self.vacancies, self.seed)?;
        writeln!(f, "- {processor}, {cores} cores, {gigabytes:.1} GiB, {system}")?;
        let commit = commit.as_deref().unwrap_or("none");
        writeln!(
            f,
            "- viak {version}, {build} build; checkout around it now at commit {commit} (the program may be older)"
        )?;
        writeln!(
            f,
            "- compiler: {compiler} (the package's rust-version; the program does not record its compiler)"
        )?;
        if let Some(load) = load_before {
            writeln!(f, "- load average before the run: {load:.2} (what else ran on these cores)")?;
        }
        writeln!(f, "- every time and rate is the median of {ROUNDS} rounds, the maximum too")?;
        if *build == "debug" {
            writeln!(f, "- **a debug build: these figures say nothing about speed**")?;
        }
        self.write_rows(f)?;
        if self.rows.iter().any(|row| row.part == Part::Search) {
            writeln!(f, "\n{SEARCH_NOTE}")?;
        }
        self.write_figures(f)?;
        self.write_checks(f)
    }
}

impl Report {
    fn write_rows(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.rows.is_empty() {
            return Ok(());
        }
        writeln!(
            f,
            "\n| part | what | engine | questions | p50 ms | p95 ms | p99 ms | max ms | per second | clients: per second | viak : engine |"
        )?;
        writeln!(f, "|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|")?;
        for row in &self.rows {
            write!(f, "| {} | {} | {} ", row.part.name(), row.what, row.engine)?;
            match &row.outcome {
                Outcome::NotRun(why) => writeln!(f, "| not run: {why} | | | | | | | |")?,
                Outcome::Measured { latency, together } => {
                    let Latency { questions, p50, p95, p99, max, per_second } = latency;
                    write!(
                        f,
                        "| {questions} | {p50:.3} | {p95:.3} | {p99:.3} | {max:.3} | {per_second:.0} "
                    )?;
                    let together = together.map(|(clients, rate)| format!("{clients}: {rate:.0}"));
                    let advantage = self.advantage(row).map(|times| format!("{times:.1} ×"));
                    writeln!(f, "| {} | {} |", together.unwrap_or_default(), advantage.unwrap_or_default())?;
                }
            }
        }
        Ok(())
    }

    fn write_figures(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.figures.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n| part | figure | value | unit |\n|---|---|--:|---|")?;
        let mut figures: Vec<&Figure> = self.figures.iter().collect();
        figures.sort_by_key(|figure| {
            figure.part.and_then(|part| Part::ALL.iter().position(|other| *other == part))
        });
        for Figure { part, what, value, unit } in figures {
            let part = part.map_or("world", Part::name);
            let value = if value.fract() == 0.0 || *value >= 1_000.0 {
                format!("{value:.0}")
            } else {
                format!("{value:.2}")
            };
            writeln!(f, "| {part} | {what} | {value} | {unit} |")?;
        }
        Ok(())
    }

    fn write_checks(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.checks.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n| part | checked | holds |\n|---|---|---|")?;
        for Check { part, text, holds } in &self.checks {
            writeln!(f, "| {} | {text} | {} |", part.name(), if *holds { "yes" } else { "**no**" })?;
        }
        Ok(())
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
