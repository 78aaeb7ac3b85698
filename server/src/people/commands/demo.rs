//! Whoever looks for work in a demonstration gets a record that was generated, and shows it.

use crate::audit::{
    self, Event,
    model::{Action, Actor, OPERATOR, PERSON, Subject},
};
use crate::db::Database;
use crate::ids::{AccountId, PersonId};
use crate::people::model::Visibility;
use crate::people::store::demo;
use crate::people::store::own::{self, Write};
use chrono::{DateTime, Utc};
use sea_orm::DbErr;

/// Gives an account the first record of a source that nobody owns, and opens it to employers; nothing is done where the
/// account has a record, or there is none to be given.
pub async fn take_record(
    database: &Database,
    account: AccountId,
    source: &str,
    at: DateTime<Utc>,
) -> Result<Option<PersonId>, DbErr> {
    let transaction = database.begin().await?;
    if own::read(&transaction, account).await?.is_some() {
        return Ok(None);
    }
    let Some(id) = demo::first_unowned(&transaction, source).await? else { return Ok(None) };
    demo::own(&transaction, id, account).await?;
    own::write(&transaction, id, Write::Visibility(Visibility::Open), at).await?;
    own::tell(&transaction, id, at).await?;
    let subject = Subject::of(PERSON, id.as_uuid());
    let event = Event::new(Actor::CommandLine, OPERATOR, Action::Changed, subject)
        .about(id)
        .fields(&["account", "visibility"])
        .because("demonstration");
    audit::record(&transaction, &event, at).await?;
    transaction.commit().await?;
    Ok(Some(id))
}
