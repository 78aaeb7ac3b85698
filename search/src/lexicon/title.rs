//! Job titles to occupations.
//!
//! A title is read in parts (before and after dashes, bars, brackets, commas, and words such as "at" or
//! "tại"). Each label met in a part is a reading; its confidence is a product of how it was met, whether it
//! stands where the head of the phrase stands (last in English, first in Lao, Thai and Vietnamese), how much
//! of the part it covers apart from words of rank and place, and which part it is. Likeness to all labels
//! of an occupation and hints add evidence; readings that disagree take it away.

use std::ops::Range;

use crate::text::Folded;
use crate::titles::SAME;
use crate::{Concept, ConceptKind, Language, OccupationKey, TitleLink};

use super::link::original;
use super::meaning::{Keep, Meaning};
use super::patterns::Spelling;
use super::stream::{Gap, Symbol, symbols};
use super::{How, Lexicon};
use crate::hash::QuickMap;
use crate::text::is_function_word;

/// Factors of a reading.
const NOT_HEAD: f32 = 0.55;
const LATER_PART: f32 = 0.7;
const LEAST_COVERED: f32 = 0.55;
/// Confidence of an occupation known by likeness alone, at most.
const ALIKE: f32 = 0.55;
/// What remains of a doubt when likeness or a hint agrees.
const AGREES: f32 = 0.7;
/// What remains of a confidence when another reading is nearly as good.
const DISPUTED: f32 = 0.65;
/// A second reading this near to the first one disputes it.
const CLOSE: f32 = 0.65;
/// Concepts taken from likeness.
const NEAREST: usize = 8;

/// Symbols of one part of a title.
struct Part {
    symbols: Range<usize>,
    first: bool,
    /// Symbols that tell what the work is.
    telling: Vec<usize>,
}

fn is_rank_word(word: &str) -> bool {
    matches!(
        word,
        "senior"
            | "junior"
            | "sr"
            | "jr"
            | "lead"
            | "principal"
            | "staff"
            | "middle"
            | "mid"
            | "fresher"
            | "intern"
            | "internship"
            | "trainee"
            | "experienced"
            | "level"
            | "urgent"
            | "urgently"
            | "remote"
            | "hybrid"
            | "onsite"
            | "fulltime"
            | "parttime"
            | "full"
            | "part"
            | "time"
            | "ii"
            | "iii"
            | "iv"
            | "m"
            | "f"
            | "d"
            | "new"
            | "expert"
            | "up"
            | "salary"
            | "usd"
            | "bonus"
            | "english"
            | "japanese"
            | "korean"
            | "chinese"
            | "fluent"
            | "thực"
            | "tập"
            | "sinh"
            | "cao"
            | "cấp"
            | "gấp"
            | "อาวุโส"
            | "ด่วน"
            | "ດ່ວນ"
            | "ອາວຸໂສ"
    )
}

/// Words after which a title speaks of something else than the work.
fn is_divider(word: &str) -> bool {
    matches!(word, "for" | "at" | "in" | "with" | "tại" | "ở" | "cho" | "to" | "within")
}

/// The parts of a title with what tells about the work in each.
fn parts(folded: &Folded, stream: &[Symbol<'_>]) -> Vec<Part> {
    let word = |symbol: &Symbol<'_>| folded.text.get(symbol.start..symbol.end).unwrap_or_default().to_owned();
    let mut parts: Vec<Part> = Vec::new();
    for (at, symbol) in stream.iter().enumerate() {
        let text = word(symbol);
        let divides = symbol.gap == Gap::Phrase || (is_divider(&text) && !symbol.script.is_dense());
        if divides || parts.is_empty() {
            let first = parts.iter().all(|part: &Part| part.telling.is_empty());
            parts.push(Part { symbols: at..at, first, telling: Vec::new() });
        }
        let silent =
            is_rank_word(&text) || is_function_word(&text) || text.chars().all(|c| c.is_ascii_digit());
        if let Some(part) = parts.last_mut() {
            part.symbols.end = at + 1;
            if !silent {
                part.telling.push(at);
            }
        }
    }
    parts
}

impl Lexicon {
    /// Occupations of a job title, best first, with a confidence that hints (category, skills, a line of
    /// the advert) can raise. Only unit groups are given, never a wider group.
    pub fn title(&self, title: &str, hints: &[&str]) -> Vec<TitleLink> {
        let folded = Folded::of(title);
        let vocabulary = &self.inner.patterns.vocabulary;
        let stream = symbols(&folded.text, |word| vocabulary.id(word));
        let mut links: Vec<TitleLink> = Vec::new();
        for part in parts(&folded, &stream) {
            for (start, spelling) in self.readings(&folded, &stream, &part) {
                for meaning in self.meanings(&spelling, Keep::Document) {
                    let confidence = self.confidence(&part, start, spelling.end, &meaning);
                    let span = original(&folded, &stream, start, spelling.end);
                    self.take(&mut links, meaning, confidence, span);
                }
            }
        }
        self.weigh_likeness(title, &mut links);
        self.weigh_hints(hints, &mut links);
        links.retain(|link| self.is_leaf(Concept::Occupation(link.occupation)));
        let order = |a: &TitleLink, b: &TitleLink| {
            b.confidence.total_cmp(&a.confidence).then(a.occupation.cmp(&b.occupation))
        };
        links.sort_by(order);
        self.dispute(&mut links);
        links.sort_by(order);
        links
    }

    fn take(&self, links: &mut Vec<TitleLink>, meaning: Meaning, confidence: f32, span: Range<usize>) {
        let Concept::Occupation(occupation) = meaning.concept else { return };
        let label = self.label(meaning.label).map(|label| label.text.clone()).unwrap_or_default();
        match links.iter_mut().find(|link| link.occupation == occupation) {
            Some(link) if link.confidence >= confidence => {}
            Some(link) => *link = TitleLink { occupation, confidence, label, span },
            None => links.push(TitleLink { occupation, confidence, label, span }),
        }
    }

    /// Labels met in a part, none of them inside another.
    fn readings(&self, folded: &Folded, stream: &[Symbol<'_>], part: &Part) -> Vec<(usize, Spelling)> {
        let mut corrections: QuickMap<usize, Vec<(u32, Box<str>)>> = QuickMap::default();
        for at in part.symbols.clone() {
            let Some(symbol) = stream.get(at).filter(|symbol| symbol.id == 0) else { continue };
            let near = self.nearby_words().find(&symbol.plain, 4);
            corrections.insert(at, near.into_iter().map(|(id, _)| (id, "".into())).collect());
        }
        let within = stream.get(..part.symbols.end).unwrap_or_default();
        let mut found: Vec<(usize, Spelling)> = Vec::new();
        for start in part.symbols.clone() {
            let spelt = self.inner.patterns.spelt(&folded.text, within, start, &corrections);
            let mut occupations = spelt.into_iter().filter_map(|mut spelling| {
                spelling.labels.retain(|(number, _)| {
                    self.label(*number).is_some_and(|label| label.concept.kind() == ConceptKind::Occupation)
                });
                (!spelling.labels.is_empty()).then_some(spelling)
            });
            if let Some(longest) = occupations.next_back()
                && !found.iter().any(|(_, other)| other.end >= longest.end)
            {
                found.push((start, longest));
            }
        }
        found
    }

    fn confidence(&self, part: &Part, start: usize, end: usize, meaning: &Meaning) -> f32 {
        let telling = part.telling.iter().filter(|at| !(start..end).contains(*at)).count();
        let inside = part.telling.len() - telling;
        let covered = inside as f32 / part.telling.len().max(1) as f32;
        let language = self.label(meaning.label).map_or(Language::Other, |label| label.language);
        let head = match language {
            Language::English | Language::Other => part.telling.last().is_none_or(|at| *at < end),
            Language::Lao | Language::Thai | Language::Vietnamese => {
                part.telling.first().is_none_or(|at| *at >= start)
            }
        };
        let met = match meaning.how {
            How::Exact => 0.97,
            How::Folded => 0.9,
            How::Stem => 0.88,
            How::Typo => 0.6,
        };
        let place = if part.first { 1.0 } else { LATER_PART };
        let stands = if head { 1.0 } else { NOT_HEAD };
        let share = LEAST_COVERED + (1.0 - LEAST_COVERED) * covered;
        met * place * stands * share / meaning.among.max(1) as f32
    }

    /// Occupations whose labels together are like the title.
    fn weigh_likeness(&self, title: &str, links: &mut Vec<TitleLink>) {
        let nearest = self.rank(title, ConceptKind::Occupation, NEAREST);
        let runner_up = nearest.get(1).map_or(0.0, |second| second.score);
        for (place, ranked) in nearest.iter().enumerate() {
            let Concept::Occupation(occupation) = ranked.concept else { continue };
            if let Some(link) = links.iter_mut().find(|link| link.occupation == occupation) {
                if place == 0 {
                    link.confidence = 1.0 - (1.0 - link.confidence) * AGREES;
                }
                continue;
            }
            let clear =
                if place == 0 { (1.0 - runner_up / ranked.score.max(f32::EPSILON)).max(0.0) } else { 0.0 };
            let likeness = (ranked.score / SAME).min(1.0);
            let confidence = ALIKE * likeness * (0.5 + 0.5 * clear.min(1.0));
            links.push(TitleLink {
                occupation,
                confidence,
                label: ranked.label.clone(),
                span: 0..title.len(),
            });
        }
    }

    /// A hint that names or resembles an occupation speaks for it.
    fn weigh_hints(&self, hints: &[&str], links: &mut [TitleLink]) {
        for hint in hints {
            let mut spoken: Vec<OccupationKey> = Vec::new();
            for mention in self.link(hint) {
                if let Concept::Occupation(key) = mention.concept {
                    spoken.push(key);
                }
            }
            if let Some(nearest) = self.rank(hint, ConceptKind::Occupation, 1).first()
                && let Concept::Occupation(key) = nearest.concept
                && nearest.score > 0.6
            {
                spoken.push(key);
            }
            for link in links.iter_mut().filter(|link| spoken.contains(&link.occupation)) {
                link.confidence = 1.0 - (1.0 - link.confidence) * AGREES;
            }
        }
    }

    /// Where the second reading is nearly as good as the first, both are in doubt.
    fn dispute(&self, links: &mut [TitleLink]) {
        let [first, second, ..] = links else { return };
        if second.confidence < CLOSE * first.confidence {
            return;
        }
        let parent =
            |link: &TitleLink| self.with_ancestors(Concept::Occupation(link.occupation)).get(1).copied();
        let kin = parent(first).is_some() && parent(first) == parent(second);
        let doubt = if kin { f32::midpoint(1.0, DISPUTED) } else { DISPUTED };
        let bar = CLOSE * first.confidence;
        for link in links.iter_mut().filter(|link| link.confidence >= bar) {
            link.confidence *= doubt;
        }
    }
}
