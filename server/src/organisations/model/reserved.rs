//! Which words of a name belong to public offices alone?
//!
//! A name is compared as it looks to a hurried reader: each letter replaced by that which it looks like, also a digit by
//! a letter, folded, without diacritics; in Lao and Thai without marks of tone. There words of a name are compared with
//! whole words, however they are spaced, and stand for a reserved one also where they begin or end with it; words of
//! scripts without spaces are looked for anywhere in it.

use super::OrganisationKind;
use super::alike::{look, looked, plain, words_of};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Words that only some kinds bear.
struct Reserved {
    /// As the table has them, for whoever is refused.
    words: String,
    /// As they are compared.
    form: Form,
    borne_by: Vec<OrganisationKind>,
}

enum Form {
    /// Whole words, written together.
    Words(String),
    /// Letters in a row.
    Letters(Vec<char>),
}

/// Words, as they are compared, that begin or end like a reserved one and mean something else.
static INNOCENT: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let rows = seed_data::innocent_words().unwrap_or_else(|error| {
        let error: &(dyn std::error::Error + 'static) = &error;
        tracing::error!(error, "the innocent words cannot be read: names with them are refused");
        Vec::new()
    });
    rows.iter().map(|row| words_as_seen(&row.word).concat()).collect()
});

static RESERVED: LazyLock<Vec<Reserved>> = LazyLock::new(|| {
    seed_data::reserved_names().map_or_else(
        |error| {
            let error: &(dyn std::error::Error + 'static) = &error;
            tracing::error!(error, "the reserved names cannot be read: anybody may bear them");
            Vec::new()
        },
        |rows| rows.iter().map(Reserved::of).collect(),
    )
});

impl Reserved {
    fn of(row: &seed_data::ReservedName) -> Self {
        let is_spaced = row.language == "en" || row.language == "vi";
        let form = if is_spaced {
            Form::Words(words_as_seen(&row.words).concat())
        } else {
            Form::Letters(letters_as_seen(&row.words))
        };
        let is_borne = |kind: &OrganisationKind| row.borne_by.split(' ').any(|code| code == kind.code());
        let borne_by = OrganisationKind::all().filter(is_borne).collect();
        Self { words: row.words.clone(), form, borne_by }
    }

    fn is_in(&self, words: &[String], letters: &[char]) -> bool {
        match &self.form {
            Form::Words(held) => {
                words.iter().any(|word| is_joined(word, held))
                    || (0..words.len()).any(|from| begins_with(words.get(from..), held))
            }
            Form::Letters(held) => letters.windows(held.len().max(1)).any(|window| window == held),
        }
    }
}

/// Whether the first of these words, written together, are `held`.
fn begins_with(words: Option<&[String]>, held: &str) -> bool {
    let mut rest = held;
    for word in words.unwrap_or_default() {
        let Some(after) = rest.strip_prefix(word.as_str()) else { return false };
        if after.is_empty() {
            return true;
        }
        rest = after;
    }
    false
}

/// Whether something is joined to `held` in a word that is not known to be innocent.
fn is_joined(word: &str, held: &str) -> bool {
    (word.starts_with(held) || word.ends_with(held)) && !INNOCENT.contains(word)
}

/// The words of a name in Latin letters, as they look.
fn words_as_seen(text: &str) -> Vec<String> {
    // Capitals look like other letters than small ones do: they are replaced before all are made small.
    let seen = looked(text).replace('&', " and ");
    let is_letter = |sign: &char| !matches!(sign, '\u{300}'..='\u{36f}');
    let seen: String = seen.chars().filter(is_letter).map(letter).collect();
    plain(&words_of(&search::fold(&seen)))
}

/// The letter for which a sign is read; 1 and I are l already, and one with i here.
fn letter(sign: char) -> char {
    match sign {
        '0' => 'o',
        'l' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        '8' => 'b',
        other => other,
    }
}

/// The letters of a name in scripts without spaces, as they look.
fn letters_as_seen(text: &str) -> Vec<char> {
    let is_tone = |sign: char| matches!(sign, '\u{e48}'..='\u{e4c}' | '\u{ec8}'..='\u{ecc}');
    let text = text.replace(is_tone, "");
    look(&search::fold(&looked(&text)))
}

/// The words in a name that an organisation of this kind may not bear, as the table has them; none where it may be called
/// so.
pub fn reserved_in(kind: OrganisationKind, name: &str) -> Option<&'static str> {
    // A small letter may look like a small one of another script, or as its capital does.
    let readings = [words_as_seen(name), words_as_seen(&name.to_uppercase())];
    let letters = letters_as_seen(name);
    let is_in = |held: &Reserved| readings.iter().any(|words| held.is_in(words, &letters));
    let found = RESERVED.iter().find(|held| !held.borne_by.contains(&kind) && is_in(held));
    found.map(|held| held.words.as_str())
}

/// Names of offices that somebody who brings vacancies may bring them for.
#[derive(Clone, Debug, Default)]
pub struct Offices(BTreeSet<String>);

impl Offices {
    /// The offices of these names.
    pub fn called<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self(names.into_iter().map(|name| search::fold(name.trim())).collect())
    }

    /// The words in the name of an employer that only offices may bear, where it is none of these.
    pub fn reserved_in(&self, name: &str) -> Option<&'static str> {
        if self.0.contains(&search::fold(name.trim())) {
            return None;
        }
        reserved_in(OrganisationKind::Employer, name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reserved(name: &str) -> Option<&'static str> {
        reserved_in(OrganisationKind::Employer, name)
    }

    #[test]
    fn every_row_has_words_somebody_who_bears_them_and_a_source() {
        for row in seed_data::reserved_names().unwrap() {
            let codes: Vec<&str> = row.borne_by.split(' ').collect();
            assert_eq!(Reserved::of(&row).borne_by.len(), codes.len(), "{}: {codes:?}", row.words);
            assert!(!row.source.is_empty(), "{}", row.words);
            assert!(reserved(&row.words).is_some(), "{} is not met by itself", row.words);
            assert_eq!(reserved_in(OrganisationKind::Office, &row.words), None);
        }
    }

    #[test]
    fn words_of_offices_are_met_however_they_are_spelt() {
        for name in [
            "ກະຊວງແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ",
            "ກະ ຊວງ ແຮງງານ",
            "ຫ້ອງການແຮງງານ ເມືອງຈັນທະບູລີ",
            "ຫ້ອງການ-ແຮງງານ 2",
            "Ministry of Labour and Social Welfare",
            "MINISTRY  OF  LABOUR",
            "M\u{456}nistry of L\u{430}bour",
            "District Labour-Office",
            "Labour Off\u{ed}ce of Pakse",
            "Vi\u{430}k support",
            "V.I.A.K. Ltd",
            "Ｖｉａｋ",
            "Bộ Lao động",
            "BO LAO DONG",
            "\u{41c}inistry of Labour",
            "M1nistry of Labour",
            "Minlstry of Labour",
            "M!ni$try",
            "\u{1d4dc}inistry",
            "\u{a4df}inistry",
            "Min\u{200b}istry of Labour",
            "M\u{301}inistry",
            "Rninistry of Labour",
            "V1AK",
            "VI4K",
            "vlak",
            "ViakLao",
            "MyViak",
            "Laoministry",
            "LabourOfficePakse",
            "Lab0ur 0ffice",
            "ກະຊ່ວງແຮງງານ",
            "ກະຊວ\u{ecb}ງ ແຮງງານ",
            "Via\u{43a}",
            "\u{3bd}iak",
            "Labour & Social Welfare Office",
            "Labour＆Social Welfare",
        ] {
            assert!(reserved(name).is_some(), "{name}");
        }
    }

    #[test]
    fn names_that_only_sound_a_little_like_them_are_free() {
        for name in [
            "ບໍລິສັດ ຈັດຫາແຮງງານ ສະຫວັນ",
            "ບໍລິສັດ ແຮງງານ ລາວ ຈຳກັດ",
            "ຮ້ານອາຫານ ວຽງຈັນ",
            "ໂຮງງານຕັດຫຍິບ ກ້າວໜ້າ",
            "ກອງທຶນພັດທະນາ ບ້ານໃໝ່",
            "ຫ້ອງການບັນຊີ ດາວເຮືອງ",
            "Administry Software",
            "Minister Guesthouse",
            "Mini Stryker Gym",
            "Social Welfare Works",
            "Viakone Trading",
            "Via Khammouane Transport",
            "Vientiane Office Supplies",
            "Savan Labour Supply",
            "Lao Labour & Logistics",
            "Departmental Store 8",
            "Vilak Coffee 1995",
            "Molson Brewery",
            "Lao động Việt",
            "Công ty Đồng Lợi Hà Nội",
            "3 Brothers Construction",
            "บริษัท แรงงานไทย จำกัด",
        ] {
            assert_eq!(reserved(name), None, "{name}");
        }
    }

    #[test]
    fn every_innocent_word_would_be_refused_without_its_row() {
        for row in seed_data::innocent_words().unwrap() {
            let seen = words_as_seen(&row.word).concat();
            let is_held = |held: &Reserved| match &held.form {
                Form::Words(held) => seen.starts_with(held.as_str()) || seen.ends_with(held.as_str()),
                Form::Letters(_) => false,
            };
            assert!(RESERVED.iter().any(is_held), "{}", row.word);
            assert!(!row.source.is_empty(), "{}", row.word);
        }
    }

    #[test]
    fn vacancies_come_for_the_offices_that_are_named_and_for_nobody_who_looks_like_them() {
        let offices = Offices::called(["ກະຊວງແຮງງານ", "Ministry of Labour"]);
        for name in ["ກະຊວງແຮງງານ", " ministry of labour ", "Mekong Works"] {
            assert_eq!(offices.reserved_in(name), None, "{name}");
        }
        for name in ["ກະຊ່ວງແຮງງານ", "M\u{456}nistry of Labour", "Ministry of Labour 2", "Labour Office"]
        {
            assert!(offices.reserved_in(name).is_some(), "{name}");
        }
    }
}
