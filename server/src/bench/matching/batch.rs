//! All openings at once: the best of everybody for each, as a nightly batch finds them; and is it exact?

use super::TOP;
use super::everybody::{People, openings};
use crate::bench::draw::Draw;
use crate::bench::report::Report;
use crate::bench::world::Site;
use crate::bench::{BenchError, Part, Tell};
use ::matching::{Opening, Score};
use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

mod brute_force;

/// What the figures of this row begin with.
pub(crate) const ALL_OPENINGS: &str = "all openings, exact top 50 each, 2 threads";

/// Threads that share the work.
const THREADS: usize = 2;
/// Openings that are compared with scoring everybody, one by one.
const COMPARED: usize = 500;
/// Scoring everybody may take so long; fewer openings are compared where that is not enough.
const PATIENCE: Duration = Duration::from_mins(20);

/// The best of an opening.
type BestOf = Vec<(u128, Score)>;

/// Ranks everybody for all openings, and compares some of the rankings.
pub(super) async fn measure(
    site: &Site,
    open: &BTreeSet<u128>,
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<(), BenchError> {
    let chosen = choose(open, site.ground.seed);
    let openings = openings(&site.platform).await?;
    tell(&format!("ranking everybody for all {} openings", open.len()));
    let found: Mutex<HashMap<u128, BestOf>> = Mutex::default();
    let ranked = AtomicUsize::new(0);
    let begun = Instant::now();
    site.platform.columns.best_for_all(TOP, THREADS, &|opening, best| {
        ranked.fetch_add(1, Ordering::Relaxed);
        if chosen.contains(&opening) {
            found.lock().unwrap_or_else(PoisonError::into_inner).insert(opening, best.to_vec());
        }
    });
    let took = begun.elapsed().as_secs_f64();
    let part = Some(Part::Match);
    report.figure(part, ALL_OPENINGS, took, "s");
    let ranked = ranked.into_inner();
    report.figure(part, format!("{ALL_OPENINGS}, rate"), ranked as f64 / took, "openings/s");
    let text = format!("{ALL_OPENINGS}: {ranked} of {} open vacancies were ranked", open.len());
    report.check(Part::Match, text, ranked == open.len());
    let found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    let chosen: Vec<&Opening> = openings.iter().filter(|opening| chosen.contains(&opening.id)).collect();
    compare(site, &chosen, &found, report, tell).await
}

/// Openings to compare, drawn from the seed.
fn choose(open: &BTreeSet<u128>, seed: u64) -> BTreeSet<u128> {
    let mut draw = Draw::new(seed, 5);
    let mut left: Vec<u128> = open.iter().copied().collect();
    let many = COMPARED.min(left.len());
    (0..many).map(|_| left.swap_remove(draw.below(left.len()))).collect()
}

/// Scores everybody for as many of the chosen openings as time allows, and sets the best side by side.
async fn compare(
    site: &Site,
    chosen: &[&Opening],
    found: &HashMap<u128, BestOf>,
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<(), BenchError> {
    let begun = Instant::now();
    let mut all = brute_force::Everybody::for_openings(chosen, TOP);
    let mut people = People::of(&site.platform);
    let mut so_far = Pace::default();
    loop {
        let reading = Instant::now();
        let page = people.next().await?;
        if page.is_empty() {
            break;
        }
        so_far.reading += reading.elapsed();
        let scoring = Instant::now();
        all.score(&page, THREADS);
        so_far.scoring += scoring.elapsed();
        so_far.people += page.len();
        so_far.pairs += page.len() * all.openings();
        let left = (site.ground.people as usize).saturating_sub(so_far.people);
        all.keep(so_far.affordable(left, PATIENCE.saturating_sub(begun.elapsed())));
        let (openings, scored) = (all.openings(), so_far.people);
        tell(&format!("scoring everybody for {openings} openings: {scored} people done"));
    }
    let best = all.best();
    let compared = best.len();
    let equal = best.iter().filter(|(id, best)| found.get(id) == Some(*best)).count();
    let why = if compared < chosen.len() { " (time was not enough for more)" } else { "" };
    report.figure(
        Some(Part::Match),
        format!("{ALL_OPENINGS}: compared with scoring everybody"),
        compared as f64,
        "openings",
    );
    let text = format!(
        "{ALL_OPENINGS}: people and scores equal to scoring everybody for {equal} of {compared} openings drawn{why}"
    );
    report.check(Part::Match, text, equal == chosen.len() && compared > 0);
    Ok(())
}

/// How long reading people took so far, and scoring them for openings.
#[derive(Default)]
struct Pace {
    reading: Duration,
    scoring: Duration,
    people: usize,
    pairs: usize,
}

impl Pace {
    /// For how many openings so many more people can be read and scored in the time there is; for all when
    /// nobody is left.
    fn affordable(&self, people: usize, time: Duration) -> usize {
        if people == 0 {
            return usize::MAX;
        }
        let reading = self.reading.as_secs_f64() / self.people.max(1) as f64 * people as f64;
        let scoring = self.scoring.as_secs_f64() / self.pairs.max(1) as f64 * people as f64;
        ((time.as_secs_f64() - reading).max(0.0) / scoring.max(f64::MIN_POSITIVE)) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_are_affordable_in_the_time_that_reading_leaves() {
        let (reading, scoring) = (Duration::from_secs(1), Duration::from_secs(5));
        let pace = Pace { reading, scoring, people: 100, pairs: 1_000 };
        // 200 people: 2 s of reading, and 1 s of scoring for each opening.
        assert_eq!(pace.affordable(200, Duration::from_secs(12)), 10);
        assert_eq!(pace.affordable(200, Duration::from_secs(1)), 0);
        assert_eq!(pace.affordable(0, Duration::ZERO), usize::MAX);
        assert!(Pace::default().affordable(200, Duration::from_secs(1)) > 1_000);
    }
}
