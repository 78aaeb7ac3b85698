//! How common is a value? A rare name that agrees says more than a common one.

use super::records::Records;
use std::collections::HashMap;

/// What a value that nobody else bears counts as: half a bearer (after Krichevsky and Trofimov, 1981).
const UNSEEN: f64 = 0.5;

/// Bits that a spelling says beyond its sound, at most: a rare spelling of a common name is what one clerk or one
/// slip makes of it, and may be made of it again.
const SPELLING: f64 = 3.0;

/// Bits of a name whose parts stand in the other order: three of a hundred are believed to be written so
/// ([`believed`](super::model::believed), [`Aspect::Order`](super::field::Aspect)); an assumption, not counted.
const REVERSED: f64 = 5.0;

/// Bearers of a whole name that are expected without looking; as many as make chance small.
const WHOLE: f64 = 1.0;

/// How many people bear each value, by field.
#[derive(Clone, Debug)]
pub(super) struct Frequencies {
    /// By field and group.
    counts: Vec<Vec<u32>>,
    /// By field and sound, for names.
    heard: Vec<Vec<u32>>,
    /// Bits of the chance that two names sound alike, by field.
    alike: Vec<f64>,
    /// Records with any value, by field.
    totals: Vec<u32>,
    /// By both parts of the name.
    whole: HashMap<(u32, u32), u32>,
}

impl Frequencies {
    /// Counts among `counted` records.
    pub(super) fn among(records: &Records, counted: impl Iterator<Item = u32> + Clone) -> Self {
        let mut counts = Vec::new();
        let (mut heard, mut alike) = (Vec::new(), Vec::new());
        let mut totals = Vec::new();
        for field in 0..records.plan.fields.len() {
            let mut of_field = vec![0_u32; records.groups(field) + 1];
            let mut sounds = vec![0_u32; records.voices(field) + 1];
            let mut total = 0;
            for record in counted.clone() {
                let value = records.row(record).get(field).copied().unwrap_or(0);
                if let Some(count) = sounds.get_mut(records.voice(field, value) as usize) {
                    *count += 1;
                }
                let group = records.group(field, value);
                if group > 0
                    && let Some(count) = of_field.get_mut(group as usize)
                {
                    *count += 1;
                    total += 1;
                }
            }
            let share = |count: &u32| (f64::from(*count) / f64::from(total.max(1))).powi(2);
            alike.push(-sounds.iter().skip(1).map(share).sum::<f64>().max(f64::MIN_POSITIVE).log2());
            heard.push(sounds);
            counts.push(of_field);
            totals.push(total);
        }
        Self { counts, heard, alike, totals, whole: whole_names(records, counted) }
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
        self.rarity(field, &self.counts, groups)
    }

    /// The same for two names that are spelt alike and sound so: little more than what the sound says.
    pub(super) fn bits_of_name(&self, field: usize, groups: (u32, u32), voices: (u32, u32)) -> f64 {
        self.bits(field, groups).min(self.rarity(field, &self.heard, voices) + SPELLING)
    }

    /// The most that both parts of a name say together: what they would say in the other order, and that the order is
    /// the other one. A family name is rare among given names, and where one stands the other part has its place.
    pub(super) fn bits_reversed(&self, (left, right): (usize, usize), name: (u32, u32)) -> f64 {
        self.bits(right, (name.0, name.0)) + self.bits(left, (name.1, name.1)) + REVERSED
    }

    /// Bits by which names of this sound agree more rarely in sound than names do on average; below 0 for a common
    /// one. Of a sound that a share q of all bear, a share q of those who are one person has it, and q² of those who
    /// are two.
    pub(super) fn bits_of_sound(&self, field: usize, voice: u32) -> f64 {
        self.rarity(field, &self.heard, (voice, voice)) - self.alike.get(field).copied().unwrap_or(0.0)
    }

    fn rarity(&self, field: usize, counts: &[Vec<u32>], (one, other): (u32, u32)) -> f64 {
        let counts = counts.get(field).map(Vec::as_slice).unwrap_or_default();
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
