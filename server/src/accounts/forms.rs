//! What people type into the forms of accounts: raw strings become values, or problems, all of them at once.

use super::model::{Contact, ContactError, Password, PasswordError};
use serde::Deserialize;
use views::{Arg, Locale, text, text_args};

/// Every field that a form of accounts may have; each form reads its own.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    pub(super) contact: String,
    pub(super) password: String,
    pub(super) new_password: String,
    pub(super) code: String,
    pub(super) session: String,
    pub(super) next: String,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    Contact(ContactError),
    Chosen(PasswordError),
    PasswordEmpty,
    PasswordWrong,
    CodeWrong,
    CodeWrongLeft(u32),
    CodeGone,
    SignIn,
    TooMany,
    TooManyWait,
}

impl Problem {
    /// In the reader's words.
    pub(super) fn said(self, locale: Locale) -> String {
        let key = match self {
            Self::Contact(ContactError::Empty) => "problem-contact-empty",
            Self::Contact(ContactError::Email) => "problem-email",
            Self::Contact(ContactError::Phone) => "problem-phone",
            Self::Chosen(PasswordError::Short) => "problem-password-short",
            Self::Chosen(PasswordError::Long) => "problem-password-long",
            Self::Chosen(PasswordError::Weak) => "problem-password-weak",
            Self::Chosen(PasswordError::Known) => "problem-password-known",
            Self::PasswordEmpty => "problem-password-empty",
            Self::PasswordWrong => "problem-password-wrong",
            Self::CodeWrong => "problem-code-wrong-plain",
            Self::CodeWrongLeft(left) => {
                let left = Arg::Number(i64::from(left));
                return text_args(locale, "problem-code-wrong", &[("left", left)]);
            }
            Self::CodeGone => "problem-code-gone",
            Self::SignIn => "problem-sign-in",
            Self::TooMany => "problem-too-many",
            Self::TooManyWait => "problem-too-many-wait",
        };
        text(locale, key)
    }
}

/// Problems of a form: of the whole, and of fields by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Problems {
    pub(super) whole: Option<Problem>,
    pub(super) fields: Vec<(&'static str, Problem)>,
}

impl Problems {
    /// One problem of the whole form.
    pub(super) fn whole(problem: Problem) -> Self {
        Self { whole: Some(problem), fields: Vec::new() }
    }

    /// One problem of a field.
    pub(super) fn of(field: &'static str, problem: Problem) -> Self {
        Self { whole: None, fields: vec![(field, problem)] }
    }

    /// The problem of a field.
    pub(super) fn at(&self, field: &str) -> Option<Problem> {
        self.fields.iter().find(|(name, _)| *name == field).map(|(_, problem)| *problem)
    }
}

impl Fields {
    /// The contact alone.
    pub(super) fn contact(&self) -> Result<Contact, Problems> {
        self.contact.parse().map_err(|error| Problems::of("contact", Problem::Contact(error)))
    }

    /// A contact with the password of its account.
    pub(super) fn sign_in(&self) -> Result<(Contact, Password), Problems> {
        let empty = self.password.is_empty().then_some(("password", Problem::PasswordEmpty));
        match (self.contact(), empty) {
            (Ok(contact), None) => Ok((contact, Password::typed(&self.password))),
            (contact, empty) => {
                let mut problems = contact.err().unwrap_or_default();
                problems.fields.extend(empty);
                Err(problems)
            }
        }
    }

    /// A contact with a password that is chosen for it.
    pub(super) fn sign_up(&self) -> Result<(Contact, Password), Problems> {
        match (self.contact(), self.new_password(&[&self.contact])) {
            (Ok(contact), Ok(password)) => Ok((contact, password)),
            (contact, password) => {
                let mut problems = contact.err().unwrap_or_default();
                problems.fields.extend(password.err().unwrap_or_default().fields);
                Err(problems)
            }
        }
    }

    /// A password that is chosen.
    pub(super) fn new_password(&self, own: &[&str]) -> Result<Password, Problems> {
        Password::chosen(&self.new_password, own)
            .map_err(|error| Problems::of("new_password", Problem::Chosen(error)))
    }

    /// Where to go on to: a page of this site, never another.
    pub(super) fn next(&self) -> Option<&str> {
        let inside = |next: &&str| {
            next.starts_with('/')
                && !next.starts_with("//")
                && !next.chars().any(|letter| letter.is_control() || letter == '\\')
        };
        Some(self.next.as_str()).filter(inside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_is_told_at_once() {
        let fields =
            Fields { contact: "x@y".to_owned(), new_password: "short".to_owned(), ..Fields::default() };
        let problems = fields.sign_up().unwrap_err();
        assert_eq!(problems.at("contact"), Some(Problem::Contact(ContactError::Email)));
        assert_eq!(problems.at("new_password"), Some(Problem::Chosen(PasswordError::Short)));
        let problems = Fields::default().sign_in().unwrap_err();
        assert_eq!(problems.fields.len(), 2);
    }

    #[test]
    fn nobody_is_led_to_another_site() {
        let next =
            |next: &str| Fields { next: next.to_owned(), ..Fields::default() }.next().map(str::to_owned);
        assert_eq!(next("/me/account?x=1"), Some("/me/account?x=1".to_owned()));
        for outside in
            ["", "https://evil.example", "//evil.example", "/\\evil.example", "javascript:x", "/\n/x"]
        {
            assert_eq!(next(outside), None, "{outside:?}");
        }
    }
}
