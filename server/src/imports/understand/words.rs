//! Running text as words, numbers and signs, for the small readers of wages, years and languages.

use super::number::ascii_digits;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// Digits, with separators that stand between digits.
    Number(String),
    /// Letters in lower case, marks included; of unspaced scripts the whole run.
    Word(String),
    /// Anything else that is no white space.
    Sign(char),
}

impl Token {
    pub(super) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            Self::Number(_) | Self::Sign(_) => None,
        }
    }

    pub(super) fn is_sign(&self, signs: &[char]) -> bool {
        matches!(self, Self::Sign(sign) if signs.contains(sign))
    }

    /// Is it one of these words? Words of unspaced scripts may hold one, as `ລ້ານກີບຕໍ່ເດືອນ` does.
    pub(super) fn has_word(&self, words: &[&str]) -> bool {
        let holds =
            |word: &str, other: &str| other.chars().next().is_some_and(is_unspaced) && word.contains(other);
        self.word().is_some_and(|word| words.iter().any(|other| word == *other || holds(word, other)))
    }

    /// Is it one of these words? Words of unspaced scripts may begin with one.
    pub(super) fn is_word(&self, words: &[&str]) -> bool {
        self.word().is_some_and(|word| words.iter().any(|other| is_or_begins(word, other)))
    }
}

fn is_or_begins(word: &str, other: &str) -> bool {
    word == other || other.chars().next().is_some_and(is_unspaced) && word.starts_with(other)
}

/// Lao or Thai.
pub(super) fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}')
}

fn belongs_to_word(letter: char) -> bool {
    letter.is_alphabetic()
        || matches!(letter, '\u{300}'..='\u{36f}' | '\u{e31}'..='\u{e4e}' | '\u{eb1}'..='\u{ecd}')
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let text = ascii_digits(text);
    let mut tokens = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_ascii_digit() {
            let mut number = letter.to_string();
            while let Some(next) = letters.peek().copied() {
                let mut ahead = letters.clone();
                ahead.next();
                let between = matches!(next, '.' | ',') && ahead.peek().is_some_and(char::is_ascii_digit);
                if !next.is_ascii_digit() && !between {
                    break;
                }
                number.push(next);
                letters.next();
            }
            tokens.push(Token::Number(number));
        } else if belongs_to_word(letter) {
            let mut word = letter.to_string();
            while let Some(next) = letters.next_if(|next| belongs_to_word(*next)) {
                word.push(next);
            }
            tokens.push(Token::Word(word.to_lowercase()));
        } else if !letter.is_whitespace() {
            tokens.push(Token::Sign(letter));
        }
    }
    tokens
}

/// Words before what would be welcome, but is not asked for; as a heading they speak for a section.
const WELCOME_AHEAD: &[&str] = &[
    "nice to have",
    "nice-to-have",
    "good to have",
    "preferably",
    "preferred:",
    "preferred qualifications",
    "preferred skills",
    "bonus",
    "ưu tiên",
    "lợi thế:",
    "điểm cộng",
    "ຈະໄດ້ຮັບການພິຈາລະນາ",
];

/// Words behind what would be welcome.
const WELCOME_BEHIND: &[&str] = &[
    "preferred",
    "desirable",
    "desired",
    "a plus",
    "an advantage",
    "advantageous",
    "an asset",
    "significant advantage",
    "lợi thế",
];

/// Headings that begin what is asked for.
const ASKED: &[&str] = &[
    "requirement",
    "must have",
    "must-have",
    "required",
    "mandatory",
    "qualifications",
    "experience",
    "skills",
    "bắt buộc",
    "yêu cầu",
    "kỹ năng",
    "kinh nghiệm",
    "responsibilities",
];

/// The sentences of a text that ask for something; what would only be welcome is left out.
pub(super) fn asked(text: &str) -> impl Iterator<Item = &str> {
    let mut welcome = false;
    text.lines().flat_map(move |line| {
        let lower = line.to_lowercase();
        let lower = lower.trim();
        let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        let heading = !lower.is_empty() && (lower.ends_with(':') || lower.split_whitespace().count() <= 3);
        if heading && (has(WELCOME_AHEAD) || has(WELCOME_BEHIND)) {
            welcome = true;
        } else if heading && has(ASKED) {
            welcome = false;
        }
        let kept = if welcome { "" } else { line };
        sentences(kept).filter_map(without_welcome)
    })
}

/// What is left of a sentence without its clause about what would be welcome.
fn without_welcome(sentence: &str) -> Option<&str> {
    // Lower case may have other lengths; letters are compared one by one where it does.
    let lower = sentence.to_lowercase();
    let lower = if lower.len() == sentence.len() { lower } else { sentence.to_owned() };
    let first = |words: &[&str]| words.iter().filter_map(|word| lower.find(word)).min();
    let end = match (first(WELCOME_AHEAD), first(WELCOME_BEHIND)) {
        (Some(ahead), _) => ahead,
        (None, Some(behind)) => clause_start(lower.get(..behind).unwrap_or_default()),
        (None, None) => sentence.len(),
    };
    sentence.get(..end).filter(|kept| kept.chars().any(char::is_alphanumeric))
}

/// Where the last clause begins: behind a comma or an open bracket, but not inside closed brackets.
fn clause_start(text: &str) -> usize {
    let mut closed = 0_usize;
    for (at, letter) in text.char_indices().rev() {
        match letter {
            ')' => closed += 1,
            '(' if closed > 0 => closed -= 1,
            '(' | ',' if closed == 0 => return at,
            _ => {}
        }
    }
    0
}

/// A line at its full stops and semicolons; a point between digits is none.
fn sentences(line: &str) -> impl Iterator<Item = &str> {
    line.split("; ").flat_map(|part| part.split(". ")).filter(|part| !part.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_falls_into_numbers_words_and_signs() {
        let word = |text: &str| Token::Word(text.to_owned());
        let number = |text: &str| Token::Number(text.to_owned());
        assert_eq!(
            tokens("1.5–2m, Tiếng"),
            [number("1.5"), Token::Sign('–'), number("2"), word("m"), Token::Sign(','), word("tiếng")]
        );
        assert_eq!(tokens("ປະສົບການ ໓ປີ"), [word("ປະສົບການ"), number("3"), word("ປີ")]);
    }

    #[test]
    fn what_would_only_be_welcome_is_left_out() {
        let text = "5 years of Java. SQL\nKotlin is a plus\nNice to have:\n2 years of Go\nRequirements:\nGit";
        assert_eq!(asked(text).collect::<Vec<_>>(), ["5 years of Java", "SQL", "Requirements:", "Git"]);
        for (text, kept) in [
            ("4 years of Python (FastAPI preferred).", vec!["4 years of Python "]),
            ("Tối thiểu 3 năm, ưu tiên ngân hàng", vec!["Tối thiểu 3 năm, "]),
            ("Japanese (N2 or above) is a plus", vec![]),
            ("English, Japanese is an advantage", vec!["English"]),
        ] {
            assert_eq!(asked(text).collect::<Vec<_>>(), kept, "{text}");
        }
    }
}
