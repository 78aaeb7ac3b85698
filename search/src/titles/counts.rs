//! How often each feature occurs in a text, in one order.

/// Features with their number, sorted by feature: sums over them come out the same every time.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Counts(Vec<(u64, f32)>);

impl Counts {
    /// Counts features in whatever order they come.
    pub(super) fn of(mut features: Vec<u64>) -> Self {
        features.sort_unstable();
        let mut counts: Vec<(u64, f32)> = Vec::with_capacity(features.len());
        for feature in features {
            match counts.last_mut() {
                Some((last, count)) if *last == feature => *count += 1.0,
                _ => counts.push((feature, 1.0)),
            }
        }
        Self(counts)
    }

    /// Features with their number, by feature.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u64, f32)> + '_ {
        self.0.iter().copied()
    }

    /// How many features there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether a feature occurs.
    pub(super) fn holds(&self, feature: u64) -> bool {
        self.0.binary_search_by_key(&feature, |(held, _)| *held).is_ok()
    }

    /// How many occurrences there are.
    pub(super) fn total(&self) -> f32 {
        self.0.iter().map(|(_, count)| count).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_are_counted_and_sorted() {
        let counts = Counts::of(vec![7, 3, 7]);
        assert_eq!(counts.iter().collect::<Vec<_>>(), [(3, 1.0), (7, 2.0)]);
        assert!((counts.total() - 3.0).abs() < f32::EPSILON);
    }
}
