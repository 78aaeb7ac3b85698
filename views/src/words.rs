//! The platform's own words for kinds and levels that other crates name by enum or number.

use crate::{Arg, Locale, format, text, text_args};

/// Kind of contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContractWord {
    /// Full time, open or fixed term.
    FullTime,
    /// Part time.
    PartTime,
    /// For a limited time.
    Temporary,
    /// For a season.
    Seasonal,
    /// By the day.
    DayLabour,
    /// To learn.
    Internship,
}

/// The name of a kind of contract.
pub fn contract(locale: Locale, kind: ContractWord) -> String {
    match kind {
        ContractWord::FullTime => text(locale, "contract-full-time"),
        ContractWord::PartTime => text(locale, "contract-part-time"),
        ContractWord::Temporary => text(locale, "contract-temporary"),
        ContractWord::Seasonal => text(locale, "contract-seasonal"),
        ContractWord::DayLabour => text(locale, "contract-day-labour"),
        ContractWord::Internship => text(locale, "contract-internship"),
    }
}

/// Where the work is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArrangementWord {
    /// At the employer's site.
    OnSite,
    /// Partly at home.
    Hybrid,
    /// Anywhere.
    Remote,
}

/// The name of an arrangement.
pub fn arrangement(locale: Locale, kind: ArrangementWord) -> String {
    match kind {
        ArrangementWord::OnSite => text(locale, "arrangement-on-site"),
        ArrangementWord::Hybrid => text(locale, "arrangement-hybrid"),
        ArrangementWord::Remote => text(locale, "arrangement-remote"),
    }
}

/// A dimension of facets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetWord {
    /// Province.
    Province,
    /// Group of occupations.
    Occupation,
    /// Wage band.
    Wage,
    /// Kind of contract.
    Contract,
    /// At home or abroad.
    Where,
    /// Day of posting.
    Posted,
}

/// The title of a group of facets.
pub fn facet(locale: Locale, facet: FacetWord) -> String {
    match facet {
        FacetWord::Province => text(locale, "facet-province"),
        FacetWord::Occupation => text(locale, "facet-occupation"),
        FacetWord::Wage => text(locale, "facet-wage"),
        FacetWord::Contract => text(locale, "facet-contract"),
        FacetWord::Where => text(locale, "facet-where"),
        FacetWord::Posted => text(locale, "facet-posted"),
    }
}

/// An order of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortWord {
    /// Best answer first.
    Relevance,
    /// Newest first.
    Newest,
    /// Highest wage first.
    Wage,
    /// Nearest first.
    Near,
}

/// The name of an order of results.
pub fn sort(locale: Locale, sort: SortWord) -> String {
    match sort {
        SortWord::Relevance => text(locale, "sort-relevance"),
        SortWord::Newest => text(locale, "sort-newest"),
        SortWord::Wage => text(locale, "sort-wage"),
        SortWord::Near => text(locale, "sort-near"),
    }
}

/// What stands where a fact is unknown: "not stated".
pub fn not_stated(locale: Locale) -> String {
    text(locale, "not-stated")
}

/// Work in the country.
pub fn at_home(locale: Locale) -> String {
    text(locale, "where-home")
}

/// Work abroad.
pub fn abroad(locale: Locale) -> String {
    text(locale, "where-abroad")
}

/// Posted within the last `days` days.
pub fn posted_within(locale: Locale, days: u32) -> String {
    match days {
        1 => text(locale, "posted-day"),
        _ => text_args(locale, "posted-days", &[("days", Arg::Number(i64::from(days)))]),
    }
}

/// The wage band that begins at `least` kip a month; `most` is where the next one begins.
pub fn wage_band(locale: Locale, least: u64, most: Option<u64>) -> String {
    let kip = |value: u64| format::number(locale, i64::try_from(value).unwrap_or(i64::MAX));
    match (least, most) {
        (0, Some(most)) => text_args(locale, "wage-band-under", &[("most", Arg::Text(&kip(most)))]),
        (least, Some(most)) => text_args(
            locale,
            "wage-band-between",
            &[("least", Arg::Text(&kip(least))), ("most", Arg::Text(&kip(most)))],
        ),
        (least, None) => text_args(locale, "wage-band-over", &[("least", Arg::Text(&kip(least)))]),
    }
}

/// A wage of at least `least` kip a month.
pub fn wage_at_least(locale: Locale, least: u64) -> String {
    let least = i64::try_from(least).unwrap_or(i64::MAX);
    text_args(locale, "wage-band-over", &[("least", Arg::Number(least))])
}

/// Within `km` kilometres of a place.
pub fn within(locale: Locale, km: u32, place: &str) -> String {
    text_args(locale, "within-km", &[("km", Arg::Number(i64::from(km))), ("place", Arg::Text(place))])
}

/// A level of the national qualifications framework, 1 to 8, with the award that stands for it;
/// a level outside is only numbered.
pub fn qualification(locale: Locale, level: u8) -> String {
    match level {
        1 => text(locale, "qualification-1"),
        2 => text(locale, "qualification-2"),
        3 => text(locale, "qualification-3"),
        4 => text(locale, "qualification-4"),
        5 => text(locale, "qualification-5"),
        6 => text(locale, "qualification-6"),
        7 => text(locale, "qualification-7"),
        8 => text(locale, "qualification-8"),
        other => text_args(locale, "qualification-other", &[("level", Arg::Number(i64::from(other)))]),
    }
}

/// A CEFR level by number, 1 (A1) to 6 (C2); the number itself outside.
pub fn language_level(level: u8) -> String {
    match level {
        1 => "A1".to_owned(),
        2 => "A2".to_owned(),
        3 => "B1".to_owned(),
        4 => "B2".to_owned(),
        5 => "C1".to_owned(),
        6 => "C2".to_owned(),
        other => other.to_string(),
    }
}

/// Level of a skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkillLevelWord {
    /// Knows the basics.
    Basic,
    /// Works under guidance.
    Working,
    /// Works alone.
    Skilled,
    /// Teaches others.
    Expert,
}

/// The name of a skill level.
pub fn skill_level(locale: Locale, level: SkillLevelWord) -> String {
    match level {
        SkillLevelWord::Basic => text(locale, "skill-level-basic"),
        SkillLevelWord::Working => text(locale, "skill-level-working"),
        SkillLevelWord::Skilled => text(locale, "skill-level-skilled"),
        SkillLevelWord::Expert => text(locale, "skill-level-expert"),
    }
}

/// A language by ISO 639-1 code; the code itself for one that is not listed.
pub fn language(locale: Locale, code: &str) -> String {
    match code {
        "lo" => text(locale, "language-lo"),
        "en" => text(locale, "language-en"),
        "vi" => text(locale, "language-vi"),
        "th" => text(locale, "language-th"),
        "zh" => text(locale, "language-zh"),
        "ko" => text(locale, "language-ko"),
        "ja" => text(locale, "language-ja"),
        "fr" => text(locale, "language-fr"),
        other => other.to_owned(),
    }
}

/// A link to all vacancies, whatever was asked.
pub fn all_jobs(locale: Locale) -> String {
    text(locale, "all-jobs")
}

/// A link back to the results.
pub fn back_to_jobs(locale: Locale) -> String {
    text(locale, "job-back")
}

/// The whole country and abroad.
pub fn everywhere(locale: Locale) -> String {
    text(locale, "everywhere")
}

/// The same search without any filter.
pub fn without_filters(locale: Locale) -> String {
    text(locale, "without-filters")
}

/// What a vacancy says that asks for work in shifts.
pub fn shift_asked(locale: Locale) -> String {
    text(locale, "shift-asked")
}
