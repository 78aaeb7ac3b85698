//! Languages and licences: codes, keys for matching, and names for readers.

use matching::{LanguageKey, LicenceKey};
use search::Language;
use seed_data::{LicenceRow, TableError};

/// The key of an ISO 639-1 code: its two letters; none for anything else.
pub fn language_key(code: &str) -> Option<LanguageKey> {
    match code.as_bytes() {
        [a @ b'a'..=b'z', b @ b'a'..=b'z'] => Some(LanguageKey(u32::from(*a) << 8 | u32::from(*b))),
        _ => None,
    }
}

/// The ISO 639-1 code of a key.
pub fn language_code(key: LanguageKey) -> String {
    let letter = |shift: u32| char::from(u8::try_from(key.0 >> shift & 0xff).unwrap_or(b'?'));
    [letter(8), letter(0)].iter().collect()
}

/// The licences the platform knows.
pub struct Licences(Vec<LicenceRow>);

impl Licences {
    /// Reads the table of the program.
    pub fn read() -> Result<Self, TableError> {
        Ok(Self(seed_data::licences()?))
    }

    /// The key of a licence's code.
    pub fn key(&self, code: &str) -> Option<LicenceKey> {
        let position = self.0.iter().position(|row| row.code == code)?;
        u32::try_from(position).ok().map(LicenceKey)
    }

    /// The name of a licence in `language`; Lao and Vietnamese, else English.
    pub fn name(&self, key: LicenceKey, language: Language) -> &str {
        let row = usize::try_from(key.0).ok().and_then(|position| self.0.get(position));
        row.map_or("", |row| match language {
            Language::Lao => &row.lo,
            Language::Vietnamese => &row.vi,
            Language::English | Language::Thai | Language::Other => &row.en,
        })
    }

    /// All of them, by code and key, in the order of the table.
    pub fn all(&self) -> impl Iterator<Item = (&str, LicenceKey)> {
        self.0.iter().filter_map(|row| Some((row.code.as_str(), self.key(&row.code)?)))
    }

    /// Is there a licence with this code?
    pub fn knows(&self, code: &str) -> bool {
        self.key(code).is_some()
    }
}
