//! Values of cases and documents as their words.

use crate::identities::model::{CaseState, Judgement, Method, Record, Source};
use crate::people::model::BirthPrecision;
use chrono::{Datelike, NaiveDate};
use sea_orm::ActiveEnum;
use views::identities::{Came, How, Judged, State};
use views::{Locale, format};

/// A day as it is written.
pub(super) fn day(locale: Locale, day: NaiveDate) -> String {
    format::date(locale, day.year(), day.month(), day.day())
}

/// A birth date as precise as it is known.
pub(super) fn birth(locale: Locale, (date, precision): (NaiveDate, BirthPrecision)) -> String {
    match precision {
        BirthPrecision::Day => day(locale, date),
        BirthPrecision::Month => format!("{:02}/{:04}", date.month(), date.year()),
        BirthPrecision::Year => date.year().to_string(),
    }
}

/// What somebody is called; none where that may not be seen.
pub(in crate::identities) fn name(locale: Locale, record: Option<&Record>) -> String {
    let own = record.map(|record| [&record.given, &record.family].into_iter().flatten());
    let own: Vec<&str> = own.into_iter().flatten().map(String::as_str).collect();
    let latin = record.and_then(|record| record.latin.clone());
    let named = if own.is_empty() { latin } else { Some(own.join(" ")) };
    named.unwrap_or_else(|| views::identities::nameless(locale))
}

/// The word for a way of verifying.
pub(super) fn how(method: Method) -> How {
    match method {
        Method::Original => How::Original,
        Method::Copy => How::Copy,
        Method::Register => How::Register,
    }
}

/// All ways of verifying by their codes.
pub(in crate::identities) fn methods() -> Vec<(String, How)> {
    Method::all().map(|method| (method.to_value(), how(method))).collect()
}

/// The word for how far a case was decided.
pub(in crate::identities) fn state(state: CaseState) -> State {
    match state {
        CaseState::Suspected => State::Suspected,
        CaseState::Proposed => State::Proposed,
        CaseState::Unsure => State::Unsure,
        CaseState::Merged => State::Merged,
        CaseState::Different => State::Different,
        CaseState::Undone => State::Undone,
    }
}

/// The word for what brought a case up.
pub(in crate::identities) fn came(origin: Source) -> Came {
    match origin {
        Source::Registration => Came::Registration,
        Source::Import => Came::Import,
        Source::Document => Came::Document,
    }
}

/// The word for what an officer says.
pub(super) fn judged(judgement: Judgement) -> Judged {
    match judgement {
        Judgement::Same => Judged::Same,
        Judgement::Different => Judged::Different,
        Judgement::Unsure => Judged::Unsure,
        Judgement::Undo => Judged::Undo,
    }
}
