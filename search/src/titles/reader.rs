//! Titles to words, in the language of the titles: inflections, forms for men and women, compounds.

use super::Entry;
use super::abbreviations::Abbreviations;
use super::compounds::Compounds;
use super::tongue::Tongue;
use super::words::{Names, Word};
use crate::text::{Token, beginning, dictionary_words, fold, plain, runs, stem};

/// Letters that two forms of one word begin with, at least.
const SHARED: usize = 4;

/// Reads titles of one language.
#[derive(Debug, Clone)]
pub(super) struct Reader {
    tongue: Tongue,
    compounds: Compounds,
    abbreviations: Abbreviations,
}

impl Reader {
    /// A reader for titles like the names of these concepts: in their language, with their words as parts of
    /// compounds and behind abbreviations.
    pub(super) fn of(entries: &[Entry]) -> Self {
        let titles = entries.iter().flat_map(|entry| &entry.labels).map(String::as_str);
        let mut reader = Self::in_tongue(Tongue::of(titles));
        let names = reader.names(entries);
        reader.compounds = Compounds::of(names.iter().flatten());
        reader.abbreviations = Abbreviations::of(&names);
        reader
    }

    /// A reader for titles of a language, without knowledge of compounds and abbreviations.
    pub(super) fn in_tongue(tongue: Tongue) -> Self {
        Self { tongue, compounds: Compounds::default(), abbreviations: Abbreviations::default() }
    }

    /// The language.
    pub(super) fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// The words of the names of concepts.
    pub(super) fn names(&self, entries: &[Entry]) -> Names {
        let names = |entry: &Entry| entry.labels.iter().map(|label| self.words(label)).collect();
        entries.iter().map(names).collect()
    }

    /// The words of a title's [`beginning`]. What only says that men and women are meant is left out: `(m/f/d)`, `/in`,
    /// the second of `conseiller/conseillère`. A run of a script without spaces is one word; what a dictionary knows in
    /// it are its parts.
    pub(super) fn words(&self, title: &str) -> Vec<Word> {
        let folded = fold(beginning(title));
        let tokens = runs(&folded);
        let mut words: Vec<Word> = Vec::with_capacity(tokens.len());
        let mut before: Option<&Token> = None;
        let mut tokens = tokens.iter().peekable();
        while let Some(token) = tokens.next() {
            let gap = |a: &Token, b: &Token| folded.get(a.end..b.start).unwrap_or_default();
            let text = token.of(&folded);
            let after = tokens.peek().map(|next| (gap(token, next), next.of(&folded)));
            let behind = before.map(|last| (gap(last, token), last.of(&folded)));
            before = Some(token);
            if is_mark_of_sex(text, behind, after) || is_other_form(text, behind) {
                continue;
            }
            let bare = plain(text);
            if !bare.is_empty() {
                let dense = token.script.is_dense();
                let stem = if dense { bare.clone() } else { self.stem(text, &bare) };
                let parts = if dense { dictionary_words(&bare) } else { self.parts(&bare) };
                words.push(Word { plain: bare, stem, parts, dense });
            }
        }
        words
    }

    fn stem(&self, folded: &str, bare: &str) -> String {
        match self.tongue.code() {
            "en" | "vi" | "th" | "lo" | "" => stem(bare).into_owned(),
            _ => {
                let common = common_form(self.tongue, folded);
                let word = common.as_deref().unwrap_or(folded);
                self.tongue.stemmer().map_or_else(|| plain(word), |stemmer| plain(&stemmer.stem(word)))
            }
        }
    }

    /// Stems of the words that a word stands for, or is written together from.
    fn parts(&self, bare: &str) -> Vec<String> {
        if let Some(words) = self.abbreviations.written_out(bare) {
            return words.to_vec();
        }
        let parts = self.compounds.parts(bare, self.tongue.compounds());
        parts.into_iter().map(|part| self.stem(part, part)).collect()
    }
}

/// One letter beside a slash and another one: `m/w/d`, `h/f`.
fn is_mark_of_sex(text: &str, behind: Option<(&str, &str)>, after: Option<(&str, &str)>) -> bool {
    let one = |text: &str| matches!(text, "m" | "w" | "f" | "d" | "h" | "x" | "v" | "k" | "n" | "i");
    let beside = |other: Option<(&str, &str)>| {
        other.is_some_and(|(gap, other)| gap.trim() == "/" && one(other) && other != text)
    };
    one(text) && (beside(behind) || beside(after))
}

/// Another form of the word before it, or its ending: `Verkäufer/in`, `serveur/serveuse`, `maître(sse)`.
fn is_other_form(text: &str, behind: Option<(&str, &str)>) -> bool {
    let Some((gap, last)) = behind else { return false };
    let ending = matches!(
        text,
        "in" | "innen"
            | "frau"
            | "e"
            | "euse"
            | "rice"
            | "trice"
            | "ère"
            | "ière"
            | "ienne"
            | "ne"
            | "sse"
            | "esse"
            | "a"
            | "o"
            | "ora"
            | "eira"
            | "ra"
            | "as"
            | "os"
            | "es"
            | "s"
            | "te"
            | "ster"
    );
    if ending
        && last.chars().count() >= SHARED
        && matches!(gap, "/" | "/-" | "(" | "(-" | "*" | ":" | "_" | "·")
    {
        return true;
    }
    let shared = text.chars().zip(last.chars()).take_while(|(a, b)| a == b).count();
    let shorter = text.chars().count().min(last.chars().count());
    gap.trim() == "/" && shared >= SHARED && shared * 5 >= shorter * 3
}

/// The form for a man of a word that is its form for a woman.
fn common_form(tongue: Tongue, word: &str) -> Option<String> {
    let endings: &[(&str, &str)] = match tongue.code() {
        "de" => &[
            ("erinnen", "er"),
            ("erin", "er"),
            ("eurin", "eur"),
            ("istin", "ist"),
            ("entin", "ent"),
            ("orin", "or"),
            ("antin", "ant"),
            ("frau", "mann"),
        ],
        "fr" => &[
            ("trice", "teur"),
            ("euse", "eur"),
            ("ière", "ier"),
            ("ienne", "ien"),
            ("trices", "teur"),
            ("euses", "eur"),
            ("ières", "ier"),
            ("iennes", "ien"),
            ("ère", "er"),
            ("ères", "er"),
        ],
        "es" => &[("dora", "dor"), ("tora", "tor"), ("sora", "sor"), ("era", "ero")],
        "pt" => &[("dora", "dor"), ("tora", "tor"), ("sora", "sor"), ("eira", "eiro")],
        "it" => &[("trice", "tore"), ("trici", "tore"), ("iera", "iere")],
        "nl" => &[("ster", "er")],
        _ => &[],
    };
    let (ending, common) =
        endings.iter().find(|(ending, _)| word.len() > ending.len() + 2 && word.ends_with(ending))?;
    Some(format!("{}{common}", word.strip_suffix(ending)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(code: &'static str, title: &str) -> String {
        let words = Reader::in_tongue(Tongue::Known(code)).words(title);
        words.iter().map(|word| word.stem.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn forms_for_men_and_women_are_one() {
        for form in
            ["Verkäufer", "Verkäufer/in", "Verkäufer (m/w/d)", "Verkäuferin", "Verkäufer*in", "Verkäufer(in)"]
        {
            assert_eq!(read("de", form), "verkauf", "{form}");
        }
        for form in
            ["conseiller", "conseiller/conseillère", "conseillère", "conseiller(ère)", "Conseiller H/F"]
        {
            assert_eq!(read("fr", form), read("fr", "conseiller"), "{form}");
        }
        assert_eq!(read("es", "conductora"), read("es", "conductor"));
        assert_eq!(read("it", "direttrice"), read("it", "direttore"));
    }

    #[test]
    fn abbreviations_and_lists_keep_their_words() {
        assert_eq!(read("en", "A/C Tech (Air Conditioning Technician)"), "a c tech air condit technician");
        assert_eq!(read("en", "Cook/Baker"), "cook baker");
    }
}
