//! Which ways to reach somebody, or to pay somebody, stand in a text? Phones, accounts, addresses, links and names in
//! chat apps, each in one form however it is written, so that texts can be compared by them.

use crate::text::{Folded, beginning};
use std::ops::Range;

/// What kind of contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactKind {
    /// A phone number.
    Phone,
    /// A number of a bank account.
    Account,
    /// An e-mail address.
    Email,
    /// A link to a page.
    Link,
    /// A name in, or a link into, a chat app.
    Chat,
}

impl ContactKind {
    /// Its code: `phone`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Account => "account",
            Self::Email => "email",
            Self::Link => "link",
            Self::Chat => "chat",
        }
    }
}

/// A contact in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its kind.
    pub kind: ContactKind,
    /// One form for all ways to write it: `+8562055512345`, `t.me/name`, digits of an account.
    pub normal: String,
    /// Which bytes of the text hold it.
    pub span: Range<usize>,
}

/// How phone numbers of a country are dialled at home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialled {
    /// The first digits: `020`.
    pub prefix: String,
    /// How many digits there are in all.
    pub digits: usize,
    /// What stands in place of the leading zero abroad: `856`.
    pub country: String,
}

/// What contacts are told by, in folded letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactSigns {
    /// How phone numbers are written at home.
    pub dialled: Vec<Dialled>,
    /// Words before the number of an account.
    pub accounts: Vec<String>,
    /// Beginnings of links that lead into chat apps.
    pub chat_hosts: Vec<String>,
    /// Names of chat apps, behind which the name of somebody may stand.
    pub chat_apps: Vec<String>,
    /// Endings of hosts that are taken for links without `http` and `www`.
    pub endings: Vec<String>,
}

/// How many bytes before a number are looked at for them.
const ANNOUNCED: usize = 48;
/// Fewest and most digits of a phone number with its country, by E.164.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 9..=15;
/// Fewest and most digits of an account.
const ACCOUNT_DIGITS: std::ops::RangeInclusive<usize> = 9..=20;
/// The contacts in a text's first 64 KB, left to right and apart.
pub fn contacts(text: &str, signs: &ContactSigns) -> Vec<Contact> {
    let folded = Folded::of(beginning(text));
    let mut found: Vec<(ContactKind, String, Range<usize>)> = Vec::new();
    for (at, word) in words(&folded.text) {
        found.extend(address(word, signs).map(|(kind, normal)| (kind, normal, at..at + word.len())));
    }
    let inside = |range: &Range<usize>, of: &[(ContactKind, String, Range<usize>)]| {
        of.iter().any(|(_, _, other)| other.start < range.end && range.start < other.end)
    };
    for range in numbers(&folded.text) {
        let number = number(&folded.text, &range, signs).filter(|_| !inside(&range, &found));
        found.extend(number.map(|(kind, normal)| (kind, normal, range)));
    }
    for (normal, range) in handles(&folded.text, &signs.chat_apps) {
        if !inside(&range, &found) {
            found.push((ContactKind::Chat, normal, range));
        }
    }
    found.sort_by_key(|(_, _, range)| range.start);
    let contact = |(kind, normal, range)| Contact { kind, normal, span: folded.original(range) };
    found.into_iter().map(contact).collect()
}

/// Words between spaces, without the signs around them.
fn words(folded: &str) -> impl Iterator<Item = (usize, &str)> {
    folded.split([' ', '\n']).map(|word| {
        let inner = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '@' | '/' | '_'));
        (inner.as_ptr() as usize - folded.as_ptr() as usize, inner)
    })
}

/// A word that is an e-mail address, a link, or a name behind `@`.
fn address(word: &str, signs: &ContactSigns) -> Option<(ContactKind, String)> {
    let bare = word.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    let bare = bare.trim_end_matches('/');
    if signs.chat_hosts.iter().any(|host| bare.starts_with(host.as_str()) && bare.len() > host.len()) {
        return Some((ContactKind::Chat, bare.to_owned()));
    }
    if let Some((name, host)) = word.split_once('@') {
        let letters = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || "._-+".contains(c));
        if !name.is_empty() && letters(name) && host.contains('.') && letters(host) {
            return Some((ContactKind::Email, word.to_owned()));
        }
        let named = name.is_empty() && host.len() >= 4 && letters(host);
        return named.then(|| (ContactKind::Chat, word.to_owned()));
    }
    let host = bare.split('/').next().unwrap_or_default();
    let named = bare.len() < word.trim_end_matches('/').len();
    let ends = host.is_ascii()
        && signs
            .endings
            .iter()
            .any(|ending| host.strip_suffix(ending.as_str()).is_some_and(|name| !name.is_empty()));
    (named || ends).then(|| (ContactKind::Link, bare.to_owned()))
}

/// Ranges of digits that are written as one number: parted by single spaces, points, hyphens and brackets.
fn numbers(folded: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut parted = 0;
    for (at, c) in folded.char_indices() {
        match c {
            '0'..='9' => {
                let run = open.get_or_insert(at..at);
                run.end = at + 1;
                parted = 0;
            }
            '+' => {
                found.extend(open.take());
                open = Some(at..at + 1);
                parted = 0;
            }
            ' ' | '.' | '-' | '(' | ')' if open.is_some() && parted < 2 => parted += 1,
            _ => {
                found.extend(open.take());
                parted = 0;
            }
        }
    }
    found.extend(open);
    found
}

/// What a number is: a phone of a country, or an account that is announced or too long for a phone.
fn number(folded: &str, range: &Range<usize>, signs: &ContactSigns) -> Option<(ContactKind, String)> {
    let written = folded.get(range.clone())?;
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let head = folded.get(..range.start)?;
    let before = head.get(head.ceil_char_boundary(head.len().saturating_sub(ANNOUNCED))..)?;
    let announced = signs.accounts.iter().any(|word| before.contains(word.as_str()));
    let phone = phone(&digits, written.starts_with('+'), &signs.dialled);
    match (phone, announced) {
        (_, true) if ACCOUNT_DIGITS.contains(&digits.len()) && !written.starts_with('+') => {
            Some((ContactKind::Account, digits))
        }
        (Some(phone), _) => Some((ContactKind::Phone, phone)),
        _ => (14..=20).contains(&digits.len()).then_some((ContactKind::Account, digits)),
    }
}

/// A phone number with its country.
fn phone(digits: &str, plus: bool, dialled: &[Dialled]) -> Option<String> {
    let abroad = digits.strip_prefix("00").filter(|_| !plus);
    let whole = abroad.unwrap_or(digits);
    if plus || abroad.is_some() {
        return PHONE_DIGITS.contains(&whole.len()).then(|| format!("+{}", without_zero(whole, dialled)));
    }
    for Dialled { prefix, digits: count, country } in dialled {
        if digits.starts_with(prefix.as_str()) && digits.len() == *count {
            return Some(format!("+{country}{}", digits.get(1..)?));
        }
        let (own, national) = (digits.strip_prefix(country.as_str()), prefix.get(1..)?);
        if own.is_some_and(|own| own.starts_with(national) && own.len() + 1 == *count) {
            return Some(format!("+{digits}"));
        }
        if own.is_some_and(|own| own.starts_with(prefix.as_str()) && own.len() == *count) {
            return Some(format!("+{country}{}", own?.get(1..)?));
        }
    }
    None
}

/// `856 020 …` is written where `856 20 …` is dialled.
fn without_zero(digits: &str, dialled: &[Dialled]) -> String {
    let country = dialled.iter().map(|way| way.country.as_str()).find(|country| digits.starts_with(country));
    match country.and_then(|country| Some((country, digits.strip_prefix(country)?.strip_prefix('0')?))) {
        Some((country, rest)) => format!("{country}{rest}"),
        None => digits.to_owned(),
    }
}

/// Names that stand behind the name of a chat app: letters and digits of Latin, with a digit or an underscore among
/// them, or a colon before them, since a plain word there is mostly part of the sentence.
fn handles(folded: &str, apps: &[String]) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    for app in apps {
        for (at, _) in folded.match_indices(app.as_str()) {
            let behind = at + app.len();
            let rest = folded.get(behind..).unwrap_or_default();
            let name_at =
                rest.find(|c: char| !matches!(c, ' ' | ':' | '-' | '@' | '=')).unwrap_or(rest.len());
            let rest_of = rest.get(name_at..).unwrap_or_default();
            let end = rest_of
                .find(|c: char| !(c.is_ascii_alphanumeric() || "_.".contains(c)))
                .unwrap_or(rest_of.len());
            let name = rest_of.get(..end).unwrap_or_default().trim_end_matches('.');
            let parted = rest.get(..name_at).unwrap_or_default();
            let marked =
                parted.contains([':', '@', '=']) || name.contains(|c: char| c.is_ascii_digit() || c == '_');
            let named =
                name.len() >= 4 && name_at > 0 && marked && name.contains(|c: char| c.is_ascii_alphabetic());
            if named {
                found.push((name.to_owned(), behind + name_at..behind + name_at + name.len()));
            }
        }
    }
    found
}
