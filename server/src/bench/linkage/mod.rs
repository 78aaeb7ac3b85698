//! Part `linkage`: people of the generated world of whom three in a hundred are registered twice. Who is?
//!
//! Needs no stored world: rows come from the generator, the first and the second records mixed.

mod crowd;

use super::report::Report;
use super::{BenchError, Part, Plan, Tell};
use crate::clock::{Clock, day_number};
use crate::evaluation::duplicates::score::{Score, best, recall_at, true_pairs};
use ::matching::linkage::{Linkage, Outcome, Settings, link};
use crowd::Crowd;
use std::collections::HashSet;
use std::time::Instant;

/// The worst F1 that is let pass.
const LEAST_F1: f64 = 0.95;
/// People of a world from which on the figures are judged; in a smaller one a few pairs move them.
const LARGE: u32 = 20_000;

/// Generates, links, and notes how long it took and how well it went.
pub(crate) async fn measure(
    plan: &Plan,
    clock: &Clock,
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<(), BenchError> {
    let today = day_number(clock.today());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    tell(&format!("generating {} people, three in a hundred of them twice", plan.people));
    let (seed, people) = (plan.seed, plan.people);
    let begun = Instant::now();
    let crowd = tokio::task::spawn_blocking(move || crowd::generate(seed, people, today, threads)).await??;
    let part = Some(Part::Linkage);
    report.figure(
        part,
        "generating the records, not part of the linkage",
        begun.elapsed().as_secs_f64(),
        "s",
    );
    tell(&format!("linking {} records", crowd.people.len()));
    let measured = tokio::task::spawn_blocking(move || measured(&crowd, threads)).await??;
    measured.note(people, threads, report);
    Ok(())
}

/// What came of it.
struct Measured {
    records: usize,
    keys: f64,
    linking: f64,
    possible: u64,
    compared: u64,
    dropped: u64,
    estimated: f64,
    score: Score,
    pair_by_pair: Score,
    recall_at_99: f64,
    /// F1 at the threshold that is best here, and that threshold, in bits.
    best: (f64, f64),
    asked: (u64, u64),
    lost: u64,
}

fn measured(crowd: &Crowd, threads: usize) -> Result<Measured, BenchError> {
    let begun = Instant::now();
    let registry = crowd.registry()?;
    let keys = begun.elapsed().as_secs_f64();
    let settings = Settings { threads, ..Settings::default() };
    let linkage = link(registry.records(), &settings);
    let linking = begun.elapsed().as_secs_f64();
    let mut measured = judged(&linkage, &settings, &crowd.people);
    measured.keys = keys;
    measured.linking = linking;
    Ok(measured)
}

fn judged(linkage: &Linkage<'_>, settings: &Settings, people: &[u32]) -> Measured {
    let person = |row: u32| people.get(row as usize);
    let all = true_pairs(people);
    let is_true = |one: u32, other: u32| person(one) == person(other);
    let (mut alone, mut right, mut asked, mut asked_true) = (0, 0, 0, 0);
    for pair in &linkage.pairs {
        let true_one = u64::from(is_true(pair.one, pair.other));
        match settings.thresholds.outcome(pair.weight) {
            Outcome::Same => (alone, right) = (alone + 1, right + true_one),
            Outcome::Ask => (asked, asked_true) = (asked + 1, asked_true + true_one),
            Outcome::Different => {}
        }
    }
    let mut rows: Vec<(u32, u32)> = people.iter().copied().zip(0..).collect();
    rows.sort_unstable();
    let twice = rows.windows(2).filter_map(|pair| match pair {
        [(one, first), (other, second)] if one == other => Some((*first, *second)),
        _ => None,
    });
    let lost: HashSet<(u32, u32)> = twice.filter(|(one, other)| !linkage.met(*one, *other)).collect();
    Measured {
        records: people.len(),
        keys: 0.0,
        linking: 0.0,
        possible: linkage.possible,
        compared: linkage.compared,
        dropped: linkage.dropped,
        estimated: linkage.model.matches * linkage.possible as f64,
        score: Score::of_groups(&linkage.people, people),
        pair_by_pair: Score::of(alone, right, all),
        recall_at_99: recall_at(0.99, linkage.pairs.iter().map(|pair| is_true(pair.one, pair.other)), all),
        best: best(linkage.pairs.iter().map(|pair| (pair.weight, is_true(pair.one, pair.other))), all),
        asked: (asked, asked_true),
        lost: lost.len() as u64,
    }
}

impl Measured {
    fn note(&self, people: u32, threads: usize, report: &mut Report) {
        let part = Some(Part::Linkage);
        let Self { score, pair_by_pair, .. } = self;
        let counts = [
            ("records", self.records as f64, "records"),
            ("pairs there are", self.possible as f64, "pairs"),
            ("pairs compared", self.compared as f64, "pairs"),
            ("pairs that are one person", score.all as f64, "pairs"),
            ("pairs that are one person, as estimated without labels", self.estimated, "pairs"),
            ("pairs that blocking lost", self.lost as f64, "pairs"),
            ("keys dropped, too many records sharing them", self.dropped as f64, "keys"),
            ("pairs to ask a person about", self.asked.0 as f64, "pairs"),
            ("pairs to ask a person about, one person in truth", self.asked.1 as f64, "pairs"),
        ];
        let shares = [
            ("precision", score.precision),
            ("recall", score.recall),
            ("F1", score.f1),
            ("F1, each pair by itself", pair_by_pair.f1),
            ("recall at precision .99", self.recall_at_99),
            ("F1, threshold picked by the labels of this world", self.best.0),
            ("threshold picked by the labels of this world, bits", self.best.1),
        ];
        report.figure(part, format!("linking, names to people, {threads} threads"), self.linking, "s");
        report.figure(part, "linking, of which keys of names", self.keys, "s");
        for (what, value, unit) in counts {
            report.figure(part, what, value, unit);
        }
        for (what, value) in shares {
            report.figure(part, what, value, "");
        }
        if people >= LARGE {
            let text = format!("F1 is at least {LEAST_F1}: {:.4}", score.f1);
            report.check(Part::Linkage, text, score.f1 >= LEAST_F1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::matching::linkage::Model;

    /// Seed and day of the world on which the shipped model was estimated.
    const SEED: u64 = 1;
    const DAY: i32 = 20_779;
    const PEOPLE: u32 = 5_000;

    #[test]
    fn the_shipped_model_is_what_the_generated_world_gives() {
        let crowd = crowd::generate(SEED, PEOPLE, DAY, 2).unwrap();
        let registry = crowd.registry().unwrap();
        let linkage = link(registry.records(), &Settings { threads: 2, ..Settings::default() });
        let found = serde_json::to_string(&linkage.model).unwrap();
        let shipped: Model = serde_json::from_str(seed_data::linkage_model()).unwrap();
        let numbers = |model: &Model| -> Vec<f64> {
            let slots = model.slots.iter().flat_map(|slot| slot.same.into_iter().chain(slot.different));
            slots.chain([model.matches]).collect()
        };
        let near = |(one, other): (&f64, &f64)| (one - other).abs() <= 1e-9 + one.abs() * 1e-6;
        let (there, here) = (numbers(&shipped), numbers(&linkage.model));
        let alike = there.len() == here.len() && there.iter().zip(&here).all(near);
        assert!(alike, "{} records give\n{found}", crowd.people.len());
    }
}
