//! Blocking: the pairs that share a key, each once, in small blocks.

mod rule;

use super::records::Records;
use rule::{Rule, rules};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Pairs that one piece of work holds, roughly.
const WORK: u64 = 200_000;

/// Records by their keys.
pub(super) struct Blocks {
    /// Keys of each record by rule, record after record; 0 for none.
    keys: Vec<u64>,
    width: usize,
    /// Records that have a key, by rule, in the order of their keys.
    sorted: Vec<Vec<u32>>,
    /// Keys of records that were dropped because too many shared them.
    pub(super) dropped: u64,
}

/// A piece of work: neighbouring blocks of a rule.
#[derive(Clone, Debug)]
pub(super) struct Work {
    rule: usize,
    records: Range<usize>,
}

/// Keys of one rule, for every record.
struct Keyed {
    keys: Vec<u64>,
    dropped: u64,
}

impl Blocks {
    /// Blocks of at most `largest` records; a larger one is divided by the further tiers of its rule, and
    /// dropped if it is too large in the last.
    pub(super) fn of(records: &Records, largest: usize, threads: usize) -> Self {
        let rules = rules(&records.plan);
        let width = rules.len();
        let keyed = by_threads(&rules, threads, || (), |(), rule| keys_of(records, rule, largest));
        let mut keys = vec![0; width * records.len()];
        let mut sorted = Vec::with_capacity(width);
        for (at, rule) in keyed.iter().enumerate() {
            for (place, key) in keys.iter_mut().skip(at).step_by(width.max(1)).zip(&rule.keys) {
                *place = *key;
            }
            sorted.push(in_order(&rule.keys));
        }
        let dropped = keyed.iter().map(|rule| rule.dropped).sum();
        Self { keys, width, sorted, dropped }
    }

    fn of_record(&self, record: u32) -> &[u64] {
        let from = record as usize * self.width;
        self.keys.get(from..from + self.width).unwrap_or_default()
    }

    fn key(&self, rule: usize, record: u32) -> u64 {
        self.of_record(record).get(rule).copied().unwrap_or(0)
    }

    /// All work, and an upper bound of its pairs: a pair that several rules bring together counts for each.
    pub(super) fn work(&self) -> (Vec<Work>, u64) {
        let (mut all, mut pairs) = (Vec::new(), 0);
        for (rule, sorted) in self.sorted.iter().enumerate() {
            let (mut from, mut at, mut load) = (0, 0, 0);
            for block in sorted.chunk_by(|a, b| self.key(rule, *a) == self.key(rule, *b)) {
                at += block.len();
                load += block.len() as u64 * (block.len() as u64 - 1) / 2;
                if load >= WORK {
                    all.push(Work { rule, records: from..at });
                    pairs += load;
                    (from, load) = (at, 0);
                }
            }
            all.push(Work { rule, records: from..at });
            pairs += load;
        }
        (all, pairs)
    }

    /// Shows each pair of a piece of work, the earlier record first, leaving out those that an earlier rule
    /// has brought together.
    pub(super) fn walk(&self, work: &Work, mut see: impl FnMut(u32, u32)) {
        let Work { rule, records } = work;
        let sorted =
            self.sorted.get(*rule).and_then(|sorted| sorted.get(records.clone())).unwrap_or_default();
        for block in sorted.chunk_by(|a, b| self.key(*rule, *a) == self.key(*rule, *b)) {
            for (at, one) in block.iter().enumerate() {
                let earlier = self.of_record(*one).get(..*rule).unwrap_or_default();
                for other in block.iter().skip(at + 1) {
                    let mut both = earlier.iter().zip(self.of_record(*other));
                    if !both.any(|(a, b)| a == b && *a != 0) {
                        see(*one, *other);
                    }
                }
            }
        }
    }

    /// Does any rule bring two records together?
    pub(super) fn meet(&self, one: u32, other: u32) -> bool {
        self.of_record(one).iter().zip(self.of_record(other)).any(|(a, b)| a == b && *a != 0)
    }
}

/// Records that have a key, in the order of their keys, and of their position within a block.
fn in_order(keys: &[u64]) -> Vec<u32> {
    let mut sorted: Vec<(u64, u32)> =
        keys.iter().zip(0_u32..).filter(|(key, _)| **key != 0).map(|(key, record)| (*key, record)).collect();
    sorted.sort_unstable();
    sorted.into_iter().map(|(_, record)| record).collect()
}

/// The key of every record by the first tier of a rule in which its block is small enough.
fn keys_of(records: &Records, rule: &Rule, largest: usize) -> Keyed {
    let all = 0..records.len() as u32;
    let mut keys: Vec<u64> = all.map(|record| rule.key(records, record, 0)).collect();
    let mut dropped = 0;
    for tier in 1..=rule.tiers.len() {
        let sorted = in_order(&keys);
        let key = |record: &u32| keys.get(*record as usize).copied().unwrap_or(0);
        let large: Vec<u32> = sorted
            .chunk_by(|a, b| key(a) == key(b))
            .filter(|block| block.len() > largest)
            .flatten()
            .copied()
            .collect();
        for record in large {
            let finer = if tier < rule.tiers.len() { rule.key(records, record, tier) } else { 0 };
            dropped += u64::from(finer == 0);
            if let Some(place) = keys.get_mut(record as usize) {
                *place = finer;
            }
        }
    }
    Keyed { keys, dropped }
}

/// Does something with each item in `threads` threads, each with a state of its own; results in the order of
/// the items. The state must not change what is answered.
pub(super) fn by_threads<T: Sync, S, R: Send>(
    items: &[T],
    threads: usize,
    state: impl Fn() -> S + Sync,
    act: impl Fn(&mut S, &T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let run = || {
        let (mut state, mut done) = (state(), Vec::new());
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, act(&mut state, item)));
        }
    };
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let crew: Vec<_> = (1..threads.max(1)).map(|_| scope.spawn(run)).collect();
        let mut done = run();
        for thread in crew {
            done.extend(thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
