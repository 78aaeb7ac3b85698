//! Pages with one form: a heading, what it is for, fields with their problems, one thing to do, and ways aside.

mod draw;

pub(crate) use draw::{field as draw_field, form, problems};

use crate::layout::Chrome;
use crate::{Link, Locale, text};

/// A page with one form.
#[derive(Debug, Clone)]
pub struct FormPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// What the form does, in a few words.
    pub heading: String,
    /// What the reader should know before, a paragraph each.
    pub lead: Vec<String>,
    /// The form.
    pub form: Form,
    /// Ways aside.
    pub links: Vec<Link>,
}

/// A form.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// What is wrong with it as a whole; shown before the fields.
    pub problem: Option<String>,
    /// Its fields, in order.
    pub fields: Vec<Field>,
    /// What the button says.
    pub submit: String,
    /// Whether the button is the page's main one.
    pub quiet: bool,
}

/// How a day is typed, and what else the reader should know of it.
pub(crate) fn day_hint(locale: Locale, more: Option<String>) -> String {
    std::iter::once(text(locale, "form-day")).chain(more).collect::<Vec<_>>().join(" ")
}

/// A field of a form.
#[derive(Debug, Clone)]
pub struct Field {
    /// Name in the form, and id on the page.
    pub name: String,
    /// What it asks for.
    pub label: String,
    /// How to fill it in.
    pub hint: Option<String>,
    /// What is typed into it.
    pub kind: FieldKind,
    /// What stands in it; never a password.
    pub value: String,
    /// What is wrong with what was typed.
    pub problem: Option<String>,
    /// Whether it may be left empty.
    pub optional: bool,
}

/// What is typed into a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// A phone number or an address.
    Contact,
    /// A few words.
    Text,
    /// The password there is.
    Password,
    /// A password that is chosen now.
    NewPassword,
    /// A code that was sent, or one of a device.
    Code,
    /// A time of the day.
    Time,
    /// Several lines of text.
    Area,
    /// Yes, where it is ticked.
    Tick,
    /// A whole number.
    Number,
    /// One of several that may be ticked: what stands in it is sent then.
    Pick,
    /// A file.
    File,
    /// One of these.
    Choice(Vec<Choice>),
    /// Sent along, not shown.
    Hidden,
}

/// Something that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What it says.
    pub text: String,
    /// The language of that, if it is another than the page's.
    pub lang: Option<&'static str>,
}

impl Choice {
    /// A choice in the page's language.
    pub fn new(value: impl Into<String>, text: String) -> Self {
        Self { value: value.into(), text, lang: None }
    }
}

impl Form {
    /// A form that is one button.
    pub fn button(action: impl Into<String>, submit: impl Into<String>) -> Self {
        Self { action: action.into(), submit: submit.into(), quiet: true, ..Self::default() }
    }

    /// Whether a file is sent with it.
    pub fn has_file(&self) -> bool {
        self.fields.iter().any(|field| field.kind == FieldKind::File)
    }

    /// Whether anything is wrong with it.
    pub fn has_problems(&self) -> bool {
        self.problem.is_some() || self.fields.iter().any(|field| field.problem.is_some())
    }
}
