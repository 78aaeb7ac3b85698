//! What adverts say that they should not, as patterns in three languages; which of them make a red flag; and what
//! contacts are told by.

use serde::Deserialize;

/// Words that stand for each other in the patterns of a file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordListRow {
    /// How patterns call it.
    pub name: String,
    /// The phrases.
    pub phrases: Vec<String>,
}

/// Patterns of one meaning.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingRow {
    /// Codes of what they mean: a ground of LAB-09, or a part of red flags.
    pub means: Vec<String>,
    /// Patterns that are signs.
    pub signs: Vec<String>,
    /// Patterns that lift signs where they overlap.
    #[serde(default)]
    pub lifts: Vec<String>,
}

/// The patterns of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordingFile {
    /// ISO 639-1 code of it.
    pub language: &'static str,
    /// Lists that the patterns call, each after those that it calls itself.
    pub lists: Vec<WordListRow>,
    /// The patterns.
    pub groups: Vec<WordingRow>,
}

/// Which signs make a red flag.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlagRow {
    /// Code of the rule that weighs it.
    pub code: String,
    /// Any one of these ways makes it; of a way all parts.
    pub ways: Vec<Vec<String>>,
}

/// How phone numbers of a country are dialled at home.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DialledRow {
    /// The first digits.
    pub prefix: String,
    /// Digits in all.
    pub digits: usize,
    /// The country's number.
    pub country: String,
}

/// What contacts are told by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactWords {
    /// Phone numbers at home.
    pub dialled: Vec<DialledRow>,
    /// Words before the number of an account.
    pub accounts: Vec<String>,
    /// Beginnings of links into chat apps.
    pub chat_hosts: Vec<String>,
    /// Names of chat apps.
    pub chat_apps: Vec<String>,
    /// Endings of hosts.
    pub endings: Vec<String>,
}

/// A file of wordings that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {source}")]
pub struct WordingFileError {
    file: &'static str,
    source: toml::de::Error,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Patterns {
    #[serde(rename = "list")]
    lists: Vec<WordListRow>,
    #[serde(rename = "group")]
    groups: Vec<WordingRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Flags {
    #[serde(rename = "flag")]
    flags: Vec<FlagRow>,
}

/// Reads an embedded file of the folder `wording`.
macro_rules! read {
    ($name:literal) => {
        toml::from_str(include_str!(concat!("../data/wording/", $name)))
            .map_err(|source| WordingFileError { file: $name, source })
    };
}

/// The patterns of all languages.
pub fn wordings() -> Result<Vec<WordingFile>, WordingFileError> {
    let file = |language, Patterns { lists, groups }| WordingFile { language, lists, groups };
    Ok(vec![file("lo", read!("lo.toml")?), file("en", read!("en.toml")?), file("vi", read!("vi.toml")?)])
}

/// Which signs make which red flag.
pub fn advert_flags() -> Result<Vec<FlagRow>, WordingFileError> {
    read!("flags.toml").map(|Flags { flags }| flags)
}

/// What contacts are told by.
pub fn contact_words() -> Result<ContactWords, WordingFileError> {
    read!("contacts.toml")
}
