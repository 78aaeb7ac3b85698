//! One posting by itself, as the interface for machines takes it.

use super::JobPostings;
use crate::db::Database;
use crate::ids::ImportId;
use crate::imports::records::{Record, Refusal};
use crate::imports::run::{Intake, Setting};
use crate::imports::store;
use crate::organisations::commands::{Bringing, offices};
use crate::reference::ReferenceBook;
use crate::vacancies::draft::VacancyDraft;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DbErr;
use serde_json::{Map, Value};
use std::sync::Arc;

/// Longest identifier, in characters.
const LONGEST_IDENTIFIER: usize = 200;

/// What schema.org lets a `JobPosting` say: its own properties and those of every thing. A name that is
/// none of these is a slip of the pen; one that is may be given, whether anything is made of it or not.
const PROPERTIES: [&str; 56] = [
    "@context",
    "@id",
    "@type",
    "additionalType",
    "alternateName",
    "applicantLocationRequirements",
    "applicationContact",
    "baseSalary",
    "benefits",
    "datePosted",
    "description",
    "directApply",
    "disambiguatingDescription",
    "educationRequirements",
    "eligibilityToWorkRequirement",
    "employerOverview",
    "employmentType",
    "employmentUnit",
    "estimatedSalary",
    "experienceInPlaceOfEducation",
    "experienceRequirements",
    "hiringOrganization",
    "identifier",
    "image",
    "incentiveCompensation",
    "incentives",
    "industry",
    "jobBenefits",
    "jobDuration",
    "jobImmediateStart",
    "jobLocation",
    "jobLocationType",
    "jobStartDate",
    "mainEntityOfPage",
    "name",
    "occupationalCategory",
    "owner",
    "physicalRequirement",
    "potentialAction",
    "qualifications",
    "relevantOccupation",
    "responsibilities",
    "salaryCurrency",
    "sameAs",
    "securityClearanceRequirement",
    "sensoryRequirement",
    "skills",
    "specialCommitments",
    "subjectOf",
    "title",
    "totalJobOpenings",
    "url",
    "validThrough",
    "workHours",
    "workLocation",
    "inLanguage",
];

/// Why a posting was not taken.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PostingError {
    /// It is no JSON.
    #[error("the body is no JSON: {0}")]
    NoJson(serde_json::Error),
    /// A property is at fault, or the posting as a whole, whose name is empty then.
    #[error("{}: {}", .0.column, .0.reason)]
    Refused(Refusal),
    /// The database.
    #[error("the posting could not be read against the tables")]
    Database(#[from] DbErr),
    /// The thread that reads was ended.
    #[error("the reading of the posting was stopped")]
    Stopped(#[from] tokio::task::JoinError),
}

/// Reads one posting of `source` that came as `text` on `today`, as an import of a file would.
pub(crate) async fn posting(
    database: &Database,
    book: &Arc<ReferenceBook>,
    (source, by): (&str, Bringing<'_>),
    text: String,
    (at, today): (DateTime<Utc>, NaiveDate),
) -> Result<VacancyDraft, PostingError> {
    let former = store::former_places(database, today).await?;
    let offices = offices(database.reader(), by).await?;
    let (database, book, source) = (database.clone(), book.clone(), source.to_owned());
    let read = move || {
        judge(&text)?;
        let import = ImportId::new(at);
        let setting = Setting {
            database: &database,
            book: &book,
            former: &former,
            offices: &offices,
            source: &source,
            import,
            at,
            today,
            keep_open: false,
        };
        let record = Record { line: 1, cells: vec![text] };
        let draft = JobPostings::new(setting).read(&record).map_err(PostingError::Refused)?;
        match draft.closes.settle(draft.posted_on).1 {
            Some(last) if last < today => {
                Err(refused("validThrough", format!("the last day, {last}, has passed")))
            }
            _ => Ok(draft),
        }
    };
    tokio::task::spawn_blocking(read).await?
}

fn refused(property: &str, reason: impl Into<String>) -> PostingError {
    PostingError::Refused(Refusal::new(property, reason))
}

/// What a file may leave to chance and a single posting may not.
fn judge(text: &str) -> Result<(), PostingError> {
    let value: Value = serde_json::from_str(text).map_err(PostingError::NoJson)?;
    let Value::Object(posting) = &value else {
        return Err(refused("", "one posting is expected: a JSON object"));
    };
    if let Some(unknown) = posting.keys().find(|name| !PROPERTIES.contains(&name.as_str())) {
        let shown: String = unknown.chars().take(80).collect();
        return Err(refused(&shown, "schema.org's JobPosting has no such property"));
    }
    if !is_posting(posting) {
        return Err(refused("@type", "this is no JobPosting"));
    }
    if let Some(property) = posting.iter().find_map(|(name, value)| holds_nul(value).then_some(name)) {
        return Err(refused(property, "the text holds the character U+0000, which no database keeps"));
    }
    let identifier = match posting.get("identifier") {
        Some(Value::Object(thing)) => thing.get("value"),
        other => other,
    };
    let length = match identifier {
        Some(Value::String(text)) => text.trim().chars().count(),
        Some(Value::Number(_)) => 1,
        _ => 0,
    };
    match length {
        0 => Err(refused("identifier", "nothing is given here; by it the same vacancy is known again")),
        1..=LONGEST_IDENTIFIER => Ok(()),
        _ => Err(refused("identifier", format!("more than {LONGEST_IDENTIFIER} characters"))),
    }
}

fn is_posting(posting: &Map<String, Value>) -> bool {
    let named = |kind: &str| kind.rsplit(['/', '#', ':']).next() == Some("JobPosting");
    match posting.get("@type") {
        None => true,
        Some(Value::String(kind)) => named(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(named),
        Some(_) => false,
    }
}

fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(holds_nul),
        Value::Object(thing) => thing.iter().any(|(name, value)| name.contains('\0') || holds_nul(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
