//! The words of labels and sentences.

use crate::text::{beginning, fold, plain, runs, stem};

/// Articles, prepositions, pronouns and the like of languages that labels are often written in, without
/// diacritics.
const GRAMMAR: &str = " a an and are as at be by for from in is it its of on or our that the their this to us we with \
    you your \
    am an auf aus bei das dem den der des die ein eine einem einen einer fur im ist mit nach oder sie sind uber \
    und unter von vom wir zu zum zur \
    au aux avec ce ces chez dans de du en est et la le les leur nos notre nous ou par pour que qui sa ses son sont \
    sur un une vos votre vous \
    al con como del el es esta las los lo mas nuestra nuestro para por se sin su sus una uno y \
    alla alle allo che con da dal della delle dello dei di e gli i il nel nella per piu un uno \
    ao aos com da das do dos em na nas no nos o os ou para pela pelo seu sua um uma \
    bij een en het ik je met naar of om op te tot uit van voor wij \
    cac cho cua la nhung o tai trong tu va voi ";

/// A word as labels and sentences share it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The stem; of a script without spaces, a group of neighbouring characters.
    pub(super) text: String,
    /// It stands in brackets.
    pub(super) bracketed: bool,
}

/// Whether a stem carries grammar, not content.
pub(crate) fn is_grammar(stem: &str) -> bool {
    stem.is_ascii() && GRAMMAR.contains(&[" ", stem, " "].concat())
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

    #[test]
    fn grammar_is_told_from_content() {
        assert!(is_grammar("the") && is_grammar("und") && is_grammar("pour"));
        assert!(!is_grammar("") && !is_grammar("team") && !is_grammar("c++") && !is_grammar("the und"));
    }
}
