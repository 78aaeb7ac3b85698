//! Which owners are to be asked again whether their profiles shall be seen?

use crate::db::entities::person;
use crate::ids::{AccountId, PersonId};
use crate::people::model::Visibility;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::ExprTrait,
};

/// A profile that is seen, and how far its owner was told that it will not stay so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::people) struct Seen {
    pub(in crate::people) id: PersonId,
    pub(in crate::people) account: AccountId,
    pub(in crate::people) since: DateTime<Utc>,
    pub(in crate::people) told: i32,
}

/// As it is read: id, account, when the owner said so, how often it was told.
type Row = (PersonId, Option<AccountId>, Option<DateTime<Utc>>, i32);

/// Which profiles are due.
#[derive(Clone, Copy, Debug)]
pub(in crate::people) struct Due {
    /// Their owners said so then or before.
    pub(in crate::people) said_before: DateTime<Utc>,
    /// They were told so often.
    pub(in crate::people) told: i32,
    /// The last time then or before.
    pub(in crate::people) told_before: DateTime<Utc>,
}

/// Profiles that employers see, and of which something is due.
pub(in crate::people) async fn due(
    connection: &impl ConnectionTrait,
    due: Due,
    limit: u64,
) -> Result<Vec<Seen>, DbErr> {
    let columns = [
        person::Column::Id,
        person::Column::AccountId,
        person::Column::VisibilitySince,
        person::Column::VisibilityTold,
    ];
    let rows: Vec<Row> = person::Entity::find()
        .select_only()
        .columns(columns)
        .filter(person::Column::AccountId.is_not_null())
        .filter(person::Column::Visibility.ne(Visibility::Hidden))
        .filter(person::Column::VisibilitySince.lte(due.said_before))
        .filter(person::Column::VisibilityTold.eq(due.told))
        .filter(
            person::Column::VisibilityAskedAt
                .is_null()
                .or(person::Column::VisibilityAskedAt.lte(due.told_before)),
        )
        .order_by_asc(person::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(connection)
        .await?;
    let whole = rows
        .into_iter()
        .filter_map(|(id, account, since, told)| Some(Seen { id, account: account?, since: since?, told }));
    Ok(whole.collect())
}

/// Notes how far an owner was told, unless the owner has said something meanwhile; tells whether that was so.
pub(in crate::people) async fn note(
    transaction: &DatabaseTransaction,
    seen: Seen,
    told: i32,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = person::ActiveModel {
        id: NotSet,
        visibility_asked_at: Set(Some(at)),
        visibility_told: Set(told),
        ..Default::default()
    };
    let noted = person::Entity::update_many()
        .set(row)
        .filter(person::Column::Id.eq(seen.id))
        .filter(person::Column::VisibilityTold.eq(seen.told))
        .filter(person::Column::VisibilitySince.eq(seen.since))
        .exec(transaction)
        .await?;
    Ok(noted.rows_affected > 0)
}
