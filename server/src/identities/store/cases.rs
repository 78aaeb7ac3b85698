//! Cases and what was decided about them.

use crate::db::entities::{duplicate_case, duplicate_case::Column, duplicate_decision, person};
use crate::identities::model::{Case, CaseState, Decided, Says, Source};
use crate::ids::{AccountId, CaseId, DecisionId, PersonId};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};

impl From<duplicate_case::Model> for Case {
    fn from(row: duplicate_case::Model) -> Self {
        let duplicate_case::Model { id, one, other, weight, says, state, origin, .. } = row;
        let (opened_at, proposed_by) = (row.opened_at, row.proposed_by);
        Self { id, pair: (one, other), weight, says, state, origin, opened_at, proposed_by }
    }
}

/// A case that is to be opened.
pub(in crate::identities) struct Opening {
    pub(in crate::identities) pair: (PersonId, PersonId),
    pub(in crate::identities) weight: f64,
    pub(in crate::identities) says: Says,
    pub(in crate::identities) origin: Source,
}

/// Opens a case, unless there is one about the pair, decided or not; returns its key if it is new.
pub(in crate::identities) async fn open(
    transaction: &DatabaseTransaction,
    opening: Opening,
    at: DateTime<Utc>,
) -> Result<Option<CaseId>, DbErr> {
    let Opening { pair: (one, other), weight, says, origin } = opening;
    let id = CaseId::new(at);
    let row = duplicate_case::ActiveModel {
        id: Set(id),
        one: Set(one.min(other)),
        other: Set(one.max(other)),
        weight: Set(weight),
        says: Set(says),
        state: Set(CaseState::Suspected),
        origin: Set(origin),
        opened_at: Set(at),
        proposed_by: Set(None),
        changed_at: Set(at),
    };
    let held = OnConflict::columns([Column::One, Column::Other]).do_nothing().to_owned();
    let inserted = duplicate_case::Entity::insert(row).on_conflict(held);
    Ok((inserted.exec_without_returning(transaction).await? > 0).then_some(id))
}

/// Lets a case wait again that was decided and is to be looked at because of a number; tells whether there was one.
pub(in crate::identities) async fn reopen(
    transaction: &DatabaseTransaction,
    pair: (PersonId, PersonId),
    at: DateTime<Utc>,
) -> Result<Option<CaseId>, DbErr> {
    let held = duplicate_case::Entity::find()
        .filter(Column::One.eq(pair.0.min(pair.1)))
        .filter(Column::Other.eq(pair.0.max(pair.1)))
        .filter(Column::State.is_in([CaseState::Different, CaseState::Undone]))
        .lock_exclusive()
        .one(transaction)
        .await?;
    let Some(row) = held else { return Ok(None) };
    let id = row.id;
    let change = duplicate_case::ActiveModel {
        says: Set(row.says.with_document()),
        state: Set(CaseState::Suspected),
        proposed_by: Set(None),
        origin: Set(Source::Document),
        changed_at: Set(at),
        ..Default::default()
    };
    let those = duplicate_case::Entity::update_many().set(change).filter(Column::Id.eq(id));
    those.exec(transaction).await?;
    Ok(Some(id))
}

/// A case that nobody else decides about until the transaction ends.
pub(in crate::identities) async fn locked(
    transaction: &DatabaseTransaction,
    id: CaseId,
) -> Result<Option<Case>, DbErr> {
    let held = duplicate_case::Entity::find_by_id(id).lock_exclusive().one(transaction).await?;
    Ok(held.map(Case::from))
}

/// Brings a case to another state.
pub(in crate::identities) async fn decide(
    transaction: &DatabaseTransaction,
    id: CaseId,
    (state, proposed_by): (CaseState, Option<AccountId>),
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    duplicate_case::Entity::update_many()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::ProposedBy, Expr::value(proposed_by))
        .col_expr(Column::ChangedAt, Expr::value(at))
        .filter(Column::Id.eq(id))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Keeps what was decided.
pub(in crate::identities) async fn insert_decision(
    transaction: &DatabaseTransaction,
    case: CaseId,
    decided: &Decided,
) -> Result<(), DbErr> {
    let Decided { judgement, after, by, at, reason } = decided;
    let row = duplicate_decision::ActiveModel {
        id: Set(DecisionId::new(*at)),
        case_id: Set(case),
        judgement: Set(*judgement),
        after: Set(*after),
        decided_by: Set(*by),
        decided_at: Set(*at),
        reason: Set(reason.clone()),
    };
    duplicate_decision::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// What was decided about a case, the first first.
pub(in crate::identities) async fn decisions(
    connection: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Vec<Decided>, DbErr> {
    let those = duplicate_decision::Entity::find()
        .filter(duplicate_decision::Column::CaseId.eq(case))
        .order_by_asc(duplicate_decision::Column::DecidedAt)
        .order_by_asc(duplicate_decision::Column::Id);
    let decided = |row: duplicate_decision::Model| Decided {
        judgement: row.judgement,
        after: row.after,
        by: row.decided_by,
        at: row.decided_at,
        reason: row.reason,
    };
    Ok(those.all(connection).await?.into_iter().map(decided).collect())
}

/// Cases that a record is part of.
fn of_person(person: PersonId) -> Condition {
    Condition::any().add(Column::One.eq(person)).add(Column::Other.eq(person))
}

/// How many cases about a record wait for an officer, of which the person is told.
pub(in crate::identities) async fn pending(
    connection: &impl ConnectionTrait,
    person: PersonId,
) -> Result<usize, DbErr> {
    let those = duplicate_case::Entity::find()
        .filter(of_person(person))
        .filter(Column::State.is_in(CaseState::WAITING));
    let waiting = those.all(connection).await?.into_iter().map(Case::from);
    Ok(waiting.filter(|case| !case.rests_on_a_number()).count())
}

/// How far it was decided about a pair, the lower key first; none where there is no case.
pub(in crate::identities) async fn state_of(
    connection: &impl ConnectionTrait,
    (one, other): (PersonId, PersonId),
) -> Result<Option<CaseState>, DbErr> {
    let case = duplicate_case::Entity::find().filter(Column::One.eq(one)).filter(Column::Other.eq(other));
    Ok(case.one(connection).await?.map(|row| row.state))
}

/// Whose records they are, where somebody signs in to them.
pub(in crate::identities) async fn accounts(
    connection: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<Vec<(PersonId, AccountId)>, DbErr> {
    person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::AccountId])
        .filter(person::Column::Id.is_in(people.iter().copied()))
        .filter(person::Column::AccountId.is_not_null())
        .into_tuple()
        .all(connection)
        .await
}

/// Whether a case about any of these records is proposed, and not decided.
pub(in crate::identities) async fn is_proposed(
    connection: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<bool, DbErr> {
    let ids = || people.iter().copied();
    let about = Condition::any().add(Column::One.is_in(ids())).add(Column::Other.is_in(ids()));
    let proposed = duplicate_case::Entity::find().filter(Column::State.eq(CaseState::Proposed)).filter(about);
    Ok(proposed.limit(1).one(connection).await?.is_some())
}
