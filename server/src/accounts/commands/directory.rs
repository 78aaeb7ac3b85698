//! Who has which account, for rooms that deal with accounts of others.

use crate::accounts::model::{Contact, Entry};
use crate::accounts::store;
use crate::ids::AccountId;
use sea_orm::{ConnectionTrait, DbErr};

/// The account that is reached by `contact`.
pub async fn find(connection: &impl ConnectionTrait, contact: &Contact) -> Result<Option<AccountId>, DbErr> {
    Ok(store::account_of(connection, contact).await?.map(|account| account.id))
}

/// How these accounts are reached; those that are gone are left out.
pub async fn entries(connection: &impl ConnectionTrait, ids: &[AccountId]) -> Result<Vec<Entry>, DbErr> {
    store::entries(connection, ids).await
}
