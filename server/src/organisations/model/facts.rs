//! What an organisation says of itself, checked once: names, numbers, addresses.

use super::{Organisation, OrganisationKind, reserved_in};
use crate::unseen::{is_latin, is_unseen, seen};
use std::str::FromStr;

/// Longest name, in characters.
const NAME: usize = 200;
/// Longest number, in characters.
const NUMBER: usize = 40;
/// Longest address, in characters.
const ADDRESS: usize = 200;

/// Why a text is none of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FactError {
    /// Nothing stands there.
    #[error("nothing stands there")]
    Empty,
    /// It is too long.
    #[error("it is too long")]
    Long,
    /// It has signs that it may not have.
    #[error("it has signs that are not seen, or do not belong there")]
    Signs,
}

/// The name of an organisation: one line of 1 to 200 characters, none of which hide or turn others around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

impl FromStr for Name {
    type Err = FactError;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let raw = seen(raw).ok_or(FactError::Signs)?;
        let name = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        match name.chars().count() {
            0 => Err(FactError::Empty),
            1..=NAME if name.chars().any(char::is_alphanumeric) => Ok(Self(name)),
            1..=NAME => Err(FactError::Signs),
            _ => Err(FactError::Long),
        }
    }
}

impl Name {
    /// Whether all of its letters are Latin ones.
    pub fn is_latin(&self) -> bool {
        is_latin(&self.0)
    }
}

/// The number of a registry or paper: letters, digits and what stands between them, at most 40.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl FromStr for Number {
    type Err = FactError;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let number = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        let fits = |sign: char| {
            (sign.is_alphanumeric() || " -/.".contains(sign) || is_lao(sign)) && !is_unseen(sign)
        };
        match number.chars().count() {
            0 => Err(FactError::Empty),
            NUMBER.. if number.chars().count() > NUMBER => Err(FactError::Long),
            _ if number.chars().all(fits) && number.chars().any(char::is_alphanumeric) => Ok(Self(number)),
            _ => Err(FactError::Signs),
        }
    }
}

/// Lao marks are no letters of their own, and stand in the numbers of papers.
fn is_lao(sign: char) -> bool {
    ('\u{e80}'..='\u{eff}').contains(&sign)
}

/// The address of a site on the web, `https://…` or `http://…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress(String);

impl FromStr for WebAddress {
    type Err = FactError;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let address = raw.trim();
        if address.is_empty() {
            return Err(FactError::Empty);
        }
        if address.chars().count() > ADDRESS {
            return Err(FactError::Long);
        }
        let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let host = host.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
        let named = host.contains('.') && !host.contains('@') && !host.starts_with('.');
        let plain = !address.chars().any(|sign| sign.is_whitespace() || sign.is_control() || is_unseen(sign));
        if named && plain { Ok(Self(address.to_owned())) } else { Err(FactError::Signs) }
    }
}

macro_rules! as_text {
    ($($name:ident),*) => {$(
        impl $name {
            /// As text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    )*};
}

as_text!(Name, Number, WebAddress);

/// What is verified: what an organisation is, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// What it is.
    pub kind: OrganisationKind,
    /// As it calls itself.
    pub name: Name,
    /// Its name in Latin letters.
    pub latin_name: Option<Name>,
    /// Number in the registry of enterprises.
    pub registration_no: Option<Number>,
    /// Number of the taxpayer.
    pub tax_no: Option<Number>,
    /// ISO 3166-1, two letters.
    pub country: Option<String>,
    /// Where it sits, as place concepts.
    pub province: Option<i32>,
    /// The district of it.
    pub district: Option<i32>,
    /// Whether it sits in a special economic zone.
    pub in_zone: bool,
}

impl Identity {
    /// The field whose words an organisation of its kind may not bear, with these words; none where it may be called so.
    pub fn reserved(&self) -> Option<(&'static str, &'static str)> {
        let of = |field, name: &Name| reserved_in(self.kind, name.as_str()).map(|words| (field, words));
        of("name", &self.name).or_else(|| of("latin_name", self.latin_name.as_ref()?))
    }

    /// Whether this is what is kept of an organisation.
    pub fn is_of(&self, held: &Organisation) -> bool {
        let Self { kind, name, latin_name, registration_no, tax_no, country, province, district, in_zone } =
            self;
        let latin_name = latin_name.as_ref().map(Name::as_str);
        let numbers = [registration_no, tax_no].map(|number| number.as_ref().map(Number::as_str));
        (*kind, name.as_str(), latin_name) == (held.kind, &held.name, held.latin_name.as_deref())
            && numbers == [held.registration_no.as_deref(), held.tax_no.as_deref()]
            && (country, *in_zone) == (&held.country, held.in_zone)
            && (*province, *district) == (held.province, held.district)
    }
}

/// What it may say of itself at any time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Section of ISIC, a letter.
    pub isic: Option<String>,
    /// Address of its pages.
    pub website: Option<WebAddress>,
    /// What it does.
    pub about: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_that_hides_nothing() {
        assert_eq!("  ບໍລິສັດ \n ໄຟຟ້າລາວ ".parse::<Name>().unwrap().as_str(), "ບໍລິສັດ ໄຟຟ້າລາວ");
        assert_eq!(
            "<b>ບໍລິສັດ</b> '; drop table--".parse::<Name>().unwrap().as_str(),
            "<b>ບໍລິສັດ</b> '; drop table--"
        );
        for hidden in ["Lao\u{202e}moceleT", "Lao\u{0}Telecom", "Tele\u{ad}com"] {
            assert_eq!(hidden.parse::<Name>(), Err(FactError::Signs), "{hidden:?}");
        }
        assert_eq!("ໄຟຟ້າ\u{200b}ລາວ".parse::<Name>().unwrap().as_str(), "ໄຟຟ້າລາວ");
        assert_eq!(" \n ".parse::<Name>(), Err(FactError::Empty));
        assert_eq!("!!".parse::<Name>(), Err(FactError::Signs));
        assert_eq!("ກ".repeat(201).parse::<Name>(), Err(FactError::Long));
    }

    #[test]
    fn a_number_has_letters_digits_and_little_between() {
        assert_eq!(" 01-00012345 ".parse::<Number>().unwrap().as_str(), "01-00012345");
        assert_eq!("ເລກທີ 12/ອຈ".parse::<Number>().unwrap().as_str(), "ເລກທີ 12/ອຈ");
        assert_eq!("1 or 1=1".parse::<Number>(), Err(FactError::Signs));
        assert_eq!("--".parse::<Number>(), Err(FactError::Signs));
        assert_eq!("1".repeat(41).parse::<Number>(), Err(FactError::Long));
    }

    #[test]
    fn an_address_is_of_the_web_and_of_nothing_else() {
        assert!("https://edl.example.la/lo?x=1".parse::<WebAddress>().is_ok());
        for wrong in
            ["javascript:alert(1)", "https://", "//x.la", "https://a b.la", "http://name@evil.la", "edl.la"]
        {
            assert_eq!(wrong.parse::<WebAddress>(), Err(FactError::Signs), "{wrong}");
        }
    }
}
