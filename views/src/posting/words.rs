//! Words of vacancies that organisations post: where one stands, what can be done, why somebody looks.

use crate::form::{Choice, FieldKind};
use crate::words::{self, ContractWord};
use crate::{Arg, Locale, text, text_args};

/// Where a vacancy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusWord {
    /// It is being written.
    Draft,
    /// It is looked at.
    Submitted,
    /// It came back.
    Returned,
    /// It does not come.
    Rejected,
    /// Anybody may find it.
    Published,
    /// It rests.
    Paused,
    /// Some openings are filled.
    PartFilled,
    /// All are.
    Filled,
    /// Its last day has passed.
    Expired,
    /// It was taken away.
    TakenDown,
    /// It was taken back.
    Withdrawn,
    /// It has been over for long.
    Archived,
}

impl StatusWord {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Draft,
        Self::Submitted,
        Self::Returned,
        Self::Rejected,
        Self::Published,
        Self::Paused,
        Self::PartFilled,
        Self::Filled,
        Self::Expired,
        Self::TakenDown,
        Self::Withdrawn,
        Self::Archived,
    ];

    /// In a few words.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Draft => text(locale, "posting-status-draft"),
            Self::Submitted => text(locale, "posting-status-submitted"),
            Self::Returned => text(locale, "posting-status-returned"),
            Self::Rejected => text(locale, "posting-status-rejected"),
            Self::Published => text(locale, "posting-status-published"),
            Self::Paused => text(locale, "posting-status-paused"),
            Self::PartFilled => text(locale, "posting-status-part-filled"),
            Self::Filled => text(locale, "posting-status-filled"),
            Self::Expired => text(locale, "posting-status-expired"),
            Self::TakenDown => text(locale, "posting-status-taken-down"),
            Self::Withdrawn => text(locale, "posting-status-withdrawn"),
            Self::Archived => text(locale, "posting-status-archived"),
        }
    }

    /// What comes next, and who does it, for whoever posted it.
    pub fn next(self, locale: Locale) -> String {
        match self {
            Self::Draft => text(locale, "posting-next-draft"),
            Self::Submitted => text(locale, "posting-next-submitted"),
            Self::Returned => text(locale, "posting-next-returned"),
            Self::Rejected => text(locale, "posting-next-rejected"),
            Self::Published | Self::PartFilled => text(locale, "posting-next-published"),
            Self::Paused => text(locale, "posting-next-paused"),
            Self::Filled => text(locale, "posting-next-filled"),
            Self::Expired => text(locale, "posting-next-expired"),
            Self::TakenDown => text(locale, "posting-next-taken-down"),
            Self::Withdrawn | Self::Archived => text(locale, "posting-next-over"),
        }
    }
}

/// What can be done about a vacancy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepWord {
    /// It is written down.
    Draft,
    /// It changes before it is public.
    Change,
    /// It changes while it is public.
    Amend,
    /// It is handed in.
    Submit,
    /// Anybody may see it.
    Publish,
    /// Nobody sees it.
    Hold,
    /// It goes back.
    Return,
    /// It does not come.
    Reject,
    /// Another look is asked for.
    Appeal,
    /// It rests.
    Pause,
    /// It rests no more.
    Resume,
    /// Its last day moves.
    Extend,
    /// Some openings are filled.
    FillSome,
    /// All are.
    Fill,
    /// Its last day has passed.
    Expire,
    /// It is taken back.
    Withdraw,
    /// It is taken away.
    TakeDown,
    /// That was wrong.
    Restore,
    /// It has been over for long.
    Archive,
    /// Reports of it are not right.
    Dismiss,
}

impl StepWord {
    /// What a button says that does it.
    pub fn button(self, locale: Locale) -> String {
        match self {
            Self::Submit => text(locale, "posting-do-submit"),
            Self::Publish => text(locale, "posting-do-publish"),
            Self::Return => text(locale, "posting-do-return"),
            Self::Reject => text(locale, "posting-do-reject"),
            Self::Appeal => text(locale, "posting-do-appeal"),
            Self::Pause => text(locale, "posting-do-pause"),
            Self::Resume => text(locale, "posting-do-resume"),
            Self::Extend => text(locale, "posting-do-extend"),
            Self::Withdraw => text(locale, "posting-do-withdraw"),
            Self::TakeDown => text(locale, "posting-do-take-down"),
            Self::Restore => text(locale, "posting-do-restore"),
            Self::Hold => text(locale, "posting-do-hold"),
            Self::Dismiss => text(locale, "review-dismiss"),
            Self::Draft
            | Self::Change
            | Self::Amend
            | Self::FillSome
            | Self::Fill
            | Self::Expire
            | Self::Archive => self.told(locale),
        }
    }

    /// What the log says of it.
    pub fn told(self, locale: Locale) -> String {
        match self {
            Self::Draft => text(locale, "posting-did-draft"),
            Self::Change | Self::Amend => text(locale, "posting-did-change"),
            Self::Submit => text(locale, "posting-did-submit"),
            Self::Publish => text(locale, "posting-did-publish"),
            Self::Hold => text(locale, "posting-did-hold"),
            Self::Return => text(locale, "posting-did-return"),
            Self::Reject => text(locale, "posting-did-reject"),
            Self::Appeal => text(locale, "posting-did-appeal"),
            Self::Pause => text(locale, "posting-did-pause"),
            Self::Resume => text(locale, "posting-did-resume"),
            Self::Extend => text(locale, "posting-did-extend"),
            Self::FillSome => text(locale, "posting-did-fill-some"),
            Self::Fill => text(locale, "posting-did-fill"),
            Self::Expire => text(locale, "posting-did-expire"),
            Self::Withdraw => text(locale, "posting-did-withdraw"),
            Self::TakeDown => text(locale, "posting-did-take-down"),
            Self::Restore => text(locale, "posting-did-restore"),
            Self::Archive => text(locale, "posting-did-archive"),
            Self::Dismiss => text(locale, "review-dismiss"),
        }
    }
}

/// What a rule was held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A wage for a month of full time, as money is written.
    Wage(String),
    /// Hours on a day, in a week, of overtime on a day, of overtime in a month; days in a week, of rest, on probation;
    /// months of a contract; an age: the number as it is written.
    Number(FoundWord, String),
    /// Words that choose people.
    Words(String),
    /// It is not known.
    Unknown,
}

/// What a number that was found is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundWord {
    /// Hours on a day.
    HoursADay,
    /// Hours in a week.
    HoursAWeek,
    /// Days in a week.
    DaysAWeek,
    /// Days of rest in a week.
    RestDays,
    /// Hours of overtime on a day.
    OvertimeADay,
    /// Hours of overtime in a month.
    OvertimeAMonth,
    /// Days on probation.
    Probation,
    /// Months of a contract.
    Term,
    /// Age.
    Age,
}

impl Found {
    /// What of the advert was held against the rule.
    pub fn said(&self, locale: Locale) -> String {
        match self {
            Self::Wage(wage) => text_args(locale, "posting-found-wage", &[("wage", Arg::Text(wage))]),
            Self::Words(words) => text_args(locale, "posting-found-words", &[("words", Arg::Text(words))]),
            Self::Unknown => text(locale, "posting-found-unknown"),
            Self::Number(word, number) => {
                let number = [("number", Arg::Text(number))];
                match word {
                    FoundWord::HoursADay => text_args(locale, "posting-found-hours-day", &number),
                    FoundWord::HoursAWeek => text_args(locale, "posting-found-hours-week", &number),
                    FoundWord::DaysAWeek => text_args(locale, "posting-found-days", &number),
                    FoundWord::RestDays => text_args(locale, "posting-found-rest", &number),
                    FoundWord::OvertimeADay => text_args(locale, "posting-found-overtime-day", &number),
                    FoundWord::OvertimeAMonth => text_args(locale, "posting-found-overtime-month", &number),
                    FoundWord::Probation => text_args(locale, "posting-found-probation", &number),
                    FoundWord::Term => text_args(locale, "posting-found-term", &number),
                    FoundWord::Age => text_args(locale, "posting-found-age", &number),
                }
            }
        }
    }
}

/// The kinds of contracts as choices.
pub(super) fn contract_choices(locale: Locale) -> FieldKind {
    let all = [
        ("full_time", ContractWord::FullTime),
        ("part_time", ContractWord::PartTime),
        ("temporary", ContractWord::Temporary),
        ("seasonal", ContractWord::Seasonal),
        ("day_labour", ContractWord::DayLabour),
        ("internship", ContractWord::Internship),
    ];
    FieldKind::Choice(
        all.into_iter().map(|(code, word)| Choice::new(code, words::contract(locale, word))).collect(),
    )
}

/// What a wage is paid for, as choices.
pub(super) fn period_choices(locale: Locale) -> FieldKind {
    let all = [
        ("month", text(locale, "posting-period-month")),
        ("week", text(locale, "posting-period-week")),
        ("day", text(locale, "posting-period-day")),
        ("hour", text(locale, "posting-period-hour")),
        ("year", text(locale, "posting-period-year")),
        ("piece", text(locale, "posting-period-piece")),
    ];
    FieldKind::Choice(all.into_iter().map(|(code, said)| Choice::new(code, said)).collect())
}
