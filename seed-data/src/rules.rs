//! What the law asks for, as data: instruments, their rules, and the values of each rule with the days on which they hold.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text in the three languages of the pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worded {
    /// In Lao.
    pub lo: String,
    /// In English.
    pub en: String,
    /// In Vietnamese.
    pub vi: String,
}

/// A law, decree, decision, agreement or notice, or what the project decided where no law does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentRow {
    /// Its code: `labour-law-2013`.
    pub code: String,
    /// `law`, `decree`, `agreement`, `decision`, `instruction`, `notice`, `treaty`, `guideline`, `report`, `design`.
    pub kind: String,
    /// Its number as it is cited: `43/NA`; empty where it has none.
    #[serde(default)]
    pub number: String,
    /// Other numbers under which it is cited.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Country that made it, ISO 3166-1 alpha-2; empty where it is of several or of none.
    #[serde(default)]
    pub country: String,
    /// Its title.
    pub title: Worded,
    /// The day that it bears, as year-month-day.
    #[serde(default)]
    pub issued_on: Option<String>,
    /// The day on which it was published.
    #[serde(default)]
    pub published_on: Option<String>,
    /// The first day on which it is in force.
    #[serde(default)]
    pub valid_from: Option<String>,
    /// The last day on which it is in force.
    #[serde(default)]
    pub valid_until: Option<String>,
    /// Code of the instrument that took its place.
    #[serde(default)]
    pub replaced_by: Option<String>,
    /// Codes of sources, as `sources.toml` explains them.
    pub sources: Vec<String>,
}

/// A rule of an instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleRow {
    /// Its code: `LAB-01`.
    pub code: String,
    /// Code of the instrument that makes it.
    pub instrument: String,
    /// What it is about, one of a closed set: `working_time`.
    pub topic: String,
    /// What not keeping to it leads to: `refuse`, `review`, `warn`, `inform`.
    pub effect: String,
    /// Its title.
    pub title: Worded,
    /// What it says, with `{value}` where a value of the version stands.
    pub statement: Worded,
    /// Unit of each value, by its name.
    #[serde(default)]
    pub units: BTreeMap<String, String>,
    /// What it judges, and in which cases; where empty, it is told and not computed.
    #[serde(default)]
    pub judges: Vec<JudgesRow>,
    /// Its values, each with the days on which they hold.
    #[serde(rename = "version", default)]
    pub versions: Vec<RuleVersionRow>,
}

/// What a rule judges in a case, and by which facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgesRow {
    /// What is judged: `vacancy`, `application`, `placement` …
    pub subject: String,
    /// Which day's version counts: a fact that is a day; where absent, the day of the decision.
    #[serde(default)]
    pub counted_on: Option<String>,
    /// Facts that have to be so for the rule to apply.
    #[serde(default)]
    pub when: Vec<CheckRow>,
    /// What has to be so.
    pub check: Vec<CheckRow>,
}

/// A fact held against a value of the rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckRow {
    /// Name of the fact.
    pub fact: String,
    /// How it is compared: `at_most`, `at_least`, `among`, `not_among`, `yes`, `no`.
    pub is: String,
    /// Name of the value that it is compared with; absent for `yes` and `no`.
    #[serde(default)]
    pub value: Option<String>,
    /// Of a birth: the fact that is the day on which the age is counted.
    #[serde(default)]
    pub counted_on: Option<String>,
}

/// The values of a rule that hold from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleVersionRow {
    /// Name of this version where the rule has one for each step: `WAGE-03`.
    #[serde(default)]
    pub label: Option<String>,
    /// Code of the instrument that made it, where that is another than the rule's.
    #[serde(default)]
    pub instrument: Option<String>,
    /// Where in the instrument it stands: `article 51`.
    #[serde(default)]
    pub article: Option<String>,
    /// The day on which it was issued.
    #[serde(default)]
    pub issued_on: Option<String>,
    /// The first day on which it holds; absent where nobody knows it.
    #[serde(default)]
    pub valid_from: Option<String>,
    /// The last day on which it holds; absent where it holds until the next.
    #[serde(default)]
    pub valid_until: Option<String>,
    /// How sure it is: `H` the text itself or two sources that agree, `M` one credible source, `L` sources disagree.
    pub confidence: String,
    /// Whether the ministry has to confirm it before it refuses anything.
    #[serde(default)]
    pub verify: bool,
    /// Codes of sources, as `sources.toml` explains them.
    pub sources: Vec<String>,
    /// What a reader has to know of it.
    #[serde(default)]
    pub note: Option<Worded>,
    /// Its values by name; a name of the rule's units that is missing here is not known.
    #[serde(default)]
    pub values: BTreeMap<String, ValueRow>,
    /// Other values that sources tell.
    #[serde(rename = "alternative", default)]
    pub alternatives: Vec<AlternativeRow>,
}

/// Another value of a version, as another source tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlternativeRow {
    /// The values that differ.
    pub values: BTreeMap<String, ValueRow>,
    /// Codes of the sources that tell it.
    pub sources: Vec<String>,
}

/// One value: a whole number, text (a decimal number such as `5.5`, or a day), or a list of codes or words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ValueRow {
    /// A whole number.
    Whole(i64),
    /// A decimal number, a day, or a word.
    Text(String),
    /// Codes or words.
    List(Vec<String>),
}

/// A file of a body of law that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {source}")]
pub struct RuleFileError {
    file: &'static str,
    source: toml::de::Error,
}

/// Instruments and rules of all files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// The instruments, those that were replaced too.
    #[serde(rename = "instrument", default)]
    pub instruments: Vec<InstrumentRow>,
    /// The rules.
    #[serde(rename = "rule", default)]
    pub rules: Vec<RuleRow>,
}

/// Embeds a file of rules under its name.
macro_rules! rule_files {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../data/rules/", $name)))),+]
    };
}

/// A body of law each: what was issued, replaced and amended together stands together.
const FILES: [(&str, &str); 20] = rule_files![
    "labour_law.toml",
    "minimum_wage.toml",
    "foreign_workers.toml",
    "agencies.toml",
    "sending_abroad.toml",
    "thailand.toml",
    "korea.toml",
    "japan.toml",
    "viet_nam.toml",
    "fair_recruitment.toml",
    "adverts.toml",
    "complaints.toml",
    "personal_data.toml",
    "training.toml",
    "matching.toml",
    "vulnerable_groups.toml",
    "social_security.toml",
    "income_tax.toml",
    "exchange.toml",
    "project.toml",
];

/// All instruments and rules that the platform starts with.
pub fn rules() -> Result<RuleFile, RuleFileError> {
    let mut all = RuleFile::default();
    for (file, text) in FILES {
        let held: RuleFile = toml::from_str(text).map_err(|source| RuleFileError { file, source })?;
        all.instruments.extend(held.instruments);
        all.rules.extend(held.rules);
    }
    Ok(all)
}

/// What the codes of sources stand for: publisher, document and date.
pub fn rule_sources() -> Result<BTreeMap<String, String>, RuleFileError> {
    let file = "sources.toml";
    toml::from_str(include_str!("../data/rules/sources.toml"))
        .map_err(|source| RuleFileError { file, source })
}

/// What the words of rules are called: the list of a value whose unit is `words` holds these codes.
pub fn rule_words() -> Result<BTreeMap<String, Worded>, RuleFileError> {
    let file = "words.toml";
    toml::from_str(include_str!("../data/rules/words.toml")).map_err(|source| RuleFileError { file, source })
}

#[cfg(test)]
mod tests;
