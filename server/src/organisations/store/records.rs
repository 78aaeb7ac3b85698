//! Records that imports made of employers, and which organisation holds them.

use super::FOUNDED;
use crate::db::entities::organisation::{self, Column};
use crate::ids::OrganisationId;
use crate::organisations::model::{OrganisationKind, Record};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

/// The records that an organisation holds, and those among some keys; none of what was founded here.
pub(in crate::organisations) async fn records(
    connection: &impl ConnectionTrait,
    holder: OrganisationId,
    among: &[OrganisationId],
) -> Result<Vec<Record>, DbErr> {
    let those = Condition::any().add(Column::HeldBy.eq(holder)).add(Column::Id.is_in(among.iter().copied()));
    let rows = organisation::Entity::find()
        .filter(those)
        .filter(Column::Source.ne(FOUNDED))
        .filter(Column::Kind.eq(OrganisationKind::Employer))
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    let record = |row: organisation::Model| Record {
        id: row.id,
        name: row.name,
        source: row.source,
        held_by: row.held_by,
    };
    Ok(rows.into_iter().map(record).collect())
}

/// Notes who holds a record.
pub(in crate::organisations) async fn set_holder(
    transaction: &DatabaseTransaction,
    id: OrganisationId,
    (holder, at): (Option<OrganisationId>, DateTime<Utc>),
) -> Result<(), DbErr> {
    organisation::Entity::update_many()
        .col_expr(Column::HeldBy, Expr::value(holder))
        .col_expr(Column::UpdatedAt, Expr::value(at))
        .filter(Column::Id.eq(id))
        .exec(transaction)
        .await?;
    Ok(())
}
