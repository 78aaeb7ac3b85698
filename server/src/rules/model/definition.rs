//! A rule and the instrument that makes it, without its values.

use super::Unit;
use matching::rules::{Case, Check, Effect, UnknownName};
use sea_orm::entity::prelude::*;
use seed_data::{CheckRow, InstrumentRow, JudgesRow, RuleRow, Worded};
use std::collections::BTreeMap;

/// A law, decree, decision, agreement or notice.
pub type Instrument = InstrumentRow;

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Topic {
    /// Hours, days and rest.
    WorkingTime,
    /// What a contract holds.
    Contract,
    /// The floor of wages.
    Wage,
    /// Nobody is chosen by sex, age, origin …
    EqualTreatment,
    /// From which age.
    Age,
    /// People from abroad who work in the country.
    ForeignWorkers,
    /// Agencies that place people.
    Agencies,
    /// Work abroad, wherever it is.
    SendingAbroad,
    /// Work in Thailand.
    Thailand,
    /// Work in Korea.
    Korea,
    /// Work in Japan.
    Japan,
    /// Work in Viet Nam.
    VietNam,
    /// Who pays for recruitment.
    Fees,
    /// What adverts may say.
    Adverts,
    /// How soon a complaint is answered.
    Complaints,
    /// What is kept of people.
    PersonalData,
    /// Courses and certificates.
    Training,
    /// How people and work are brought together.
    Matching,
    /// People who are helped first.
    Support,
    /// Social security.
    SocialSecurity,
    /// Tax on income.
    IncomeTax,
    /// Exchange with other countries.
    Exchange,
}

impl Topic {
    /// Its code.
    pub fn code(self) -> String {
        self.to_value()
    }
}

/// A rule, as the program knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleDefinition {
    /// Its code.
    pub code: String,
    /// Code of the instrument that makes it.
    pub instrument: String,
    /// What it is about.
    pub topic: Topic,
    /// What not keeping to it leads to.
    pub effect: Effect,
    /// Its title.
    pub title: Worded,
    /// What it says, with `{name}` for each value.
    pub statement: Worded,
    /// Unit of each value.
    pub units: BTreeMap<String, Unit>,
    /// What it judges.
    pub cases: Vec<Case>,
}

/// Why a row makes no rule.
#[derive(Debug, thiserror::Error)]
pub enum DefinitionError {
    /// A name of a fact, a subject, a comparison or an effect is unknown.
    #[error("rule {0}")]
    Name(String, #[source] UnknownName),
    /// A topic or a unit is unknown.
    #[error("rule {0}: {1:?} is no topic or unit")]
    Code(String, String),
    /// A check compares with a value that the rule does not have.
    #[error("rule {0}: there is no value {1:?}")]
    NoValue(String, String),
}

impl TryFrom<&RuleRow> for RuleDefinition {
    type Error = DefinitionError;

    fn try_from(row: &RuleRow) -> Result<Self, DefinitionError> {
        let unknown = |code: &str| DefinitionError::Code(row.code.clone(), code.to_owned());
        let named = |error| DefinitionError::Name(row.code.clone(), error);
        let units = row.units.iter().map(|(name, unit)| {
            let read = unit.parse().map_err(|_| unknown(unit))?;
            Ok((name.clone(), read))
        });
        let cases: Vec<Case> = row.judges.iter().map(case).collect::<Result<_, _>>().map_err(named)?;
        let read = Self {
            code: row.code.clone(),
            instrument: row.instrument.clone(),
            topic: Topic::try_from_value(&row.topic).map_err(|_| unknown(&row.topic))?,
            effect: row.effect.parse().map_err(named)?,
            title: row.title.clone(),
            statement: row.statement.clone(),
            units: units.collect::<Result<_, _>>()?,
            cases,
        };
        let checks = read.cases.iter().flat_map(|case| case.when.iter().chain(&case.checks));
        match checks.filter_map(|check| check.value.as_ref()).find(|name| !read.units.contains_key(*name)) {
            Some(name) => Err(DefinitionError::NoValue(row.code.clone(), name.clone())),
            None => Ok(read),
        }
    }
}

fn case(row: &JudgesRow) -> Result<Case, UnknownName> {
    Ok(Case {
        subject: row.subject.parse()?,
        counted_on: row.counted_on.as_deref().map(str::parse).transpose()?,
        when: row.when.iter().map(check).collect::<Result<_, _>>()?,
        checks: row.check.iter().map(check).collect::<Result<_, _>>()?,
    })
}

fn check(row: &CheckRow) -> Result<Check, UnknownName> {
    Ok(Check {
        fact: row.fact.parse()?,
        is: row.is.parse()?,
        value: row.value.clone(),
        counted_on: row.counted_on.as_deref().map(str::parse).transpose()?,
    })
}
