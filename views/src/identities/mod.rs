//! Pages about who is who: the own documents, an officer who verifies them, and records that may be of one person.

mod compare;
mod officer;
mod own;
mod queue;
mod words;

pub use compare::{ComparePage, Decision, FieldRow, Outcome, Side};
pub use officer::{OfficerDocuments, OfficerDone, Wrong, officer_documents};
pub use own::{OwnDocuments, OwnDone, OwnProblem, Problem, documents};
pub use queue::{Part, QueuePage, Queued, queue};
pub use words::{
    Agreement, Came, Compared, Document, How, Judged, State, Weight, level, nameless, paper, sex,
};

use crate::Locale;
use crate::form::{Field, FieldKind};

/// A document as it is shown: its number is covered.
#[derive(Debug, Clone)]
pub struct Shown {
    /// By which it is named.
    pub id: String,
    /// What it is.
    pub document: Document,
    /// Its number, covered.
    pub number: String,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Since when it is valid, as it is written.
    pub issued: Option<String>,
    /// Its last day, as it is written.
    pub expires: Option<String>,
    /// When and how it was verified.
    pub verified: Option<(String, How)>,
}

impl Shown {
    fn facts(&self, locale: Locale) -> Vec<String> {
        use crate::{Arg, text, text_args};
        let day = |key: &str, day: &Option<String>| {
            day.as_ref().map(|day| text_args(locale, key, &[("day", Arg::Text(day))]))
        };
        let dated =
            [self.issuer.clone(), day("id-issued-on", &self.issued), day("id-valid-until", &self.expires)];
        let standing = match &self.verified {
            Some((day, how)) => {
                let said = [("day", Arg::Text(day)), ("how", Arg::Text(&how.said(locale)))];
                text_args(locale, "id-verified", &said)
            }
            None => text(locale, "id-unverified"),
        };
        [self.number.clone()].into_iter().chain(dated.into_iter().flatten()).chain([standing]).collect()
    }
}

fn hidden(name: &str, value: &str) -> Field {
    Field {
        name: name.to_owned(),
        label: String::new(),
        hint: None,
        kind: FieldKind::Hidden,
        value: value.to_owned(),
        problem: None,
        optional: false,
    }
}
