//! Languages that a text asks for, with the level where one is stated.

use super::words::{Token, asked, tokens};
use super::{iso639, number};
use crate::vacancies::model::{StatedCondition, WantedLanguage};

/// Code, English names, and the words behind `tiếng`, `ພາສາ`, `ภาษา`.
const LANGUAGES: &[(&str, &[&str], &[&str])] = &[
    ("en", &["english"], &["anh", "ອັງກິດ", "อังกฤษ"]),
    ("ja", &["japanese"], &["nhật", "ຍີ່ປຸ່ນ", "ญี่ปุ่น"]),
    ("ko", &["korean"], &["hàn", "ເກົາຫຼີ", "ເກົາຫລີ", "เกาหลี"]),
    ("zh", &["chinese", "mandarin"], &["trung", "hoa", "ຈີນ", "จีน"]),
    ("th", &[], &["thái", "thai", "ໄທ", "ไทย"]),
    ("vi", &["vietnamese"], &["việt", "ຫວຽດນາມ", "ຫວຽດ", "เวียดนาม"]),
    ("lo", &[], &["lào", "lao", "ລາວ", "ลาว"]),
    ("fr", &["french"], &["pháp", "ຝຣັ່ງ", "ฝรั่งเศส"]),
    ("de", &["german"], &["đức", "ເຢຍລະມັນ", "เยอรมัน"]),
];

/// Words before which or behind which a name means the language and not the people.
const LANGUAGE: &[&str] = &["tiếng", "ພາສາ", "ภาษา", "language"];

/// Words behind a name that mean that somebody speaks the language: `Thai fluent`, `Lao: native`.
const SPOKEN_BEHIND: &[&str] =
    &["fluent", "fluently", "native", "proficient", "speaker", "speaking", "spoken"];

/// Words before a name that mean the same: `fluent Thai`, `speaks Lao`.
const SPOKEN_AHEAD: &[&str] = &["fluent", "fluently", "native", "speak", "speaks", "spoken"];

/// What a text asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WantedLanguages {
    /// Languages, each once.
    pub languages: Vec<WantedLanguage>,
    /// Tests that the text names with a level.
    pub tests: Vec<StatedCondition>,
}

/// The code of a language by its code or name, as a cell for languages holds it.
pub fn code(text: &str) -> Option<&'static str> {
    iso639::code(&text.trim().to_lowercase()).or_else(|| by_name(text))
}

/// The code of a language by its name alone: `English`, `tiếng Anh`, `ພາສາອັງກິດ`. In a list of skills
/// two letters may be anything.
pub fn by_name(name: &str) -> Option<&'static str> {
    let tokens = tokens(name);
    match &tokens[..] {
        [only] if only.is_word(&["thai"]) => Some("th"),
        [only] if only.is_word(&["lao"]) => Some("lo"),
        [_] | [_, _] => tokens.iter().enumerate().find_map(|(at, _)| named(&tokens, at)),
        _ => None,
    }
}

/// The languages that the sentences of a text ask for.
pub fn wanted(text: &str) -> WantedLanguages {
    let mut found = WantedLanguages::default();
    for sentence in asked(text) {
        let tokens = tokens(sentence);
        let mut current: Option<&'static str> = None;
        for at in 0..tokens.len() {
            if let Some(language) = named(&tokens, at) {
                current = Some(language);
                found.note(language, None);
            }
            if let Some((language, level, test)) = level(&tokens, at, current) {
                found.note(language, Some(level));
                let condition = StatedCondition::LanguageTest { language: language.to_owned(), level };
                if test && !found.tests.iter().any(|held| same_language(held, language)) {
                    found.tests.push(condition);
                }
            }
        }
    }
    found
}

fn same_language(condition: &StatedCondition, code: &str) -> bool {
    matches!(condition, StatedCondition::LanguageTest { language, .. } if language == code)
}

impl WantedLanguages {
    /// Adds a language, or the first level stated for one.
    pub(crate) fn note(&mut self, language: &str, level: Option<u8>) {
        match self.languages.iter_mut().find(|held| held.language == language) {
            Some(held) => held.level = held.level.or(level),
            None => self.languages.push(WantedLanguage { language: language.to_owned(), level }),
        }
    }
}

/// The language that the token at a place names.
fn named(tokens: &[Token], at: usize) -> Option<&'static str> {
    let token = tokens.get(at)?;
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let beside = before.is_some_and(|token| token.is_word(LANGUAGE))
        || tokens.get(at + 1).is_some_and(|token| token.is_word(&["language"]))
        || is_spoken(tokens, at);
    let bare =
        token.word().and_then(|word| ["ພາສາ", "ภาษา"].iter().find_map(|prefix| word.split_once(prefix)));
    let joined = bare.map(|(_, name)| Token::Word(name.to_owned())).filter(|name| name.word() != Some(""));
    LANGUAGES.iter().find_map(|(code, alone, with)| {
        let found = token.is_word(alone)
            || beside && token.is_word(with)
            || joined.as_ref().is_some_and(|name| name.is_word(with));
        found.then_some(*code)
    })
}

/// Whether the words around a name say how well a language is spoken, so that people or food are not meant.
fn is_spoken(tokens: &[Token], at: usize) -> bool {
    let signs = [':', '(', '-', '–', '—'];
    let mut behind =
        tokens.get(at + 1..).unwrap_or_default().iter().skip_while(|token| token.is_sign(&signs));
    let mut ahead = tokens.get(..at).unwrap_or_default().iter().rev();
    let ahead = ahead.find(|token| !token.is_word(&["in"]));
    let (first, second) = (behind.next(), behind.next());
    let graded = matches!(second, Some(Token::Number(digits)) if digits == "1" || digits == "2")
        && first.is_some_and(|token| token.is_word(&["a", "b", "c"]));
    graded
        || first.is_some_and(|token| token.is_word(SPOKEN_BEHIND))
        || ahead.is_some_and(|token| token.is_word(SPOKEN_AHEAD))
}

/// The level that begins at a place: language, 1 to 6, and whether a test shows it. Equivalents as the
/// test makers publish them.
fn level(tokens: &[Token], at: usize, current: Option<&'static str>) -> Option<(&'static str, u8, bool)> {
    let word = tokens.get(at)?.word()?;
    let joined = match tokens.get(at + 1) {
        Some(Token::Number(digits)) => digits.as_str(),
        _ => "",
    };
    let score = || {
        let mut near = tokens.get(at + 1..).unwrap_or_default().iter().take(4);
        near.find_map(value)
    };
    let before = || {
        let near = tokens.get(at.saturating_sub(2)..at).unwrap_or_default();
        near.iter().find_map(value)
    };
    match (word, joined) {
        ("n", "1" | "2" | "3" | "4" | "5") if current.is_none_or(|language| language == "ja") => {
            let level = match joined {
                "1" => 5,
                "2" => 4,
                "3" => 3,
                "4" => 2,
                _ => 1,
            };
            Some(("ja", level, true))
        }
        ("a" | "b" | "c", "1" | "2") => {
            let base = match word {
                "a" => 0,
                "b" => 2,
                _ => 4,
            };
            current.map(|language| (language, base + if joined == "1" { 1 } else { 2 }, false))
        }
        ("ielts", _) => {
            band(score()?, &[(4.0, 3), (5.5, 4), (7.0, 5), (8.5, 6)], 9.0).map(|level| ("en", level, true))
        }
        ("toeic", _) => {
            let steps = [(120.0, 1), (225.0, 2), (550.0, 3), (785.0, 4), (945.0, 5)];
            score()
                .or_else(before)
                .and_then(|score| band(score, &steps, 990.0))
                .map(|level| ("en", level, true))
        }
        ("hsk", _) => band(score()?, &[(1.0, 1), (2.0, 1), (3.0, 2), (4.0, 3), (5.0, 4), (6.0, 5)], 6.0)
            .map(|level| ("zh", level, true)),
        ("topik", _) => band(score()?, &[(1.0, 1), (2.0, 2), (3.0, 3), (4.0, 4), (5.0, 5), (6.0, 6)], 6.0)
            .map(|level| ("ko", level, true)),
        _ => None,
    }
}

fn value(token: &Token) -> Option<f64> {
    if let Token::Number(digits) = token { number::decimal(digits) } else { None }
}

/// The level of the highest step that a score reaches.
fn band(score: f64, steps: &[(f64, u8)], most: f64) -> Option<u8> {
    let reached = steps.iter().rev().find(|(least, _)| score >= *least);
    reached.filter(|_| score <= most).map(|(_, level)| *level)
}

/// A CEFR level, 1 (A1) to 6 (C2).
pub fn cefr(text: &str) -> Option<u8> {
    let levels = ["A1", "A2", "B1", "B2", "C1", "C2"];
    let position = levels.iter().position(|level| level.eq_ignore_ascii_case(text.trim()))?;
    u8::try_from(position + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<(String, Option<u8>)> {
        wanted(text).languages.into_iter().map(|wanted| (wanted.language, wanted.level)).collect()
    }

    fn one(language: &str, level: Option<u8>) -> Vec<(String, Option<u8>)> {
        vec![(language.to_owned(), level)]
    }

    #[test]
    fn a_people_s_name_is_its_language_where_it_is_said_how_well_it_is_spoken() {
        let both = vec![("en".to_owned(), Some(3)), ("th".to_owned(), None)];
        for text in ["English B1, Thai fluent", "English B1; Thai: fluent", "English (B1), fluent in Thai"] {
            assert_eq!(read(text), both, "{text}");
        }
        assert_eq!(read("Lao (native)"), one("lo", None));
        assert_eq!(read("Thai B2"), one("th", Some(4)));
        assert_eq!(read("Thai food, Lao brewery, speaks well"), []);
    }

    #[test]
    fn languages_are_read_in_four_languages() {
        assert_eq!(read("Proficiency in English; understanding of people"), one("en", None));
        assert_eq!(read("Giao tiếp tiếng Anh tốt"), one("en", None));
        assert_eq!(read("ເວົ້າພາສາອັງກິດໄດ້"), one("en", None));
        assert_eq!(read("พูดภาษาจีนได้"), one("zh", None));
        assert_eq!(read("Lao or Thai language"), one("th", None));
    }

    #[test]
    fn levels_are_read_where_they_are_stated() {
        assert_eq!(read("Proficiency in Japanese (JLPT N2 or higher)"), one("ja", Some(4)));
        assert_eq!(read("tiếng Nhật từ N3 trở lên"), one("ja", Some(3)));
        assert_eq!(read("good communication in English (B2+)"), one("en", Some(4)));
        assert_eq!(read("Tiếng Anh TOEIC ≥ 650"), one("en", Some(3)));
        assert_eq!(read("tương đương 550 TOEIC trở lên"), one("en", Some(3)));
        assert_eq!(read("English (IELTS 7)"), one("en", Some(5)));
    }

    #[test]
    fn a_named_test_is_a_condition_and_a_welcome_one_is_not() {
        let test = StatedCondition::LanguageTest { language: "ja".to_owned(), level: 4 };
        assert_eq!(wanted("JLPT N2 is required").tests, [test]);
        assert_eq!(wanted("JLPT N2 is a plus"), WantedLanguages::default());
        assert!(wanted("English B2").tests.is_empty());
    }

    #[test]
    fn people_and_labour_are_no_languages() {
        assert_eq!(read("hợp đồng lao động, anh chị em, Thai company"), []);
    }

    #[test]
    fn a_name_alone_gives_its_code() {
        for (name, language) in
            [("en", "en"), ("English", "en"), ("Thai", "th"), ("tiếng Việt", "vi"), ("ພາສາລາວ", "lo")]
        {
            assert_eq!(code(name), Some(language), "{name}");
        }
        assert_eq!(code("C#"), None);
        assert_eq!((code("km"), by_name("ML")), (Some("km"), None));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,60}") {
            let _ = (wanted(&text), code(&text));
        }
    }
}
