//! Anybody says what is wrong with an advert.

use crate::accounts::commands::counts_an_hour;
use crate::audit::model::{Action, Actor, Code, Origin, PLATFORM, Subject, VACANCY};
use crate::audit::{self, Event};
use crate::db::Database;
use crate::ids::{AccountId, AdvertReportId, VacancyId};
use crate::keys::Keys;
use crate::limits::Limits;
use crate::moderation::model::ReportReason;
use crate::moderation::store;
use chrono::{DateTime, Utc};
use sea_orm::DbErr;

/// An account that reports something, as the trail names its role.
const READER: Code = Code::known("reader");

/// Why nothing was kept.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReportError {
    /// As many came from this network as may in an hour.
    #[error("too many reports came from here within an hour")]
    TooMany,
    /// The database refused.
    #[error("the report could not be stored")]
    Database(#[from] DbErr),
}

/// Keeps what somebody says of an advert that people can see.
pub(crate) async fn report(
    (database, keys): (&Database, &Keys),
    (account, origin): (Option<AccountId>, &Origin),
    vacancy: VacancyId,
    (reason, said): (ReportReason, &str),
    at: DateTime<Utc>,
) -> Result<(), ReportError> {
    let transaction = database.begin().await?;
    let most = Limits::shipped().reports_an_hour;
    if !counts_an_hour(&transaction, keys, ("reports", origin), most, at).await? {
        transaction.commit().await?;
        return Err(ReportError::TooMany);
    }
    store::insert_report(&transaction, AdvertReportId::new(at), (vacancy, account), (reason, said), at)
        .await?;
    let (actor, role) = match account {
        Some(account) => (Actor::Account(account.as_uuid()), READER),
        None => (Actor::System, PLATFORM),
    };
    let event = Event::new(actor, role, Action::Changed, Subject::of(VACANCY, vacancy.as_uuid()));
    let why = format!("reported: {}", reason.code());
    audit::record(&transaction, &event.fields(&["reports"]).because(&why).from(origin.clone()), at).await?;
    transaction.commit().await?;
    Ok(())
}
