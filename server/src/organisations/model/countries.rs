//! In which order do countries stand in a list? The own, its neighbours and those in which many work come first, by a
//! table (`seed-data/data/places/countries_first.csv`); the others by name, as a dictionary of the language has them.

use crate::shipped;
use search::Language;
use std::sync::LazyLock;

/// The codes that come first; none where the table cannot be read, which a test holds it can.
static FIRST: LazyLock<Vec<String>> = LazyLock::new(|| {
    let rows = shipped::or_nothing(seed_data::countries_first(), "no country comes first in lists");
    rows.into_iter().map(|row| row.code).collect()
});

/// Countries in the order of a list: codes with names.
pub fn in_order(mut named: Vec<(String, String)>, language: Language) -> Vec<(String, String)> {
    named.sort_by_cached_key(|(code, name)| {
        let first = FIRST.iter().position(|first| first == code).unwrap_or(usize::MAX);
        (first, as_in_dictionary(name, language))
    });
    named
}

/// A name by which others are sorted: Lao ones by their consonants, for a vowel that is written before its consonant is
/// spoken after it; Latin ones without marks.
fn as_in_dictionary(name: &str, language: Language) -> String {
    if language != Language::Lao {
        return search::latin(name).to_lowercase();
    }
    let mut key = String::with_capacity(name.len());
    let mut vowel = None;
    for sign in name.chars() {
        if ('\u{ec0}'..='\u{ec4}').contains(&sign) {
            key.extend(vowel.replace(sign));
        } else {
            key.push(sign);
            key.extend(vowel.take());
        }
    }
    key.extend(vowel);
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(language: Language, of: fn(&seed_data::Country) -> &str) -> Vec<String> {
        let rows = seed_data::countries().unwrap();
        let named = rows.iter().map(|row| (row.code.clone(), of(row).to_owned())).collect();
        in_order(named, language).into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn the_own_country_its_neighbours_and_those_in_which_many_work_come_first() {
        let lao = names(Language::Lao, |row| &row.name_lo);
        assert_eq!(lao[..4], ["ລາວ", "ໄທ", "ຫວຽດນາມ", "ຈີນ"]);
        assert!(
            seed_data::countries_first().unwrap().iter().all(|row| {
                seed_data::countries().unwrap().iter().any(|country| country.code == row.code)
            })
        );
    }

    #[test]
    fn every_country_has_a_lao_name_and_a_vietnamese_one() {
        for row in seed_data::countries().unwrap() {
            let lao = row.name_lo.chars().any(|sign| ('\u{e80}'..='\u{eff}').contains(&sign));
            assert!(lao && !row.name_vi.is_empty(), "{}", row.code);
        }
    }

    #[test]
    fn the_others_stand_as_in_a_dictionary() {
        let lao = names(Language::Lao, |row| &row.name_lo);
        let at = |name: &str| lao.iter().position(|held| held == name).unwrap();
        assert!(at("ກາຕາ") < at("ເກຣັກ") && at("ເກຣັກ") < at("ເດນມາກ"), "by consonants");
        assert!(at("ເດນມາກ") < at("ຕູນີຊີ") && at("ຕູນີຊີ") < at("ແຟງລັງ"));
        let vietnamese = names(Language::Vietnamese, |row| &row.name_vi);
        let at = |name: &str| vietnamese.iter().position(|held| held == name).unwrap();
        assert!(at("Ấn Độ") < at("Brazil") && at("Áo") < at("Bỉ"), "marks do not put a name last");
    }
}
