//! What an event of the audit trail speaks of: actors, actions, subjects, codes, origins.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};
use std::net::IpAddr;
use std::str::FromStr;
use uuid::Uuid;

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// A person, by the id of the account.
    Account(Uuid),
    /// A program, by the beginning of its token's digest.
    Token(String),
    /// Somebody at the command line, whom the system of the machine knows.
    CommandLine,
    /// The platform itself.
    System,
}

/// Digits of a token's digest by which it is named.
const TOKEN_DIGITS: usize = 16;

impl Actor {
    /// The holder of the token with this digest.
    pub fn token(digest: &str) -> Self {
        Self::Token(digest.chars().take(TOKEN_DIGITS).collect())
    }
}

impl Display for Actor {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Account(id) => write!(f, "account:{id}"),
            Self::Token(digits) => write!(f, "token:{digits}"),
            Self::CommandLine => f.write_str("command-line"),
            Self::System => f.write_str("system"),
        }
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Fields were given out.
    Read,
    /// A masked value was shown in full.
    Revealed,
    /// Something new was stored.
    Created,
    /// Fields were changed.
    Changed,
    /// Something was removed or taken back.
    Removed,
    /// A file was made of many records.
    Exported,
    /// A file of many records was taken over.
    Imported,
    /// A request was granted.
    Approved,
    /// A request was refused.
    Rejected,
    /// Something was given to another party.
    Shared,
    /// Somebody signed in.
    SignedIn,
    /// Somebody signed out.
    SignedOut,
    /// Somebody tried to sign in and could not.
    SignInRefused,
    /// Personal parts were emptied.
    Erased,
}

/// A short code of small letters, digits, `-` and `_`: a role, a purpose, a kind of thing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Code(Cow<'static, str>);

/// Longest code.
const CODE: usize = 40;

const fn is_code(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some((_, rest)) = bytes.split_at_checked(at) {
        match rest {
            [] => return at >= 1 && at <= CODE,
            [b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_', ..] => at += 1,
            _ => return false,
        }
    }
    false
}

impl Code {
    /// A code that the program knows, to be named as a constant.
    ///
    /// # Panics
    /// In a constant, the compiler refuses what is none.
    pub const fn known(code: &'static str) -> Self {
        assert!(is_code(code.as_bytes()), "a code has 1 to 40 small letters, digits, - and _");
        Self(Cow::Borrowed(code))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text that is no code.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a code has 1 to 40 small letters, digits, `-` and `_`, unlike `{0}`")]
pub struct CodeError(String);

impl FromStr for Code {
    type Err = CodeError;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        if is_code(raw.as_bytes()) {
            Ok(Self(Cow::Owned(raw.to_owned())))
        } else {
            Err(CodeError(raw.to_owned()))
        }
    }
}

/// The role of whoever operates an installation.
pub const OPERATOR: Code = Code::known("operator");
/// The role of the platform itself.
pub const PLATFORM: Code = Code::known("platform");
/// The role of whoever deals with the own record.
pub const SEEKER: Code = Code::known("seeker");
/// The role of whoever deals with the own account.
pub const OWNER: Code = Code::known("owner");
/// An account, as a kind of thing.
pub const ACCOUNT: Code = Code::known("account");
/// A person, as a kind of thing.
pub const PERSON: Code = Code::known("person");
/// A vacancy, as a kind of thing.
pub const VACANCY: Code = Code::known("vacancy");
/// A file that was taken over, as a kind of thing.
pub const IMPORT: Code = Code::known("import");
/// A token, as a kind of thing.
pub const TOKEN: Code = Code::known("token");
/// A wording as a name of a concept, as a kind of thing.
pub const SYNONYM: Code = Code::known("synonym");

/// To what something was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The kind of thing, mostly the name of its table.
    pub kind: Code,
    /// Which one: a uuid, or what else names it; empty where it was none in particular.
    pub key: String,
}

/// Longest key of a subject.
const KEY: usize = 200;

impl Subject {
    /// The thing with an id.
    pub fn of(kind: Code, id: Uuid) -> Self {
        Self { kind, key: id.to_string() }
    }

    /// The thing with a name, which is cut at 200 characters.
    pub fn named(kind: Code, name: &str) -> Self {
        Self { kind, key: name.chars().take(KEY).collect() }
    }

    /// Several at once, or none in particular.
    pub fn any(kind: Code) -> Self {
        Self { kind, key: String::new() }
    }
}

/// From where something was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The office, as its code.
    pub office: Option<String>,
    /// The network of the caller; never the whole address.
    pub network: Option<String>,
}

impl Origin {
    /// A call from an address, rounded to its network: 24 bits of IPv4, 48 of IPv6.
    pub fn call(address: IpAddr) -> Self {
        let network = match address.to_canonical() {
            IpAddr::V4(address) => {
                let [a, b, c, _] = address.octets();
                format!("{a}.{b}.{c}.0/24")
            }
            IpAddr::V6(address) => {
                let [a, b, c, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}::/48")
            }
        };
        Self { office: None, network: Some(network) }
    }

    /// The same, for an office or another organisation unless one is named already.
    #[must_use]
    pub fn of_office(self, organisation: Option<&impl Display>) -> Self {
        Self { office: self.office.or(organisation.map(ToString::to_string)), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_short_small_words_are_codes() {
        assert_eq!("labour-officer".parse::<Code>().unwrap().as_str(), "labour-officer");
        for wrong in ["", "Operator", "two words", "ຜູ້", &"a".repeat(41)] {
            assert_eq!(wrong.parse::<Code>(), Err(CodeError(wrong.to_owned())));
        }
    }

    #[test]
    fn an_address_is_rounded_to_its_network() {
        let network = |address: &str| Origin::call(address.parse().unwrap()).network.unwrap();
        assert_eq!(network("203.0.113.77"), "203.0.113.0/24");
        assert_eq!(network("::ffff:203.0.113.77"), "203.0.113.0/24");
        assert_eq!(network("2001:db8:12:34::56"), "2001:db8:12::/48");
    }

    #[test]
    fn a_token_is_named_by_the_beginning_of_its_digest() {
        assert_eq!(Actor::token(&"0123456789abcdef".repeat(4)).to_string(), "token:0123456789abcdef");
    }
}
