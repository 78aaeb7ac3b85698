//! Who are the best people for each of all openings?

use std::sync::atomic::{AtomicUsize, Ordering};

use super::dispatch::Width;
use super::openings::{self, Openings};
use super::people::People;
use crate::Score;
use crate::formula::Demand;

/// Openings that a thread takes at once.
const SHARE: usize = 64;

/// Is shown an opening's id and its best people, best first; from any thread.
pub type SeeBest<'s> = dyn Fn(u128, &[(u128, Score)]) + Sync + 's;

/// Ranks all people for every opening, on so many threads, and shows each opening's id with its best `limit`
/// people, best first. Every opening once, in any order: neighbours in the columns follow each other.
pub fn rank_all(people: &People, openings: &Openings, limit: usize, threads: usize, see: &SeeBest<'_>) {
    rank_by(openings, threads, see, &|demand, width| people.best_for(demand, limit, width));
}

/// The same, and of each opening's best `limit` people only those who are not known to fail a condition.
pub fn rank_fitting(people: &People, openings: &Openings, limit: usize, threads: usize, see: &SeeBest<'_>) {
    rank_by(openings, threads, see, &|demand, width| people.fitting_for(demand, limit, width));
}

/// Finds the best for what an opening asks for.
type FindBest<'s> = dyn Fn(&Demand, Width) -> Vec<(u128, Score)> + Sync + 's;

fn rank_by(openings: &Openings, threads: usize, see: &SeeBest<'_>, find: &FindBest<'_>) {
    let tiers = openings.tiers().as_slice().iter();
    let rows: Vec<(usize, u32, u128)> =
        tiers.enumerate().flat_map(|(at, tier)| tier.rows().map(move |(row, id)| (at, row, id))).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut demand = Demand::default();
        let width = Width::detected();
        loop {
            let from = next.fetch_add(SHARE, Ordering::Relaxed);
            let Some(share) =
                rows.get(from..(from + SHARE).min(rows.len())).filter(|share| !share.is_empty())
            else {
                return;
            };
            for (at, row, id) in share {
                let Some(tier) = openings.tiers().as_slice().get(*at) else { continue };
                openings::read(tier.table().record(*row), &mut demand);
                see(*id, &find(&demand, width));
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads.max(1) {
            scope.spawn(work);
        }
        work();
    });
}
