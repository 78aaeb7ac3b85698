//! The words of labels and sentences.

use crate::text::{beginning, fold, plain, runs, stem};

/// A word as labels and sentences share it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The stem; of a script without spaces, a group of neighbouring characters.
    pub(super) text: String,
    /// It stands in brackets.
    pub(super) bracketed: bool,
}

/// The words of a text's [`beginning`], left to right.
pub(super) fn words_of(text: &str) -> Vec<Word> {
    let folded = fold(beginning(text));
    let mut words = Vec::new();
    let mut open = 0usize;
    let mut behind = 0;
    for run in runs(&folded) {
        for c in folded.get(behind..run.start).unwrap_or_default().chars() {
            match c {
                '(' | '[' | '（' => open += 1,
                ')' | ']' | '）' => open = open.saturating_sub(1),
                _ => {}
            }
        }
        behind = run.end;
        let word = run.of(&folded);
        let bracketed = open > 0;
        if run.script.is_dense() {
            words.extend(groups(word).map(|text| Word { text: text.to_owned(), bracketed }));
        } else {
            words.push(Word { text: stem(&plain(word)).into_owned(), bracketed });
        }
    }
    words
}

/// Neighbouring characters from each place of a run on: two of Han and Kana, where each says much, three of
/// other scripts.
fn groups(run: &str) -> impl Iterator<Item = &str> {
    let size = if run.chars().all(|c| c >= '\u{3041}') { 2 } else { 3 };
    let starts: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    let last = starts.len().saturating_sub(1 + size);
    (0..=last).filter_map(move |at| {
        let end = (at + size).min(starts.len().checked_sub(1)?);
        run.get(*starts.get(at)?..*starts.get(end)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Vec<String> {
        words_of(text)
            .into_iter()
            .map(|word| if word.bracketed { format!("({})", word.text) } else { word.text })
            .collect()
    }

    #[test]
    fn words_are_stems_and_know_their_brackets() {
        assert_eq!(
            list("Managing C++ (computer programming), teams"),
            ["manag", "c++", "(comput)", "(program)", "team"]
        );
        assert_eq!(list("a) one (two"), ["a", "one", "(two)"]);
        assert_eq!(list(""), Vec::<String>::new());
    }

    #[test]
    fn scripts_without_spaces_fall_into_groups() {
        assert_eq!(list("管理能力"), ["管理", "理能", "能力"]);
        assert_eq!(list("管"), ["管"]);
        assert_eq!(list("งาน"), ["งาน"]);
        assert_eq!(list("งานดี"), ["งาน", "านด", "นดี"]);
    }
}
