//! What was changed here by hand, and is left alone by newer reference data.

use super::model::{concept_of, row_id};
use crate::db::entities::{concept, label};
use crate::db::settings;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use search::{Concept, Language};
use std::collections::BTreeSet;

/// Source of labels that a person approved here.
const APPROVED: &str = "approved";

/// Local edits of labels and concepts, one line each.
pub async fn local_edits(connection: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let labels = label::Entity::find().filter(label::Column::Edited.eq(true)).all(connection).await?;
    let concepts = concept::Entity::find().filter(concept::Column::Edited.eq(true)).all(connection).await?;
    let of_labels =
        labels.into_iter().map(|row| format!("label “{}” ({}, {})", row.text, row.language, row.status));
    let of_concepts = concepts.into_iter().map(|row| format!("concept {}", row.code));
    Ok(of_labels.chain(of_concepts).collect())
}

/// The concepts that have a label which is written like `text` once both are folded.
pub(crate) async fn labels_spelt(
    connection: &impl ConnectionTrait,
    text: &str,
) -> Result<BTreeSet<Concept>, DbErr> {
    let wanted = search::fold(text);
    let rows: Vec<(i32, String)> = label::Entity::find()
        .select_only()
        .columns([label::Column::ConceptId, label::Column::Text])
        .filter(label::Column::Status.eq("active"))
        .into_tuple()
        .all(connection)
        .await?;
    let alike: BTreeSet<i32> =
        rows.into_iter().filter(|(_, text)| search::fold(text) == wanted).map(|(id, _)| id).collect();
    let concepts = concept::Entity::find().filter(concept::Column::Id.is_in(alike)).all(connection).await?;
    Ok(concepts.into_iter().map(|row| concept_of(row.kind, row.id)).collect())
}

/// A label that a person approved here.
pub(crate) struct NewLabel<'a> {
    pub(crate) concept: Concept,
    pub(crate) language: Language,
    pub(crate) text: &'a str,
    /// Who approved it.
    pub(crate) checked: &'a str,
    pub(crate) shared: bool,
}

/// Adds a label as a local edit, and lets running servers know.
pub(crate) async fn approve_label(
    transaction: &DatabaseTransaction,
    new: &NewLabel<'_>,
) -> Result<(), DbErr> {
    use label::Column::{Checked, ConceptId, Edited, Language, Shared, Source, Status, Text, Version};
    let row = label::ActiveModel {
        id: NotSet,
        concept_id: Set(row_id(new.concept)),
        language: Set(new.language.code().to_owned()),
        kind: Set("synonym".to_owned()),
        text: Set(new.text.to_owned()),
        source: Set(APPROVED.to_owned()),
        checked: Set(new.checked.to_owned()),
        shared: Set(new.shared),
        status: Set("active".to_owned()),
        version: Set(seed_data::VERSION),
        edited: Set(true),
    };
    // One that was taken back, here or by hand, comes back.
    let again = OnConflict::columns([ConceptId, Language, Text])
        .update_columns([Source, Checked, Shared, Status, Version, Edited])
        .to_owned();
    label::Entity::insert(row).on_conflict(again).exec_without_returning(transaction).await?;
    tell_of_labels(transaction).await
}

/// Takes an approved label back and lets running servers know; returns whether there was one.
pub(crate) async fn take_label_back(
    transaction: &DatabaseTransaction,
    concept: Concept,
    language: Language,
    text: &str,
) -> Result<bool, DbErr> {
    let taken = label::Entity::update_many()
        .col_expr(label::Column::Status, Expr::value("removed"))
        .filter(label::Column::ConceptId.eq(row_id(concept)))
        .filter(label::Column::Language.eq(language.code()))
        .filter(label::Column::Text.eq(text))
        .filter(label::Column::Source.eq(APPROVED))
        .filter(label::Column::Status.eq("active"))
        .exec(transaction)
        .await?;
    if taken.rows_affected > 0 {
        tell_of_labels(transaction).await?;
    }
    Ok(taken.rows_affected > 0)
}

/// Counts the changes of labels, so that every process reads them again.
async fn tell_of_labels(transaction: &DatabaseTransaction) -> Result<(), DbErr> {
    let held = settings::read(transaction, settings::LABELS_STAMP).await?;
    let changes: u64 = held.and_then(|held| held.parse().ok()).unwrap_or(0);
    settings::write(transaction, settings::LABELS_STAMP, &(changes + 1).to_string()).await
}
