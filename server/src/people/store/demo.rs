//! The record of whoever looks for work in a demonstration: one that was generated, and belongs to nobody yet.

use crate::db::entities::{person, person_occupation};
use crate::ids::{AccountId, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
};

/// The first record of a source that nobody owns, with an occupation and a district of its own.
pub(in crate::people) async fn first_unowned(
    connection: &impl ConnectionTrait,
    source: &str,
) -> Result<Option<PersonId>, DbErr> {
    let worked = person_occupation::Entity::belongs_to(person::Entity)
        .from(person_occupation::Column::PersonId)
        .to(person::Column::Id)
        .into();
    person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .join_rev(JoinType::InnerJoin, worked)
        .filter(person::Column::Source.eq(source))
        .filter(person::Column::AccountId.is_null())
        .filter(person::Column::DistrictId.is_not_null())
        .order_by_asc(person::Column::SourceKey)
        .into_tuple()
        .one(connection)
        .await
}

/// Gives a record to an account, unless somebody has it.
pub(in crate::people) async fn own(
    connection: &impl ConnectionTrait,
    id: PersonId,
    account: AccountId,
) -> Result<(), DbErr> {
    person::Entity::update_many()
        .col_expr(person::Column::AccountId, Expr::value(account.as_uuid()))
        .filter(person::Column::Id.eq(id))
        .filter(person::Column::AccountId.is_null())
        .exec(connection)
        .await?;
    Ok(())
}
