//! What people type into the forms of accounts: raw strings become values, or problems, all of them at once.

use super::model::{Contact, ContactError, Password, PasswordError};
use serde::Deserialize;
use views::account::{Problem, Problems};

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

fn of_contact(error: ContactError) -> Problem {
    match error {
        ContactError::Empty => Problem::ContactEmpty,
        ContactError::Email => Problem::Email,
        ContactError::Phone => Problem::Phone,
    }
}

fn of_password(error: PasswordError) -> Problem {
    match error {
        PasswordError::Short => Problem::PasswordShort,
        PasswordError::Long => Problem::PasswordLong,
        PasswordError::Weak => Problem::PasswordWeak,
    }
}

impl Fields {
    /// The contact alone.
    pub(super) fn contact(&self) -> Result<Contact, Problems> {
        self.contact.parse().map_err(|error| Problems::of("contact", of_contact(error)))
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
            .map_err(|error| Problems::of("new_password", of_password(error)))
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
        assert_eq!(problems.at("contact"), Some(Problem::Email));
        assert_eq!(problems.at("new_password"), Some(Problem::PasswordShort));
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
