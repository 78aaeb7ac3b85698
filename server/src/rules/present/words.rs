//! Codes of rules as words of pages.

use crate::rules::model::{
    Confidence, RuleDefinition, RuleVersion, State, Step, Topic, Unit, ValueRow, Worded,
};
use crate::shipped;
use crate::written;
use matching::rules::{Effect, Standing, Value};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use views::Locale;
use views::rules::{Amount, Confirmed, EffectWord, StepWord, SureWord, TopicWord, UnitWord, statement};

static WORDS: LazyLock<BTreeMap<String, Worded>> =
    LazyLock::new(|| shipped::or_nothing(seed_data::rule_words(), "the words of rules cannot be read"));
static SOURCES: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| shipped::or_nothing(seed_data::rule_sources(), "the sources of rules cannot be read"));

/// A text in a language.
pub(crate) fn worded(locale: Locale, text: &Worded) -> &str {
    match locale {
        Locale::Lao => &text.lo,
        Locale::English => &text.en,
        Locale::Vietnamese => &text.vi,
    }
}

/// Sources in words; a code that is not explained stands as it is.
pub(super) fn sources(codes: &[String]) -> Vec<String> {
    codes.iter().map(|code| SOURCES.get(code).unwrap_or(code).clone()).collect()
}

/// Where in an instrument: `article 51` is written in the words of the reader.
pub(super) fn article(locale: Locale, article: &str) -> String {
    let (plural, numbers) = match (article.strip_prefix("articles "), article.strip_prefix("article ")) {
        (Some(numbers), _) => (true, numbers),
        (None, Some(number)) => (false, number),
        (None, None) => return article.to_owned(),
    };
    views::rules::article(locale, numbers, plural)
}

/// What a rule says with these values.
pub(crate) fn says(locale: Locale, rule: &RuleDefinition, values: &BTreeMap<String, ValueRow>) -> String {
    let amounts =
        rule.units.iter().map(|(name, unit)| (name.clone(), amount(locale, *unit, values.get(name))));
    statement(locale, worded(locale, &rule.statement), &amounts.collect::<Vec<_>>())
}

/// What a rule says with these labels in the places of its values.
pub(super) fn labelled(locale: Locale, rule: &RuleDefinition, label: impl Fn(usize) -> String) -> String {
    let amounts = rule.units.keys().enumerate();
    let amounts = amounts.map(|(at, name)| (name.clone(), Amount::Words(vec![label(at)])));
    statement(locale, worded(locale, &rule.statement), &amounts.collect::<Vec<_>>())
}

/// A value in words, with its unit.
pub(super) fn said(locale: Locale, unit: Unit, row: Option<&ValueRow>) -> String {
    amount(locale, unit, row).said(locale)
}

fn amount(locale: Locale, unit: Unit, row: Option<&ValueRow>) -> Amount {
    let Some(value) = row.and_then(|row| unit.read(row).ok()) else { return Amount::Unknown };
    match (value, unit_word(unit)) {
        (Value::Number(number), word) => {
            let (whole, decimals) = digits(&number.normalize().to_string());
            Amount::Number(whole, decimals, word.unwrap_or(UnitWord::Bare))
        }
        (Value::Day(day), _) => Amount::Day(written::day(locale, day)),
        (Value::Codes(codes), Some(word)) => {
            Amount::Numbers(codes.iter().map(|code| digits(code)).collect(), word)
        }
        (Value::Codes(codes), None) => Amount::Words(codes.iter().map(|code| word(locale, code)).collect()),
    }
}

fn word(locale: Locale, code: &str) -> String {
    WORDS.get(code).map_or_else(|| code.to_owned(), |held| worded(locale, held).to_owned())
}

/// The whole and the decimals of a number that was read.
fn digits(text: &str) -> (i64, Option<String>) {
    let (whole, decimals) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    (whole.parse().unwrap_or(i64::MAX), decimals.map(str::to_owned))
}

fn unit_word(unit: Unit) -> Option<UnitWord> {
    Some(match unit {
        Unit::Hours => UnitWord::Hours,
        Unit::Minutes => UnitWord::Minutes,
        Unit::Days => UnitWord::Days,
        Unit::Months => UnitWord::Months,
        Unit::Years => UnitWord::Years,
        Unit::Percent => UnitWord::Percent,
        Unit::Kip => UnitWord::Money("LAK"),
        Unit::Baht => UnitWord::Money("THB"),
        Unit::Won => UnitWord::Money("KRW"),
        Unit::Yen => UnitWord::Money("JPY"),
        Unit::Points => UnitWord::Points,
        Unit::MonthsOfPay => UnitWord::MonthsOfPay,
        Unit::Count | Unit::Ratio => UnitWord::Bare,
        Unit::Codes | Unit::Words | Unit::Day => return None,
    })
}

/// Whether the ministry has to confirm a version and has not.
pub(super) fn is_waiting(version: &RuleVersion) -> bool {
    version.standing() == Standing::Unconfirmed && matches!(version.state, State::Scheduled | State::InForce)
}

pub(super) fn confirmed(locale: Locale, version: &RuleVersion) -> Confirmed {
    match version.confirmed_at {
        Some(at) => Confirmed::On(written::day_of(locale, at)),
        None if is_waiting(version) => Confirmed::Waiting,
        None => Confirmed::NotNeeded,
    }
}

pub(super) fn sure(confidence: Confidence) -> SureWord {
    match confidence {
        Confidence::High => SureWord::High,
        Confidence::Medium => SureWord::Medium,
        Confidence::Low => SureWord::Low,
    }
}

pub(super) fn effect(effect: Effect) -> EffectWord {
    match effect {
        Effect::Inform => EffectWord::Inform,
        Effect::Warn => EffectWord::Warn,
        Effect::Review => EffectWord::Review,
        Effect::Refuse => EffectWord::Refuse,
    }
}

pub(super) fn step(step: Step) -> StepWord {
    match step {
        Step::Propose => StepWord::Propose,
        Step::Check => StepWord::Check,
        Step::Approve => StepWord::Approve,
        Step::Schedule => StepWord::Schedule,
        Step::Begin => StepWord::Begin,
        Step::End => StepWord::End,
        Step::Reject => StepWord::Reject,
        Step::Confirm => StepWord::Confirm,
        Step::Unconfirm => StepWord::Unconfirm,
        Step::Shorten => StepWord::Shorten,
    }
}

pub(super) fn topic(topic: Topic) -> TopicWord {
    match topic {
        Topic::WorkingTime => TopicWord::WorkingTime,
        Topic::Contract => TopicWord::Contract,
        Topic::Wage => TopicWord::Wage,
        Topic::EqualTreatment => TopicWord::EqualTreatment,
        Topic::Age => TopicWord::Age,
        Topic::ForeignWorkers => TopicWord::ForeignWorkers,
        Topic::Agencies => TopicWord::Agencies,
        Topic::SendingAbroad => TopicWord::SendingAbroad,
        Topic::Thailand => TopicWord::Thailand,
        Topic::Korea => TopicWord::Korea,
        Topic::Japan => TopicWord::Japan,
        Topic::VietNam => TopicWord::VietNam,
        Topic::Fees => TopicWord::Fees,
        Topic::Adverts => TopicWord::Adverts,
        Topic::Complaints => TopicWord::Complaints,
        Topic::PersonalData => TopicWord::PersonalData,
        Topic::Training => TopicWord::Training,
        Topic::Matching => TopicWord::Matching,
        Topic::Support => TopicWord::Support,
        Topic::SocialSecurity => TopicWord::SocialSecurity,
        Topic::IncomeTax => TopicWord::IncomeTax,
        Topic::Exchange => TopicWord::Exchange,
    }
}
