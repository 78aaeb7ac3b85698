//! What must always hold: the index equals the tables, and local edits of reference data are known.

use crate::app::Platform;
use crate::outbox::Subject;
use crate::{people, reference, vacancies};
use sea_orm::DbErr;
use search::IndexError;
use std::collections::BTreeSet;

/// What a check found.
#[derive(Debug, Default)]
pub struct Findings {
    /// How many checks were made.
    pub checks: usize,
    /// One line for each failure.
    pub failures: Vec<String>,
    /// What is worth knowing and no failure.
    pub remarks: Vec<String>,
}

/// Why checks could not be made.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// The database.
    #[error("the tables could not be read")]
    Database(#[from] DbErr),
    /// The index.
    #[error("the index could not be read")]
    Index(#[from] IndexError),
}

/// Makes all checks.
pub async fn run(platform: &Platform) -> Result<Findings, CheckError> {
    let mut findings = Findings::default();
    index_equals_tables(platform, &mut findings).await?;
    local_edits(platform, &mut findings).await?;
    Ok(findings)
}

async fn index_equals_tables(platform: &Platform, findings: &mut Findings) -> Result<(), CheckError> {
    let today = platform.clock.today();
    let reader = platform.database.reader();
    let open = vacancies::store::open_ids(reader, today).await?;
    let people = people::store::all_ids(reader).await?;
    compare(platform, Subject::Vacancy, "vacancies", &open, findings)?;
    compare(platform, Subject::Person, "people", &people, findings)
}

fn compare(
    platform: &Platform,
    subject: Subject,
    name: &str,
    rows: &BTreeSet<u128>,
    findings: &mut Findings,
) -> Result<(), CheckError> {
    findings.checks += 1;
    let index = platform.indexes.of(subject);
    let keys = index.keys(&platform.book().lexicon)?;
    let indexed: BTreeSet<u128> = keys.into_iter().map(|key| key.0).collect();
    for (key, what) in rows
        .difference(&indexed)
        .map(|key| (key, "is not in the index"))
        .chain(indexed.difference(rows).map(|key| (key, "is in the index and not among open rows")))
    {
        findings.failures.push(format!("{name}: {} {what}", uuid::Uuid::from_u128(*key)));
    }
    findings.remarks.push(format!("{name}: {} rows, {} indexed", rows.len(), indexed.len()));
    Ok(())
}

async fn local_edits(platform: &Platform, findings: &mut Findings) -> Result<(), CheckError> {
    findings.checks += 1;
    let reader = platform.database.reader();
    let edits = reference::local_edits(reader).await?;
    findings.remarks.extend(edits.into_iter().map(|edit| format!("edited here: {edit}")));
    Ok(())
}
