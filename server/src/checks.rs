//! What must always hold: the index equals the tables, local edits of reference data are known, the audit trail is
//! whole, the rules make a book.

use crate::app::Platform;
use crate::audit::anchor::Heads;
use crate::audit::verify::{Verified, verify};
use crate::outbox::Subject;
use crate::{indexing, reference, rules};
use sea_orm::DbErr;
use search::{DocumentKey, IndexError};
use std::collections::BTreeMap;

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
    run_against(platform, None).await
}

/// Makes all checks, and holds the audit trail to heads that were kept elsewhere.
pub async fn run_against(platform: &Platform, heads: Option<&Heads>) -> Result<Findings, CheckError> {
    let mut findings = Findings::default();
    for index in [(Subject::Vacancy, "vacancies"), (Subject::Person, "people")] {
        index_equals_tables(platform, index, &mut findings).await?;
    }
    local_edits(platform, &mut findings).await?;
    rules_make_a_book(platform, &mut findings).await?;
    audit_holds(platform, heads, &mut findings).await?;
    Ok(findings)
}

async fn index_equals_tables(
    platform: &Platform,
    (subject, name): (Subject, &str),
    findings: &mut Findings,
) -> Result<(), CheckError> {
    findings.checks += 1;
    let (index, book) = (platform.indexes.of(subject), platform.book());
    let mut indexed: BTreeMap<DocumentKey, u32> = index.contents()?.into_iter().collect();
    let mut said = vec![];
    let (held, mut rows) = (indexed.len(), 0);
    let today = platform.clock.today();
    indexing::each_page(&platform.database, &book, subject, today, |documents| {
        rows += documents.len();
        said.extend(documents.iter().filter_map(|document| match indexed.remove(&document.key) {
            None => Some((document.key, "is not in the index")),
            Some(held) => {
                (held != document.content()).then_some((document.key, "is not in the index as it is now"))
            }
        }));
    })
    .await?;
    said.extend(indexed.into_keys().map(|key| (key, "is in the index and not among open rows")));
    let line = |(key, what): (DocumentKey, &str)| format!("{name}: {} {what}", uuid::Uuid::from_u128(key.0));
    findings.failures.extend(said.into_iter().map(line));
    findings.remarks.push(format!("{name}: {rows} rows, {held} indexed"));
    Ok(())
}

async fn local_edits(platform: &Platform, findings: &mut Findings) -> Result<(), CheckError> {
    findings.checks += 1;
    let reader = platform.database.reader();
    let edits = reference::local_edits(reader).await?;
    findings.remarks.extend(edits.into_iter().map(|edit| format!("edited here: {edit}")));
    Ok(())
}

/// The rules can be read, of none do two versions hold on one day, and no version waits for a step that its day brings.
async fn rules_make_a_book(platform: &Platform, findings: &mut Findings) -> Result<(), CheckError> {
    findings.checks += 1;
    let found = rules::commands::check(platform.database.reader(), platform.clock.today()).await?;
    findings.failures.extend(found.failures);
    findings.remarks.extend(found.local.into_iter().map(|edit| format!("edited here: {edit}")));
    findings.remarks.push(format!("rules: {} with {} versions", found.rules, found.versions));
    Ok(())
}

async fn audit_holds(
    platform: &Platform,
    heads: Option<&Heads>,
    findings: &mut Findings,
) -> Result<(), CheckError> {
    findings.checks += 1;
    let Verified { seals, events, erased, waiting, failures } = verify(&platform.database, heads).await?;
    findings.failures.extend(failures);
    findings.remarks.push(format!(
        "audit: {events} events in {seals} seals, {erased} with an erased personal part, {waiting} waiting for their seal"
    ));
    if let Some(heads) = heads {
        let torn = if heads.is_torn() { ", the last line of the file is not whole" } else { "" };
        findings.remarks.push(format!("audit: held to {} heads{torn}", heads.len()));
    }
    Ok(())
}
