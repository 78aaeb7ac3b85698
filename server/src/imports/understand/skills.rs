//! Skills: listed one by one, or mentioned in running text.

use crate::reference::ReferenceBook;
use search::{Concept, ConceptKind, SkillKey, fold};
use std::collections::HashSet;

/// A name that is merely alike has to share this much with a label to count.
const ALIKE: f64 = 0.7;
/// Being alike is weaker evidence than being the same.
const ALIKE_WEIGHT: f64 = 0.8;
/// Mentioned in passing is weaker evidence than listed.
const MENTIONED_WEIGHT: f64 = 0.7;

/// A skill with confidence, 0 to 1.
pub type Linked = (SkillKey, f64);

/// The skill that a listed name means as a whole.
pub fn listed(book: &ReferenceBook, name: &str) -> Option<Linked> {
    let name = name.trim();
    if name.is_empty() {
        return None;
    }
    if let Some(skill) = book.codes.skill(name) {
        return Some((skill, 1.0));
    }
    linked_whole(book, name).or_else(|| alike(book, name))
}

/// The skill of the mention that covers most of the name.
fn linked_whole(book: &ReferenceBook, name: &str) -> Option<Linked> {
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count();
    let all = letters(name).max(1);
    let mut best: Option<(f64, Linked)> = None;
    for mention in book.lexicon.link(name) {
        let Concept::Skill(skill) = mention.concept else { continue };
        let covered = letters(name.get(mention.span.clone()).unwrap_or_default()) as f64 / all as f64;
        let confidence = f64::from(mention.confidence) * covered;
        if covered >= 0.5 && best.is_none_or(|(held, _)| confidence > held) {
            best = Some((confidence, (skill, confidence.clamp(0.0, 1.0))));
        }
    }
    best.map(|(_, linked)| linked)
}

fn alike(book: &ReferenceBook, name: &str) -> Option<Linked> {
    let nearest = book.lexicon.rank(name, ConceptKind::Skill, 1).into_iter().next()?;
    let Concept::Skill(skill) = nearest.concept else { return None };
    let likeness = likeness(&fold(name), &fold(&nearest.label));
    (likeness >= ALIKE).then_some((skill, likeness * ALIKE_WEIGHT))
}

/// Shared pairs of letters among all pairs (Dice), 0 to 1.
fn likeness(one: &str, other: &str) -> f64 {
    let pairs = |text: &str| -> HashSet<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (one, other) = (pairs(one), pairs(other));
    let shared = one.intersection(&other).count();
    let all = one.len() + other.len();
    if all == 0 { 0.0 } else { 2.0 * shared as f64 / all as f64 }
}

/// The skills that a text mentions, each once, in the order of the text.
pub fn mentioned(book: &ReferenceBook, text: &str) -> Vec<Linked> {
    let mut found: Vec<Linked> = Vec::new();
    for mention in book.lexicon.link(text) {
        let Concept::Skill(skill) = mention.concept else { continue };
        let confidence = (f64::from(mention.confidence) * MENTIONED_WEIGHT).clamp(0.0, 1.0);
        match found.iter_mut().find(|(held, _)| *held == skill) {
            Some((_, held)) => *held = held.max(confidence),
            None => found.push((skill, confidence)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn likeness_is_one_for_the_same_and_nothing_for_strangers() {
        assert!((likeness("welding", "welding") - 1.0).abs() < 1e-9);
        assert!(likeness("java", "cook") < 0.1);
        assert!(likeness("", "") < 0.1);
    }
}
