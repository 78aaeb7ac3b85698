//! Which words of a name belong to public offices alone?
//!
//! A name is compared as it looks: folded, each letter replaced by that which it looks like, without diacritics where a
//! script has spaces. There words of a name are compared with whole words, however they are spaced; words of scripts
//! without spaces anywhere in it.

use super::alike::{look, plain, words_of};
use super::{Name, OrganisationKind};
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
            Form::Words(plain(&words_of(&search::fold(&row.words))).concat())
        } else {
            Form::Letters(look(&search::fold(&row.words)))
        };
        let is_borne = |kind: &OrganisationKind| row.borne_by.split(' ').any(|code| code == kind.code());
        let borne_by = OrganisationKind::all().filter(is_borne).collect();
        Self { words: row.words.clone(), form, borne_by }
    }

    fn is_in(&self, words: &[String], letters: &[char]) -> bool {
        match &self.form {
            Form::Words(held) => (0..words.len()).any(|from| begins_with(words.get(from..), held)),
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

/// The words in a name that an organisation of this kind may not bear, as the table has them; none where it may be called
/// so.
pub fn reserved_in(kind: OrganisationKind, name: &Name) -> Option<&'static str> {
    let folded = search::fold(name.as_str());
    let (words, letters) = (plain(&words_of(&folded)), look(&folded));
    let found = RESERVED.iter().find(|held| !held.borne_by.contains(&kind) && held.is_in(&words, &letters));
    found.map(|held| held.words.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reserved(name: &str) -> Option<&'static str> {
        reserved_in(OrganisationKind::Employer, &name.parse().unwrap())
    }

    #[test]
    fn every_row_has_words_somebody_who_bears_them_and_a_source() {
        for row in seed_data::reserved_names().unwrap() {
            let codes: Vec<&str> = row.borne_by.split(' ').collect();
            assert_eq!(Reserved::of(&row).borne_by.len(), codes.len(), "{}: {codes:?}", row.words);
            assert!(!row.source.is_empty(), "{}", row.words);
            assert!(reserved(&row.words).is_some(), "{} is not met by itself", row.words);
            assert_eq!(reserved_in(OrganisationKind::Office, &row.words.parse().unwrap()), None);
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
        ] {
            assert!(reserved(name).is_some(), "{name}");
        }
    }

    #[test]
    fn names_that_only_sound_a_little_like_them_are_free() {
        for name in [
            "ບໍລິສັດ ຈັດຫາແຮງງານ ສະຫວັນ",
            "ຮ້ານອາຫານ ວຽງຈັນ",
            "Administry Software",
            "Social Welfare Works",
            "Viakone Trading",
            "Savan Labour Supply",
            "Lao động Việt",
        ] {
            assert_eq!(reserved(name), None, "{name}");
        }
    }
}
