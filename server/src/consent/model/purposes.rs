//! For which purposes is something shown, to whom, for how long, and in which words is it asked? Tables, read once.

use super::{AudienceKind, Classes, DataClass};
use crate::access::model::of_code;
use crate::organisations::model::OrganisationKind;
use crate::shipped;
use chrono::NaiveDate;
use seed_data::{ConsentTextRow, PurposeRow, TableError, TermRow};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Languages in which all words stand.
const LANGUAGES: [&str; 3] = ["lo", "en", "vi"];

/// Who is shown what a purpose asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// One organisation of these kinds.
    Organisation(BTreeSet<OrganisationKind>),
    /// One organisation of these kinds to which the person applies; it cannot ask for it.
    AppliedTo(BTreeSet<OrganisationKind>),
    /// Recipients of a kind.
    Kind(AudienceKind),
}

/// A purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// Its code.
    pub code: String,
    /// For whom.
    pub audience: Audience,
    /// What is shown.
    pub classes: Vec<DataClass>,
    /// For how many days it is proposed; none where it holds until it is withdrawn, or the record is erased.
    pub usual_days: Option<u32>,
    /// For how many days it can hold at most.
    pub longest_days: Option<u32>,
}

/// Words that are read to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    purpose: String,
    /// Number of their version.
    pub version: i32,
    language: String,
    valid_from: NaiveDate,
    /// What it is for, in a few words.
    pub title: String,
    text: String,
}

impl Words {
    /// The words with the name of whoever is shown it.
    pub fn with(&self, recipient: &str) -> String {
        self.text.replace("{recipient}", recipient)
    }
}

/// Terms of requests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// For how many days a request can be answered.
    pub open_days: u32,
    /// How many an organisation may make in a day.
    pub a_day: u32,
    /// How many days after somebody agreed before a witness that may arrive.
    pub assisted_arrives: u32,
}

/// All purposes with their words, and the terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purposes {
    all: Vec<Purpose>,
    words: Vec<Words>,
    /// Terms of requests.
    pub terms: Terms,
}

/// Why the tables make no purposes.
#[derive(Debug, thiserror::Error)]
pub enum PurposesError {
    /// A table cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A code or day that nobody knows.
    #[error("{0:?} is no {1}")]
    Unknown(String, &'static str),
    /// A purpose, its words in a language, or a term are missing or told twice.
    #[error("{0} is not told once")]
    NotOnce(String),
}

/// The shipped tables; a test holds that they can be read. Where they cannot nobody consents to anything.
static SHIPPED: LazyLock<Purposes> = LazyLock::new(|| {
    shipped::or_nothing(
        Purposes::shipped_or_error(),
        "the tables of consents cannot be read: nobody is asked for any",
    )
});

impl Purposes {
    /// The purposes in force.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The shipped tables, or what is wrong with them.
    pub fn shipped_or_error() -> Result<Self, PurposesError> {
        let texts = seed_data::consent_texts()?;
        Self::of(&seed_data::consent_purposes()?, &texts, &seed_data::consent_terms()?)
    }

    /// Reads tables in which each purpose stands once, and has words in each language for each of its versions.
    pub fn of(
        rows: &[PurposeRow],
        texts: &[ConsentTextRow],
        terms: &[TermRow],
    ) -> Result<Self, PurposesError> {
        let purposes = rows.iter().map(purpose).collect::<Result<Vec<_>, _>>()?;
        let words = texts.iter().map(words).collect::<Result<Vec<_>, _>>()?;
        let mut seen = BTreeSet::new();
        for code in purposes.iter().map(|purpose| &purpose.code) {
            if !seen.insert(code) {
                return Err(PurposesError::NotOnce(code.clone()));
            }
            let versions: BTreeSet<i32> =
                words.iter().filter(|words| words.purpose == *code).map(|words| words.version).collect();
            if versions.is_empty() {
                return Err(PurposesError::NotOnce(code.clone()));
            }
            for version in versions {
                for language in LANGUAGES {
                    let of = |words: &&Words| {
                        words.purpose == *code && words.version == version && words.language == language
                    };
                    if words.iter().filter(of).count() != 1 {
                        return Err(PurposesError::NotOnce(format!("{code} {version} {language}")));
                    }
                }
            }
        }
        let term = |name: &str, unit: &str| {
            let row = terms.iter().find(|row| row.term == name && row.unit == unit);
            row.map(|row| row.value).ok_or_else(|| PurposesError::NotOnce(name.to_owned()))
        };
        let terms = Terms {
            open_days: term("request_open", "days")?,
            a_day: term("requests_a_day", "requests")?,
            assisted_arrives: term("assisted_arrives", "days")?,
        };
        Ok(Self { all: purposes, words, terms })
    }

    /// All of them, in the order of the table.
    pub fn all(&self) -> &[Purpose] {
        &self.all
    }

    /// The purpose of a code.
    pub fn purpose(&self, code: &str) -> Option<&Purpose> {
        self.all.iter().find(|purpose| purpose.code == code)
    }

    /// All that people can consent to show to an organisation of a kind.
    pub fn shown_to(&self, kind: OrganisationKind) -> Classes {
        Classes::of(self.for_kind(kind).into_iter().flat_map(|purpose| purpose.classes.iter().copied()))
    }

    /// The purposes for which an organisation of a kind may ask.
    pub fn for_kind(&self, kind: OrganisationKind) -> Vec<&Purpose> {
        let of = |purpose: &&Purpose| match &purpose.audience {
            Audience::Organisation(kinds) => kinds.contains(&kind),
            Audience::AppliedTo(_) | Audience::Kind(_) => false,
        };
        self.all.iter().filter(of).collect()
    }

    /// The words in force on a day.
    pub fn words(&self, purpose: &str, language: &str, day: NaiveDate) -> Option<&Words> {
        let of = self.words.iter().filter(|words| words.purpose == purpose && words.language == language);
        of.filter(|words| words.valid_from <= day).max_by_key(|words| (words.valid_from, words.version))
    }

    /// The words that somebody once consented to.
    pub fn version(&self, purpose: &str, language: &str, version: i32) -> Option<&Words> {
        let of = |words: &&Words| {
            words.purpose == purpose && words.language == language && words.version == version
        };
        self.words.iter().find(of)
    }
}

fn purpose(row: &PurposeRow) -> Result<Purpose, PurposesError> {
    let PurposeRow { purpose, recipient, kinds, classes, usual_days, longest_days, source: _ } = row;
    let unknown = |code: &str, what| PurposesError::Unknown(code.to_owned(), what);
    let kinds = kinds
        .split_whitespace()
        .map(|code| of_code(code).ok_or_else(|| unknown(code, "kind of organisation")));
    let audience = match recipient.as_str() {
        "organisation" => Audience::Organisation(kinds.collect::<Result<_, _>>()?),
        "applied_to" => Audience::AppliedTo(kinds.collect::<Result<_, _>>()?),
        _ => Audience::Kind(of_code(recipient).ok_or_else(|| unknown(recipient, "recipient"))?),
    };
    let classes =
        classes.split_whitespace().map(|code| of_code(code).ok_or_else(|| unknown(code, "class of data")));
    let (usual_days, longest_days) = (*usual_days, *longest_days);
    let classes = classes.collect::<Result<Vec<_>, _>>()?;
    Ok(Purpose { code: purpose.clone(), audience, classes, usual_days, longest_days })
}

fn words(row: &ConsentTextRow) -> Result<Words, PurposesError> {
    let ConsentTextRow { purpose, version, language, valid_from, title, text, source: _ } = row;
    let valid_from = valid_from.parse().map_err(|_| PurposesError::Unknown(valid_from.clone(), "day"))?;
    Ok(Words {
        purpose: purpose.clone(),
        version: *version,
        language: language.clone(),
        valid_from,
        title: title.clone(),
        text: text.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::model::{Audience as Viewers, Field, Policy, Tie, Ties};
    use sea_orm::Iterable;

    #[test]
    fn the_shipped_tables_can_be_read_and_every_end_lies_within_the_longest() {
        let purposes = Purposes::shipped_or_error().unwrap();
        assert!(purposes.terms.open_days > 0 && purposes.terms.a_day > 0);
        for purpose in purposes.all() {
            assert!(!purpose.classes.is_empty());
            assert_eq!(purpose.usual_days.is_some(), purpose.longest_days.is_some(), "{}", purpose.code);
            assert!(purpose.usual_days <= purpose.longest_days, "{}", purpose.code);
        }
    }

    #[test]
    fn tables_with_gaps_doubles_or_unknown_words_are_refused() {
        let rows = seed_data::consent_purposes().unwrap();
        let (texts, terms) = (seed_data::consent_texts().unwrap(), seed_data::consent_terms().unwrap());
        assert!(Purposes::of(&rows, &texts[1..], &terms).is_err(), "words are missing in a language");
        assert!(Purposes::of(&rows, &texts, &terms[1..]).is_err(), "a term is missing");
        let twice: Vec<PurposeRow> = rows.iter().chain(&rows[..1]).cloned().collect();
        assert!(Purposes::of(&twice, &texts, &terms).is_err());
        let mut odd = rows.clone();
        odd[0].classes = "name soul".to_owned();
        assert!(matches!(Purposes::of(&odd, &texts, &terms), Err(PurposesError::Unknown(..))));
    }

    #[test]
    fn newer_words_hold_from_their_day_and_the_older_stay() {
        let rows = seed_data::consent_purposes().unwrap();
        let mut texts = seed_data::consent_texts().unwrap();
        let last =
            texts.iter().filter(|text| text.purpose == "share_employer").map(|text| text.version).max();
        let last = last.unwrap();
        for language in LANGUAGES {
            texts.push(ConsentTextRow {
                purpose: "share_employer".to_owned(),
                version: last + 1,
                language: language.to_owned(),
                valid_from: "2027-01-01".to_owned(),
                title: "newer".to_owned(),
                text: "newer words for {recipient}".to_owned(),
                source: "test".to_owned(),
            });
        }
        let purposes = Purposes::of(&rows, &texts, &seed_data::consent_terms().unwrap()).unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let on = |text| purposes.words("share_employer", "lo", day(text)).unwrap().version;
        assert_eq!((on("2026-12-31"), on("2027-01-01")), (last, last + 1));
        let held = purposes.version("share_employer", "lo", last + 1).unwrap();
        assert_eq!(held.with("Lao Brewery"), "newer words for Lao Brewery");
        assert!(purposes.version("share_employer", "lo", 1).is_some());
    }

    #[test]
    fn people_are_asked_for_all_that_consent_shows_to_an_employer() {
        let purposes = Purposes::shipped();
        let asked = &purposes.purpose("share_employer").unwrap().classes;
        let policy = Policy::shipped();
        for field in Field::iter() {
            let sight = |ties| policy.sight(field, Viewers::Employer, ties);
            if sight(Ties::default()) == sight(Ties::of([Tie::Consent])) {
                continue;
            }
            let class =
                field.class().unwrap_or_else(|| panic!("consent shows {field:?}, and no class says so"));
            assert!(asked.contains(&class), "{field:?}");
        }
    }
}
