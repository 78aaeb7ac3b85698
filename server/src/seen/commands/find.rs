//! People by their keys, as an onlooker sees them.

use crate::ids::PersonId;
use crate::seen::model::{Onlooker, Sighted};
use crate::seen::store;
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DbErr};

/// Those of some people whom an onlooker may find, as it sees them, in no order. What may be seen costs no question more.
pub async fn found(
    connection: &impl ConnectionTrait,
    onlooker: &Onlooker,
    ids: &[PersonId],
    today: NaiveDate,
) -> Result<Vec<Sighted>, DbErr> {
    let known = store::findable(connection, onlooker, ids, today).await?;
    Ok(known.iter().map(|(known, consented)| Sighted::of(known, onlooker, *consented, today)).collect())
}
