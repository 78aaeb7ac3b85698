//! How often do two records agree by chance? Counted over random pairs.

use super::compare::Comparer;
use super::level::LEVELS;
use super::records::Records;
use super::vocabulary::hash;

/// Numbers of pairs by slot and level.
pub(super) type Counts = Vec<[f64; LEVELS]>;

/// Levels of pairs drawn at random.
#[derive(Clone, Debug)]
pub(super) struct Chance {
    /// Pairs at each level, blown up to all pairs.
    pub(super) counts: Counts,
    /// All pairs there are.
    pub(super) pairs: f64,
    /// How many pairs each drawn one stands for.
    pub(super) each: f64,
}

/// Draws `most` pairs, or takes all where there are no more. The same records give the same pairs.
pub(super) fn chance(records: &Records, comparer: &mut Comparer<'_>, most: u64) -> Chance {
    let people = records.len() as u64;
    let pairs = people * people.saturating_sub(1) / 2;
    let mut counts = vec![[0.0; LEVELS]; records.slots().len()];
    let mut note = |one: u64, other: u64| {
        let pattern = comparer.compare(one as u32, other as u32).pattern;
        for (slot, counts) in counts.iter_mut().enumerate() {
            if let Some(count) = pattern.get(slot).and_then(|level| counts.get_mut(level as usize)) {
                *count += 1.0;
            }
        }
    };
    let drawn = pairs.min(most);
    if pairs <= most {
        (0..people).for_each(|one| (one + 1..people).for_each(|other| note(one, other)));
    } else {
        for draw in 0..drawn {
            let (one, other) = (hash([draw, 1]) % people, hash([draw, 2]) % (people - 1));
            note(one, if other >= one { other + 1 } else { other });
        }
    }
    let each = if drawn == 0 { 1.0 } else { pairs as f64 / drawn as f64 };
    counts.iter_mut().flatten().for_each(|count| *count *= each);
    Chance { counts, pairs: pairs as f64, each }
}
