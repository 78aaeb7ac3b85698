//! Whose names look or sound like another?

use crate::ids::OrganisationId;
use crate::organisations::model::{AlikeName, Reading, Standing, alike};
use crate::organisations::store;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::HashMap;

/// Most that are shown.
const SHOWN: usize = 10;

/// Why names could not be compared.
#[derive(Debug, thiserror::Error)]
pub enum AlikeError {
    /// The database refused.
    #[error("the names could not be read")]
    Database(#[from] DbErr),
    /// The task that compares them was ended.
    #[error("the comparison of names was stopped")]
    Stopped(#[from] tokio::task::JoinError),
}

/// The organisations other than `own` whose names are alike, the most alike first, at most ten.
pub async fn alike_to(
    connection: &impl ConnectionTrait,
    own: Option<OrganisationId>,
    (name, latin_name): (&str, Option<&str>),
) -> Result<Vec<AlikeName>, AlikeError> {
    let rows = store::named(connection).await?;
    let (name, latin_name) = (name.to_owned(), latin_name.map(str::to_owned));
    let compared = tokio::task::spawn_blocking(move || {
        let reading = Reading::of(&name, latin_name.as_deref());
        let others = rows.iter().filter(|(id, ..)| Some(*id) != own);
        let read = others.map(|(id, name, latin, _)| (*id, Reading::of(name, latin.as_deref())));
        let found = alike(&reading, read, SHOWN);
        let mut called: HashMap<OrganisationId, (String, Standing)> =
            rows.into_iter().map(|(id, name, _, standing)| (id, (name, standing))).collect();
        let named = found.into_iter().filter_map(|(id, likeness)| {
            let (name, standing) = called.remove(&id)?;
            Some(AlikeName { id, name, standing, likeness })
        });
        named.collect::<Vec<_>>()
    });
    Ok(compared.await?)
}
