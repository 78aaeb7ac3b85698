//! A generated world becomes rows: in bulk, through the same commands as any other record.

pub mod again;

use crate::app::Platform;
use crate::digest::hexadecimal;
use crate::ids::ImportId;
use crate::money::WagePeriod;
use crate::people::commands::{RegisterError, register_batch};
use crate::people::draft::{DraftOccupation, DraftPersonSkill, Identity, PersonDraft, Wishes};
use crate::people::model::{BirthPrecision, Sex, SkillEvidence, SpokenLanguage, Visibility};
use crate::reference::{PlaceChain, ReferenceBook};
use crate::vacancies::commands::{PublishError, publish_batch};
use crate::vacancies::draft::{Closes, DraftPlace, DraftSkill, VacancyDraft, Wage};
use crate::vacancies::model::{Arrangement, Contract, StatedCondition, WantedLanguage};
use chrono::{Days, NaiveDate};
use seed_data::TableError;
use seed_data::world::{GeneratedCondition, GeneratedPerson, GeneratedVacancy, World};
use sha2::{Digest, Sha256};
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use tokio::task::{JoinError, JoinHandle};

/// Under which source generated rows are kept.
pub const SOURCE: &str = "generated";
/// Rows of one transaction.
const BATCH: u32 = 1_000;
/// Bytes of database and index that a person or a vacancy takes, with room for an index that is made again.
const BYTES_PER_ROW: u64 = 4_000;
/// Bytes of what every database holds, with its log.
const BYTES_AT_FIRST: u64 = 64_000_000;

/// Why a world could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// A file of the program is broken.
    #[error("reference data of this program is broken")]
    Table(#[from] TableError),
    /// People could not be stored.
    #[error(transparent)]
    People(#[from] RegisterError),
    /// Vacancies could not be stored.
    #[error(transparent)]
    Vacancies(#[from] PublishError),
    /// The generating thread was ended.
    #[error("the generation of rows was ended")]
    Stopped(#[from] JoinError),
}

/// How large a world takes on disk, in bytes, estimated generously.
pub fn bytes_needed(people: u32, vacancies: u32) -> u64 {
    BYTES_AT_FIRST + (u64::from(people) + u64::from(vacancies)) * BYTES_PER_ROW
}

/// Loads all of `world`, reporting how many rows are stored. While a batch is stored, the next is made.
pub async fn load(
    platform: &Platform,
    world: &Arc<World>,
    mut progress: impl FnMut(usize),
) -> Result<(), SeedError> {
    let at = platform.clock.now();
    let mut stored = 0;
    let mut people = Batches::of(platform, world, world.person_count(), |book, world, index| {
        Some(person(book, world.person(index)))
    });
    while let Some((rows, batch)) = people.next().await? {
        register_batch(&platform.database, SOURCE, &batch, at).await?;
        stored += rows;
        progress(stored);
    }
    let import = ImportId::new(at);
    let mut vacancies = Batches::of(platform, world, world.vacancy_count(), |book, world, index| {
        vacancy(book, world, world.vacancy(index))
    });
    while let Some((rows, batch)) = vacancies.next().await? {
        publish_batch(&platform.database, SOURCE, import, &batch, at).await?;
        stored += rows;
        progress(stored);
    }
    Ok(())
}

/// Makes a draft of the row `index`; none where the row cannot be one.
type Make<T> = fn(&ReferenceBook, &World, u32) -> Option<T>;

/// Drafts in batches, each made in another thread while the one before it is stored.
struct Batches<T> {
    book: Arc<ReferenceBook>,
    world: Arc<World>,
    make: Make<T>,
    all: u32,
    coming: (Range<u32>, JoinHandle<Vec<T>>),
}

impl<T: Send + 'static> Batches<T> {
    fn of(platform: &Platform, world: &Arc<World>, all: u32, make: Make<T>) -> Self {
        let (book, world) = (platform.book(), world.clone());
        let first = 0..all.min(BATCH);
        let coming = (first.clone(), begin(&book, &world, first, make));
        Self { book, world, make, all, coming }
    }

    /// The next batch, and how many rows it was made of; none at the end.
    async fn next(&mut self) -> Result<Option<(usize, Vec<T>)>, JoinError> {
        let (rows, making) = &mut self.coming;
        let (rows, batch) = (rows.clone(), making.await?);
        let following = rows.end..rows.end.saturating_add(BATCH).min(self.all);
        let making = begin(&self.book, &self.world, following.clone(), self.make);
        self.coming = (following, making);
        Ok((!rows.is_empty()).then_some((rows.len(), batch)))
    }
}

/// Begins to make drafts of some rows.
fn begin<T: Send + 'static>(
    book: &Arc<ReferenceBook>,
    world: &Arc<World>,
    rows: Range<u32>,
    make: Make<T>,
) -> JoinHandle<Vec<T>> {
    let (book, world) = (book.clone(), world.clone());
    tokio::task::spawn_blocking(move || rows.filter_map(|index| make(&book, &world, index)).collect())
}

/// Is there room for a world in `folder`? None where the system does not tell.
pub fn free_bytes(folder: &Path) -> Option<u64> {
    let existing = folder.ancestors().find(|folder| folder.exists())?;
    let status = rustix::fs::statvfs(existing).ok()?;
    Some(status.f_bavail * status.f_frsize)
}

/// Digest of all that was generated, so that another world under the same keys is a change.
fn content_hash(row: &impl Hash) -> String {
    let mut digest = Digesting::default();
    row.hash(&mut digest);
    hexadecimal(&digest.0.finalize())
}

/// Takes in a value field by field; to take in how it is written out would mean to write it.
#[derive(Default)]
struct Digesting(Sha256);

impl Hasher for Digesting {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        // Nobody asks for it: the digest is longer.
        0
    }
}

fn day(number: i32) -> NaiveDate {
    let epoch = NaiveDate::default();
    let days = Days::new(u64::from(number.unsigned_abs()));
    let moved = if number < 0 { epoch.checked_sub_days(days) } else { epoch.checked_add_days(days) };
    moved.unwrap_or(epoch)
}

fn chain(book: &ReferenceBook, code: &str) -> PlaceChain {
    book.codes.place(code).map(|place| book.chain(place)).unwrap_or_default()
}

fn person(book: &ReferenceBook, row: GeneratedPerson) -> PersonDraft {
    let occupations = row.occupations.iter().filter_map(|(code, months)| {
        let occupation = book.codes.occupation(code)?;
        Some(DraftOccupation { occupation, months: Some(*months), confidence: 1.0 })
    });
    let skills = row.skills.iter().filter_map(|(code, level, evidence)| {
        let evidence = match *evidence {
            "certificate" => SkillEvidence::Certificate,
            "experience" => SkillEvidence::Experience,
            _ => SkillEvidence::Claimed,
        };
        Some(DraftPersonSkill { skill: book.codes.skill(code)?, level: *level, evidence, confidence: 1.0 })
    });
    let precision = match row.birth_precision {
        "day" => BirthPrecision::Day,
        "month" => BirthPrecision::Month,
        _ => BirthPrecision::Year,
    };
    PersonDraft {
        content_hash: content_hash(&row),
        identity: Identity {
            given_name: Some(row.given_name),
            family_name: row.family_name,
            latin_name: row.latin_name,
            sex: if row.female { Sex::Female } else { Sex::Male },
            birth: Some((day(row.birth_day), precision)),
            phone: row.phone,
            email: None,
        },
        place_text: None,
        place: chain(book, &row.place),
        headline: row.headline,
        profile: row.profile,
        language: row.language.to_owned(),
        occupations: occupations.collect(),
        skills: skills.collect(),
        languages: row
            .languages
            .into_iter()
            .map(|(language, level, tested)| SpokenLanguage { language, level, tested, test: None })
            .collect(),
        licences: row.licences,
        qualification: row.qualification,
        experience_months: row.experience_months,
        wishes: Wishes {
            wage: row.wage_wish.and_then(|wish| Some((i64::try_from(wish).ok()?, "LAK".to_owned()))),
            available_from: row.available_from.map(day),
            shifts: row.shifts,
            abroad: row.abroad,
            max_distance_km: row.max_distance_km,
        },
        visibility: Visibility::Anonymous,
        source_key: row.key,
    }
}

fn vacancy(book: &ReferenceBook, world: &World, row: GeneratedVacancy) -> Option<VacancyDraft> {
    let skills = row.skills.iter().filter_map(|(code, essential, level)| {
        Some(DraftSkill {
            skill: book.codes.skill(code)?,
            essential: *essential,
            level: *level,
            confidence: 1.0,
        })
    });
    let (min, max) = row.wage.unzip();
    let amount = |wage: Option<u64>| wage.and_then(|wage| i64::try_from(wage).ok());
    Some(VacancyDraft {
        content_hash: content_hash(&row),
        employer: world.employer(row.employer).name_en,
        title: row.title.parse().ok()?,
        description: row.description,
        language: row.language.to_owned(),
        occupation: book.codes.occupation(&row.isco).map(|key| (key, 1.0)),
        place: DraftPlace {
            text: None,
            chain: chain(book, &row.place),
            confidence: Some(1.0),
            abroad: row.abroad,
        },
        contract: Contract::from_code(row.contract),
        arrangement: Some(Arrangement::OnSite),
        wage: Wage {
            text: None,
            min: amount(min),
            max: amount(max),
            currency: min.map(|_| row.wage_currency.to_owned()),
            period: min.and_then(|_| WagePeriod::from_code(row.wage_period)),
        },
        qualification: row.qualification,
        experience_months: row.experience_months,
        languages: row
            .languages
            .into_iter()
            .map(|(language, level)| WantedLanguage { language, level })
            .collect(),
        conditions: row.conditions.into_iter().map(condition).collect(),
        openings: row.openings.max(1),
        starts_on: row.starts.map(day),
        posted_on: day(row.posted),
        closes: Closes::On(day(row.valid_through)),
        skills: skills.collect(),
        source_key: row.key,
    })
}

fn condition(generated: GeneratedCondition) -> StatedCondition {
    match generated {
        GeneratedCondition::Licence(code) => StatedCondition::Licence { code },
        GeneratedCondition::LanguageTest(language, level) => {
            StatedCondition::LanguageTest { language, level }
        }
        GeneratedCondition::Qualification(level) => StatedCondition::Qualification { level },
        GeneratedCondition::Experience(months) => StatedCondition::Experience { months },
        GeneratedCondition::Shift => StatedCondition::Shift,
    }
}
