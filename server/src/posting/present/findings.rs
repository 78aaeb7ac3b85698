//! What rules said of a vacancy, and where one stands, as words of pages.

use crate::http::paths;
use crate::rules::model::{RuleDefinition, RuleVersion};
use crate::rules::present::words::{says, worded};
use crate::vacancies::model::{VacancyStatus, VacancyStep};
use crate::written::day;
use matching::rules::{Consequence, Evidence, Fact, FactValue, Finding, Proof};
use rust_decimal::Decimal;
use views::posting::{Checked, Found, FoundWord, StatusWord, StepWord};
use views::{Locale, format};

/// A rule with its versions, for words.
pub(crate) type Said = (RuleDefinition, Vec<RuleVersion>);

/// What leads to a refusal or to an officer, in words; `grounds` are words of the text that choose people.
pub(crate) fn checked(locale: Locale, proof: &Proof, rules: &[Said], grounds: &[String]) -> Vec<Checked> {
    let said = [Consequence::Refused, Consequence::Reviewed];
    let findings = said.iter().flat_map(|consequence| proof.leading_to(*consequence));
    findings.filter_map(|finding| one(locale, finding, rules, grounds)).collect()
}

fn one(locale: Locale, finding: &Finding, rules: &[Said], grounds: &[String]) -> Option<Checked> {
    let (rule, versions) = rules.iter().find(|(rule, _)| rule.code == finding.rule)?;
    let version = versions.iter().find(|version| version.key == finding.version)?;
    let against = finding.evidence.iter().filter(|held| held.verdict != matching::Verdict::Met);
    Some(Checked {
        title: worded(locale, &rule.title).to_owned(),
        href: paths::rule(&rule.code),
        says: says(locale, rule, &version.values),
        day: day(locale, finding.counted_on),
        found: against.filter_map(|held| found(locale, held, grounds)).collect(),
        refuses: finding.consequence() == Consequence::Refused,
    })
}

fn found(locale: Locale, held: &Evidence, grounds: &[String]) -> Option<Found> {
    let number = |word| match &held.found {
        Some(FactValue::Number(number)) => Found::Number(word, written(*number)),
        Some(_) | None => Found::Unknown,
    };
    Some(match held.fact {
        Fact::FullTimeWage => match &held.found {
            Some(FactValue::Number(kip)) => Found::Wage(money(locale, *kip)),
            Some(_) | None => Found::Unknown,
        },
        Fact::HoursADay => number(FoundWord::HoursADay),
        Fact::HoursAWeek => number(FoundWord::HoursAWeek),
        Fact::DaysAWeek => number(FoundWord::DaysAWeek),
        Fact::RestDaysAWeek => number(FoundWord::RestDays),
        Fact::OvertimeADay => number(FoundWord::OvertimeADay),
        Fact::OvertimeAMonth => number(FoundWord::OvertimeAMonth),
        Fact::ProbationDays => number(FoundWord::Probation),
        Fact::TermMonths => number(FoundWord::Term),
        Fact::LeastAge => number(FoundWord::Age),
        Fact::GroundsNamed => Found::Words(each_once(grounds).join("”, “")),
        Fact::Overtime
        | Fact::Hazardous
        | Fact::Night
        | Fact::Manual
        | Fact::FixedTerm
        | Fact::Born
        | Fact::StartsOn
        | Fact::ClosesOn
        | Fact::DepartsOn => return None,
    })
}

/// Words that stand in no others of these.
fn each_once(words: &[String]) -> Vec<&str> {
    let mut once: Vec<&str> = Vec::new();
    for said in words {
        let within = words.iter().any(|other| other.len() > said.len() && other.contains(said.as_str()));
        if !within && !once.contains(&said.as_str()) {
            once.push(said);
        }
    }
    once
}

/// A number without needless decimals.
fn written(number: Decimal) -> String {
    number.round_dp(2).normalize().to_string()
}

fn money(locale: Locale, kip: Decimal) -> String {
    let whole = i64::try_from(kip.round()).unwrap_or(i64::MAX);
    format::amount(locale, whole, "LAK")
}

/// The title of a rule; its code where nobody knows it any more.
pub(crate) fn title_of(locale: Locale, code: &str, rules: &[Said]) -> String {
    let held = rules.iter().find(|(rule, _)| rule.code == code);
    held.map_or_else(|| code.to_owned(), |(rule, _)| worded(locale, &rule.title).to_owned())
}

/// Where a vacancy stands, as a word.
pub(crate) fn status_word(status: VacancyStatus) -> StatusWord {
    match status {
        VacancyStatus::Draft => StatusWord::Draft,
        VacancyStatus::Submitted => StatusWord::Submitted,
        VacancyStatus::Returned => StatusWord::Returned,
        VacancyStatus::Rejected => StatusWord::Rejected,
        VacancyStatus::Published => StatusWord::Published,
        VacancyStatus::Paused => StatusWord::Paused,
        VacancyStatus::PartFilled => StatusWord::PartFilled,
        VacancyStatus::Filled => StatusWord::Filled,
        VacancyStatus::Expired => StatusWord::Expired,
        VacancyStatus::TakenDown => StatusWord::TakenDown,
        VacancyStatus::Withdrawn => StatusWord::Withdrawn,
        VacancyStatus::Archived => StatusWord::Archived,
    }
}

/// A step, as a word.
pub(crate) fn step_word(step: VacancyStep) -> StepWord {
    match step {
        VacancyStep::Draft => StepWord::Draft,
        VacancyStep::Change => StepWord::Change,
        VacancyStep::Amend => StepWord::Amend,
        VacancyStep::Submit => StepWord::Submit,
        VacancyStep::Publish => StepWord::Publish,
        VacancyStep::Hold => StepWord::Hold,
        VacancyStep::Return => StepWord::Return,
        VacancyStep::Reject => StepWord::Reject,
        VacancyStep::Appeal => StepWord::Appeal,
        VacancyStep::Pause => StepWord::Pause,
        VacancyStep::Resume => StepWord::Resume,
        VacancyStep::Extend => StepWord::Extend,
        VacancyStep::FillSome => StepWord::FillSome,
        VacancyStep::Fill => StepWord::Fill,
        VacancyStep::Expire => StepWord::Expire,
        VacancyStep::Withdraw => StepWord::Withdraw,
        VacancyStep::TakeDown => StepWord::TakeDown,
        VacancyStep::Restore => StepWord::Restore,
        VacancyStep::Archive => StepWord::Archive,
    }
}
