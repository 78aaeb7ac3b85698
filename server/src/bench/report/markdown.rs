//! A report as Markdown.

use super::{Check, Figure, OURS, Outcome, Report, Row, rate};
use crate::bench::Part;
use crate::bench::machine::Machine;
use crate::bench::timing::{Latency, ROUNDS};
use std::fmt::{self, Display, Formatter};

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.write_head(f)?;
        self.write_rows(f)?;
        self.write_figures(f)?;
        self.write_checks(f)?;
        match &self.growth {
            Some(growth) => write!(f, "{growth}"),
            None => Ok(()),
        }
    }
}

/// The name of a part, or of what belongs to none.
fn name(part: Option<Part>) -> &'static str {
    part.map_or("world", Part::name)
}

impl Report {
    fn write_head(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Machine {
            processor,
            instructions,
            cores,
            memory_mb,
            system,
            version,
            compiler,
            build,
            commit,
            load_before,
        } = &self.machine;
        let gigabytes = *memory_mb as f64 / 1_024.0;
        writeln!(f, "# viak bench\n")?;
        writeln!(f, "- {} people, {} vacancies, seed {}", self.people, self.vacancies, self.seed)?;
        writeln!(f, "- {processor}, {cores} cores, {gigabytes:.1} GiB, {system}")?;
        let instructions = if instructions.is_empty() { "none".to_owned() } else { instructions.join(", ") };
        writeln!(f, "- instructions of the processor that matter here: {instructions}")?;
        writeln!(f, "- viak {version}, {build} build by {compiler}, commit {commit}")?;
        if let Some(load) = load_before {
            writeln!(f, "- load average before the run: {load:.2} (what else ran on these cores)")?;
        }
        writeln!(f, "- every time and rate is the median of {ROUNDS} rounds, the maximum too")?;
        if *build == "debug" {
            writeln!(f, "- **a debug build: these figures say nothing about speed**")?;
        }
        Ok(())
    }

    fn write_rows(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if !self.rows.is_empty() {
            writeln!(
                f,
                "\n| part | what | engine | questions | p50 ms | p95 ms | p99 ms | max ms | per second | clients: per second | viak : engine |"
            )?;
            writeln!(f, "|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|")?;
        }
        self.rows.iter().try_for_each(|row| self.write_row(row, f))?;
        for note in &self.notes {
            writeln!(f, "\n{}: {}", name(note.part), note.text)?;
        }
        Ok(())
    }

    fn write_row(&self, row: &Row, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "| {} | {} | {} ", row.part.name(), row.what, row.engine)?;
        match &row.outcome {
            Outcome::NotRun(why) => writeln!(f, "| not run: {why} | | | | | | | |"),
            Outcome::Measured { latency, together } => {
                let Latency { questions, p50, p95, p99, max, per_second } = latency;
                write!(f, "| {questions} | {p50:.3} | {p95:.3} | {p99:.3} | {max:.3} | {per_second:.0} ")?;
                let together = together.map(|(clients, rate)| format!("{clients}: {rate:.0}"));
                let advantage = self.advantage(row).map(|times| format!("{times:.1} ×"));
                writeln!(f, "| {} | {} |", together.unwrap_or_default(), advantage.unwrap_or_default())
            }
        }
    }

    /// How many times as many questions a second we answer as the engine of `row`.
    fn advantage(&self, row: &Row) -> Option<f64> {
        let ours = self.rows.iter().find(|other| other.engine == OURS && other.what == row.what)?;
        if row.engine == OURS {
            return None;
        }
        Some(rate(ours)? / rate(row)?)
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
            writeln!(f, "| {} | {what} | {} | {unit} |", name(*part), rounded(*value))?;
        }
        Ok(())
    }

    fn write_checks(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.checks.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n| part | checked | holds |\n|---|---|---|")?;
        for Check { part, text, holds } in &self.checks {
            writeln!(f, "| {} | {text} | {} |", name(*part), if *holds { "yes" } else { "**no**" })?;
        }
        Ok(())
    }
}

/// A value in as many digits as mean something.
pub(in crate::bench) fn rounded(value: f64) -> String {
    if value.fract() == 0.0 || value >= 1_000.0 {
        format!("{value:.0}")
    } else if value >= 1.0 {
        format!("{value:.2}")
    } else {
        format!("{value:.4}")
    }
}
