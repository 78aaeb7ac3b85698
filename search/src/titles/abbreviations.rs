//! Abbreviations: a short word is the initials of what another name of the same concept, or the same one, writes out.

use super::words::Word;
use crate::hash::{QuickMap, QuickSet};
use crate::text::is_function_word;
use crate::text::is_grammar;

/// Letters of an abbreviation, and so words of what it stands for.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;

/// What short words stand for.
#[derive(Debug, Clone, Default)]
pub(super) struct Abbreviations {
    /// Stems of the words written out.
    known: QuickMap<String, Vec<String>>,
}

impl Abbreviations {
    /// Learns from the names of concepts. What stands for several things is taken for the one that most concepts mean,
    /// and for nothing where that is not clear.
    pub(super) fn of(concepts: &[Vec<Vec<Word>>]) -> Self {
        let mut meant: QuickMap<String, QuickMap<Vec<String>, u32>> = QuickMap::default();
        for names in concepts {
            let short: QuickSet<&str> =
                names.iter().flatten().filter(|word| may_be_one(word)).map(bare).collect();
            if short.is_empty() {
                continue;
            }
            let mut of_concept: QuickSet<(String, Vec<String>)> = QuickSet::default();
            for name in names {
                let all: Vec<&Word> = name.iter().filter(|word| !word.dense).collect();
                let telling: Vec<&Word> =
                    all.iter().copied().filter(|word| !is_grammar_of_any(word)).collect();
                for words in [&all, &telling] {
                    for stretch in LETTERS.flat_map(|letters| words.windows(letters)) {
                        let initials: String =
                            stretch.iter().filter_map(|word| word.plain.chars().next()).collect();
                        if short.contains(initials.as_str()) {
                            of_concept
                                .insert((initials, stretch.iter().map(|word| word.stem.clone()).collect()));
                        }
                    }
                }
            }
            for (initials, words) in of_concept {
                *meant.entry(initials).or_default().entry(words).or_default() += 1;
            }
        }
        Self {
            known: meant
                .into_iter()
                .filter_map(|(short, meanings)| Some((short, clear(meanings)?)))
                .collect(),
        }
    }

    /// Stems of the words that a word stands for, if it is an abbreviation.
    pub(super) fn written_out(&self, word: &str) -> Option<&[String]> {
        self.known.get(word).map(Vec::as_slice)
    }
}

fn bare(word: &Word) -> &str {
    &word.plain
}

fn may_be_one(word: &Word) -> bool {
    let letters = word.plain.chars().count();
    !word.dense
        && LETTERS.contains(&letters)
        && word.plain.chars().all(char::is_alphabetic)
        && !is_grammar_of_any(word)
}

/// Whether a word carries grammar in a language that names are often written in.
fn is_grammar_of_any(word: &Word) -> bool {
    is_function_word(&word.plain) || is_grammar(&word.plain)
}

/// The meaning that more than half of all have.
fn clear(meanings: QuickMap<Vec<String>, u32>) -> Option<Vec<String>> {
    let all: u32 = meanings.values().sum();
    meanings.into_iter().find(|(_, concepts)| concepts * 2 > all).map(|(words, _)| words)
}

#[cfg(test)]
mod tests {
    use super::super::words::english_words;
    use super::*;

    fn learned(concepts: &[&[&str]]) -> Abbreviations {
        let names = |names: &&[&str]| names.iter().map(|name| english_words(name)).collect();
        Abbreviations::of(&concepts.iter().map(names).collect::<Vec<_>>())
    }

    #[test]
    fn initials_stand_for_the_words_of_another_name() {
        let learned = learned(&[
            &["registered nurse", "RN"],
            &["Acute Care Nurse Practitioner (ACNP)"],
            &["head of human resources", "HR head"],
        ]);
        assert_eq!(learned.written_out("rn").unwrap(), ["regist", "nurs"]);
        assert_eq!(learned.written_out("acnp").unwrap(), ["acut", "care", "nurs", "practition"]);
        assert_eq!(learned.written_out("hr").unwrap(), ["human", "resourc"]);
        assert_eq!(learned.written_out("head"), None);
    }

    #[test]
    fn small_words_of_any_language_stand_for_nothing_else() {
        let learned = learned(&[
            &["diseñador de estilos", "diseñador estilista", "de estilos"],
            &["domestic employee", "de"],
        ]);
        assert_eq!(learned.written_out("de"), None);
    }

    #[test]
    fn what_stands_for_several_things_alike_stands_for_none() {
        let one: &[&str] = &["physical therapist", "PT"];
        let other: &[&str] = &["pharmacy technician", "PT"];
        assert_eq!(learned(&[one, other]).written_out("pt"), None);
        assert_eq!(learned(&[one, other, one]).written_out("pt").unwrap(), ["physic", "therapist"]);
    }
}
