//! Schooling that moves when records are joined, and moves back when they are parted.

use crate::db::entities::person_education::{Column, Entity};
use crate::ids::{EducationId, PersonId};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr,
};

/// Schooling of a record.
pub(super) async fn of(
    transaction: &DatabaseTransaction,
    person: PersonId,
) -> Result<Vec<EducationId>, DbErr> {
    let those = Entity::find().select_only().column(Column::Id).filter(Column::PersonId.eq(person));
    those.into_tuple().all(transaction).await
}

/// Moves schooling as it is now.
pub(super) async fn carry(
    transaction: &DatabaseTransaction,
    (from, to): (PersonId, PersonId),
    moved: &[EducationId],
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::PersonId, Expr::value(to))
        .filter(Column::PersonId.eq(from))
        .filter(Column::Id.is_in(moved.iter().copied()))
        .exec(transaction)
        .await?;
    Ok(())
}
