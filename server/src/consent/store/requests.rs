//! Rows of requests for consent.

use crate::consent::model::{Answer, Request};
use crate::db::entities::consent_request::{self, Column};
use crate::ids::{ConsentId, ConsentRequestId, OrganisationId, PersonId};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, sea_query::OnConflict,
};

impl From<consent_request::Model> for Request {
    fn from(row: consent_request::Model) -> Self {
        let consent_request::Model {
            id,
            person_id,
            organisation_id,
            purpose,
            reason,
            asked_by,
            asked_at,
            open_until,
            answered_at: _,
            answer,
            consent_id: _,
        } = row;
        Self {
            id,
            person: person_id,
            organisation: organisation_id,
            purpose,
            reason,
            asked_by,
            asked_at,
            open_until,
            answer,
        }
    }
}

/// Writes a request; false where the same is open already, also one that another writes at this moment.
pub(in crate::consent) async fn insert_request(
    transaction: &DatabaseTransaction,
    asked: &Request,
) -> Result<bool, DbErr> {
    let Request { id, person, organisation, purpose, reason, asked_by, asked_at, open_until, answer } = asked;
    let row = consent_request::ActiveModel {
        id: Set(*id),
        person_id: Set(*person),
        organisation_id: Set(*organisation),
        purpose: Set(purpose.clone()),
        reason: Set(reason.clone()),
        asked_by: Set(*asked_by),
        asked_at: Set(*asked_at),
        open_until: Set(*open_until),
        answered_at: Set(None),
        answer: Set(*answer),
        consent_id: Set(None),
    };
    let same = OnConflict::new().do_nothing().to_owned();
    let written =
        consent_request::Entity::insert(row).on_conflict(same).exec_without_returning(transaction).await?;
    Ok(written == 1)
}

/// Closes what a person did not answer in time.
pub(in crate::consent) async fn lapse(
    transaction: &DatabaseTransaction,
    person: PersonId,
    (today, at): (NaiveDate, DateTime<Utc>),
) -> Result<(), DbErr> {
    consent_request::Entity::update_many()
        .col_expr(Column::Answer, Expr::value("lapsed"))
        .col_expr(Column::AnsweredAt, Expr::value(Some(at)))
        .filter(Column::PersonId.eq(person))
        .filter(Column::AnsweredAt.is_null())
        .filter(Column::OpenUntil.lt(today))
        .exec(transaction)
        .await?;
    Ok(())
}

/// How many requests an organisation has made since a moment.
pub(in crate::consent) async fn asked_since(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
    since: DateTime<Utc>,
) -> Result<u64, DbErr> {
    consent_request::Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::AskedAt.gte(since))
        .count(connection)
        .await
}

/// A request to a person; one to another is none.
pub(in crate::consent) async fn request(
    connection: &impl ConnectionTrait,
    (person, id): (PersonId, ConsentRequestId),
) -> Result<Option<Request>, DbErr> {
    let held = consent_request::Entity::find_by_id(id).filter(Column::PersonId.eq(person));
    Ok(held.one(connection).await?.map(Request::from))
}

/// What a person can answer on a day, the newest first.
pub(in crate::consent) async fn open(
    connection: &impl ConnectionTrait,
    person: PersonId,
    today: NaiveDate,
) -> Result<Vec<Request>, DbErr> {
    let rows = consent_request::Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::AnsweredAt.is_null())
        .filter(Column::OpenUntil.gte(today))
        .order_by_desc(Column::Id)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(Request::from).collect())
}

/// What an organisation has asked a person, the newest first.
pub(in crate::consent) async fn requests(
    connection: &impl ConnectionTrait,
    person: PersonId,
    organisation: OrganisationId,
) -> Result<Vec<Request>, DbErr> {
    let rows = consent_request::Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::OrganisationId.eq(organisation))
        .order_by_desc(Column::Id)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(Request::from).collect())
}

/// Notes an answer; false where there is one already.
pub(in crate::consent) async fn answer(
    transaction: &DatabaseTransaction,
    id: ConsentRequestId,
    (answer, consent): (Answer, Option<ConsentId>),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let done = consent_request::Entity::update_many()
        .col_expr(Column::Answer, Expr::value(sea_orm::ActiveEnum::to_value(&answer)))
        .col_expr(Column::AnsweredAt, Expr::value(Some(at)))
        .col_expr(Column::ConsentId, Expr::value(consent.map(ConsentId::as_uuid)))
        .filter(Column::Id.eq(id))
        .filter(Column::AnsweredAt.is_null())
        .exec(transaction)
        .await?;
    Ok(done.rows_affected == 1)
}
