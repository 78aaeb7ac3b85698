//! Rows of the audit trail: recorded, sealed, erased.

mod reading;

pub use reading::{Filter, counted, listed, of_owner, of_person, reveals_today};
pub(super) use reading::{
    last_seal, of_seals, sealed_until, seals_after, totals, unknown_seals, waiting_after,
};

use super::event::{Event, Personal};
use super::model::{Actor, Code};
use super::seal;
use crate::db::entities::{audit_event, audit_seal};
use crate::db::{Database, locks};
use crate::ids::{EventId, PersonId};
use chrono::{DateTime, SubsecRound, Utc};
use sea_orm::{
    ActiveEnum,
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, Statement,
    sea_query::Expr,
};

/// Rows written with one statement; an event binds eleven values.
const BATCH: usize = 500;
/// Random bytes before a personal part.
const SALT: usize = 16;
/// How many events one seal may seal, so that whoever verifies holds no more at a time.
pub const SEAL_AT_MOST: u32 = 10_000;
/// Digits of a second that both databases keep.
const MICROSECONDS: u16 = 6;

/// Records an event in the transaction of what it tells of.
pub async fn record(
    transaction: &DatabaseTransaction,
    event: &Event,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    record_all(transaction, std::slice::from_ref(event), at).await
}

/// Records several events of one moment; their ids keep their order.
pub async fn record_all(
    transaction: &DatabaseTransaction,
    events: &[Event],
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let at = at.trunc_subsecs(MICROSECONDS);
    let mut ids: Vec<EventId> = events.iter().map(|_| EventId::new(at)).collect();
    ids.sort_unstable();
    for (batch, ids) in events.chunks(BATCH).zip(ids.chunks(BATCH)) {
        let mut random = vec![0; batch.len() * SALT];
        let no_random = |error| DbErr::Custom(format!("the system gave no random bytes: {error}"));
        getrandom::fill(&mut random).map_err(no_random)?;
        let batch = batch.iter().zip(ids.iter().copied()).zip(random.chunks(SALT));
        let rows: Result<Vec<_>, DbErr> = batch.map(|(event, salt)| row(event, salt, at)).collect();
        audit_event::Entity::insert_many(rows?).exec_without_returning(transaction).await?;
    }
    Ok(())
}

fn row(
    (event, id): (&Event, EventId),
    salt: &[u8],
    at: DateTime<Utc>,
) -> Result<audit_event::ActiveModel, DbErr> {
    let personal = serde_json::to_string(&Personal::of(event))
        .map_err(|error| DbErr::Type(format!("an event cannot be written: {error}")))?;
    let Event { actor, role, purpose, action, subject, person, fields: _, reason: _, origin: _ } = event;
    Ok(audit_event::ActiveModel {
        id: Set(id),
        at: Set(at),
        action: Set(action.to_value()),
        subject: Set(subject.kind.as_str().to_owned()),
        role: Set(role.as_str().to_owned()),
        purpose: Set(purpose.as_ref().map_or("", Code::as_str).to_owned()),
        digest: Set(seal::digest(salt, &personal).to_vec()),
        personal: Set(Some(personal)),
        salt: Set(Some(salt.to_vec())),
        actor: Set(Some(actor.to_string())),
        person_id: Set(*person),
        seal: NotSet,
        position: NotSet,
    })
}

/// Empties the personal parts of all events about a person; their digests stay, and so the chain holds. Returns how
/// many there were. Whoever calls records the erasure as an event of its own, not about the person.
pub async fn erase_personal(transaction: &DatabaseTransaction, person: PersonId) -> Result<u64, DbErr> {
    let emptied = audit_event::Entity::update_many()
        .col_expr(audit_event::Column::Personal, Expr::value(None::<String>))
        .col_expr(audit_event::Column::Salt, Expr::value(None::<Vec<u8>>))
        .col_expr(audit_event::Column::Actor, Expr::value(None::<String>))
        .col_expr(audit_event::Column::PersonId, Expr::value(None::<uuid::Uuid>))
        .filter(audit_event::Column::PersonId.eq(person))
        .exec(transaction)
        .await?;
    Ok(emptied.rows_affected)
}

/// Empties the personal parts of all events of what an account's owner did with it, and of what others did with it; see
/// [`erase_personal`]. What its owner did with other things stays: it names a key that leads to nobody.
pub async fn erase_account(transaction: &DatabaseTransaction, account: uuid::Uuid) -> Result<u64, DbErr> {
    use audit_event::Column;
    let own = Column::Actor.eq(Actor::Account(account).to_string());
    let to_it = Column::Personal.contains(format!("\"subject\":\"{account}\""));
    let emptied = audit_event::Entity::update_many()
        .col_expr(Column::Personal, Expr::value(None::<String>))
        .col_expr(Column::Salt, Expr::value(None::<Vec<u8>>))
        .col_expr(Column::Actor, Expr::value(None::<String>))
        .col_expr(Column::PersonId, Expr::value(None::<uuid::Uuid>))
        // The requests to erase it are its owner's too.
        .filter(Column::Subject.is_in(["account", "erasure"]))
        .filter(Condition::any().add(own).add(to_it))
        .exec(transaction)
        .await?;
    Ok(emptied.rows_affected)
}

/// How many events wait for their seal.
pub async fn waiting(connection: &impl ConnectionTrait) -> Result<u64, DbErr> {
    audit_event::Entity::find().filter(audit_event::Column::Seal.is_null()).count(connection).await
}

/// Gives numbered places to the events that wait, in the order of their ids.
const PLACE: &str = "update audit_event set seal = $1, position = placed.place from (\
    select id, cast(row_number() over (order by id) - 1 as integer) as place from (\
    select id from audit_event where seal is null order by id limit $2) as waiting) as placed \
    where audit_event.id = placed.id";

/// Seals the oldest events that wait, up to [`SEAL_AT_MOST`], in one transaction; returns how many.
///
/// Events are given their places first and read afterwards: what another transaction commits in between, although it
/// began earlier, has no place yet and is met by the next seal.
pub async fn seal_waiting(database: &Database, at: DateTime<Utc>) -> Result<u64, DbErr> {
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "audit seal").await?;
    let last = last_seal(&transaction).await?;
    let number = last.as_ref().map_or(1, |last| last.number + 1);
    let values = [number.into(), i64::from(SEAL_AT_MOST).into()];
    let place = Statement::from_sql_and_values(transaction.get_database_backend(), PLACE, values);
    let placed = transaction.execute_raw(place).await?.rows_affected();
    if placed == 0 {
        transaction.rollback().await?;
        return Ok(0);
    }
    let events = audit_event::Entity::find()
        .filter(audit_event::Column::Seal.eq(number))
        .order_by_asc(audit_event::Column::Position)
        .all(&transaction)
        .await?;
    let seal = seal::next(last.as_ref(), &events, at.trunc_subsecs(MICROSECONDS));
    audit_seal::Entity::insert(seal.into_active_model()).exec_without_returning(&transaction).await?;
    transaction.commit().await?;
    Ok(placed)
}
