//! From pairs to people: who belongs together if each pair is weighed with all others?
//!
//! Greedy average linkage: pairs from the heaviest down join the groups of their records if the mean weight
//! of all pairs between the two groups speaks for one person. A record that two others vouch for comes in
//! even where a third has little in common with it, and a single link does not tie two large groups.

use super::outcome::Pair;
use std::collections::HashMap;

/// A single pair counts as no more than so many bits for or against.
const MOST_BITS: f64 = 20.0;
/// Groups larger than this together are not joined: nobody is registered so often.
const LARGEST: usize = 200;

/// Groups of two or more records, each in ascending order, by their first. `pairs` from the heaviest down,
/// and only such as weigh at least `joins`; `weight` of any two records.
pub(super) fn groups(pairs: &[Pair], joins: f64, mut weight: impl FnMut(u32, u32) -> f64) -> Vec<Vec<u32>> {
    let mut group_of: HashMap<u32, usize> = HashMap::new();
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for pair in pairs.iter().take_while(|pair| pair.weight >= joins) {
        let mut place = |record: u32| {
            *group_of.entry(record).or_insert_with(|| {
                groups.push(vec![record]);
                groups.len() - 1
            })
        };
        let (one, other) = (place(pair.one), place(pair.other));
        if one == other {
            continue;
        }
        let (Some(left), Some(right)) = (groups.get(one), groups.get(other)) else { continue };
        let between = left.len() * right.len();
        if left.len() + right.len() > LARGEST {
            continue;
        }
        if between > 1 {
            let pairs = left.iter().flat_map(|a| right.iter().map(move |b| (*a, *b)));
            let sum: f64 = pairs.map(|(a, b)| weight(a, b).clamp(-MOST_BITS, MOST_BITS)).sum();
            if sum / (between as f64) < 0.0 {
                continue;
            }
        }
        let (into, from) = if left.len() >= right.len() { (one, other) } else { (other, one) };
        let moved = groups.get_mut(from).map(std::mem::take).unwrap_or_default();
        for record in &moved {
            group_of.insert(*record, into);
        }
        if let Some(group) = groups.get_mut(into) {
            group.extend(moved);
        }
    }
    groups.retain(|group| group.len() > 1);
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_unstable();
    groups
}
