//! Applications in words: for whoever applied, and for those who hire. The words of the two are not the same.

mod apply;
mod case;
mod deeds;
mod queue;
mod seeker;
mod words;

pub use apply::{ApplyPage, ApplyProblem, Shared, apply};
pub use case::{CasePage, Deeds, RejectForm, case};
pub use deeds::{Offering, accepting, declining, offered, offering, starting};
pub use queue::{Bulk, QueuePage, QueueRow, Reject, queue};
pub use seeker::{OwnCasePage, OwnDeeds, OwnRow, own_case, own_list, withdrawing};
pub use words::{HandWord, NextWord, StageWord, StepProblem};

use crate::form::{Field, FieldKind};
use crate::{Arg, Locale, text, text_args};

/// What happened on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// When, as it is written.
    pub when: String,
    /// Where it led.
    pub stage: StageWord,
    /// Why, or what was said with it.
    pub said: Option<String>,
}

/// The version that a form was drawn from.
fn version(number: i32) -> Field {
    Field {
        name: "version".to_owned(),
        label: String::new(),
        hint: None,
        kind: FieldKind::Hidden,
        value: number.to_string(),
        problem: None,
        optional: false,
    }
}

/// What comes next, a line each.
fn next_lines(locale: Locale, next: Option<&NextWord>, reader: HandWord) -> Vec<String> {
    let Some(next) = next else { return vec![text(locale, "hiring-nobody-acts")] };
    let due = [("day", Arg::Text(&next.due))];
    let who = match (next.hand, reader) {
        (HandWord::Platform, _) => text(locale, "hiring-next-platform"),
        (hand, reader) if hand == reader => text_args(locale, "hiring-next-you", &due),
        (HandWord::Person, _) => text_args(locale, "hiring-next-person", &due),
        (HandWord::Employer, _) => text_args(locale, "hiring-next-employer", &due),
    };
    std::iter::once(who).chain(next.late.then(|| text(locale, "hiring-late"))).collect()
}
