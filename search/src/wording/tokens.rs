//! Which tokens does a folded text have for patterns: words, numbers, syllables of Lao, a few signs, and their gaps?

use crate::text::{Script, plain, stem, syllable_starts};
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use std::ops::Range;

/// What stands between a token and the one before it; what is greater parts more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing.
    Joined,
    /// Spaces, or a hyphen within a word.
    Spaced,
    /// A comma, a bracket, a slash, a colon.
    Soft,
    /// The end of a sentence or of a line.
    Hard,
}

/// A token of a folded text.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// A word without marks; a syllable of Lao as [`lao`] writes it; a sign.
    pub(super) plain: String,
    /// The marks of a Latin word.
    pub(super) marks: String,
    /// The English stem.
    pub(super) stem: String,
    /// The whole number that it is.
    pub(super) number: Option<u64>,
    /// A syllable of Lao.
    pub(super) lao: bool,
    /// What parts it from the one before.
    pub(super) before: Gap,
    start: usize,
    end: usize,
}

/// All tokens of a text.
#[derive(Debug)]
pub(super) struct Tokens {
    tokens: Vec<Token>,
    /// Whether Latin words carry no marks at all, so that those of Vietnamese may have been left out.
    pub(super) unmarked: bool,
}

impl Tokens {
    /// The tokens of a folded text.
    pub(super) fn of(folded: &str) -> Self {
        let mut reader = Reader { folded, at: 0, before: Gap::Hard, tokens: Vec::new() };
        reader.read();
        let words = reader.tokens.iter().filter(|token| !token.lao && token.number.is_none()).count();
        let marked = reader.tokens.iter().filter(|token| !token.marks.is_empty()).count();
        Self { tokens: reader.tokens, unmarked: marked * 12 <= words }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// What a token begins with, for looking patterns up; `0` for every number.
    pub(super) fn first_letter(&self, at: usize) -> Option<char> {
        let token = self.get(at)?;
        match token.number {
            Some(_) => Some('0'),
            None => token.plain.chars().next(),
        }
    }

    /// The bytes of the folded text that tokens take.
    pub(super) fn bytes(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let last = tokens.end.checked_sub(1)?;
        Some(self.get(tokens.start)?.start..self.get(last)?.end)
    }

    /// The tokens themselves, for comparing texts.
    pub(super) fn plains(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().map(|token| token.plain.as_str())
    }
}

/// A folded word's marks, in one order wherever they were typed: `hóa` and `hoá` have the same.
pub(super) fn marks(word: &str) -> String {
    if word.is_ascii() {
        return String::new();
    }
    let classes = CanonicalCombiningClassMapBorrowed::new();
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize_iter(word.chars());
    let mut marks: Vec<char> = decomposed.filter(|c| classes.get_u8(*c) != 0 || *c == 'đ').collect();
    marks.sort_unstable();
    marks.into_iter().collect()
}

/// How the Lao words for company, service and administration begin: without tones like "not", `ບໍ່`, followed by `ລິ`.
pub(super) const COMPANY: &str = "ບໍລິ";
/// What is taken in its place, so that they are not read as "not".
pub(super) const COMPANY_ALONE: &str = "ບລິ";

/// Lao as patterns compare it: without tones, with one letter where people mix two up, long vowels as short ones.
pub(super) fn lao(syllable: &str) -> String {
    let one = |c: char| match c {
        '່'..='໌' => None,
        'ໃ' => Some('ໄ'),
        'ຣ' | 'ຼ' => Some('ລ'),
        'ີ' => Some('ິ'),
        'ື' => Some('ຶ'),
        'ູ' => Some('ຸ'),
        other => Some(other),
    };
    syllable.chars().filter_map(one).collect()
}

struct Reader<'a> {
    folded: &'a str,
    at: usize,
    before: Gap,
    tokens: Vec<Token>,
}

impl Reader<'_> {
    fn read(&mut self) {
        while let Some(c) = self.next_at(self.at) {
            match c {
                '0'..='9' => self.number(),
                _ if Script::of(c) == Script::Lao => self.syllables(),
                '\'' | '’' if self.is_possessive() => self.push("'s", self.at + c.len_utf8() + 1),
                _ if Script::of(c) != Script::Separator => self.word(Script::of(c)),
                _ => self.between(c),
            }
        }
    }

    fn next_at(&self, at: usize) -> Option<char> {
        self.folded.get(at..).and_then(|rest| rest.chars().next())
    }

    fn previous(&self) -> Option<char> {
        self.folded.get(..self.at).and_then(|head| head.chars().next_back())
    }

    /// The end of the run of characters from here on that `belongs` takes.
    fn run(&self, from: usize, belongs: impl Fn(char) -> bool) -> usize {
        let rest = self.folded.get(from..).unwrap_or_default();
        from + rest.find(|c| !belongs(c)).unwrap_or(rest.len())
    }

    fn push(&mut self, word: &str, end: usize) {
        self.push_as(plain(word), marks(word), None, end);
    }

    fn push_as(&mut self, plain: String, marks: String, number: Option<u64>, end: usize) {
        let lao = Script::of(plain.chars().next().unwrap_or(' ')) == Script::Lao;
        let stem = if lao { String::new() } else { stem(&plain).into_owned() };
        let (start, before) = (self.at, self.before);
        self.tokens.push(Token { plain, marks, stem, number, lao, before, start, end });
        self.at = end;
        self.before = Gap::Joined;
    }

    fn word(&mut self, script: Script) {
        let end = self.run(self.at, |c| Script::of(c) == script && !c.is_ascii_digit());
        let word = self.folded.get(self.at..end).unwrap_or_default().to_owned();
        self.push(&word, end);
    }

    /// The syllables of a run. Before `ອອ` one always begins, for a vowel is never doubled: the rules of spelling alone
    /// read `ຈ້າງອອກ` as if the second syllable began with `ງ`.
    fn syllables(&mut self) {
        let (folded, from) = (self.folded, self.at);
        let end = self.run(from, |c| Script::of(c) == Script::Lao);
        let run = folded.get(from..end).unwrap_or_default();
        let mut pieces: Vec<usize> = run.match_indices("ອອ").map(|(at, _)| at).collect();
        pieces.extend([0, run.len()]);
        pieces.sort_unstable();
        let mut starts = Vec::new();
        for pair in pieces.windows(2) {
            if let [piece, next] = *pair {
                let syllables = syllable_starts(run.get(piece..next).unwrap_or_default());
                starts.extend(syllables.into_iter().map(|start| piece + start));
            }
        }
        let ends = starts.iter().copied().skip(1).chain([run.len()]);
        for (start, until) in starts.iter().zip(ends) {
            let syllable = lao(run.get(*start..until).unwrap_or_default());
            let company = run.get(*start..).is_some_and(|rest| rest.starts_with(COMPANY));
            self.at = from + start;
            self.push_as(
                if company { syllable.replace('ໍ', "") } else { syllable },
                String::new(),
                None,
                from + until,
            );
        }
        self.at = end;
    }

    /// A number with points or commas between its thousands; with others it is no whole number.
    fn number(&mut self) {
        let mut end = self.run(self.at, |c| c.is_ascii_digit());
        let mut whole = true;
        while let Some('.' | ',') = self.next_at(end) {
            let next = self.run(end + 1, |c| c.is_ascii_digit());
            if next == end + 1 {
                break;
            }
            whole = whole && next == end + 4;
            end = next;
        }
        let text = self.folded.get(self.at..end).unwrap_or_default();
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let number = whole.then(|| digits.parse().ok()).flatten();
        self.push_as(if whole { digits } else { text.to_owned() }, String::new(), number, end);
    }

    fn is_possessive(&self) -> bool {
        let rest = self.folded.get(self.at..).unwrap_or_default();
        let mut after = rest.chars().skip(1);
        after.next() == Some('s')
            && !after.next().is_some_and(char::is_alphanumeric)
            && self.previous().is_some_and(char::is_alphanumeric)
    }

    fn between(&mut self, c: char) {
        let end = self.at + c.len_utf8();
        let sign = match c {
            '-' | '–' | '—' | '‑' | '~' | '−' => return self.dash(c),
            '<' | '≤' => "≤",
            '>' | '≥' => "≥",
            '$' => "usd",
            '+' => "+",
            _ => {
                self.widen(match c {
                    ' ' => Gap::Spaced,
                    'ໆ' | 'ຯ' | '\'' | '’' => Gap::Joined,
                    '.' | '!' | '?' | ';' | '\n' | '•' | '●' | '▪' | '。' => Gap::Hard,
                    _ => Gap::Soft,
                });
                self.at = end;
                return;
            }
        };
        self.push_as(sign.to_owned(), String::new(), None, end);
    }

    /// A dash is a token between numbers, nothing within a word, and else parts as a comma does.
    fn dash(&mut self, c: char) {
        let end = self.at + c.len_utf8();
        let number_before =
            self.tokens.last().is_some_and(|last| last.number.is_some()) && self.before <= Gap::Spaced;
        let number_after = self.folded.get(end..).is_some_and(|rest| {
            rest.trim_start_matches([' ', '-', '–']).starts_with(|c: char| c.is_ascii_digit())
        });
        if number_before && number_after {
            return self.push_as("-".to_owned(), String::new(), None, end);
        }
        let tight = self.previous().is_some_and(char::is_alphanumeric)
            && self.next_at(end).is_some_and(char::is_alphanumeric);
        self.widen(if tight { Gap::Spaced } else { Gap::Soft });
        self.at = end;
    }

    fn widen(&mut self, gap: Gap) {
        self.before = self.before.max(gap);
    }
}
