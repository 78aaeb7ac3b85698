//! Rows of consents.

mod requests;

pub(super) use requests::{answer, asked_since, insert_request, lapse, open, request, requests};

use super::model::{self, Classes, Consent, Recipient};
use crate::db::entities::{consent, person};
use crate::ids::{AccountId, ConsentId, OrganisationId, PersonId};
use crate::people::model::Visibility;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};
use std::collections::BTreeSet;

/// Whoever is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// The account; none where nobody has claimed the record.
    pub(super) account: Option<AccountId>,
    /// Who may find the record.
    pub(super) visibility: Visibility,
}

/// The record of a person, if it is there.
pub(super) async fn person(connection: &impl ConnectionTrait, id: PersonId) -> Result<Option<Asked>, DbErr> {
    let row: Option<(Option<AccountId>, Visibility)> = person::Entity::find_by_id(id)
        .select_only()
        .columns([person::Column::AccountId, person::Column::Visibility])
        .into_tuple()
        .one(connection)
        .await?;
    Ok(row.map(|(account, visibility)| Asked { account, visibility }))
}

/// The record that stands for this one, which nobody joins with another until the transaction ends.
pub(super) async fn standing(
    transaction: &DatabaseTransaction,
    id: PersonId,
) -> Result<Option<PersonId>, DbErr> {
    let held = person::Entity::find_by_id(id).select_only().column(person::Column::MergedInto).lock_shared();
    let held: Option<Option<PersonId>> = held.into_tuple().one(transaction).await?;
    Ok(held.map(|merged_into| merged_into.unwrap_or(id)))
}

impl From<consent::Model> for Consent {
    fn from(row: consent::Model) -> Self {
        let consent::Model {
            id,
            person_id,
            purpose,
            organisation_id,
            audience,
            classes,
            text_version,
            language,
            channel,
            witness,
            recorded_by,
            given_at,
            starts,
            ends,
            withdrawn_at,
        } = row;
        // A CHECK holds the row to exactly one of both; without either it is for nobody that there is.
        let recipient = match (organisation_id, audience) {
            (Some(id), _) => Recipient::Organisation(id),
            (None, Some(kind)) => Recipient::Kind(kind),
            (None, None) => Recipient::Organisation(OrganisationId::from_u128(0)),
        };
        Self {
            id,
            person: person_id,
            purpose,
            recipient,
            classes: model::classes(&classes),
            text_version,
            language,
            channel,
            witness,
            recorded_by,
            given_at,
            starts,
            ends,
            withdrawn_at,
        }
    }
}

/// Writes a consent.
pub(super) async fn insert(transaction: &DatabaseTransaction, given: &Consent) -> Result<(), DbErr> {
    let Consent {
        id,
        person,
        purpose,
        recipient,
        classes,
        text_version,
        language,
        channel,
        witness,
        recorded_by,
        given_at,
        starts,
        ends,
        withdrawn_at,
    } = given;
    let (organisation, audience) = match recipient {
        Recipient::Organisation(id) => (Some(*id), None),
        Recipient::Kind(kind) => (None, Some(*kind)),
    };
    let row = consent::ActiveModel {
        id: Set(*id),
        person_id: Set(*person),
        purpose: Set(purpose.clone()),
        organisation_id: Set(organisation),
        audience: Set(audience),
        classes: Set(model::written(classes)),
        text_version: Set(*text_version),
        language: Set(language.clone()),
        channel: Set(*channel),
        witness: Set(witness.clone()),
        recorded_by: Set(*recorded_by),
        given_at: Set(*given_at),
        starts: Set(*starts),
        ends: Set(*ends),
        withdrawn_at: Set(*withdrawn_at),
    };
    consent::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// All consents of a person, the newest first.
pub(super) async fn of_person(
    connection: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Consent>, DbErr> {
    let rows = consent::Entity::find()
        .filter(consent::Column::PersonId.eq(person))
        .order_by_desc(consent::Column::Id)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(Consent::from).collect())
}

/// A consent of a person; another's is none.
pub(super) async fn one(
    connection: &impl ConnectionTrait,
    (person, id): (PersonId, ConsentId),
) -> Result<Option<Consent>, DbErr> {
    let held = consent::Entity::find_by_id(id).filter(consent::Column::PersonId.eq(person));
    Ok(held.one(connection).await?.map(Consent::from))
}

/// Notes that a consent was withdrawn; false where it was before.
pub(super) async fn withdraw(
    transaction: &DatabaseTransaction,
    id: ConsentId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let done = consent::Entity::update_many()
        .col_expr(consent::Column::WithdrawnAt, Expr::value(Some(at)))
        .filter(consent::Column::Id.eq(id))
        .filter(consent::Column::WithdrawnAt.is_null())
        .exec(transaction)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Nothing of the same purpose and recipient was taken back after the consent was given (`Consent::is_overruled`).
const NOT_OVERRULED: &str = "not exists (select 1 from consent as other \
     where other.person_id = consent.person_id and other.purpose = consent.purpose \
     and (other.organisation_id = consent.organisation_id or other.audience = consent.audience) \
     and other.withdrawn_at > consent.given_at)";

fn live_on(day: NaiveDate) -> Condition {
    let no_end = Condition::any().add(consent::Column::Ends.is_null()).add(consent::Column::Ends.gte(day));
    Condition::all()
        .add(consent::Column::WithdrawnAt.is_null())
        .add(consent::Column::Starts.lte(day))
        .add(no_end)
        .add(Expr::cust(NOT_OVERRULED))
}

/// The classes that the person of a row lets one of some organisations see on a day, as [`consented`] reads them: a column
/// of a question about people, so that it costs none of its own.
pub(crate) fn lets_see(organisations: &BTreeSet<OrganisationId>, day: NaiveDate) -> SimpleExpr {
    let own =
        Expr::col((consent::Entity, consent::Column::PersonId)).equals((person::Entity, person::Column::Id));
    let consents = consent::Entity::find()
        .select_only()
        .expr(Expr::cust("string_agg(consent.classes, ' ')"))
        .filter(own)
        .filter(consent::Column::OrganisationId.is_in(organisations.iter().copied()))
        .filter(live_on(day));
    SimpleExpr::SubQuery(None, Box::new(consents.into_query().into()))
}

/// The classes of the column that [`lets_see`] is.
pub(crate) fn consented(written: Option<&str>) -> Classes {
    Classes::of(model::classes(written.unwrap_or_default()))
}

fn given_to(person: PersonId, (purpose, recipient): (&str, Recipient)) -> Select<consent::Entity> {
    let held = consent::Entity::find()
        .filter(consent::Column::PersonId.eq(person))
        .filter(consent::Column::Purpose.eq(purpose));
    match recipient {
        Recipient::Organisation(id) => held.filter(consent::Column::OrganisationId.eq(id)),
        Recipient::Kind(kind) => held.filter(consent::Column::Audience.eq(kind)),
    }
}

/// The live consents that a person gave to a recipient for a purpose.
pub(super) async fn live_for(
    transaction: &DatabaseTransaction,
    person: PersonId,
    what: (&str, Recipient),
    day: NaiveDate,
) -> Result<Vec<Consent>, DbErr> {
    let rows = given_to(person, what).filter(live_on(day)).all(transaction).await?;
    Ok(rows.into_iter().map(Consent::from).collect())
}

/// The consents that a person gave to a recipient for a purpose and could still take back.
pub(super) async fn unwithdrawn(
    transaction: &DatabaseTransaction,
    person: PersonId,
    what: (&str, Recipient),
    day: NaiveDate,
) -> Result<Vec<ConsentId>, DbErr> {
    let no_end = Condition::any().add(consent::Column::Ends.is_null()).add(consent::Column::Ends.gte(day));
    let held = given_to(person, what).select_only().column(consent::Column::Id).filter(no_end);
    held.filter(consent::Column::WithdrawnAt.is_null()).into_tuple().all(transaction).await
}
