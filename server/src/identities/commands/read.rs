//! What officers read of records, and that they read it.

use super::{Officer, case_subject, person_subject};
use crate::audit;
use crate::audit::model::{Action, Origin, PERSON, Subject};
use crate::db::Database;
use crate::identities::model::{Case, CaseState, Decided, Identifier, Record};
use crate::identities::store::{self, Found};
use crate::ids::{CaseId, PersonId};
use crate::seen;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};

/// Names of the fields that a comparison shows.
const FIELDS: [&str; 9] = [
    "names",
    "sex",
    "birth_date",
    "phone",
    "district",
    "headline",
    "qualification",
    "languages",
    "identifiers",
];

/// Why nothing is shown.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is none in the officer's area.
    #[error("there is no such record")]
    Unknown,
    /// The record was joined with another.
    #[error("the record was joined with {0}")]
    Moved(PersonId),
    /// The officer has opened as many people today as one may.
    #[error("too many people were opened today")]
    TooMany,
    /// The database refused.
    #[error("the record could not be read")]
    Database(#[from] DbErr),
}

/// One of two records with its numbers.
#[derive(Clone, Debug)]
pub struct Looked {
    /// The record.
    pub record: Record,
    /// Its numbers.
    pub papers: Vec<Identifier>,
    /// Whether it lies in the officer's area: of others values are not shown.
    pub near: bool,
}

/// Two records side by side.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The case.
    pub case: Case,
    /// The records in the order of the case.
    pub pair: (Looked, Looked),
    /// What was decided so far.
    pub decided: Vec<Decided>,
    /// Whether one of them was joined elsewhere, so that nothing can be decided.
    pub elsewhere: bool,
    /// Whether the officer proposed to join them.
    pub proposer: bool,
}

/// The numbers of a person.
#[derive(Clone, Debug)]
pub struct Papers {
    /// The record.
    pub record: Record,
    /// Its numbers.
    pub papers: Vec<Identifier>,
}

/// A page of the cases of an officer's area, the oldest first, with those of their records that lie there; that their
/// names were read is recorded first.
pub async fn queue(
    database: &Database,
    (officer, origin): (&Officer, &Origin),
    (states, page): (&[CaseState], (u64, u64)),
    at: DateTime<Utc>,
) -> Result<(Found, Vec<Record>), DbErr> {
    let transaction = database.begin().await?;
    let found = store::queue(&transaction, (&officer.reach, states), page).await?;
    let ids: Vec<PersonId> = found.page.iter().flat_map(|case| [case.pair.0, case.pair.1]).collect();
    let mut records = store::records(&transaction, &ids).await?;
    records.retain(|record| officer.reaches(record));
    if !records.is_empty() {
        let event = officer.does((Action::Read, Subject::any(PERSON)), origin).fields(&["names"]);
        audit::record(&transaction, &event, at).await?;
    }
    transaction.commit().await?;
    Ok((found, records))
}

/// How many cases of an officer's area are in each of these states.
pub async fn counts(
    connection: &impl ConnectionTrait,
    officer: &Officer,
    states: &[&[CaseState]],
) -> Result<Vec<u64>, DbErr> {
    let mut counts = Vec::new();
    for states in states {
        counts.push(store::counted(connection, (&officer.reach, states)).await?);
    }
    Ok(counts)
}

/// A record in the officer's area.
pub(super) async fn reached(
    connection: &impl ConnectionTrait,
    officer: &Officer,
    id: PersonId,
) -> Result<Option<Record>, DbErr> {
    let record = store::record(connection, id).await?;
    Ok(record.filter(|record| officer.reaches(record)))
}

/// Two records side by side; that they were read is recorded first.
pub async fn compared(
    database: &Database,
    (officer, origin): (&Officer, &Origin),
    id: CaseId,
    at: DateTime<Utc>,
) -> Result<Compared, ReadError> {
    let transaction = database.begin().await?;
    let case = store::reached(&transaction, &officer.reach, id).await?.ok_or(ReadError::Unknown)?;
    let mut looked = Vec::new();
    for person in [case.pair.0, case.pair.1] {
        let record = store::record(&transaction, person).await?.ok_or(ReadError::Unknown)?;
        let papers = store::papers_of(&transaction, person).await?;
        let near = officer.reaches(&record);
        if near && !seen::commands::counts_opened(&transaction, officer.account, at).await? {
            return Err(ReadError::TooMany);
        }
        let event = officer.event((Action::Read, case_subject(id)), person, origin);
        // Of a record elsewhere it is told how far it agrees, and where it lies.
        let event = if near { event.fields(&FIELDS) } else { event.fields(&["district"]) };
        audit::record(&transaction, &event, at).await?;
        looked.push(Looked { record, papers, near });
    }
    let decided = store::decisions(&transaction, id).await?;
    transaction.commit().await?;
    let proposer = case.proposed_by.is_some_and(|by| officer.is(by));
    let mut looked = looked.into_iter();
    let (Some(one), Some(other)) = (looked.next(), looked.next()) else { return Err(ReadError::Unknown) };
    let waits = CaseState::WAITING.contains(&case.state);
    let elsewhere = waits && (one.record.merged_into.is_some() || other.record.merged_into.is_some());
    Ok(Compared { case, pair: (one, other), decided, elsewhere, proposer })
}

/// Whether an officer has proposed to join any of these records with another, and nobody has decided yet.
pub async fn is_proposed(connection: &impl ConnectionTrait, people: &[PersonId]) -> Result<bool, DbErr> {
    store::is_proposed(connection, people).await
}

/// The numbers of a person of the officer's area; that they were read is recorded first.
pub async fn papers_of(
    database: &Database,
    (officer, origin): (&Officer, &Origin),
    id: PersonId,
    at: DateTime<Utc>,
) -> Result<Papers, ReadError> {
    let transaction = database.begin().await?;
    let record = reached(&transaction, officer, id).await?.ok_or(ReadError::Unknown)?;
    if let Some(survivor) = record.merged_into {
        return Err(ReadError::Moved(survivor));
    }
    if !seen::commands::counts_opened(&transaction, officer.account, at).await? {
        return Err(ReadError::TooMany);
    }
    let papers = store::papers_of(&transaction, id).await?;
    let event = officer.event((Action::Read, person_subject(id)), id, origin).fields(&[
        "names",
        "birth_date",
        "identifiers",
    ]);
    audit::record(&transaction, &event, at).await?;
    transaction.commit().await?;
    Ok(Papers { record, papers })
}

/// Whether officers look whether a record and another one are of one person.
pub async fn is_looked_at(connection: &impl ConnectionTrait, person: PersonId) -> Result<bool, DbErr> {
    Ok(store::pending(connection, person).await? > 0)
}
