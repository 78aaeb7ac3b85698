//! How common is a value? A rare name that agrees says more than a common one.

use super::records::Records;
use std::collections::HashMap;

/// What a value that nobody else bears counts as: half a bearer (after Krichevsky and Trofimov, 1981).
const UNSEEN: f64 = 0.5;

/// Bearers of a whole name that are expected without looking; as many as make chance small.
const WHOLE: f64 = 1.0;

/// How many people bear each value, by field.
#[derive(Clone, Debug)]
pub(super) struct Frequencies {
    /// By field and group.
    counts: Vec<Vec<u32>>,
    /// Records with any value, by field.
    totals: Vec<u32>,
    /// By both parts of the name.
    whole: HashMap<(u32, u32), u32>,
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
        Self { counts, totals, whole: whole_names(records, counted) }
    }

    /// Bits by which a whole name is commoner than its parts let expect, 0 at least: parts go together in
    /// families and peoples, and then both say less than each by itself. `parts` are fields, `bits` what
    /// they say, `name` the groups borne.
    pub(super) fn together(&self, parts: (usize, usize), bits: f64, name: (u32, u32)) -> f64 {
        let borne = self.whole.get(&name).copied().unwrap_or(0);
        let total = |field: usize| f64::from(self.totals.get(field).copied().unwrap_or(0));
        let expected = total(parts.0).min(total(parts.1)) * (-bits).exp2();
        let others = f64::from(borne.saturating_sub(2));
        ((others + WHOLE) / (expected + WHOLE)).log2().max(0.0)
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

fn whole_names(records: &Records, counted: impl Iterator<Item = u32>) -> HashMap<(u32, u32), u32> {
    let mut whole = HashMap::new();
    let Some((left, right)) = records.plan.parts else { return whole };
    for record in counted {
        let row = records.row(record);
        let part = |field: usize| records.group(field, row.get(field).copied().unwrap_or(0));
        let name = (part(left), part(right));
        if name.0 > 0 && name.1 > 0 {
            *whole.entry(name).or_default() += 1;
        }
    }
    whole
}
