//! The book of rules as the program brings it, for what is judged without a database.

use super::load::{LoadRulesError, new_version};
use super::model::RuleDefinition;
use super::store::ReadRulesError;
use chrono::{DateTime, NaiveDate};
use matching::rules::{Rule, RuleBook, Standing, Version, VersionKey};
use seed_data::RuleRow;

/// The rules of the program, as nobody has confirmed or changed them. No row holds their versions: all keys are 0.
pub fn shipped_book() -> Result<RuleBook, LoadRulesError> {
    let rules = seed_data::rules()?.rules;
    let rules = rules.iter().map(rule).collect::<Result<Vec<_>, _>>()?;
    Ok(RuleBook::of(rules).map_err(ReadRulesError::from)?)
}

fn rule(row: &RuleRow) -> Result<Rule, LoadRulesError> {
    let definition = RuleDefinition::try_from(row).map_err(ReadRulesError::from)?;
    let wrong = |error| ReadRulesError::Value(row.code.clone(), error);
    let mut versions = Vec::new();
    for (number, shipped) in (1..).zip(&row.versions) {
        let read = new_version(row, shipped, number, (DateTime::UNIX_EPOCH, NaiveDate::MIN))?;
        let known =
            read.values.iter().filter_map(|(name, value)| Some((name, value, definition.units.get(name)?)));
        let values = known.map(|(name, value, unit)| Ok((name.clone(), unit.read(value)?)));
        versions.push(Version {
            key: VersionKey(0),
            number,
            valid_from: read.valid_from,
            valid_until: read.valid_until,
            standing: if read.verify { Standing::Unconfirmed } else { Standing::Confirmed },
            values: values.collect::<Result<_, _>>().map_err(wrong)?,
        });
    }
    Ok(Rule { code: definition.code, effect: definition.effect, cases: definition.cases, versions })
}
