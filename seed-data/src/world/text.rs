//! How do adverts and profiles sound? Sentences with slots, and the hand that writes them.

use super::draw::Draw;
use super::language::Language;
use super::misspell::misspell;
use crate::TableError;
use crate::table::rows;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a sentence is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Purpose {
    Title,
    TitlePhrase,
    Open,
    OpenPhrase,
    AskSkill,
    AskYears,
    Beginners,
    Pay,
    PayOpen,
    Close,
    Headline,
    HeadlinePhrase,
    #[serde(rename = "self")]
    Myself,
    #[serde(rename = "self_phrase")]
    MyselfPhrase,
    #[serde(rename = "self_skill")]
    MySkill,
    #[serde(rename = "self_place")]
    MyPlace,
    #[serde(rename = "self_close")]
    MyClose,
    Noise,
    NoiseCount,
}

/// What fills the slots of a sentence.
#[derive(Default)]
pub(crate) struct Fill<'a> {
    pub(crate) occupation: &'a str,
    pub(crate) phrase: &'a str,
    pub(crate) skill: &'a str,
    pub(crate) second_skill: &'a str,
    pub(crate) years: String,
    pub(crate) place: &'a str,
    pub(crate) wage: String,
    pub(crate) employer: &'a str,
    pub(crate) title: String,
    pub(crate) count: String,
}

impl Fill<'_> {
    fn slot(&self, name: &str) -> Option<&str> {
        Some(match name {
            "occupation" => self.occupation,
            "phrase" => self.phrase,
            "skill" => self.skill,
            "second_skill" => self.second_skill,
            "years" => &self.years,
            "place" => self.place,
            "wage" => &self.wage,
            "employer" => self.employer,
            "title" => &self.title,
            "count" => &self.count,
            _ => return None,
        })
    }
}

/// How the texts of a row are written; for those who measure, not for those who read them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Writing {
    /// They tell what there is to do instead of naming the occupation.
    pub by_phrase: bool,
    /// They are Lao without spaces between words.
    pub unspaced: bool,
    /// They carry slips.
    pub misspelt: bool,
}

/// How one author writes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hand {
    pub(crate) language: Language,
    pub(crate) writing: Writing,
}

impl Hand {
    /// The finished text as this author writes it.
    pub(crate) fn write(self, text: String, draw: &mut Draw) -> String {
        let text = if self.writing.unspaced { run_together(&text) } else { text };
        if self.writing.misspelt { misspell(&text, self.language, draw) } else { text }
    }
}

#[derive(Deserialize)]
struct SentenceRow {
    kind: Purpose,
    language: Language,
    text: String,
}

/// The sentences by purpose and language.
pub(crate) struct Sentences {
    by_use: BTreeMap<(Purpose, Language), Vec<String>>,
}

impl Sentences {
    pub(crate) fn read() -> Result<Self, TableError> {
        let rows: Vec<SentenceRow> =
            rows("world/sentences.csv", include_str!("../../data/world/sentences.csv"))?;
        let mut by_use: BTreeMap<_, Vec<String>> = BTreeMap::new();
        for row in rows {
            by_use.entry((row.kind, row.language)).or_default().push(row.text);
        }
        Ok(Self { by_use })
    }

    /// Appends a sentence to `text`, after a space where there is text already.
    pub(crate) fn say(
        &self,
        text: &mut String,
        (purpose, language): (Purpose, Language),
        fill: &Fill<'_>,
        draw: &mut Draw,
    ) {
        let choices = self.by_use.get(&(purpose, language)).map_or(&[][..], Vec::as_slice);
        let Some(sentence) = draw.pick(choices) else { return };
        if !text.is_empty() {
            text.push(' ');
        }
        fill_in(text, sentence, fill);
    }

    #[cfg(test)]
    pub(crate) fn each(&self) -> impl Iterator<Item = (Purpose, Language, &str)> {
        self.by_use.iter().flat_map(|(key, texts)| texts.iter().map(|text| (key.0, key.1, text.as_str())))
    }
}

fn fill_in(text: &mut String, sentence: &str, fill: &Fill<'_>) {
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, tail)) = after.split_once('}') else { break };
        let value = fill.slot(name).unwrap_or_default();
        if text.ends_with(" a ") && value.starts_with(['a', 'e', 'i', 'o', 'u']) {
            text.pop();
            text.push_str("n ");
        }
        text.push_str(value);
        rest = tail;
    }
    text.push_str(rest);
}

/// Lao as most people write it: no spaces between words, a space instead of a full stop.
fn run_together(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut last = '\0';
    while let Some(letter) = letters.next() {
        let between_words = letter == ' ' && is_lao(last) && letters.peek().copied().is_some_and(is_lao);
        let full_stop = letter == '.' && is_lao(last);
        last = letter;
        if !between_words && !full_stop {
            joined.push(letter);
        }
    }
    joined
}

fn is_lao(letter: char) -> bool {
    ('\u{e80}'..='\u{eff}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lao_words_run_together_and_numbers_keep_their_spaces() {
        assert_eq!(run_together("ຮັບ ຊ່າງ ໄຟຟ້າ. ມີ 3 ປີ."), "ຮັບຊ່າງໄຟຟ້າ ມີ 3 ປີ");
    }

    #[test]
    fn slots_are_filled_and_an_article_fits_its_noun() {
        let fill = Fill { occupation: "electrician", place: "Xay", ..Fill::default() };
        let mut text = String::new();
        fill_in(&mut text, "needs a {occupation} in {place}.", &fill);
        assert_eq!(text, "needs an electrician in Xay.");
    }

    #[test]
    fn every_purpose_has_sentences_in_every_language_with_known_slots() {
        let sentences = Sentences::read().unwrap();
        let purposes: std::collections::BTreeSet<_> = sentences.each().map(|(purpose, ..)| purpose).collect();
        assert_eq!(purposes.len(), 19);
        assert_eq!(sentences.by_use.len(), 19 * 3);
        for (purpose, _, text) in sentences.each() {
            for slot in text.split('{').skip(1) {
                let name = slot.split('}').next().unwrap();
                assert!(Fill::default().slot(name).is_some(), "{purpose:?}: {text}");
            }
        }
    }
}
