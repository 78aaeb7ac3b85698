//! Learned weights of words: one that most names of a concept share tells more than one that comes and goes.
//!
//! *Nurse* stands in most names of a nurse, *senior* in one of many names of anything. What is learned is the share of
//! a concept's other names that hold a word too, on average over the names that hold it.

use super::counts::Counts;
use crate::hash::QuickMap;

/// Names of the average word that each word is taken to have been seen in beforehand.
const BEFOREHAND: f32 = 5.0;

/// What each feature of names counts: 1 where it is as constant as usual.
#[derive(Debug, Default)]
pub(super) struct Constancy(QuickMap<u64, f32>);

impl Constancy {
    /// Learns from the names of concepts; those with one name teach nothing.
    pub(super) fn learned(concepts: &[Vec<Counts>]) -> Self {
        // Of each feature: the names that hold it, and the sum of shares over them.
        let mut seen: QuickMap<u64, (f32, f32)> = QuickMap::default();
        for names in concepts.iter().filter(|names| names.len() > 1) {
            let held =
                Counts::of(names.iter().flat_map(|name| name.iter().map(|(feature, _)| feature)).collect());
            for (feature, holders) in held.iter() {
                let (holding, shares) = seen.entry(feature).or_default();
                *holding += holders;
                *shares += holders * (holders - 1.0) / (names.len() as f32 - 1.0);
            }
        }
        // Summed in one order, so that the same names give the same weights.
        let mut features: Vec<(u64, (f32, f32))> = seen.into_iter().collect();
        features.sort_unstable_by_key(|(feature, _)| *feature);
        let (holding, shares) =
            features.iter().fold((0.0_f64, 0.0_f64), |(all, sum), (_, (holding, shares))| {
                (all + f64::from(*holding), sum + f64::from(*shares))
            });
        let usual = (shares / holding.max(1.0)) as f32;
        if usual <= 0.0 {
            return Self::default();
        }
        let weigh = |(holding, shares): (f32, f32)| {
            ((shares + BEFOREHAND * usual) / (holding + BEFOREHAND) / usual).sqrt()
        };
        Self(features.into_iter().map(|(feature, counts)| (feature, weigh(counts))).collect())
    }

    /// What a feature counts; 1 if nothing was learned of it.
    pub(super) fn of(&self, feature: u64) -> f32 {
        self.0.get(&feature).copied().unwrap_or(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concepts(names: &[&[&[u64]]]) -> Vec<Vec<Counts>> {
        names.iter().map(|names| names.iter().map(|name| Counts::of(name.to_vec())).collect()).collect()
    }

    #[test]
    fn what_stays_counts_more_than_what_comes_and_goes() {
        let (nurse, baker, senior) = (1, 2, 3);
        let learned = Constancy::learned(&concepts(&[
            &[&[nurse], &[nurse, 10], &[nurse, senior]],
            &[&[baker], &[baker, 11], &[baker, senior]],
        ]));
        assert!(learned.of(nurse) > 1.0 && learned.of(senior) < 1.0);
        assert!((learned.of(nurse) - learned.of(baker)).abs() < f32::EPSILON);
        assert!((learned.of(99) - 1.0).abs() < f32::EPSILON, "never seen");
    }

    #[test]
    fn single_names_and_names_with_nothing_in_common_teach_nothing() {
        for names in [concepts(&[&[&[1, 2]], &[&[1, 3]]]), concepts(&[&[&[1], &[2]]]), Vec::new()] {
            let learned = Constancy::learned(&names);
            assert!((learned.of(1) - 1.0).abs() < f32::EPSILON);
        }
    }
}
