//! Papers are brought and taken back, sites told and given up.

use super::{Administrator, Doer, held};
use crate::audit::model::Action;
use crate::db::Database;
use crate::ids::{EvidenceId, SiteId};
use crate::organisations::model::{NewEvidence, NewSite, Organisation, Standing};
use crate::organisations::store;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// Most papers, and most sites, that an organisation has.
const MOST: usize = 200;

/// Why a paper or site was not taken, or not taken back.
#[derive(Debug, thiserror::Error)]
pub enum AttachError {
    /// The organisation is gone, or it is another's.
    #[error("there is no such paper, site or organisation")]
    Unknown,
    /// An officer looks at the papers, or a verification rests on them.
    #[error("papers are not taken back while they are looked at, or a verification rests on them")]
    Verified,
    /// It is barred.
    #[error("the organisation is barred")]
    Barred,
    /// There are as many as can be.
    #[error("there are too many")]
    TooMany,
    /// The database refused.
    #[error("the change could not be noted")]
    Database(#[from] DbErr),
}

async fn open(
    transaction: &DatabaseTransaction,
    administrator: Administrator,
) -> Result<Organisation, AttachError> {
    let held = held(transaction, administrator.organisation).await?.ok_or(AttachError::Unknown)?;
    if held.verification.standing == Standing::Barred { Err(AttachError::Barred) } else { Ok(held) }
}

/// Keeps a paper of an organisation; one that is there already as just the same, as after two clicks, is that one.
pub async fn add_evidence(
    database: &Database,
    (doer, administrator): (&Doer, Administrator),
    new: &NewEvidence,
    at: DateTime<Utc>,
) -> Result<EvidenceId, AttachError> {
    let transaction = database.begin().await?;
    let held = open(&transaction, administrator).await?;
    let papers = store::papers(&transaction, held.id).await?;
    if let Some(same) = papers.iter().find(|paper| new.is(paper)) {
        return Ok(same.id);
    }
    if papers.len() >= MOST {
        return Err(AttachError::TooMany);
    }
    let id = store::insert_evidence(&transaction, held.id, (new, doer.account), at).await?;
    doer.record(&transaction, (Action::Changed, held.id), (&["evidence"], &format!("added {id}")), at)
        .await?;
    transaction.commit().await?;
    Ok(id)
}

/// Takes a paper back, as long as no verification rests on it.
pub async fn withdraw_evidence(
    database: &Database,
    (doer, administrator): (&Doer, Administrator),
    id: EvidenceId,
    at: DateTime<Utc>,
) -> Result<(), AttachError> {
    let transaction = database.begin().await?;
    let held = open(&transaction, administrator).await?;
    if !held.verification.standing.facts_are_open() {
        return Err(AttachError::Verified);
    }
    if !store::withdraw_evidence(&transaction, held.id, id, at).await? {
        return Err(AttachError::Unknown);
    }
    let said = format!("withdrew {id}");
    doer.record(&transaction, (Action::Changed, held.id), (&["evidence"], &said), at).await?;
    Ok(transaction.commit().await?)
}

/// Keeps a site of an organisation; as for papers, one that is there already is that one.
pub async fn add_site(
    database: &Database,
    (doer, administrator): (&Doer, Administrator),
    new: &NewSite,
    at: DateTime<Utc>,
) -> Result<SiteId, AttachError> {
    let transaction = database.begin().await?;
    let held = open(&transaction, administrator).await?;
    let sites = store::sites(&transaction, held.id).await?;
    if let Some(same) = sites.iter().find(|site| new.is(site)) {
        return Ok(same.id);
    }
    if sites.len() >= MOST {
        return Err(AttachError::TooMany);
    }
    let id = store::insert_site(&transaction, held.id, new, at).await?;
    doer.record(&transaction, (Action::Changed, held.id), (&["site"], &format!("added {id}")), at).await?;
    transaction.commit().await?;
    Ok(id)
}

/// Gives a site up.
pub async fn close_site(
    database: &Database,
    (doer, administrator): (&Doer, Administrator),
    id: SiteId,
    at: DateTime<Utc>,
) -> Result<(), AttachError> {
    let transaction = database.begin().await?;
    let held = open(&transaction, administrator).await?;
    if !store::close_site(&transaction, held.id, id, at).await? {
        return Err(AttachError::Unknown);
    }
    doer.record(&transaction, (Action::Changed, held.id), (&["site"], &format!("closed {id}")), at).await?;
    Ok(transaction.commit().await?)
}
