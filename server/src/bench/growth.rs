//! Against an earlier run over another world: how does each row grow, and does any grow faster than the world?

use super::Part;
use super::report::{Figure, OURS, Outcome, Report, Row, rounded};
use super::timing::Latency;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::Path;

/// What shared cores may add by chance.
const TOLERANCE: f64 = 1.25;

/// An earlier run, as its JSON tells it.
#[derive(Clone, Debug, Deserialize)]
pub struct Earlier {
    people: u32,
    vacancies: u32,
    rows: Vec<Row>,
    figures: Vec<Figure>,
}

/// Two runs side by side.
#[derive(Clone, Debug, Serialize)]
pub struct Growth {
    /// People of the earlier run, and of this one.
    people: (u32, u32),
    /// Vacancies of both.
    vacancies: (u32, u32),
    /// How many times as large this world is: the greater factor of people and vacancies.
    linear: f64,
    /// What both runs measured.
    steps: Vec<Step>,
}

/// One row or figure in both runs.
#[derive(Clone, Debug, Serialize)]
struct Step {
    part: &'static str,
    what: String,
    engine: String,
    unit: String,
    before: f64,
    now: f64,
    /// How many times as much it is now.
    factor: f64,
    /// The factor at which it grows as the world does; none where that says nothing.
    linear: Option<f64>,
    /// No more than that, with a tolerance.
    holds: bool,
}

impl Earlier {
    /// Reads the JSON of an earlier run.
    pub fn read(file: &Path) -> io::Result<Self> {
        serde_json::from_slice(&std::fs::read(file)?).map_err(io::Error::from)
    }
}

impl Report {
    /// Sets this run beside an earlier one, and checks that nothing of ours grows faster than the world.
    pub fn compare(&mut self, earlier: &Earlier) {
        let growth = Growth::between(earlier, self);
        let faster: Vec<&str> =
            growth.steps.iter().filter(|step| !step.holds).map(|step| step.what.as_str()).collect();
        let judged = growth.steps.iter().filter(|step| step.linear.is_some()).count();
        let text = format!(
            "nothing grows faster than linearly, with a tolerance of a quarter: {} of {judged} rows do{}{}",
            faster.len(),
            if faster.is_empty() { "" } else { ": " },
            faster.join("; ")
        );
        self.check(None, text, faster.is_empty() && judged > 0);
        self.growth = Some(growth);
    }
}

impl Growth {
    fn between(earlier: &Earlier, now: &Report) -> Self {
        let people = (earlier.people, now.people);
        let vacancies = (earlier.vacancies, now.vacancies);
        let (of_people, of_vacancies) = (factor_of(people), factor_of(vacancies));
        let linear = of_people.max(of_vacancies);
        let rows = now.rows.iter().flat_map(|row| {
            let before = earlier.rows.iter().find(|other| same_row(other, row));
            let both = before.and_then(measured).zip(measured(row));
            let times = if is_of_vacancies(row.part, &row.what) { of_vacancies } else { linear };
            both.into_iter().flat_map(move |((before, then_together), (now, together))| {
                let about = (row.part.name(), row.what.as_str(), row.engine.as_str());
                let times_taken = [("ms, p50", before.p50, now.p50), ("ms, p99", before.p99, now.p99)];
                let rates = then_together.zip(together);
                let rates = rates.map(|((_, before), (clients, now))| (clients, before, now));
                let rate =
                    rates.map(|(clients, before, now)| (format!("questions by {clients}/s"), before, now));
                let steps = times_taken.map(|(unit, before, now)| (unit.to_owned(), before, now));
                steps
                    .into_iter()
                    .chain(rate)
                    .map(move |(unit, before, now)| Step::new(about, &unit, (before, now), Some(times)))
            })
        });
        let figures = now.figures.iter().filter_map(|figure| {
            let before = earlier.figures.iter().find(|other| same_figure(other, figure))?;
            let part = figure.part.map_or("world", super::Part::name);
            // Everybody for every opening is as much work as there are pairs.
            let pairs = figure.what.starts_with(super::matching::ALL_OPENINGS);
            let of_pages = figure.unit == "ms/page" || is_of_vacancies(Part::Search, &figure.what);
            let times = match (pairs, of_pages) {
                (true, _) => of_people * of_vacancies,
                (false, true) => of_vacancies,
                (false, false) => linear,
            };
            let expected = expected(&figure.what, &figure.unit, times);
            let values = (before.value, figure.value);
            Some(Step::new((part, &figure.what, OURS), &figure.unit, values, expected))
        });
        Self { people, vacancies, linear, steps: rows.chain(figures).collect() }
    }
}

/// By how much a figure of this unit may grow with a world that is `linear` times as large.
fn expected(what: &str, unit: &str, linear: f64) -> Option<f64> {
    match unit {
        // What was asked for, or another's.
        _ if RIVALS.iter().any(|rival| what.contains(rival)) || what.contains("required before") => None,
        "s" | "MB" | "ms/page" => Some(linear),
        "documents/s" | "rows/s" | "MB/s" | "bytes/document" | "bytes/page" => Some(1.0),
        _ => None,
    }
}

/// Whose figures are shown and not judged.
const RIVALS: [&str; 3] = ["FTS5", "PostgreSQL", "Meilisearch"];

fn factor_of((before, now): (u32, u32)) -> f64 {
    f64::from(now) / f64::from(before.max(1))
}

fn same_row(one: &Row, other: &Row) -> bool {
    (one.part, &one.what, &one.engine) == (other.part, &other.what, &other.engine)
}

fn same_figure(one: &Figure, other: &Figure) -> bool {
    (one.part, &one.what, &one.unit) == (other.part, &other.what, &other.unit)
}

/// Times of one client, and clients with their questions per second.
fn measured(row: &Row) -> Option<(&Latency, Option<(usize, f64)>)> {
    match &row.outcome {
        Outcome::Measured { latency, together } => Some((latency, *together)),
        Outcome::NotRun(_) => None,
    }
}

/// Whether what takes time reads vacancies alone, however many people there are.
fn is_of_vacancies(part: Part, what: &str) -> bool {
    part == Part::Pages || what.contains("all openings, top") || what.contains("vacancies")
}

impl Step {
    fn new(
        (part, what, engine): (&'static str, &str, &str),
        unit: &str,
        (before, now): (f64, f64),
        linear: Option<f64>,
    ) -> Self {
        let factor = if before > 0.0 { now / before } else { 1.0 };
        // From nothing there is no growth to be judged.
        let linear = linear.filter(|_| engine == OURS && before > 0.0);
        // A rate falls where a time grows.
        let growth = if unit.ends_with("/s") { 1.0 / factor } else { factor };
        let holds = linear.is_none_or(|linear| growth <= linear.max(1.0) * TOLERANCE);
        let (what, engine, unit) = (what.to_owned(), engine.to_owned(), unit.to_owned());
        Self { part, what, engine, unit, before, now, factor, linear, holds }
    }
}

/// Markdown.
impl Display for Growth {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { people, vacancies, linear, steps } = self;
        writeln!(
            f,
            "\nAgainst an earlier run: {} people then, {} now; {} vacancies then, {} now; linear is × {linear:.2}.\n",
            people.0, people.1, vacancies.0, vacancies.1
        )?;
        writeln!(f, "| part | what | engine | unit | then | now | factor | linear would be | holds |")?;
        writeln!(f, "|---|---|---|---|--:|--:|--:|--:|---|")?;
        for Step { part, what, engine, unit, before, now, factor, linear, holds } in steps {
            let expected = linear.map(|linear| format!("× {linear:.2}")).unwrap_or_default();
            let judged = match (linear, holds) {
                (None, _) => "",
                (Some(_), true) => "yes",
                (Some(_), false) => "**no**",
            };
            writeln!(
                f,
                "| {part} | {what} | {engine} | {unit} | {} | {} | × {factor:.2} | {expected} | {judged} |",
                rounded(*before),
                rounded(*now)
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
