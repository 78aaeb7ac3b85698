//! What was changed here by hand, and is left alone by newer reference data.

use crate::db::entities::{concept, label};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

/// Local edits of labels and concepts, one line each.
pub async fn local_edits(connection: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let labels = label::Entity::find().filter(label::Column::Edited.eq(true)).all(connection).await?;
    let concepts = concept::Entity::find().filter(concept::Column::Edited.eq(true)).all(connection).await?;
    let of_labels =
        labels.into_iter().map(|row| format!("label “{}” ({}, {})", row.text, row.language, row.status));
    let of_concepts = concepts.into_iter().map(|row| format!("concept {}", row.code));
    Ok(of_labels.chain(of_concepts).collect())
}
