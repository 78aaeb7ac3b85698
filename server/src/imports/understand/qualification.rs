//! Degrees and certificates in words, as levels 1 to 8 of the Lao national qualifications framework.

use super::words::tokens;

/// Words for each level, highest first. Levels 5 to 8: higher diploma, bachelor, master, doctor.
const LEVELS: &[(u8, &[&str])] = &[
    (8, &["phd", "doctorate", "doctoral", "ປະລິນຍາເອກ"]),
    (7, &["mba", "mca", "msc", "mtech", "ປະລິນຍາໂທ", "ປໍໂທ"]),
    (6, &["bachelor", "bachelors", "btech", "bca", "bsc", "bcom", "ປະລິນຍາຕີ", "ປໍຕີ", "postgraduate"]),
    (5, &["diploma", "polytechnic", "ຊັ້ນສູງ", "ອະນຸປະລິນຍາ"]),
];

/// The same as letters with points or as two words.
const PHRASES: &[(u8, &[&str])] = &[
    (8, &["ph.d", "tiến sĩ"]),
    (
        7,
        &[
            "m.tech",
            "m. tech",
            "m.sc",
            "m.c.a",
            "m.b.a",
            "m.com",
            "master of ",
            "master's",
            "master’s",
            "masters ",
            "thạc sĩ",
        ],
    ),
    (
        6,
        &[
            "b.tech",
            "b. tech",
            "b.e ",
            "b.e.",
            "b.sc",
            "b.com",
            "b.a ",
            "b.a.",
            "bs/ba",
            "cử nhân",
            "đại học",
            "university",
            "college degree",
        ],
    ),
    (5, &["cao đẳng"]),
];

/// The lowest level that a sentence of an advert accepts.
pub fn wanted(text: &str) -> Option<u8> {
    super::words::asked(text).find_map(|sentence| of(sentence).min())
}

/// The highest level that a CV names.
pub fn held(text: &str) -> Option<u8> {
    text.lines().flat_map(of).max()
}

fn of(text: &str) -> impl Iterator<Item = u8> {
    let tokens = tokens(text);
    let lower = format!("{} ", text.to_lowercase());
    let words = LEVELS.iter().filter(|(_, words)| tokens.iter().any(|token| token.is_word(words)));
    let phrases = PHRASES.iter().filter(|(_, phrases)| phrases.iter().any(|phrase| lower.contains(phrase)));
    words.map(|(level, _)| *level).chain(phrases.map(|(level, _)| *level)).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_degree_of_a_sentence_is_what_is_wanted() {
        assert_eq!(wanted("Bachelor’s degree or Master's in Computer Science"), Some(6));
        assert_eq!(wanted("- Tốt nghiệp Cao đẳng, Đại học chuyên ngành CNTT"), Some(5));
        assert_eq!(wanted("Scrum Master for a team"), None);
        assert_eq!(wanted("ປະລິນຍາຕີ ສາຂາບັນຊີ"), Some(6));
    }

    #[test]
    fn the_highest_degree_of_a_cv_is_what_is_held() {
        assert_eq!(held("May 2013 to May 2017 B.E   UIT\nJanuary 2018 Master of Engineering"), Some(7));
        assert_eq!(held("January 2003 Polytechnic"), Some(5));
        assert_eq!(held("nothing"), None);
    }
}
