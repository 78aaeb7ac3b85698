//! Papers and sites in lists.

use super::words::{Paper, paper};
use crate::form::{Field, FieldKind, Form};
use crate::{Arg, Locale, text, text_args};

/// A paper or site in a list.
#[derive(Debug, Clone)]
pub struct Row {
    /// What it is.
    pub title: String,
    /// More of it.
    pub about: Vec<String>,
    /// What is wrong with it.
    pub problem: Option<String>,
    /// Takes it back.
    pub end: Option<Form>,
}

/// A paper as it is known.
#[derive(Debug, Clone)]
pub struct PaperFacts {
    /// What it is.
    pub kind: Paper,
    /// Its number.
    pub number: String,
    /// When it was issued, as text.
    pub issued: Option<String>,
    /// Its last day, as text.
    pub until: Option<String>,
    /// What else is said.
    pub note: Option<String>,
    /// Whether it has ended.
    pub ended: bool,
    /// Address and field of the form that takes it back.
    pub end: Option<(String, String)>,
}

impl PaperFacts {
    /// The paper in a list.
    pub fn row(self, locale: Locale) -> Row {
        let issued =
            self.issued.map(|day| text_args(locale, "org-paper-issued", &[("date", Arg::Text(&day))]));
        let until = self.until.map(|day| text_args(locale, "org-paper-until", &[("date", Arg::Text(&day))]));
        Row {
            title: format!("{}: {}", paper(locale, self.kind), self.number),
            about: [issued, until, self.note].into_iter().flatten().collect(),
            problem: self.ended.then(|| text(locale, "org-paper-ended")),
            end: self.end.map(|(action, id)| button(&action, &id, text(locale, "org-paper-withdraw"))),
        }
    }
}

/// A form that is one button, with the key of the thing that it ends.
fn button(action: &str, id: &str, submit: String) -> Form {
    let mut form = Form::button(action, submit);
    form.fields.push(Field {
        name: "id".to_owned(),
        label: String::new(),
        hint: None,
        kind: FieldKind::Hidden,
        value: id.to_owned(),
        problem: None,
        optional: true,
    });
    form
}

/// A site in a list; `end` is address and field of the form that gives it up.
pub fn site_row(locale: Locale, name: String, about: Vec<String>, end: Option<(String, String)>) -> Row {
    let end = end.map(|(action, id)| button(&action, &id, text(locale, "org-site-close")));
    Row { title: name, about, problem: None, end }
}
