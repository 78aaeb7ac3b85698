//! What records share that are worth comparing.

use crate::db::entities::linkage_key::{self, Column};
use crate::ids::PersonId;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use std::collections::HashMap;

/// Rows written, or keys asked for, with one statement.
const BATCH: usize = 500;

/// Writes the keys of people anew; whoever has none any more keeps none.
pub(in crate::identities) async fn replace(
    transaction: &DatabaseTransaction,
    people: &[PersonId],
    keys: &[(PersonId, Vec<String>)],
) -> Result<(), DbErr> {
    for some in people.chunks(BATCH) {
        let those = Column::PersonId.is_in(some.iter().copied());
        linkage_key::Entity::delete_many().filter(those).exec(transaction).await?;
    }
    let row =
        |id: PersonId, key: &String| linkage_key::ActiveModel { person_id: Set(id), key: Set(key.clone()) };
    let rows: Vec<_> = keys.iter().flat_map(|(id, keys)| keys.iter().map(|key| row(*id, key))).collect();
    for some in rows.chunks(BATCH) {
        linkage_key::Entity::insert_many(some.to_vec()).exec_without_returning(transaction).await?;
    }
    Ok(())
}

/// Who has which of these keys; a key that more than `most` people share says nothing and is left out.
pub(in crate::identities) async fn meeting(
    connection: &impl ConnectionTrait,
    keys: &[String],
    most: u64,
) -> Result<HashMap<String, Vec<PersonId>>, DbErr> {
    let mut meeting: HashMap<String, Vec<PersonId>> = HashMap::new();
    for some in keys.chunks(BATCH) {
        let telling: Vec<String> = linkage_key::Entity::find()
            .select_only()
            .column(Column::Key)
            .filter(Column::Key.is_in(some.iter().cloned()))
            .group_by(Column::Key)
            .having(Expr::col(Column::PersonId).count().between(2, most))
            .into_tuple()
            .all(connection)
            .await?;
        let those = linkage_key::Entity::find().filter(Column::Key.is_in(telling));
        for row in those.all(connection).await? {
            meeting.entry(row.key).or_default().push(row.person_id);
        }
    }
    Ok(meeting)
}
