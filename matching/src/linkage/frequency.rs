//! How common is a value? A rare name that agrees says more than a common one.

use super::records::Records;

/// What a value that nobody else bears counts as: half a bearer (after Krichevsky and Trofimov, 1981).
const UNSEEN: f64 = 0.5;

/// How many people bear each value, by field.
#[derive(Clone, Debug)]
pub(super) struct Frequencies {
    /// By field and group.
    counts: Vec<Vec<u32>>,
    /// Records with any value, by field.
    totals: Vec<u32>,
}

impl Frequencies {
    /// Counts among `counted` records.
    pub(super) fn among(records: &Records, counted: impl Iterator<Item = u32> + Clone) -> Self {
        let mut counts = Vec::new();
        let mut totals = Vec::new();
        for field in 0..records.plan.fields.len() {
            let mut of_field = vec![0_u32; records.groups(field) + 1];
            let mut total = 0;
            for record in counted.clone() {
                let group = records.group(field, records.row(record).get(field).copied().unwrap_or(0));
                if group > 0
                    && let Some(count) = of_field.get_mut(group as usize)
                {
                    *count += 1;
                    total += 1;
                }
            }
            counts.push(of_field);
            totals.push(total);
        }
        Self { counts, totals }
    }

    /// Bits of evidence in the agreement of two records on a value: −log2 of the chance that somebody else
    /// bears it. The two records themselves do not count, since it is they that are to be explained.
    pub(super) fn bits(&self, field: usize, groups: (u32, u32)) -> f64 {
        let (one, other) = groups;
        let counts = self.counts.get(field).map(Vec::as_slice).unwrap_or_default();
        let of = |group: u32| f64::from(counts.get(group as usize).copied().unwrap_or(0));
        let bearers = if one == other { of(one) } else { of(one) + of(other) };
        let total = f64::from(self.totals.get(field).copied().unwrap_or(0));
        let others = (bearers - 2.0).max(0.0) + UNSEEN;
        let all = (total - 2.0).max(1.0) + UNSEEN;
        -(others / all).min(1.0).log2()
    }
}
