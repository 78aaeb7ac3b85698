//! Requests to erase somebody: asked for, told, taken back, done.

mod rows;

pub(super) use rows::{Record, Whole, erase, whole_of};

use super::model::{Hold, Stage, Waiting};
use crate::db::entities::{erased_record, erasure, erasure::Column};
use crate::ids::{AccountId, ErasedRecordId, ErasureId, PersonId};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// Requests of one turn; the others wait for the next.
const AT_ONCE: u64 = 500;

/// Whose request it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Whose {
    pub(super) account: Option<AccountId>,
    pub(super) person: Option<PersonId>,
}

/// What an officer says who asks in somebody's place.
pub(super) struct Spoken<'a> {
    pub(super) by: AccountId,
    pub(super) reason: &'a str,
    pub(super) witness: &'a str,
}

impl From<erasure::Model> for Waiting {
    fn from(row: erasure::Model) -> Self {
        let erasure::Model {
            id, account_id, person_id, asked_at, due_at, warned_at, asked_by, reason, ..
        } = row;
        Self { id, account: account_id, person: person_id, asked_at, due_at, warned_at, asked_by, reason }
    }
}

/// Keeps a request.
pub(super) async fn insert(
    transaction: &DatabaseTransaction,
    whose: Whose,
    spoken: Option<Spoken<'_>>,
    (at, due_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<ErasureId, DbErr> {
    let id = ErasureId::new(at);
    let row = erasure::ActiveModel {
        id: Set(id),
        account_id: Set(whose.account),
        person_id: Set(whose.person),
        stage: Set(Stage::Waiting),
        asked_at: Set(at),
        due_at: Set(due_at),
        warned_at: Set(None),
        held: Set(None),
        asked_by: Set(spoken.as_ref().map(|spoken| spoken.by)),
        reason: Set(spoken.as_ref().map(|spoken| spoken.reason.to_owned())),
        witness: Set(spoken.as_ref().map(|spoken| spoken.witness.to_owned())),
        ended_at: Set(None),
    };
    erasure::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(id)
}

/// The requests that wait for any of these accounts and records.
pub(super) async fn waiting_of(
    connection: &impl ConnectionTrait,
    (accounts, records): (&[AccountId], &[PersonId]),
) -> Result<Vec<Waiting>, DbErr> {
    let of = Condition::any()
        .add(Column::AccountId.is_in(accounts.iter().copied()))
        .add(Column::PersonId.is_in(records.iter().copied()));
    let rows = erasure::Entity::find().filter(Column::Stage.eq(Stage::Waiting)).filter(of);
    Ok(rows.order_by_asc(Column::Id).all(connection).await?.into_iter().map(Waiting::from).collect())
}

/// Whether any request waits at all.
pub(super) async fn any_waiting(connection: &impl ConnectionTrait) -> Result<bool, DbErr> {
    let waiting = erasure::Entity::find().filter(Column::Stage.eq(Stage::Waiting)).limit(1);
    Ok(waiting.one(connection).await?.is_some())
}

/// Requests whose owners are to be told a last time: due then or before, and not told yet.
pub(super) async fn to_warn(
    connection: &impl ConnectionTrait,
    due_before: DateTime<Utc>,
) -> Result<Vec<ErasureId>, DbErr> {
    let untold = Condition::all().add(Column::WarnedAt.is_null()).add(Column::AccountId.is_not_null());
    ids(connection, untold.add(Column::DueAt.lte(due_before))).await
}

/// Requests that are due.
pub(super) async fn due(
    connection: &impl ConnectionTrait,
    at: DateTime<Utc>,
) -> Result<Vec<ErasureId>, DbErr> {
    let told = Condition::any().add(Column::WarnedAt.is_not_null()).add(Column::AccountId.is_null());
    ids(connection, Condition::all().add(told).add(Column::DueAt.lte(at))).await
}

async fn ids(connection: &impl ConnectionTrait, those: Condition) -> Result<Vec<ErasureId>, DbErr> {
    erasure::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Stage.eq(Stage::Waiting))
        .filter(those)
        // What is held up comes last, so that it keeps nobody else waiting.
        .order_by_desc(Column::Held.is_null())
        .order_by_asc(Column::Id)
        .limit(AT_ONCE)
        .into_tuple()
        .all(connection)
        .await
}

/// A request, if it still waits.
pub(super) async fn still_waiting(
    connection: &impl ConnectionTrait,
    id: ErasureId,
) -> Result<Option<Waiting>, DbErr> {
    let row = erasure::Entity::find_by_id(id).filter(Column::Stage.eq(Stage::Waiting));
    Ok(row.one(connection).await?.map(Waiting::from))
}

async fn change(
    transaction: &DatabaseTransaction,
    id: ErasureId,
    row: erasure::ActiveModel,
) -> Result<bool, DbErr> {
    let changed = erasure::Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(id))
        .filter(Column::Stage.eq(Stage::Waiting))
        .exec(transaction)
        .await?;
    Ok(changed.rows_affected == 1)
}

/// Notes that its owner was told the last time, and until when it waits at least.
pub(super) async fn note_warned(
    transaction: &DatabaseTransaction,
    id: ErasureId,
    (at, due_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<bool, DbErr> {
    let row = erasure::ActiveModel { warned_at: Set(Some(at)), due_at: Set(due_at), ..Default::default() };
    change(transaction, id, row).await
}

/// Notes what holds a request up.
pub(super) async fn note_held(
    transaction: &DatabaseTransaction,
    id: ErasureId,
    hold: Hold,
) -> Result<(), DbErr> {
    let row = erasure::ActiveModel { held: Set(Some(hold)), ..Default::default() };
    change(transaction, id, row).await?;
    Ok(())
}

/// Ends a request whose owner wants to stay; what an officer wrote of it stands in the trail alone.
pub(super) async fn take_back(
    transaction: &DatabaseTransaction,
    id: ErasureId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = erasure::ActiveModel {
        stage: Set(Stage::TakenBack),
        reason: Set(None),
        witness: Set(None),
        ended_at: Set(Some(at)),
        ..Default::default()
    };
    change(transaction, id, row).await
}

/// Ends a request that is carried out in the same transaction: it says of nobody any more.
pub(super) async fn end(
    transaction: &DatabaseTransaction,
    id: ErasureId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = erasure::ActiveModel {
        account_id: Set(None),
        person_id: Set(None),
        stage: Set(Stage::Done),
        held: Set(None),
        reason: Set(None),
        witness: Set(None),
        ended_at: Set(Some(at)),
        ..Default::default()
    };
    change(transaction, id, row).await
}

/// Keeps that there were records, and no more of them.
pub(super) async fn count(
    transaction: &DatabaseTransaction,
    records: &[Record],
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    for record in records.iter().filter(|record| record.stands) {
        let row = erased_record::ActiveModel {
            id: Set(ErasedRecordId::new(at)),
            month: Set(record.month),
            province_id: Set(record.province),
        };
        erased_record::Entity::insert(row).exec_without_returning(transaction).await?;
    }
    Ok(())
}

/// How many records there were that are erased.
pub(super) async fn counted(connection: &impl ConnectionTrait) -> Result<u64, DbErr> {
    erased_record::Entity::find().count(connection).await
}
