//! Pages of whoever keeps the platform going: accounts, letters, names, what was searched in vain, settings.

mod board;
mod home;
mod labels;
mod messages;
mod settings;
mod users;

pub use board::{BoardPage, BoardProblem, Proposal, Query, board};
pub use home::{Waits, home};
pub use labels::{
    ConceptWord, LabelForm, LabelKindWord, LabelPage, LabelProblem, LabelRow, LabelsPage, label, labels,
};
pub use messages::{MessageDone, MessageRow, MessageState, MessagesPage, MessagesProblem, messages};
pub use settings::{Backup, SettingRow, SettingSource, SettingValue, SettingsPage, settings};
pub use users::{UserDone, UserPage, UserProblem, UserRole, user, users};

use crate::form::{Field, FieldKind};
use crate::mail::When;
use crate::{Arg, Locale, text};

/// A number as an argument.
fn number(count: u64) -> Arg<'static> {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A moment as readers write it.
fn moment(locale: Locale, when: When) -> String {
    let (day, time) = when.said(locale);
    format!("{day}, {time}")
}

/// A field that says nothing yet but its label.
fn field(name: &str, label: String, kind: FieldKind, value: &str) -> Field {
    let (name, value) = (name.to_owned(), value.to_owned());
    Field { name, label, hint: None, kind, value, problem: None, optional: false }
}

/// A value that is sent along.
fn hidden(name: &str, value: &str) -> Field {
    Field { optional: true, ..field(name, String::new(), FieldKind::Hidden, value) }
}

/// The name of a language by its code.
fn language(locale: Locale, code: &str) -> String {
    match code {
        "lo" => text(locale, "admin-lang-lo"),
        "vi" => text(locale, "admin-lang-vi"),
        "th" => text(locale, "admin-lang-th"),
        _ => text(locale, "admin-lang-en"),
    }
}
