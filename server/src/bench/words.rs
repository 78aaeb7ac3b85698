//! Words for rivals: segmented beforehand by our own analysis, because none of them splits Lao.

use search::{Lexicon, latin};

/// White space separated pieces that are read at once; a reading ends after 64 words.
const PIECES: usize = 12;

/// A segmenter without any label, so that nothing but words comes out.
#[derive(Default)]
pub(crate) struct Segmenter {
    nothing: Lexicon,
}

impl Segmenter {
    /// The words of a text in the form in which rivals get them, and whether some were lost because an
    /// unspaced run was too long.
    pub(crate) fn words(&self, text: &str) -> (Vec<String>, bool) {
        let pieces: Vec<&str> = text.split_whitespace().collect();
        let mut words = Vec::new();
        let mut lost = false;
        for some in pieces.chunks(PIECES) {
            lost |= self.read(&some.join(" "), &mut words);
        }
        (words, lost)
    }

    fn read(&self, text: &str, words: &mut Vec<String>) -> bool {
        let read = self.nothing.understand(text);
        if read.cut
            && let Some((first, rest)) = text.split_once(' ')
        {
            return self.read(first, words) | self.read(rest, words);
        }
        words.extend(read.words.iter().map(|word| plain(word)).filter(|word| !word.is_empty()));
        read.cut
    }

    /// Is this one word that keeps its form, made of letters alone?
    pub(crate) fn is_plain_word(&self, word: &str) -> bool {
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        let long_enough = if is_spaced(word) { letters >= 3 } else { letters >= 2 };
        // Next to another word, a word without meaning of its own is left out.
        long_enough
            && word.chars().all(|letter| letter.is_alphabetic() || is_unspaced(letter))
            && self.nothing.understand(&format!("{word} zzyzx")).words == [word, "zzyzx"]
    }

    /// The words of a text as they stand there, without repetition, fit for questions.
    pub(crate) fn telling(&self, text: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for some in text.split_whitespace().collect::<Vec<_>>().chunks(PIECES) {
            for word in self.nothing.understand(&some.join(" ")).words {
                let word = search::fold(&word);
                if !found.contains(&word) && self.is_plain_word(&word) {
                    found.push(word);
                }
            }
        }
        found
    }
}

/// The form in which a word meets: folded, Latin letters without diacritics.
pub(crate) fn plain(word: &str) -> String {
    let folded = search::fold(word);
    if is_spaced(&folded) { latin(&folded) } else { folded }
}

fn is_spaced(word: &str) -> bool {
    !word.chars().any(is_unspaced)
}

/// Lao and Thai letters and signs: scripts that put no spaces between words.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lao_is_split_and_latin_loses_its_marks() {
        let (words, lost) = Segmenter::default().words("ຊ່າງໄຟຟ້າ Welder, thợ hàn");
        assert_eq!(words, ["ຊ່າງ", "ໄຟຟ້າ", "welder", "tho", "han"]);
        assert!(!lost);
    }

    #[test]
    fn a_long_text_keeps_its_words() {
        let text = "welder machine ".repeat(200);
        let (words, lost) = Segmenter::default().words(&text);
        assert_eq!((words.len(), lost), (400, false));
    }

    #[test]
    fn questions_are_made_of_words_that_tell() {
        let segmenter = Segmenter::default();
        assert_eq!(segmenter.telling("a welder and 2 welder, c++"), ["welder"]);
        assert!(!segmenter.is_plain_word("and"));
        assert!(!segmenter.is_plain_word("welder machine"));
    }
}
