//! What may whoever is signed in do now?

use crate::access::model::Rights;
use crate::access::store;
use crate::accounts::model::{Factors, Viewer};
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};

/// What a viewer may do: one question.
pub async fn rights(
    connection: &impl ConnectionTrait,
    viewer: &Viewer,
    at: DateTime<Utc>,
) -> Result<Rights, DbErr> {
    let memberships = store::live_of(connection, viewer.account, at).await?;
    Ok(Rights::of(memberships, viewer.factors == Factors::Two))
}
