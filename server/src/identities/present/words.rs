//! Values of cases and documents as their words.

use crate::identities::model::{CaseState, Judgement, Method, Record, Source};
use sea_orm::ActiveEnum;
use views::Locale;
use views::identities::{Came, How, Judged, State};

/// What somebody is called; none where that may not be seen.
pub(in crate::identities) fn name(locale: Locale, record: Option<&Record>) -> String {
    record.and_then(|record| record.names().whole()).unwrap_or_else(|| views::identities::nameless(locale))
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
