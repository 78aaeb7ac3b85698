//! Who may be registered twice? Pairs for a person to judge, each with its reasons.

use super::model::{BirthPrecision, Sex};
use super::registry::{Registry, Who, spoken};
use super::store::{self, Registered};
use crate::db::Database;
use crate::ids::PersonId;
use crate::reference::ReferenceBook;
use chrono::Datelike;
use matching::linkage::{Explanation, Outcome, PartialDate, Settings, TooManyFields, link};
use sea_orm::DbErr;
use search::{Concept, OccupationKey};
use serde::Serialize;

/// People that are read at once.
const PAGE: u64 = 5_000;

/// Why nobody could be compared.
#[derive(Debug, thiserror::Error)]
pub enum FindDuplicatesError {
    /// The database refused.
    #[error("the people could not be read")]
    Database(#[from] DbErr),
    /// A record has too many fields.
    #[error(transparent)]
    Fields(#[from] TooManyFields),
    /// The comparing thread was ended.
    #[error("the comparison was ended")]
    Stopped(#[from] tokio::task::JoinError),
}

/// Two records that may be one person.
#[derive(Clone, Debug, Serialize)]
pub struct Duplicate {
    /// Who was registered first.
    pub one: PersonId,
    /// Who was registered later.
    pub other: PersonId,
    /// Same, or a question.
    pub outcome: Outcome,
    /// Why.
    pub why: Explanation,
}

/// What was found.
#[derive(Clone, Debug, Serialize)]
pub struct Duplicates {
    /// People compared.
    pub people: usize,
    /// Pairs compared.
    pub compared: u64,
    /// Pairs that seem to be one person.
    pub same: usize,
    /// Pairs about which a person has to be asked.
    pub ask: usize,
    /// The most likely ones, likeliest first.
    pub pairs: Vec<Duplicate>,
}

/// Compares all people and shows the `limit` likeliest pairs.
pub async fn find(
    database: &Database,
    book: &ReferenceBook,
    limit: usize,
    threads: usize,
) -> Result<Duplicates, FindDuplicatesError> {
    let mut registry = Registry::new()?;
    let mut after = None;
    loop {
        let page = store::identities_after(database.reader(), after, PAGE).await?;
        let (Some(first), Some(last)) = (page.first(), page.last()) else { break };
        after = Some(last.id);
        let worked = store::longest_worked(database.reader(), first.id, last.id).await?;
        for row in &page {
            let occupation = worked.get(&row.id).and_then(|key| unit_group(book, *key));
            let languages = spoken(row.languages.0.iter().map(|spoken| spoken.language.as_str()));
            registry.add(row.id.as_u128(), &who(row, occupation, &languages));
        }
    }
    Ok(tokio::task::spawn_blocking(move || likeliest(&registry, limit, threads)).await?)
}

fn likeliest(registry: &Registry, limit: usize, threads: usize) -> Duplicates {
    let settings = Settings { threads, ..Settings::default() };
    let records = registry.records();
    let linkage = link(records, &settings);
    let outcome = |weight| settings.thresholds.outcome(weight);
    let count = |wanted| linkage.pairs.iter().filter(|pair| outcome(pair.weight) == wanted).count();
    let pairs = linkage.pairs.iter().take(limit).map(|pair| Duplicate {
        one: PersonId::from_u128(records.id(pair.one)),
        other: PersonId::from_u128(records.id(pair.other)),
        outcome: outcome(pair.weight),
        why: linkage.explain(pair.one, pair.other),
    });
    Duplicates {
        people: records.len(),
        compared: linkage.compared,
        same: count(Outcome::Same),
        ask: count(Outcome::Ask),
        pairs: pairs.collect(),
    }
}

/// The code of a unit group as a number.
pub(super) fn unit_group(book: &ReferenceBook, key: OccupationKey) -> Option<u32> {
    book.codes.code(Concept::Occupation(key)).parse().ok()
}

pub(super) fn who<'a>(row: &'a Registered, occupation: Option<u32>, languages: &'a str) -> Who<'a> {
    let Registered {
        id: _,
        given_name,
        family_name,
        latin_name,
        sex,
        birth_date,
        birth_precision,
        phone,
        qualification,
        ..
    } = row;
    let number = |key: i32| u32::try_from(key).ok();
    let place = match (row.province_id.and_then(number), row.district_id.and_then(number)) {
        (Some(province), district) => Some((province, district)),
        (None, _) => None,
    };
    let birth = birth_date.and_then(|day| {
        let precision = birth_precision.unwrap_or(BirthPrecision::Day);
        let month = (precision != BirthPrecision::Year).then(|| day.month());
        let of_month = (precision == BirthPrecision::Day).then(|| day.day());
        PartialDate::new(u32::try_from(day.year()).ok()?, month, of_month)
    });
    Who {
        given: given_name.as_deref(),
        family: family_name.as_deref(),
        latin: latin_name.as_deref(),
        female: match sex {
            Sex::Female => Some(true),
            Sex::Male => Some(false),
            Sex::Unknown => None,
        },
        birth,
        phone: phone.as_deref(),
        place,
        occupation,
        qualification: qualification.and_then(number),
        languages,
    }
}
