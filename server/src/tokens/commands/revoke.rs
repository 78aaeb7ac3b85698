//! A token is taken back: no call with it is answered from then on.

use super::{Keeper, subject};
use crate::audit;
use crate::audit::model::Action;
use crate::db::Database;
use crate::ids::TokenId;
use crate::tokens::model::State;
use crate::tokens::store;
use chrono::{DateTime, Utc};
use sea_orm::DbErr;

/// Why a token was not taken back.
#[derive(Debug, thiserror::Error)]
pub enum RevokeError {
    /// There is none of this id, or none that the keeper sees.
    #[error("there is no such token")]
    Unknown,
    /// It has ended, or was taken back.
    #[error("the token is not good any more: there is nothing to take back")]
    NotNow,
    /// The database refused.
    #[error("the token could not be taken back")]
    Database(#[from] DbErr),
}

/// Takes a token back.
pub async fn revoke(
    database: &Database,
    keeper: &Keeper,
    id: TokenId,
    at: DateTime<Utc>,
) -> Result<(), RevokeError> {
    let transaction = database.begin().await?;
    let held = store::by_id(&transaction, id).await?.filter(|token| keeper.keeps(token));
    let token = held.ok_or(RevokeError::Unknown)?;
    if token.state(at) != State::Live || !store::revoke(&transaction, id, keeper.account, at).await? {
        return Err(RevokeError::NotNow);
    }
    let event = keeper.by.does(Action::Removed, subject(&token.digest)).because("taken back");
    audit::record(&transaction, &event, at).await?;
    Ok(transaction.commit().await?)
}
