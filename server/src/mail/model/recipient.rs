//! Where is something sent, and how much of that may others read?

use super::Channel;
use std::fmt;

/// Where something is sent.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Recipient {
    /// A phone number in international form, `+856…`.
    Phone(String),
    /// An address of a mailbox, `name@example.la`.
    Email(String),
}

impl Recipient {
    /// How it is reached.
    pub fn channel(&self) -> Channel {
        match self {
            Self::Phone(_) => Channel::Sms,
            Self::Email(_) => Channel::Email,
        }
    }

    /// Number or address.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Phone(number) => number,
            Self::Email(address) => address,
        }
    }

    /// Number or address with so much left out that only who knows it recognises it: `a***@example.la`,
    /// `+856 20 *** **78`.
    pub fn masked(&self) -> String {
        match self {
            Self::Phone(number) => masked_number(number),
            Self::Email(address) => masked_address(address),
        }
    }
}

/// Masked: recipients stand in no log.
impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

fn masked_address(address: &str) -> String {
    let (name, place) = address.rsplit_once('@').unwrap_or((address, ""));
    let first: String = name.chars().take(1).collect();
    let line = if place.is_empty() { format!("{first}***") } else { format!("{first}***@{place}") };
    views::mail::one_line(&line)
}

fn masked_number(number: &str) -> String {
    let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    let last: String = digits.iter().skip(digits.len().saturating_sub(2)).collect();
    if digits.len() < 9 {
        return format!("*** **{last}");
    }
    let piece = |from: usize, length: usize| digits.iter().skip(from).take(length).collect::<String>();
    let (country, network) = (piece(0, 3), piece(3, 2));
    if number.trim_start().starts_with('+') {
        format!("+{country} {network} *** **{last}")
    } else {
        format!("{country} *** **{last}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_recipient_is_recognised_by_its_owner_alone() {
        let mail = |address: &str| Recipient::Email(address.to_owned()).masked();
        let phone = |number: &str| Recipient::Phone(number.to_owned()).masked();
        assert_eq!(mail("anong@example.la"), "a***@example.la");
        assert_eq!(mail("ນາງ@example.la"), "ນ***@example.la");
        assert_eq!(mail("no address"), "n***");
        assert_eq!(phone("+8562055512378"), "+856 20 *** **78");
        assert_eq!(phone("020 5551 2378"), "020 *** **78");
        assert_eq!(phone("123"), "*** **23");
    }
}
