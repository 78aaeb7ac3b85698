//! What searching teaches: how many hits, which wording, and what was decided about it.

use super::wording;
use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use search::Language;
use std::fmt;
use std::str::FromStr;

/// What somebody decided about a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Decision {
    /// It is a name of the concept.
    Approved,
    /// It is none, and is not proposed again.
    Rejected,
}

/// A decision about a wording as a name of a concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The wording.
    pub wording: String,
    /// ISO 639-1 code of its language.
    pub language: String,
    /// What it names.
    pub concept_id: i32,
    /// The decision.
    pub decision: Decision,
    /// It names other concepts too, knowingly.
    pub shared: bool,
    /// What spoke for it.
    pub evidence: String,
    /// Who decided, in words.
    pub decided_by: String,
    /// When.
    pub decided_at: DateTime<Utc>,
    /// Version of the reference data at that time.
    pub version: i32,
}

/// The band of a total: 0 none, 1 below ten, 2 below a hundred, 3 below a thousand, 4 more.
pub fn band(total: u64) -> i32 {
    match total {
        0 => 0,
        1..=9 => 1,
        10..=99 => 2,
        100..=999 => 3,
        1_000.. => 4,
    }
}

/// A wording that may become a name of a concept: one line of at most 80 characters that reaches nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording(String);

/// Why a text is no wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordingError {
    /// Nothing, or only signs.
    #[error("the wording holds no word")]
    Empty,
    /// Too long.
    #[error("the wording is longer than {} characters", wording::LONGEST)]
    TooLong,
    /// A phone number or the like.
    #[error("the wording holds an address or a long number")]
    Personal,
    /// Line feeds and the like.
    #[error("the wording holds characters that are no text")]
    Control,
}

impl Wording {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Wording {
    type Err = WordingError;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let text = raw.trim();
        if text.chars().count() > wording::LONGEST {
            return Err(WordingError::TooLong);
        }
        if text.chars().any(char::is_control) {
            return Err(WordingError::Control);
        }
        if !search::fold(text).chars().any(char::is_alphabetic) {
            return Err(WordingError::Empty);
        }
        if wording::may_be_kept(text) { Ok(Self(text.to_owned())) } else { Err(WordingError::Personal) }
    }
}

impl fmt::Display for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Who decides, in words: a name or an office, one line of at most 80 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decider(String);

/// Why a text names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("who decides is one line of 1 to 80 characters")]
pub struct DeciderError;

impl Decider {
    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Decider {
    type Err = DeciderError;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let text = raw.trim();
        let sound = (1..=80).contains(&text.chars().count()) && !text.chars().any(char::is_control);
        if sound { Ok(Self(text.to_owned())) } else { Err(DeciderError) }
    }
}

/// The language in which a query is a name: by its letters, else that of the page, else English.
pub fn language_of(query: &str, page: &str) -> Language {
    let in_range = |from: char, to: char| query.chars().any(|c| (from..=to).contains(&c));
    if in_range('\u{e80}', '\u{eff}') {
        return Language::Lao;
    }
    if in_range('\u{e00}', '\u{e7f}') {
        return Language::Thai;
    }
    // What no other language of ours writes: đ, ơ, ư, and vowels with two marks.
    let vietnamese = query.chars().any(|c| "đơư".contains(c) || ('\u{1ea0}'..='\u{1ef9}').contains(&c));
    match page {
        _ if vietnamese => Language::Vietnamese,
        "vi" => Language::Vietnamese,
        _ => Language::English,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wording_is_one_line_with_a_word_in_it() {
        assert_eq!(" thợ hồ ".parse::<Wording>().unwrap().as_str(), "thợ hồ");
        let refused = |text: &str| text.parse::<Wording>().unwrap_err();
        assert_eq!(refused("  "), WordingError::Empty);
        assert_eq!(refused("- 12 -"), WordingError::Empty);
        assert_eq!(refused(&"x".repeat(10_000)), WordingError::TooLong);
        assert_eq!(refused("a\nb"), WordingError::Control);
        assert_eq!(refused("welder 020 555 123"), WordingError::Personal);
    }

    #[test]
    fn the_language_of_a_query_is_that_of_its_letters() {
        assert_eq!(language_of("ຊ່າງ", "en"), Language::Lao);
        assert_eq!(language_of("ช่าง", "lo"), Language::Thai);
        assert_eq!(language_of("thợ hồ", "lo"), Language::Vietnamese);
        assert_eq!(language_of("tho ho", "vi"), Language::Vietnamese);
        assert_eq!(language_of("xang fai", "lo"), Language::English);
    }

    #[test]
    fn totals_fall_into_bands() {
        assert_eq!([0, 1, 9, 10, 99, 100, 999, 1_000, u64::MAX].map(band), [0, 1, 1, 2, 2, 3, 3, 4, 4]);
    }
}
