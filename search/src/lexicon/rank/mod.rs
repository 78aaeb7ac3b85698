//! Free text to concepts, by likeness to all their labels together.
//!
//! The score of a concept is the sum of two: BM25 over English stems and dictionary words (k1 = 1.2,
//! b = 0.75) divided by its upper bound for the text, and the cosine of TF-IDF vectors over groups of 2 to 4
//! characters inside words (1 and 2 for scripts without spaces), with tf = 1 + ln n and
//! idf = 1 + ln((1 + N) / (1 + n)). A label that is the text adds 1; a label inside it adds the share that its words
//! have in what the text tells, a rare word telling more. Words that no label has are corrected first. Where there
//! are vectors of titles, the nearness of an occupation's names by vector is added to the two, and all three are
//! scaled so that together they reach what the two can. Lao in Latin letters, or misspelt, is ranked as the Lao
//! that it sounds like.

mod names;
mod telling;

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use crate::text::{Folded, Forms, fold, plain, words};
use crate::titles::Nearness;
use crate::{Concept, ConceptKind, Mention, Ranked};

use super::function_words::is_function_word;
use super::hash::{Quick, QuickMap};
use super::{How, Lexicon, cut};
use names::Names;
use telling::Telling;

const K1: f32 = 1.2;
const B: f32 = 0.75;
/// What an occupation's names bring by vector: their centre, and the nearest of them. Little: names here are many and in
/// four languages, of which the vectors know English best.
const CENTRE: f32 = 0.1;
const NEAREST: f32 = 0.05;
/// Brings words, groups of characters and vectors together back to what the first two can reach.
const SCALE: f32 = 2.0 / (2.0 + CENTRE + NEAREST);
/// Words of a text that are compared.
const WORDS: usize = 256;

/// Documents that hold a feature, with the feature's weight there.
#[derive(Debug, Default)]
struct Postings {
    weight: f32,
    list: Vec<(u32, f32)>,
}

/// Features of all concepts of a kind.
#[derive(Debug, Default)]
pub(crate) struct Ranking {
    concepts: Vec<Concept>,
    stems: QuickMap<u64, Postings>,
    groups: QuickMap<u64, Postings>,
    names: Names,
    nearness: Option<Nearness>,
}

/// How often each feature occurs.
type Counts = QuickMap<u64, f32>;

fn hash(kind: u8, text: &str) -> u64 {
    let mut hasher = Quick::default();
    (kind, text).hash(&mut hasher);
    hasher.finish()
}

/// Adds the features of a text: stems and groups of characters.
fn count(text: &str, stems: &mut Counts, groups: &mut Counts) {
    let folded = Folded::of(text).text;
    for token in words(&folded).iter().take(WORDS) {
        let form = Forms::of(token.of(&folded), token.script);
        *stems.entry(hash(0, &form.stem)).or_default() += 1.0;
        let (word, sizes) =
            if form.dense { (form.plain, 1..=2) } else { (format!("<{}>", form.plain), 2..=4) };
        let places: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
        for size in sizes {
            for (from, to) in places.iter().zip(places.iter().skip(size)) {
                *groups.entry(hash(1, word.get(*from..*to).unwrap_or_default())).or_default() += 1.0;
            }
        }
    }
}

impl Ranking {
    /// The features of all concepts of a kind.
    pub(crate) fn of(lexicon: &Lexicon, kind: ConceptKind) -> Self {
        let mut concepts: Vec<Concept> =
            lexicon.inner.of_concept.keys().copied().filter(|concept| concept.kind() == kind).collect();
        concepts.sort_unstable();
        let mut ranking = Self { concepts, ..Self::default() };
        let mut lengths = Vec::new();
        for (number, concept) in ranking.concepts.iter().enumerate() {
            let (mut stems, mut groups) = (Counts::default(), Counts::default());
            let mut names = Vec::new();
            for label in lexicon.inner.of_concept.get(concept).into_iter().flatten() {
                let mut own = Counts::default();
                count(lexicon.label(*label).map_or("", |label| &label.text), &mut stems, &mut own);
                names.push((*label, own.keys().copied().collect()));
                for (group, count) in own {
                    *groups.entry(group).or_default() += count;
                }
            }
            ranking.names.push(names);
            lengths.push(stems.values().sum::<f32>());
            for (features, counts) in [(&mut ranking.stems, stems), (&mut ranking.groups, groups)] {
                for (feature, count) in counts {
                    features.entry(feature).or_default().list.push((number as u32, count));
                }
            }
        }
        if let Some(vectors) = lexicon.inner.vectors.clone().filter(|_| kind == ConceptKind::Occupation) {
            let names =
                |concept: &Concept| lexicon.labels(*concept).map(|label| label.text.as_str()).collect();
            let names: Vec<Vec<&str>> = ranking.concepts.iter().map(names).collect();
            ranking.nearness = Some(Nearness::of(vectors, &names));
        }
        ranking.weigh_stems(&lengths);
        ranking.weigh_groups();
        ranking
    }

    fn weigh_stems(&mut self, lengths: &[f32]) {
        let all = self.concepts.len() as f32;
        let mean = (lengths.iter().sum::<f32>() / all.max(1.0)).max(1.0);
        for postings in self.stems.values_mut() {
            let holders = postings.list.len() as f32;
            postings.weight = (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln();
            for (number, count) in &mut postings.list {
                let length = lengths.get(*number as usize).copied().unwrap_or(mean);
                *count = *count * (K1 + 1.0) / (*count + K1 * (1.0 - B + B * length / mean));
            }
        }
    }

    fn weigh_groups(&mut self) {
        let all = self.concepts.len() as f32;
        let mut squares = vec![0.0_f32; self.concepts.len()];
        for postings in self.groups.values_mut() {
            postings.weight = 1.0 + ((1.0 + all) / (1.0 + postings.list.len() as f32)).ln();
            for (number, count) in &mut postings.list {
                *count = (1.0 + count.ln()) * postings.weight;
                if let Some(square) = squares.get_mut(*number as usize) {
                    *square += *count * *count;
                }
            }
        }
        for (number, weight) in self.groups.values_mut().flat_map(|postings| &mut postings.list) {
            *weight /= squares.get(*number as usize).copied().unwrap_or(1.0).sqrt().max(f32::EPSILON);
        }
    }

    /// The score of every concept for a text, in the order of the concepts.
    fn scores(&self, text: &str) -> Vec<f32> {
        let (mut stems, mut groups) = (Counts::default(), Counts::default());
        count(text, &mut stems, &mut groups);
        let mut scores = vec![0.0; self.concepts.len()];
        let bound: f32 =
            stems.keys().filter_map(|stem| self.stems.get(stem)).map(|p| p.weight * (K1 + 1.0)).sum();
        let known: Vec<(&Postings, f32)> = sorted(&stems)
            .filter_map(|(stem, _)| self.stems.get(&stem).map(|p| (p, p.weight / bound)))
            .collect();
        add(&mut scores, &known);
        let known: Vec<(&Postings, f32)> = sorted(&groups)
            .filter_map(|(group, n)| self.groups.get(&group).map(|p| (p, (1.0 + n.ln()) * p.weight)))
            .collect();
        let norm = known.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(f32::EPSILON);
        let known: Vec<(&Postings, f32)> = known.into_iter().map(|(p, weight)| (p, weight / norm)).collect();
        add(&mut scores, &known);
        scores
    }
}

/// Beginnings of Vietnamese words that sound alike in one part of the country or another.
const TWINS: [(&str, &str); 8] =
    [("s", "x"), ("tr", "ch"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("n", "l"), ("c", "k"), ("ng", "ngh")];

/// A word with a beginning that sounds like its own.
fn twins(word: &str) -> impl Iterator<Item = String> + '_ {
    let both = TWINS.into_iter().flat_map(|(one, other)| [(one, other), (other, one)]);
    both.filter_map(|(from, to)| Some(format!("{to}{}", word.strip_prefix(from)?)))
}

/// Features in one order, so that sums come out the same every time.
fn sorted(counts: &Counts) -> impl Iterator<Item = (u64, f32)> {
    let mut list: Vec<(u64, f32)> = counts.iter().map(|(feature, count)| (*feature, *count)).collect();
    list.sort_unstable_by_key(|entry| entry.0);
    list.into_iter()
}

fn add(scores: &mut [f32], features: &[(&Postings, f32)]) {
    for (postings, factor) in features {
        for (number, weight) in &postings.list {
            if let Some(score) = scores.get_mut(*number as usize) {
                *score += weight * factor;
            }
        }
    }
}

impl Lexicon {
    /// Concepts of a kind near to a free, perhaps misspelt text, best first, each with its nearest label.
    pub fn rank(&self, text: &str, kind: ConceptKind, limit: usize) -> Vec<Ranked> {
        let Some(ranking) = self.ranking(kind) else { return Vec::new() };
        let reading = self.romanised(text, &|_| false).or_else(|| self.respelt(text));
        let text = reading.as_ref().map_or(text, |reading| reading.text.as_str());
        let corrected = self.corrected(text);
        let text = &*corrected;
        let mut scores = ranking.scores(text);
        let scale = if ranking.nearness.is_some() { SCALE } else { 1.0 };
        let folded = fold(text);
        let telling = Telling::of(text, ranking);
        for mention in self.met(text) {
            if let Ok(at) = ranking.concepts.binary_search(&mention.concept)
                && let Some(score) = scores.get_mut(at)
            {
                let whole = mention.how != How::Typo && fold(&mention.label) == folded;
                *score += mention.confidence / scale * if whole { 1.0 } else { telling.share(&mention.span) };
            }
        }
        if let Some(nearness) = &ranking.nearness {
            nearness.add(text, &mut scores, (CENTRE, NEAREST), limit);
        }
        let mut best: Vec<(f32, usize)> =
            scores.into_iter().zip(0..).filter(|(score, _)| *score > 0.0).collect();
        best.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        best.truncate(limit);
        let mut wanted = Counts::default();
        count(text, &mut Counts::default(), &mut wanted);
        let ranked = |(score, at): (f32, usize)| {
            let label = ranking.names.nearest(at, &wanted).and_then(|label| self.label(label));
            let label = label.map(|label| label.text.clone()).unwrap_or_default();
            Some(Ranked { concept: *ranking.concepts.get(at)?, score: score * scale, label })
        };
        best.into_iter().filter_map(ranked).collect()
    }

    /// A text with each word that no label has replaced by the nearest that one has, if it is near.
    fn corrected<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let vocabulary = &self.inner.patterns.vocabulary;
        let folded = Folded::of(text);
        let mut out = String::new();
        let mut done = 0;
        for token in words(&folded.text).iter().filter(|token| !token.script.is_dense()).take(WORDS) {
            let word = plain(token.of(&folded.text));
            if vocabulary.id(&word) != 0 || is_function_word(&word) {
                continue;
            }
            let near = self.nearby_words().find(&word, 1);
            let stem = near.first().and_then(|(id, _)| vocabulary.stem(*id)).map(str::to_owned);
            if let Some(meant) = twins(&word).find(|twin| vocabulary.id(twin) != 0).or(stem) {
                out.push_str(folded.text.get(done..token.start).unwrap_or_default());
                out.push_str(&meant);
                done = token.end;
            }
        }
        if done == 0 {
            return Cow::Borrowed(text);
        }
        out.push_str(folded.text.get(done..).unwrap_or_default());
        Cow::Owned(out)
    }

    /// Labels in a text; where none is as it is written, those that may have been meant.
    fn met(&self, text: &str) -> Vec<Mention> {
        let mut mentions = self.link(text);
        if mentions.iter().all(|mention| mention.span.len() * 2 < text.len()) {
            let meant = self.understand_written(cut(text).0, false, &|_| false).concepts;
            mentions.extend(meant.into_iter().filter(|mention| mention.how == How::Typo));
        }
        mentions
    }
}
