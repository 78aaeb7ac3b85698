//! How long does a ranking take at the size of a country, and how many bytes does a person take?
//!
//! `cargo run --release -p matching --example ranking -- [PEOPLE] [OPENINGS] [ALL]` ranks 300 openings and 300
//! people, then every opening of ALL; by default 20,000 people, so that it runs everywhere.

#![expect(clippy::print_stdout, reason = "what was measured is what this program is for")]

#[path = "../benches/world/mod.rs"]
mod world;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use matching::{Openings, People, Ranking, rank_all};
use world::World;

const ASKED: u64 = 300;
const TOP: usize = 50;

fn main() {
    let sizes: Vec<u64> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let size = |at: usize, usual: u64| sizes.get(at).copied().unwrap_or(usual);
    let (people_count, openings_count, all) = (size(0, 20_000), size(1, 4_000), size(2, 400));
    let mut world = World::new(1);
    let mut people = People::builder();
    (0..people_count).for_each(|number| people.push(&world.profile(number)));
    let (people, took) = timed(|| people.finish());
    println!("{people_count} people built in {:.2} s", took.as_secs_f64());
    let openings = Openings::build((0..openings_count).map(|number| world.opening(number)));
    println!("{:.0} bytes a person, {:.0} an opening", bytes_each(&people), openings_bytes_each(&openings));
    let asked: Vec<_> = (0..ASKED).map(|number| world.opening(number)).collect();
    measure("one opening against all people", asked.iter().map(|one| timed(|| people.rank(one, TOP))));
    let asked: Vec<_> = (0..ASKED).map(|number| world.profile(number)).collect();
    measure("one person against all openings", asked.iter().map(|one| timed(|| openings.rank(one, TOP))));
    let some = Openings::build((0..all).map(|number| world.opening(number)));
    let shown = AtomicUsize::new(0);
    let count = |_, best: &[_]| {
        shown.fetch_add(best.len(), Ordering::Relaxed);
    };
    let ((), took) = timed(|| rank_all(&people, &some, TOP, 2, &count));
    println!(
        "all of {all} openings on 2 threads: {:.2} s, {:.3} ms each and thread",
        took.as_secs_f64(),
        2e3 * took.as_secs_f64() / all as f64
    );
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let done = work();
    (done, begun.elapsed())
}

fn bytes_each(people: &People) -> f64 {
    let mut bytes = Vec::new();
    people.save(&mut bytes).map_or(0.0, |()| bytes.len() as f64 / people.len().max(1) as f64)
}

fn openings_bytes_each(openings: &Openings) -> f64 {
    let mut bytes = Vec::new();
    openings.save(&mut bytes).map_or(0.0, |()| bytes.len() as f64 / openings.len().max(1) as f64)
}

fn measure(what: &str, rankings: impl Iterator<Item = (Ranking, Duration)>) {
    let (mut times, mut exact, mut visited, mut rows, mut blocks) = (Vec::new(), 0, 0, 0, 0);
    for (ranking, took) in rankings {
        times.push(took);
        exact += ranking.exact;
        visited += ranking.blocks_visited;
        rows += ranking.scanned;
        blocks += ranking.blocks;
    }
    times.sort_unstable();
    let at = |percent: usize| {
        times.get((times.len() - 1) * percent / 100).map_or(0.0, |time| time.as_secs_f64() * 1e3)
    };
    println!("{what}: p50 {:.3} ms, p99 {:.3} ms, most {:.3} ms", at(50), at(99), at(100));
    println!(
        "  shut out by their bound: {:.3} % of the rows, {:.2} % of the blocks",
        100.0 - 100.0 * exact as f64 / rows.max(1) as f64,
        100.0 - 100.0 * visited as f64 / blocks.max(1) as f64
    );
}
