//! Texts as sparse vectors: BM25 and the cosine of TF-IDF, over lists of who holds a feature.
//!
//! BM25 is that of Robertson and Zaragoza (2009) with idf = ln(1 + (N − n + ½) / (n + ½)). TF-IDF has
//! idf = (1 + ln((1 + N) / (1 + n)))^p; both sides are normalised after features that no text holds are dropped.

use super::counts::Counts;
use crate::hash::QuickMap;

/// Saturation of a word that occurs several times.
const K1: f32 = 1.2;
/// How much a long text is discounted.
const B: f32 = 0.75;

/// How often a feature counts that occurs several times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeats {
    /// As often as it occurs.
    Linear,
    /// 1 + ln n.
    Damped,
}

impl Repeats {
    fn of(self, count: f32) -> f32 {
        match self {
            Self::Linear => count,
            Self::Damped => 1.0 + count.ln(),
        }
    }
}

/// How the query's side is scaled.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Scale {
    /// By its length, with counts as said.
    Cosine(Repeats),
    /// By what the query could reach at most.
    Bound,
    /// Not at all.
    None,
}

/// Texts, found by their features.
#[derive(Debug)]
pub(super) struct Sparse {
    scale: Scale,
    texts: usize,
    features: QuickMap<u64, u32>,
    /// Of each feature: its weight, and where its list begins. One more than there are features.
    heads: Vec<(f32, u32)>,
    holders: Vec<u32>,
    values: Vec<f32>,
}

impl Sparse {
    /// BM25 over these texts; as a share of what the query could reach at most where `bounded`.
    pub(super) fn bm25(texts: &[Counts], bounded: bool) -> Self {
        Self::bm25_of_words(texts, bounded, |_| 1.0)
    }

    /// The same, each feature counting as much more or less as `factor` says.
    pub(super) fn bm25_of_words(texts: &[Counts], bounded: bool, factor: impl Fn(u64) -> f32) -> Self {
        let lengths: Vec<f32> = texts.iter().map(Counts::total).collect();
        let all = texts.len() as f32;
        let mean = (lengths.iter().sum::<f32>() / all.max(1.0)).max(1.0);
        let weigh = |feature: u64, holders: f32| {
            factor(feature) * (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln()
        };
        let scale = if bounded { Scale::Bound } else { Scale::None };
        let mut sparse = Self::gather(texts, scale, weigh);
        for (holder, value) in sparse.holders.iter().zip(&mut sparse.values) {
            let length = lengths.get(*holder as usize).copied().unwrap_or(mean);
            *value = *value * (K1 + 1.0) / (*value + K1 * (1.0 - B + B * length / mean));
        }
        sparse
    }

    /// The cosine of TF-IDF over these texts; `power` sharpens or flattens the idf.
    pub(super) fn cosine(texts: &[Counts], repeats: Repeats, power: f32) -> Self {
        let all = texts.len() as f32;
        let weigh = |_: u64, holders: f32| (1.0 + ((1.0 + all) / (1.0 + holders)).ln()).powf(power);
        let mut sparse = Self::gather(texts, Scale::Cosine(repeats), weigh);
        let mut squares = vec![0.0_f32; texts.len()];
        for number in 0..sparse.features.len() {
            let (weight, range) = sparse.list(number as u32);
            let holders = sparse.holders.get(range.clone()).unwrap_or_default();
            for (holder, value) in holders.iter().zip(sparse.values.get_mut(range).unwrap_or_default()) {
                *value = repeats.of(*value) * weight;
                if let Some(square) = squares.get_mut(*holder as usize) {
                    *square += *value * *value;
                }
            }
        }
        for (holder, value) in sparse.holders.iter().zip(&mut sparse.values) {
            *value /= squares.get(*holder as usize).copied().unwrap_or(1.0).sqrt().max(f32::EPSILON);
        }
        sparse
    }

    /// Lists of holders with their counts, by feature.
    fn gather(texts: &[Counts], scale: Scale, weigh: impl Fn(u64, f32) -> f32) -> Self {
        let mut all: Vec<(u64, u32, f32)> = Vec::new();
        for (number, text) in texts.iter().enumerate() {
            all.extend(text.iter().map(|(feature, count)| (feature, number as u32, count)));
        }
        all.sort_unstable_by_key(|(feature, number, _)| (*feature, *number));
        let mut features = QuickMap::default();
        let mut heads: Vec<(f32, u32)> = Vec::new();
        for (at, group) in all.chunk_by(|a, b| a.0 == b.0).scan(0, |at, group| {
            let begins = *at;
            *at += group.len();
            Some((begins, group))
        }) {
            if let Some((feature, _, _)) = group.first() {
                features.insert(*feature, heads.len() as u32);
                heads.push((weigh(*feature, group.len() as f32), at as u32));
            }
        }
        heads.push((0.0, all.len() as u32));
        let holders = all.iter().map(|(_, holder, _)| *holder).collect();
        let values = all.iter().map(|(_, _, count)| *count).collect();
        Self { scale, texts: texts.len(), features, heads, holders, values }
    }

    fn list(&self, number: u32) -> (f32, std::ops::Range<usize>) {
        match self.heads.get(number as usize..number as usize + 2) {
            Some([(weight, from), (_, to)]) => (*weight, *from as usize..*to as usize),
            _ => (0.0, 0..0),
        }
    }

    /// The weight of a feature; 0 if no text holds it.
    pub(super) fn weight(&self, feature: u64) -> f32 {
        self.features.get(&feature).map_or(0.0, |number| self.list(*number).0)
    }

    /// The score of each text for a query's features; 0 where they share none.
    pub(super) fn scores(&self, query: &Counts) -> Vec<f32> {
        let mut known: Vec<(u32, f32)> = query
            .iter()
            .filter_map(|(feature, count)| {
                let number = *self.features.get(&feature)?;
                let (weight, _) = self.list(number);
                let value = match self.scale {
                    Scale::Cosine(repeats) => repeats.of(count) * weight,
                    Scale::Bound => weight,
                    Scale::None => weight * count,
                };
                Some((number, value))
            })
            .collect();
        let scale = match self.scale {
            Scale::Cosine(_) => known.iter().map(|(_, value)| value * value).sum::<f32>().sqrt(),
            Scale::Bound => known.iter().map(|(_, value)| value * (K1 + 1.0)).sum(),
            Scale::None => 1.0,
        };
        for (_, value) in &mut known {
            *value /= scale.max(f32::EPSILON);
        }
        let mut scores = vec![0.0_f32; self.texts];
        for (number, factor) in known {
            let (_, range) = self.list(number);
            let holders = self.holders.get(range.clone()).unwrap_or_default();
            for (holder, value) in holders.iter().zip(self.values.get(range).unwrap_or_default()) {
                if let Some(score) = scores.get_mut(*holder as usize) {
                    *score += value * factor;
                }
            }
        }
        scores
    }
}
