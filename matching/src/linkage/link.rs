//! From records to pairs and people.

use super::blocking::{Blocks, by_threads};
use super::chance::chance;
use super::cluster::groups;
use super::compare::Comparer;
use super::em::{Evidence, Sample, estimate};
use super::frequency::Frequencies;
use super::model::Model;
use super::outcome::{Explanation, Pair, Thresholds, Weighed};
use super::records::Records;
use super::vocabulary::hash;

/// How a linkage is done.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Records that a block may hold.
    pub largest_block: usize,
    /// Random pairs from which chance agreement is counted.
    pub random_pairs: u64,
    /// Blocked pairs from which the parameters are estimated.
    pub sample: u64,
    /// Where outcomes begin.
    pub thresholds: Thresholds,
    /// Pairs of less weight are not kept, in bits.
    pub keep: f64,
    /// Threads.
    pub threads: usize,
}

impl Default for Settings {
    fn default() -> Self {
        let thresholds = Thresholds::SHIPPED;
        Self {
            largest_block: 100,
            random_pairs: 2_000_000,
            sample: 1_000_000,
            thresholds,
            keep: thresholds.ask,
            threads: 1,
        }
    }
}

/// Linked records.
pub struct Linkage<'a> {
    records: &'a Records,
    frequencies: Frequencies,
    blocks: Blocks,
    /// What was estimated.
    pub model: Model,
    /// The sum that the estimation raised, round by round.
    pub sums: Vec<f64>,
    /// Pairs that were kept, heaviest first.
    pub pairs: Vec<Pair>,
    /// Groups of records of one person, each two records or more.
    pub people: Vec<Vec<u32>>,
    /// Pairs that were compared.
    pub compared: u64,
    /// Pairs there are.
    pub possible: u64,
    /// Keys that were dropped because too many records shared them.
    pub dropped: u64,
}

/// Finds the records that are one person; the same records and settings give the same answer with any
/// number of threads.
pub fn link<'a>(records: &'a Records, settings: &Settings) -> Linkage<'a> {
    let people = records.len() as u64;
    let frequencies = Frequencies::among(records, 0..records.len() as u32);
    let blocks = Blocks::of(records, settings.largest_block, settings.threads);
    let (model, sums) = estimated(records, &frequencies, &blocks, settings);
    let (pairs, compared) = weigh_all(records, &frequencies, &blocks, &model, settings);
    let mut linkage = Linkage {
        records,
        dropped: blocks.dropped,
        frequencies,
        blocks,
        model,
        sums,
        pairs,
        people: Vec::new(),
        compared,
        possible: people * people.saturating_sub(1) / 2,
    };
    linkage.people = linkage.grouped(settings.thresholds.same);
    linkage
}

fn estimated(
    records: &Records,
    frequencies: &Frequencies,
    blocks: &Blocks,
    settings: &Settings,
) -> (Model, Vec<f64>) {
    let by_chance = chance(records, &mut Comparer::new(records, frequencies), settings.random_pairs);
    let (work, bound) = blocks.work();
    // One in so many pairs is looked at.
    let one_in = bound.div_ceil(settings.sample.max(1)).max(1);
    let drawn = by_threads(
        &work,
        settings.threads,
        || Comparer::new(records, frequencies),
        |comparer, work| {
            let mut found = Vec::new();
            blocks.walk(work, |one, other| {
                if one_in == 1 || hash([u64::from(one), u64::from(other)]).is_multiple_of(one_in) {
                    found.push(Evidence::from(&comparer.compare(one, other)));
                }
            });
            found
        },
    );
    let blocked = drawn.concat();
    let slots = records.slots();
    let sample =
        Sample { slots, chance: &by_chance, blocked: &blocked, each: one_in as f64, people: records.len() };
    let fit = estimate(&sample);
    (fit.model, fit.sums)
}

/// All blocked pairs that weigh enough, heaviest first, and how many were compared.
fn weigh_all(
    records: &Records,
    frequencies: &Frequencies,
    blocks: &Blocks,
    model: &Model,
    settings: &Settings,
) -> (Vec<Pair>, u64) {
    let bits = model.bits();
    let prior = model.prior_bits();
    let (work, _) = blocks.work();
    let done = by_threads(
        &work,
        settings.threads,
        || Comparer::new(records, frequencies),
        |comparer, work| {
            let mut found = Vec::new();
            let mut compared = 0_u64;
            blocks.walk(work, |one, other| {
                compared += 1;
                let weight = prior + bits.sum(&comparer.compare(one, other));
                if weight >= settings.keep {
                    found.push(Pair { one, other, weight });
                }
            });
            (found, compared)
        },
    );
    let compared = done.iter().map(|(_, compared)| compared).sum();
    let mut pairs: Vec<Pair> = done.into_iter().flat_map(|(found, _)| found).collect();
    pairs
        .sort_unstable_by(|a, b| b.weight.total_cmp(&a.weight).then((a.one, a.other).cmp(&(b.one, b.other))));
    (pairs, compared)
}

/// Why two records weigh what they weigh by a model.
pub(super) fn explained(
    (records, frequencies): (&Records, &Frequencies),
    model: &Model,
    (one, other): (u32, u32),
) -> Explanation {
    let found = Comparer::forgetful(records, frequencies).compare(one, other);
    let bits = model.bits();
    let prior = model.prior_bits();
    let slots = records.slots().iter().enumerate();
    let mut slots: Vec<Weighed> = slots
        .filter_map(|(at, slot)| {
            let level = found.pattern.get(at)?;
            Some(Weighed { slot: slot.clone(), level, bits: bits.of(&found, at) })
        })
        .collect();
    slots.sort_by(|a, b| b.bits.abs().total_cmp(&a.bits.abs()));
    Explanation { prior, slots, weight: prior + bits.sum(&found) }
}

impl Linkage<'_> {
    /// The weight of any two records in bits, whether a block brought them together or not.
    pub fn weight(&self, one: u32, other: u32) -> f64 {
        self.explain(one, other).weight
    }

    /// Why two records weigh what they weigh.
    pub fn explain(&self, one: u32, other: u32) -> Explanation {
        explained((self.records, &self.frequencies), &self.model, (one, other))
    }

    /// Did a block bring two records together?
    pub fn met(&self, one: u32, other: u32) -> bool {
        self.blocks.meet(one, other)
    }

    /// Shows each pair that a block brought together, once, the earlier record first.
    pub fn each_met(&self, mut see: impl FnMut(u32, u32)) {
        for work in &self.blocks.work().0 {
            self.blocks.walk(work, &mut see);
        }
    }

    /// Groups of records of one person if pairs from `same` on are one person.
    pub fn grouped(&self, same: f64) -> Vec<Vec<u32>> {
        let mut comparer = Comparer::forgetful(self.records, &self.frequencies);
        let bits = self.model.bits();
        let prior = self.model.prior_bits();
        groups(&self.pairs, same, |one, other| prior + bits.sum(&comparer.compare(one, other)))
    }
}
