//! People as records to be linked: names by keys that let Lao and Latin spellings meet, birth dates as precise as
//! known, sex, phone, place, occupation, qualification and languages.

use matching::linkage::{Field, Kind, PartialDate, Records, Spelling, TooManyFields, Value};
use std::collections::HashMap;

/// What tells a person apart, wherever it comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Who<'a> {
    /// Given or only name.
    pub given: Option<&'a str>,
    /// Family name.
    pub family: Option<&'a str>,
    /// Both in Latin letters.
    pub latin: Option<&'a str>,
    /// A woman.
    pub female: Option<bool>,
    /// As precise as known.
    pub birth: Option<PartialDate>,
    /// As given.
    pub phone: Option<&'a str>,
    /// Province, and the district within it.
    pub place: Option<(u32, Option<u32>)>,
    /// Unit group of ISCO-08 worked in longest, as a number: 7212.
    pub occupation: Option<u32>,
    /// Level of the national framework, 1 to 8.
    pub qualification: Option<u32>,
    /// Languages spoken, as [`spoken`] writes them; empty where nobody asked.
    pub languages: &'a str,
}

/// Languages by their codes, in an order that tells nothing.
pub fn spoken<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    let mut codes: Vec<&str> = codes.collect();
    codes.sort_unstable();
    codes.join(" ")
}

/// Digits by which phone numbers are told apart: country codes and leading zeros come and go.
const PHONE_DIGITS: usize = 8;

/// Keys of a name.
#[derive(Clone, Debug)]
struct Keys {
    folded: String,
    latin: String,
    sound: String,
}

/// People who are to be linked.
pub struct Registry {
    records: Records,
    known: HashMap<String, Keys>,
}

impl Registry {
    /// Nobody yet.
    pub fn new() -> Result<Self, TooManyFields> {
        let fields = [
            ("given name", Kind::Name),
            ("family name", Kind::Name),
            ("birth date", Kind::Date),
            ("sex", Kind::Sex),
            ("phone", Kind::Identifier),
            ("place", Kind::Place),
            ("occupation", Kind::Class),
            ("qualification", Kind::Category),
            ("languages", Kind::Category),
        ];
        let fields = fields.map(|(name, kind)| Field::new(name, kind));
        Ok(Self { records: Records::new(fields.to_vec())?, known: HashMap::new() })
    }

    /// Adds a person.
    pub fn add(&mut self, id: u128, who: &Who<'_>) {
        let Who { given, family, latin, female, birth, phone, place, occupation, qualification, languages } =
            *who;
        // The Latin name is the given name and then the family name; alone it stands for both.
        let (latin_given, latin_family) =
            latin.map_or((None, None), |latin| in_parts(latin, family.is_some() || given.is_none()));
        let known = &mut self.known;
        let given = name(known, given, latin_given);
        let family = name(known, family, latin_family);
        let phone = phone.map(digits).unwrap_or_default();
        let level = qualification.map(|level| level.to_string()).unwrap_or_default();
        let sex = female.map_or("", |female| if female { "f" } else { "m" });
        let values = [
            written(given.as_ref()),
            written(family.as_ref()),
            birth.map_or(Value::Missing, Value::Date),
            Value::Written(Spelling::plain(sex)),
            Value::Written(Spelling::plain(&phone)),
            place.map_or(Value::Missing, |(outer, inner)| Value::Place { outer, inner }),
            // Within its minor group.
            occupation.map_or(Value::Missing, |unit| Value::Place { outer: unit / 10, inner: Some(unit) }),
            Value::Written(Spelling::plain(&level)),
            Value::Written(Spelling::plain(languages)),
        ];
        self.records.push(id, &values);
    }

    /// All of them.
    pub fn records(&self) -> &Records {
        &self.records
    }
}

/// The parts of a Latin name: all of it, or all but the last word and the last.
fn in_parts(latin: &str, has_family: bool) -> (Option<&str>, Option<&str>) {
    match latin.trim().rsplit_once(' ') {
        Some((given, family)) if has_family => (Some(given.trim()), Some(family)),
        _ => (Some(latin.trim()).filter(|latin| !latin.is_empty()), None),
    }
}

/// How the given and the family name sound, as far as either is known.
pub fn sounds(who: &Who<'_>) -> [Option<String>; 2] {
    let (given, family) =
        who.latin.map_or((None, None), |latin| in_parts(latin, who.family.is_some() || who.given.is_none()));
    let heard = |written: Option<&str>, latin: Option<&str>| {
        let written = written.map(str::trim).filter(|text| !text.is_empty());
        written.or(latin).map(search::sound).filter(|sound| !sound.is_empty())
    };
    [heard(who.given, given), heard(who.family, family)]
}

/// Keys of a part of a name, and the Latin spelling that its bearer uses beside it.
fn name(
    known: &mut HashMap<String, Keys>,
    written: Option<&str>,
    latin: Option<&str>,
) -> Option<(Keys, Option<String>)> {
    let written = written.map(str::trim).filter(|text| !text.is_empty());
    let main = keys(known, written.or(latin)?);
    let beside = latin.filter(|_| written.is_some()).map(|latin| keys(known, latin).latin);
    let beside = beside.filter(|beside| *beside != main.latin);
    Some((main, beside))
}

fn keys(known: &mut HashMap<String, Keys>, text: &str) -> Keys {
    if let Some(keys) = known.get(text) {
        return keys.clone();
    }
    let keys = Keys { folded: search::fold(text), latin: search::latin(text), sound: search::sound(text) };
    known.insert(text.to_owned(), keys.clone());
    keys
}

fn written(name: Option<&(Keys, Option<String>)>) -> Value<'_> {
    name.map_or(Value::Missing, |(keys, also)| {
        let Keys { folded, latin, sound } = keys;
        Value::Written(Spelling { folded, latin, also: also.as_deref(), sound })
    })
}

/// The last digits of a phone number, in whatever script it is written.
pub fn digits(phone: &str) -> String {
    let digits: Vec<char> = search::fold(phone).chars().filter(char::is_ascii_digit).collect();
    digits.iter().skip(digits.len().saturating_sub(PHONE_DIGITS)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use matching::linkage::{Level, Settings, link};

    #[test]
    fn a_lao_name_and_its_latin_spelling_are_one_name() {
        let mut registry = Registry::new().unwrap();
        let born = PartialDate::new(1987, Some(3), Some(5));
        let lao = Who {
            given: Some("ສົມໄຊ"), family: Some("ແກ້ວວົງ"), birth: born, ..Who::default()
        };
        registry.add(1, &lao);
        registry
            .add(2, &Who { given: Some("Somxay"), family: Some("Keovong"), birth: born, ..Who::default() });
        registry.add(3, &Who { latin: Some("Somxay Keovong"), birth: born, ..Who::default() });
        registry.add(4, &Who { given: Some("ຄຳລາ"), family: Some("ສີສອນ"), ..Who::default() });
        let linkage = link(registry.records(), &Settings::default());
        for (one, other) in [(0, 1), (0, 2), (1, 2)] {
            let why = linkage.explain(one, other);
            let names = why.slots.iter().filter(|weighed| weighed.slot.name == "given name");
            assert!(names.into_iter().all(|weighed| weighed.level >= Level::VeryNear), "{why:?}");
        }
        assert!(linkage.weight(0, 1) > linkage.weight(0, 3));
    }

    #[test]
    fn a_phone_number_is_its_last_digits() {
        assert_eq!(digits("+856 20 5555 1234"), "55551234");
        assert_eq!(digits("020 5555-1234"), "55551234");
        assert_eq!(digits("໐໒໐ ໕໕໕໕ ໑໒໓໔"), "55551234");
        assert_eq!(digits("none"), "");
    }

    #[test]
    fn a_latin_name_without_a_family_is_a_given_name() {
        assert_eq!(in_parts("Somxay Keovong", true), (Some("Somxay"), Some("Keovong")));
        assert_eq!(in_parts("Boun My", false), (Some("Boun My"), None));
        assert_eq!(in_parts(" ", true), (None, None));
    }
}
