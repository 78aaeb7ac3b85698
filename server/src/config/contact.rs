//! Whom may people ask? The operator's name, address, phone and mailbox, for the page that says so.

use clap::Args;
use validator::ValidateEmail;

/// Longest piece that is shown, in characters.
const LONGEST: usize = 200;

/// The operator as given on the command line or in the environment.
#[derive(Args, Clone, Debug, Default)]
pub struct ContactOptions {
    /// Who runs this installation, for the page /contact
    #[arg(long, env = "VIAK_CONTACT_NAME", global = true, value_name = "TEXT")]
    pub contact_name: Option<String>,
    /// Address of the office where people may ask
    #[arg(long, env = "VIAK_CONTACT_ADDRESS", global = true, value_name = "TEXT")]
    pub contact_address: Option<String>,
    /// Phone number that people may call
    #[arg(long, env = "VIAK_CONTACT_PHONE", global = true, value_name = "NUMBER")]
    pub contact_phone: Option<String>,
    /// E-mail address to which people may write
    #[arg(long, env = "VIAK_CONTACT_EMAIL", global = true, value_name = "ADDRESS")]
    pub contact_email: Option<String>,
}

/// The operator, as far as the settings say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Name.
    pub name: Option<String>,
    /// Address of the office, on one line.
    pub address: Option<String>,
    /// Phone number as it is written.
    pub phone: Option<String>,
    /// Address of a mailbox.
    pub email: Option<String>,
}

/// Why the operator cannot be shown like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContactError {
    /// A text that is not one short line.
    #[error("--contact-name and --contact-address are one line of at most {LONGEST} characters")]
    Text,
    /// Not a number that can be dialled.
    #[error("--contact-phone is a phone number, such as `+856 21 000 000`")]
    Phone,
    /// Not an address that can be written to.
    #[error("--contact-email is an address such as `help@example.la`")]
    Email,
}

impl ContactOptions {
    /// These over `file`; what is empty counts as not given.
    pub(super) fn settle(self, file: Self) -> Result<Contact, ContactError> {
        let given = |first: Option<String>, second: Option<String>| {
            first.or(second).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
        };
        let contact = Contact {
            name: given(self.contact_name, file.contact_name),
            address: given(self.contact_address, file.contact_address),
            phone: given(self.contact_phone, file.contact_phone),
            email: given(self.contact_email, file.contact_email),
        };
        if ![&contact.name, &contact.address].into_iter().flatten().all(|text| is_line(text)) {
            return Err(ContactError::Text);
        }
        if !contact.phone.as_deref().is_none_or(is_number) {
            return Err(ContactError::Phone);
        }
        if !contact.email.as_ref().is_none_or(ValidateEmail::validate_email) {
            return Err(ContactError::Email);
        }
        Ok(contact)
    }
}

fn is_line(text: &str) -> bool {
    text.chars().count() <= LONGEST && !text.chars().any(char::is_control)
}

/// Digits, at least three of them, with what stands between them.
fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let known = |letter: char| letter.is_ascii_digit() || matches!(letter, '+' | ' ' | '-' | '(' | ')');
    (3..=20).contains(&digits) && text.chars().all(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(change: impl FnOnce(&mut ContactOptions)) -> Result<Contact, ContactError> {
        let mut options = ContactOptions::default();
        change(&mut options);
        options.settle(ContactOptions::default())
    }

    #[test]
    fn the_command_line_counts_before_the_file_and_blanks_are_nothing() {
        let of = |name: &str| ContactOptions { contact_name: Some(name.to_owned()), ..Default::default() };
        assert_eq!(of("Here").settle(of("There")).unwrap().name.as_deref(), Some("Here"));
        assert_eq!(ContactOptions::default().settle(of("There")).unwrap().name.as_deref(), Some("There"));
        assert_eq!(of("  ").settle(ContactOptions::default()).unwrap(), Contact::default());
    }

    #[test]
    fn what_cannot_be_called_written_to_or_read_is_refused() {
        for phone in ["call us", "12", "+856 21 000 000;ext=1", "020\n5551"] {
            assert_eq!(
                with(|it| it.contact_phone = Some(phone.to_owned())),
                Err(ContactError::Phone),
                "{phone}"
            );
        }
        for email in ["nobody", "a@b@c", "a b@example.la", "help@example.la?subject=x\n"] {
            assert_eq!(
                with(|it| it.contact_email = Some(email.to_owned())),
                Err(ContactError::Email),
                "{email}"
            );
        }
        assert_eq!(with(|it| it.contact_name = Some("a\nb".to_owned())), Err(ContactError::Text));
        assert_eq!(with(|it| it.contact_address = Some("x".repeat(201))), Err(ContactError::Text));
        assert!(with(|it| it.contact_phone = Some("+856 (21) 000-000".to_owned())).is_ok());
        assert!(with(|it| it.contact_email = Some("help@example.la".to_owned())).is_ok());
    }
}
