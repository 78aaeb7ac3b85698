//! What can be done with organisations.

use super::model::Brief;
use super::store;
use crate::ids::OrganisationId;
use sea_orm::{ConnectionTrait, DbErr};

/// What other rooms ask of an organisation; none if it is not there.
pub async fn brief(connection: &impl ConnectionTrait, id: OrganisationId) -> Result<Option<Brief>, DbErr> {
    Ok(store::briefs(connection, &[id]).await?.pop())
}

/// The same of several; those that are not there are left out.
pub async fn briefs(connection: &impl ConnectionTrait, ids: &[OrganisationId]) -> Result<Vec<Brief>, DbErr> {
    store::briefs(connection, ids).await
}
