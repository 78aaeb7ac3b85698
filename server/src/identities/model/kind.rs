//! Kinds of documents, and how their numbers are read, by a table.

use crate::access::model::of_code;
use crate::imports::understand::number::ascii_digits;
use crate::shipped;
use sea_orm::entity::prelude::*;
use seed_data::{IdKindRow, TableError};
use std::sync::LazyLock;
use views::identities::Document;

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum IdKind {
    /// The identity card with a chip.
    ChipCard,
    /// An older identity card.
    OldCard,
    /// The book of a household.
    HouseholdBook,
    /// A passport.
    Passport,
    /// A border pass.
    BorderPass,
    /// The number at social security.
    SocialSecurity,
    /// The tax number.
    Tax,
    /// The number at a school.
    School,
}

impl IdKind {
    /// All kinds.
    pub fn all() -> impl Iterator<Item = Self> {
        use sea_orm::Iterable;
        Self::iter()
    }

    /// The word for it.
    pub fn word(self) -> Document {
        match self {
            Self::ChipCard => Document::ChipCard,
            Self::OldCard => Document::OldCard,
            Self::HouseholdBook => Document::HouseholdBook,
            Self::Passport => Document::Passport,
            Self::BorderPass => Document::BorderPass,
            Self::SocialSecurity => Document::SocialSecurity,
            Self::Tax => Document::Tax,
            Self::School => Document::School,
        }
    }

    /// All kinds by their codes, with their words.
    pub fn named() -> Vec<(String, Document)> {
        Self::all().map(|kind| (kind.to_value(), kind.word())).collect()
    }
}

/// A number without blanks and hyphens, in Latin letters and digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

/// Why a text is no number of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Nothing was told.
    #[error("there is no number")]
    Empty,
    /// It holds signs that such numbers have not.
    #[error("such numbers have other signs")]
    Signs,
    /// It is shorter or longer than such numbers are.
    #[error("such numbers have {0} to {1} signs")]
    Length(usize, usize),
}

/// Why the table of kinds is none.
#[derive(Debug, thiserror::Error)]
pub enum FormatsError {
    /// It cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A kind is missing, stands twice, or its row is odd.
    #[error("the row of {0} is missing, or odd")]
    Row(String),
}

#[derive(Clone, Copy, Debug)]
struct Format {
    kind: IdKind,
    letters: bool,
    span: (usize, usize),
    one_person: bool,
}

/// How numbers of each kind look.
#[derive(Clone, Debug, Default)]
pub struct Formats(Vec<Format>);

/// The shipped table; a test holds that it can be read, so that no number is taken only where it cannot.
static SHIPPED: LazyLock<Formats> = LazyLock::new(|| {
    let read = seed_data::id_kinds().map_err(FormatsError::from).and_then(|rows| Formats::of(&rows));
    shipped::or_nothing(read, "the table of documents cannot be read: no number is taken")
});

impl Formats {
    /// Those in force.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads a table in which each kind stands once.
    pub fn of(rows: &[IdKindRow]) -> Result<Self, FormatsError> {
        let mut formats = Vec::new();
        for kind in IdKind::all() {
            let code = kind.to_value();
            let mut those = rows.iter().filter(|row| row.kind == code);
            let format = match (those.next(), those.next()) {
                (Some(row), None) => format(kind, row),
                _ => None,
            };
            formats.push(format.ok_or(FormatsError::Row(code))?);
        }
        match rows.iter().find(|row| of_code::<IdKind>(&row.kind).is_none()) {
            Some(row) => Err(FormatsError::Row(row.kind.clone())),
            None => Ok(Self(formats)),
        }
    }

    /// Reads a number of a kind as people write it.
    pub fn read(&self, kind: IdKind, typed: &str) -> Result<Number, NumberError> {
        let format = self.0.iter().find(|format| format.kind == kind).ok_or(NumberError::Signs)?;
        let number: String = ascii_digits(typed)
            .chars()
            .filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '–' | '/' | '.'))
            .flat_map(char::to_uppercase)
            .collect();
        if number.is_empty() {
            return Err(NumberError::Empty);
        }
        let sound = |sign: char| sign.is_ascii_digit() || (format.letters && sign.is_ascii_uppercase());
        if !number.chars().all(sound) || !number.chars().any(|sign| sign.is_ascii_digit()) {
            return Err(NumberError::Signs);
        }
        let (shortest, longest) = format.span;
        if (shortest..=longest).contains(&number.len()) {
            Ok(Number(number))
        } else {
            Err(NumberError::Length(shortest, longest))
        }
    }

    /// Whether numbers of a kind are one person's each.
    pub fn is_of_one(&self, kind: IdKind) -> bool {
        self.0.iter().any(|format| format.kind == kind && format.one_person)
    }
}

fn format(kind: IdKind, row: &IdKindRow) -> Option<Format> {
    let letters = match row.signs.as_str() {
        "letters" => true,
        "digits" => false,
        _ => return None,
    };
    let one_person = shipped::yes_or_no(&row.one_person)?;
    let span = (row.shortest, row.longest);
    (span.0 > 0 && span.0 <= span.1).then_some(Format { kind, letters, span, one_person })
}

/// Signs that a mask leaves.
const SHOWN: usize = 4;

impl Number {
    /// The number.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its last four signs, or two of a number so short that four would be half of it.
    pub fn last_four(&self) -> String {
        let shown = if self.0.len() > SHOWN * 2 { SHOWN } else { SHOWN / 2 };
        self.0.chars().skip(self.0.len().saturating_sub(shown)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;

    #[test]
    fn the_shipped_table_can_be_read_and_only_household_books_are_shared() {
        let formats = Formats::of(&seed_data::id_kinds().unwrap()).unwrap();
        for kind in IdKind::iter() {
            // The index of verified numbers leaves out household books alone.
            assert_eq!(formats.is_of_one(kind), kind != IdKind::HouseholdBook, "{kind:?}");
        }
    }

    #[test]
    fn a_number_is_one_however_it_is_written() {
        let formats = Formats::shipped();
        let read = |typed: &str| formats.read(IdKind::Passport, typed);
        assert_eq!(read(" pa 123-4567 ").unwrap().as_str(), "PA1234567");
        assert_eq!(read("PA໑໒໓໔໕໖໗").unwrap(), read("PA1234567").unwrap());
        assert_eq!(read("PA1234567").unwrap().last_four(), "4567");
        assert_eq!(read("PA1234").unwrap().last_four(), "34");
    }

    #[test]
    fn what_no_document_bears_is_refused() {
        let formats = Formats::shipped();
        let read = |typed: &str| formats.read(IdKind::Passport, typed).unwrap_err();
        assert_eq!(read("  "), NumberError::Empty);
        assert_eq!(read("P1"), NumberError::Length(6, 9));
        assert_eq!(read("PA12345678901"), NumberError::Length(6, 9));
        for odd in ["<b>12345</b>", "ABCDEFG", "1' or '1'='1", "ໜັງສື1234"] {
            assert_eq!(read(odd), NumberError::Signs, "{odd}");
        }
        assert_eq!(formats.read(IdKind::ChipCard, "AB12345678"), Err(NumberError::Signs));
    }

    #[test]
    fn tables_with_gaps_or_odd_rows_are_refused() {
        let rows = seed_data::id_kinds().unwrap();
        assert!(Formats::of(&rows[1..]).is_err());
        let twice: Vec<IdKindRow> = rows.iter().chain(&rows[..1]).cloned().collect();
        assert!(Formats::of(&twice).is_err());
        let mut odd = rows.clone();
        odd[0].shortest = 99;
        assert!(Formats::of(&odd).is_err());
        let mut unknown = rows;
        unknown.push(IdKindRow { kind: "napkin".to_owned(), ..unknown[0].clone() });
        assert!(Formats::of(&unknown).is_err());
    }
}
