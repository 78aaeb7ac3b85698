//! How somebody is reached: a phone number in international form, or an address of a mailbox.

use crate::mail::Recipient;
use phonenumber::{Mode, Type, country};
use std::str::FromStr;
use validator::ValidateEmail;

/// Longest contact that is read, in bytes.
const LONGEST: usize = 254;

/// Digits of a number that people say when the network is understood.
const SPOKEN: usize = 8;

/// Why a contact is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContactError {
    /// Nothing was given.
    #[error("no phone number or address was given")]
    Empty,
    /// It holds `@` and is no address.
    #[error("this is no e-mail address")]
    Email,
    /// It is no number of a phone.
    #[error("this is no phone number")]
    Phone,
}

/// A phone number in international form, `+85620…`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phone(String);

/// An address of a mailbox, in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email(String);

/// How somebody is reached.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Contact {
    /// By phone.
    Phone(Phone),
    /// By mail.
    Email(Email),
}

impl Phone {
    /// The number in international form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number in groups, as people read it aloud.
    pub fn in_groups(&self) -> String {
        let number = phonenumber::parse(None, &self.0);
        number.map_or_else(|_| self.0.clone(), |number| number.format().mode(Mode::International).to_string())
    }
}

impl FromStr for Phone {
    type Err = ContactError;

    /// Reads a number as people write it: with or without the country's code, which is that of Laos where none is
    /// given, with blanks, hyphens, Lao or Thai digits.
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let raw = raw.trim();
        if raw.is_empty() {
            return Err(ContactError::Empty);
        }
        if raw.len() > LONGEST || raw.chars().any(char::is_alphabetic) {
            return Err(ContactError::Phone);
        }
        let plain: String = raw.chars().map(western).collect();
        let plain = plain.strip_prefix("00").map_or(plain.clone(), |rest| format!("+{rest}"));
        let number = phonenumber::parse(Some(country::LA), &plain).map_err(|_| ContactError::Phone)?;
        // Calls to some numbers cost whoever sends, and satellites belong to no country.
        let costly = matches!(
            number.number_type(&phonenumber::metadata::DATABASE),
            Type::PremiumRate | Type::SharedCost | Type::TollFree | Type::Pager | Type::Voicemail | Type::Uan
        );
        if !number.is_valid() || costly || number.country().id().is_none() {
            return Err(ContactError::Phone);
        }
        Ok(Self(number.format().mode(Mode::E164).to_string()))
    }
}

/// A Lao or Thai digit as a western one; anything else as it is.
pub(super) fn western(letter: char) -> char {
    let zero = match letter {
        '\u{ed0}'..='\u{ed9}' => '\u{ed0}',
        '\u{e50}'..='\u{e59}' => '\u{e50}',
        _ => return letter,
    };
    char::from_digit(letter as u32 - zero as u32, 10).unwrap_or(letter)
}

impl Email {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = ContactError;

    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let address = raw.trim().to_lowercase();
        if address.is_empty() {
            return Err(ContactError::Empty);
        }
        // A host without a dot, or with a number at its end, belongs to no mailbox that strangers can write to.
        let host = address.rsplit_once('@').map_or("", |(_, host)| host);
        let top = host.rsplit_once('.').map_or("", |(_, top)| top);
        let named =
            top.chars().count() > 1 && top.chars().all(|letter| letter.is_alphabetic() || letter == '-');
        if address.len() > LONGEST || !address.validate_email() || !named {
            return Err(ContactError::Email);
        }
        Ok(Self(address))
    }
}

impl FromStr for Contact {
    type Err = ContactError;

    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        if raw.contains('@') { raw.parse().map(Self::Email) } else { raw.parse().map(Self::Phone) }
    }
}

impl Contact {
    /// Number or address as it is stored.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Phone(phone) => phone.as_str(),
            Self::Email(email) => email.as_str(),
        }
    }

    /// What makes a password easy to guess for whoever knows it: the number as people shorten it, or the parts of the
    /// address.
    pub fn words(&self) -> Vec<String> {
        match self {
            Self::Phone(phone) => {
                let digits = phone.as_str().trim_start_matches('+');
                let ends = (SPOKEN..=digits.len()).filter_map(|length| digits.get(digits.len() - length..));
                ends.flat_map(|end| [end.to_owned(), format!("0{end}")]).collect()
            }
            Self::Email(email) => {
                let (name, host) = email.as_str().split_once('@').unwrap_or_default();
                let parts = name.split(['.', '_', '-', '+']).chain(host.split('.'));
                let long = parts.filter(|part| part.len() > 2);
                [email.as_str(), name, host].into_iter().chain(long).map(str::to_owned).collect()
            }
        }
    }

    /// Where letters to it go.
    pub fn recipient(&self) -> Recipient {
        match self {
            Self::Phone(phone) => Recipient::Phone(phone.0.clone()),
            Self::Email(email) => Recipient::Email(email.0.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lao_number_is_the_same_however_it_is_written() {
        for raw in [
            "020 5551 2378",
            "+856 20 5551 2378",
            "00856-20-55512378",
            "2055512378",
            "໐໒໐ ໕໕໕໑ ໒໓໗໘",
            "(020) 5551-2378",
        ] {
            assert_eq!(raw.parse::<Phone>().map(|phone| phone.0), Ok("+8562055512378".to_owned()), "{raw}");
        }
        assert_eq!("+84 912 345 678".parse::<Phone>().map(|phone| phone.0), Ok("+84912345678".to_owned()));
        let read = |raw: &str| raw.parse::<Phone>().map(|phone| phone.in_groups());
        assert_eq!(read("2055512378"), Ok("+856 20 55 512 378".to_owned()));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for raw in [
            "12",
            "020 5551",
            "call me",
            "+856 20 5551 2378 9999",
            "+999 1234 5678",
            "+1 900 555 0123",
            "+979 1 2345 6789",
            "+881 6 1234 5678",
            &"1".repeat(10_000),
        ] {
            assert_eq!(raw.parse::<Phone>(), Err(ContactError::Phone), "{raw}");
        }
        assert_eq!("  ".parse::<Contact>(), Err(ContactError::Empty));
    }

    #[test]
    fn addresses_are_read_without_regard_to_case() {
        let read = " Anong@Example.LA ".parse::<Contact>().unwrap();
        assert_eq!(read.as_str(), "anong@example.la");
        for raw in [
            "@",
            "a@b",
            "a b@example.la",
            "a@example.la\nBcc: b@example.la",
            "<a@example.la>",
            "a@127.0.0.1",
            "a@[127.0.0.1]",
        ] {
            assert_eq!(raw.parse::<Contact>(), Err(ContactError::Email), "{raw}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_is_typed_makes_it_panic(raw in ".{0,60}") {
            let _ = raw.parse::<Contact>();
        }
    }
}
