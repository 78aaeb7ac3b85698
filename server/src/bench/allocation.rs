//! Part `allocation`: seats to people, at the highest total and stably, beside best score first.
//!
//! It needs no world: people, openings and scores are drawn from the seed. A score joins how strong the person
//! is, how attractive the opening is, and how well the two fit; so that many want the same seats.

use super::draw::Draw;
use super::report::Report;
use super::{BenchError, Part, Plan, Tell};
use ::matching::allocation::{Allocation, Candidate, Case, Question, Quota, best_score_first};
use ::matching::allocation::{highest_total, stable};
use std::time::Instant;

/// The size of this part where the plan has the sizes of a world that nobody chose.
const SIZES: (u32, u32) = (20_000, 500);
const UNCHOSEN: (u32, u32) = (10_000, 2_000);
/// What is required: percent of the bound.
const GAP: f64 = 1.0;
/// Wishes of a person, and provinces.
const WISHES: usize = 10;
const PROVINCES: usize = 18;
/// Openings of one agreement.
const AGREEMENT: usize = 20;
/// A score of 1 in units of the leaf.
const UNITS: u64 = 1_000_000;

/// Measures three questions of one size: every pair scored; ten wishes each; quotas beside the seats.
pub(super) async fn measure(plan: &Plan, report: &mut Report, tell: Tell<'_>) -> Result<(), BenchError> {
    let given = (plan.people, plan.vacancies);
    let (people, openings) = if given == UNCHOSEN { SIZES } else { given };
    for (kind, name) in
        [(Kind::All, "every pair scored"), (Kind::Wishes, "ten wishes each"), (Kind::Quotas, "quotas")]
    {
        let what = format!("{people} people × {openings} openings, {name}");
        tell(&format!("allocating {what}"));
        let question = question(kind, people as usize, openings as usize, plan.seed);
        let run = tokio::task::spawn_blocking(move || Case::new(question).map(|case| Run::of(&case)));
        let run =
            run.await?.map_err(|_| BenchError::TooSmall("no sound question can be made of these sizes"))?;
        run.note(&what, kind, report);
    }
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    All,
    Wishes,
    Quotas,
}

/// A question drawn from a seed.
fn question(kind: Kind, people: usize, openings: usize, seed: u64) -> Question {
    let mut draw = Draw::new(seed, 11);
    let pulls: Vec<u64> = (0..openings).map(|_| draw.below(3_000) as u64).collect();
    let mean = (people * 3 / 4 / openings.max(1)).max(1);
    let seats: Vec<u32> = (0..openings).map(|_| (mean / 2 + draw.below(mean + 1)).max(1) as u32).collect();
    let candidate = |_| {
        let base = draw.below(3_000) as u64;
        let score =
            |(opening, pull): (u32, &u64)| (opening, (base + pull + draw.below(4_000) as u64) * UNITS / 100);
        let scores = (0..).zip(&pulls).map(score).collect();
        let mut wishes: Vec<u32> = Vec::new();
        let many = if kind == Kind::Wishes { WISHES.min(openings) } else { 0 };
        while wishes.len() < many {
            let wish = draw.below(openings) as u32;
            if !wishes.contains(&wish) {
                wishes.push(wish);
            }
        }
        Candidate { scores, wishes, groups: vec![draw.below(PROVINCES) as u32] }
    };
    let candidates = (0..people).map(candidate).collect();
    let quotas = if kind == Kind::Quotas { quotas(&seats) } else { Vec::new() };
    Question { seats, people: candidates, quotas, forbidden: Vec::new() }
}

/// Of the seats of each agreement nine tenths at most, and of these a ninth from any one province: they cross
/// the seats of its openings.
fn quotas(seats: &[u32]) -> Vec<Quota> {
    let mut quotas = Vec::new();
    for (at, of) in seats.chunks(AGREEMENT).enumerate() {
        let openings: Vec<u32> = (0..of.len()).map(|opening| (at * AGREEMENT + opening) as u32).collect();
        let all = of.iter().sum::<u32>() * 9 / 10;
        quotas.push(Quota { openings: openings.clone(), group: None, most: all });
        let of_one = (all / 9).max(1);
        let provinces = 0..PROVINCES as u32;
        quotas.extend(provinces.map(|province| Quota {
            openings: openings.clone(),
            group: Some(province),
            most: of_one,
        }));
    }
    quotas
}

/// What three ways came to, each with its seconds.
struct Run {
    highest: (Allocation, f64),
    stable: (Allocation, f64),
    plain: (u64, f64),
}

impl Run {
    fn of(case: &Case) -> Self {
        let begun = Instant::now();
        let highest = highest_total(case);
        let highest = (highest, begun.elapsed().as_secs_f64());
        let begun = Instant::now();
        let stable = stable(case);
        let stable = (stable, begun.elapsed().as_secs_f64());
        let begun = Instant::now();
        let placed = best_score_first(case);
        let took = begun.elapsed().as_secs_f64();
        let scores = (0..).zip(&placed).filter_map(|(person, opening)| case.score(person, (*opening)?));
        Self { highest, stable, plain: (scores.sum(), took) }
    }

    fn note(&self, what: &str, kind: Kind, report: &mut Report) {
        let part = Some(Part::Allocation);
        let (highest, took) = &self.highest;
        let bound = highest.bound.unwrap_or_default().max(1) as f64;
        let mut figure =
            |name: &str, value: f64, unit| report.figure(part, format!("{what}: {name}"), value, unit);
        let points = |units: u64| units as f64 / UNITS as f64;
        figure("highest total, one core", *took, "s");
        figure("highest total", points(highest.total), "points");
        figure("bound", points(highest.bound.unwrap_or_default()), "points");
        figure("gap", highest.gap_percent(), "%");
        let ways = [
            ("stable", self.stable.1, self.stable.0.total),
            ("best score first (the plain alternative)", self.plain.1, self.plain.0),
        ];
        for (name, seconds, total) in ways {
            figure(&format!("{name}, one core"), seconds, "s");
            figure(&format!("{name}, total"), points(total), "points");
            figure(&format!("{name}, below the bound"), 100.0 - total as f64 * 100.0 / bound, "%");
        }
        let blocking = self.stable.0.blocking.unwrap_or_default();
        figure("stable, blocking pairs", blocking as f64, "pairs");
        let gap = highest.gap_percent();
        let at_least = highest.total >= self.plain.0;
        report.check(part, format!("{what}: no lower than best score first"), at_least);
        report.check(part, format!("{what}: within {GAP} % of the bound ({gap:.4} %)"), gap <= GAP);
        // Where quotas cross some pairs may block any allocation.
        if kind != Kind::Quotas {
            report.check(part, format!("{what}: no pair blocks the stable allocation"), blocking == 0);
        }
    }
}
