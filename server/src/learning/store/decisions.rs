//! What was decided about wordings.

use crate::db::entities::synonym_decision::{ActiveModel, Column, Entity, Model};
use crate::learning::model::{Decision, Ruling};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QueryOrder, sea_query::OnConflict,
};

/// Keeps a decision; it replaces an earlier one about the same wording, language and concept.
pub(crate) async fn decide(transaction: &DatabaseTransaction, ruling: Ruling) -> Result<(), DbErr> {
    let Ruling { wording, language, concept_id, decision, shared, evidence, decided_by, decided_at, version } =
        ruling;
    let row = ActiveModel {
        wording: Set(wording),
        language: Set(language),
        concept_id: Set(concept_id),
        decision: Set(decision),
        shared: Set(shared),
        evidence: Set(evidence),
        decided_by: Set(decided_by),
        decided_at: Set(decided_at),
        version: Set(version),
    };
    let replace = OnConflict::columns([Column::Wording, Column::Language, Column::ConceptId])
        .update_columns([
            Column::Decision,
            Column::Shared,
            Column::Evidence,
            Column::DecidedBy,
            Column::DecidedAt,
            Column::Version,
        ])
        .to_owned();
    Entity::insert(row).on_conflict(replace).exec_without_returning(transaction).await?;
    Ok(())
}

/// All decisions.
pub(crate) async fn decided(connection: &impl ConnectionTrait) -> Result<Vec<Ruling>, DbErr> {
    let all = Entity::find().order_by_asc(Column::Wording).order_by_asc(Column::ConceptId);
    Ok(all.all(connection).await?.into_iter().map(ruling).collect())
}

/// Approvals, newest first.
pub(crate) async fn approved(connection: &impl ConnectionTrait) -> Result<Vec<Ruling>, DbErr> {
    let rows = Entity::find()
        .filter(Column::Decision.eq(Decision::Approved))
        .order_by_desc(Column::DecidedAt)
        .order_by_asc(Column::Wording)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(ruling).collect())
}

fn ruling(row: Model) -> Ruling {
    let Model { wording, language, concept_id, decision, shared, evidence, decided_by, decided_at, version } =
        row;
    Ruling { wording, language, concept_id, decision, shared, evidence, decided_by, decided_at, version }
}
