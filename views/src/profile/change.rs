//! An entry that is changed where it stands, and what may come between its form and its sending.

use super::{Shell, hidden};
use crate::desk::Section;
use crate::form::Field;
use crate::{Arg, Locale, text, text_args};

/// The entry that a form changes.
#[derive(Debug, Clone)]
pub struct Change {
    /// By which it is named.
    pub id: String,
    /// What it is.
    pub title: String,
    /// How it stood when the form was drawn.
    pub seen: String,
}

/// What came between a form and its sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    /// Another window changed the entry.
    Changed,
    /// Another window removed it.
    Gone,
}

impl Clash {
    pub(super) fn said(self, locale: Locale) -> String {
        match self {
            Self::Changed => text(locale, "profile-clash-changed"),
            Self::Gone => text(locale, "profile-clash-gone"),
        }
    }
}

impl Change {
    /// What a form sends along to say what it changes: the entry by the name `field`.
    pub(super) fn fields(&self, what: &str, field: &str) -> [Field; 3] {
        [hidden("what", what), hidden(field, &self.id), hidden("seen", &self.seen)]
    }
}

impl Shell {
    /// The section with the form of an entry: one that is changed, or a new one.
    pub(super) fn entry(
        &self,
        way: &str,
        change: Option<&Change>,
        fields: Vec<Field>,
        (add, submit): (&str, &str),
    ) -> Section {
        let heading = match change {
            Some(change) => {
                text_args(self.locale(), "profile-change", &[("title", Arg::Text(&change.title))])
            }
            None => text(self.locale(), add),
        };
        let submit = if change.is_some() { "profile-save" } else { submit };
        let id = if change.is_some() { "change" } else { "add" };
        Section { id, heading, form: Some(self.form(way, fields, submit)), ..Section::default() }
    }
}
