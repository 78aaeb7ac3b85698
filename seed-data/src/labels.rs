//! Occupations and skills: their names in four languages, and what belongs to what.

use crate::table::{TableError, rows, table};
use serde::Deserialize;

/// What kind of name a label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LabelKind {
    /// The first name to show.
    Preferred,
    /// Another name people use.
    Synonym,
}

/// A name of an occupation or a skill.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LabelRow {
    /// ISCO-08 code of any level, or slug of a skill.
    pub code: String,
    /// `lo`, `en`, `vi` or `th`.
    pub language: String,
    /// Preferred or synonym.
    pub kind: LabelKind,
    /// The name.
    pub text: String,
    /// Where it comes from; see `SOURCES.md`.
    pub source: String,
    /// Who read it besides its author: `second-reader`, `dictionary` or `no`.
    pub checked: String,
    /// `yes` where the market uses the name for several concepts.
    #[serde(deserialize_with = "yes")]
    pub shared: bool,
}

/// A skill.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SkillRow {
    /// Stable name in the interface for machines.
    pub code: String,
    /// `skill`, `knowledge`, `tool` or `transversal`.
    pub kind: String,
}

/// How much an occupation needs a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// Nobody does the job without it.
    Essential,
    /// Welcome.
    Useful,
}

/// A skill that an occupation needs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SkillLink {
    /// ISCO-08 unit group.
    pub occupation: String,
    /// Code of the skill.
    pub skill: String,
    /// How much.
    pub relation: Relation,
}

/// The names of occupations, major group by major group.
pub fn occupation_labels() -> Result<Vec<LabelRow>, TableError> {
    let files = [
        ("lexicon/occupations_0.csv", include_str!("../data/lexicon/occupations_0.csv")),
        ("lexicon/occupations_1.csv", include_str!("../data/lexicon/occupations_1.csv")),
        ("lexicon/occupations_2.csv", include_str!("../data/lexicon/occupations_2.csv")),
        ("lexicon/occupations_3.csv", include_str!("../data/lexicon/occupations_3.csv")),
        ("lexicon/occupations_4.csv", include_str!("../data/lexicon/occupations_4.csv")),
        ("lexicon/occupations_5.csv", include_str!("../data/lexicon/occupations_5.csv")),
        ("lexicon/occupations_6.csv", include_str!("../data/lexicon/occupations_6.csv")),
        ("lexicon/occupations_7.csv", include_str!("../data/lexicon/occupations_7.csv")),
        ("lexicon/occupations_8.csv", include_str!("../data/lexicon/occupations_8.csv")),
        ("lexicon/occupations_9.csv", include_str!("../data/lexicon/occupations_9.csv")),
    ];
    let mut labels = Vec::new();
    for (file, text) in files {
        labels.append(&mut rows(file, text)?);
    }
    Ok(labels)
}

/// All skills.
pub fn skills() -> Result<Vec<SkillRow>, TableError> {
    table!("lexicon/skills.csv")
}

/// The names of skills.
pub fn skill_labels() -> Result<Vec<LabelRow>, TableError> {
    table!("lexicon/skill_labels.csv")
}

/// Which occupation needs which skill.
pub fn skill_links() -> Result<Vec<SkillLink>, TableError> {
    table!("lexicon/skill_links.csv")
}

fn yes<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Ok(String::deserialize(deserializer)? == "yes")
}

/// A licence or certificate that an opening may demand.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LicenceRow {
    /// Stable name in files and in the interface for machines.
    pub code: String,
    /// English name.
    pub en: String,
    /// Lao name.
    pub lo: String,
    /// Vietnamese name.
    pub vi: String,
}

/// All licences.
pub fn licences() -> Result<Vec<LicenceRow>, TableError> {
    table!("lexicon/licences.csv")
}
