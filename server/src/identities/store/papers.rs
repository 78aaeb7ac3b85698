//! Numbers by which people are known.

use crate::db::entities::person_identifier::{self, Column};
use crate::identities::model::{IdKind, Identifier, Method, NewIdentifier};
use crate::ids::{AccountId, IdentifierId, PersonId};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, OnConflict},
};

impl From<person_identifier::Model> for Identifier {
    fn from(row: person_identifier::Model) -> Self {
        let person_identifier::Model {
            id,
            person_id,
            kind,
            number: _,
            digest,
            last_four,
            issuer,
            issued_on,
            expires_on,
            added_at: _,
            added_by: _,
            verified_by: _,
            verified_at,
            method,
        } = row;
        let verified = verified_at.zip(method);
        Self { id, person: person_id, kind, digest, last_four, issuer, issued_on, expires_on, verified }
    }
}

/// The numbers of people, the oldest first.
pub(in crate::identities) async fn of_people(
    connection: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<Vec<Identifier>, DbErr> {
    let those = person_identifier::Entity::find()
        .filter(Column::PersonId.is_in(people.iter().copied()))
        .order_by_asc(Column::AddedAt)
        .order_by_asc(Column::Id);
    Ok(those.all(connection).await?.into_iter().map(Identifier::from).collect())
}

/// The numbers of a person, the oldest first.
pub(in crate::identities) async fn of_person(
    connection: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Identifier>, DbErr> {
    of_people(connection, &[person]).await
}

/// The numbers of a person as they are sealed, by their keys.
pub(in crate::identities) async fn sealed_of(
    connection: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<(IdentifierId, String)>, DbErr> {
    person_identifier::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Number])
        .filter(Column::PersonId.eq(person))
        .into_tuple()
        .all(connection)
        .await
}

/// Kinds and digests of the numbers of people.
pub(in crate::identities) async fn digests_of(
    connection: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<Vec<(PersonId, IdKind, String)>, DbErr> {
    person_identifier::Entity::find()
        .select_only()
        .columns([Column::PersonId, Column::Kind, Column::Digest])
        .filter(Column::PersonId.is_in(people.iter().copied()))
        .into_tuple()
        .all(connection)
        .await
}

/// Whose verified number it is.
pub(in crate::identities) async fn verified_holder(
    connection: &impl ConnectionTrait,
    (kind, digests): (IdKind, &[String]),
) -> Result<Option<PersonId>, DbErr> {
    person_identifier::Entity::find()
        .select_only()
        .column(Column::PersonId)
        .filter(Column::Kind.eq(kind))
        .filter(Column::Digest.is_in(digests.iter().cloned()))
        .filter(Column::VerifiedAt.is_not_null())
        .into_tuple()
        .one(connection)
        .await
}

/// Kinds of the numbers that two people share.
pub(in crate::identities) fn shared(one: &[Identifier], other: &[Identifier]) -> Vec<IdKind> {
    let alike = |a: &Identifier, b: &Identifier| a.kind == b.kind && a.digest == b.digest;
    let both = one.iter().filter(|held| other.iter().any(|also| alike(held, also)));
    both.map(|held| held.kind).collect()
}

/// A number as it goes into the table.
pub(in crate::identities) struct Sealed<'a> {
    pub(in crate::identities) id: IdentifierId,
    pub(in crate::identities) person: PersonId,
    pub(in crate::identities) new: &'a NewIdentifier,
    /// The sealed number and its digest.
    pub(in crate::identities) written: (String, String),
    pub(in crate::identities) by: Option<AccountId>,
}

/// Keeps a number; tells whether it was not held already.
pub(in crate::identities) async fn insert(
    transaction: &DatabaseTransaction,
    sealed: Sealed<'_>,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let Sealed { id, person, new, written: (number, digest), by } = sealed;
    let row = person_identifier::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        kind: Set(new.kind),
        number: Set(number),
        digest: Set(digest),
        last_four: Set(new.number.last_four()),
        issuer: Set(new.issuer.clone()),
        issued_on: Set(new.issued_on),
        expires_on: Set(new.expires_on),
        added_at: Set(at),
        added_by: Set(by),
        verified_by: Set(None),
        verified_at: Set(None),
        method: Set(None),
    };
    let held = OnConflict::columns([Column::PersonId, Column::Kind, Column::Digest]).do_nothing().to_owned();
    let inserted = person_identifier::Entity::insert(row).on_conflict(held);
    Ok(inserted.exec_without_returning(transaction).await? > 0)
}

/// Removes a number of a person that nobody verified; tells whether it was there.
pub(in crate::identities) async fn remove(
    transaction: &DatabaseTransaction,
    person: PersonId,
    id: IdentifierId,
) -> Result<bool, DbErr> {
    let removed = person_identifier::Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::PersonId.eq(person))
        .filter(Column::VerifiedAt.is_null())
        .exec(transaction)
        .await?;
    Ok(removed.rows_affected > 0)
}

/// Notes that a number was verified.
pub(in crate::identities) async fn verify(
    transaction: &DatabaseTransaction,
    id: IdentifierId,
    (by, method): (AccountId, Method),
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    person_identifier::Entity::update_many()
        .col_expr(Column::VerifiedBy, Expr::value(by))
        .col_expr(Column::VerifiedAt, Expr::value(at))
        .col_expr(Column::Method, Expr::value(method))
        .filter(Column::Id.eq(id))
        .exec(transaction)
        .await?;
    Ok(())
}

/// A number as it is written in its row.
pub(in crate::identities) struct Written {
    pub(in crate::identities) id: IdentifierId,
    pub(in crate::identities) kind: IdKind,
    /// Sealed.
    pub(in crate::identities) number: String,
    pub(in crate::identities) digest: String,
}

/// A page of all numbers after `after`, by their keys; nobody else changes them until the transaction ends.
pub(in crate::identities) async fn written_after(
    transaction: &DatabaseTransaction,
    after: Option<IdentifierId>,
    limit: u64,
) -> Result<Vec<Written>, DbErr> {
    let mut those = person_identifier::Entity::find();
    if let Some(after) = after {
        those = those.filter(Column::Id.gt(after));
    }
    let rows = those.order_by_asc(Column::Id).limit(limit).lock_exclusive().all(transaction).await?;
    let written = |row: person_identifier::Model| Written {
        id: row.id,
        kind: row.kind,
        number: row.number,
        digest: row.digest,
    };
    Ok(rows.into_iter().map(written).collect())
}

/// Writes a number sealed anew.
pub(in crate::identities) async fn write_again(
    transaction: &DatabaseTransaction,
    written: Written,
) -> Result<(), DbErr> {
    person_identifier::Entity::update_many()
        .col_expr(Column::Number, Expr::value(written.number))
        .col_expr(Column::Digest, Expr::value(written.digest))
        .filter(Column::Id.eq(written.id))
        .exec(transaction)
        .await?;
    Ok(())
}
