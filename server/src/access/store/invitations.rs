//! Rows of invitations.

use super::Columns;
use crate::access::model::{Invitation, Seat};
use crate::db::entities::invitation;
use crate::ids::{AccountId, InvitationId, OrganisationId};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder,
};

/// What can be accepted at a moment.
fn open(at: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(invitation::Column::AcceptedAt.is_null())
        .add(invitation::Column::WithdrawnAt.is_null())
        .add(invitation::Column::ExpiresAt.gt(at))
}

impl From<invitation::Model> for Invitation {
    fn from(row: invitation::Model) -> Self {
        let invitation::Model {
            id,
            role,
            organisation_id,
            province_id,
            district_id,
            administers,
            digest: _,
            contact,
            invited_by: _,
            created_at,
            expires_at,
            accepted_at: _,
            accepted_by: _,
            withdrawn_at: _,
        } = row;
        let seat = Seat::from(Columns { role, organisation_id, province_id, district_id, administers });
        Self { id, contact, seat, created_at, expires_at }
    }
}

/// Writes an invitation.
pub(in crate::access) async fn insert_invitation(
    connection: &impl ConnectionTrait,
    invitation: &Invitation,
    digest: &str,
    invited_by: Option<AccountId>,
) -> Result<(), DbErr> {
    let Invitation { id, contact, seat, created_at, expires_at } = invitation;
    let Columns { role, organisation_id, province_id, district_id, administers } = Columns::from(seat);
    let row = invitation::ActiveModel {
        id: Set(*id),
        role: Set(role),
        organisation_id: Set(organisation_id),
        province_id: Set(province_id),
        district_id: Set(district_id),
        administers: Set(administers),
        digest: Set(digest.to_owned()),
        contact: Set(contact.clone()),
        invited_by: Set(invited_by),
        created_at: Set(*created_at),
        expires_at: Set(*expires_at),
        accepted_at: Set(None),
        accepted_by: Set(None),
        withdrawn_at: Set(None),
    };
    invitation::Entity::insert(row).exec_without_returning(connection).await?;
    Ok(())
}

/// The invitation whose token has this digest, as long as it can be accepted.
pub(in crate::access) async fn invitation_of_digest(
    connection: &impl ConnectionTrait,
    digest: &str,
    at: DateTime<Utc>,
) -> Result<Option<Invitation>, DbErr> {
    let those = open(at).add(invitation::Column::Digest.eq(digest));
    Ok(invitation::Entity::find().filter(those).one(connection).await?.map(Invitation::from))
}

/// The invitations to any of some contacts that can be accepted, the oldest first.
pub(in crate::access) async fn invitations_for(
    connection: &impl ConnectionTrait,
    contacts: &[String],
    at: DateTime<Utc>,
) -> Result<Vec<Invitation>, DbErr> {
    let those = open(at).add(invitation::Column::Contact.is_in(contacts));
    let rows =
        invitation::Entity::find().filter(those).order_by_asc(invitation::Column::Id).all(connection).await?;
    Ok(rows.into_iter().map(Invitation::from).collect())
}

/// How many invitations to an organisation were sent after a moment, whatever came of them.
pub(in crate::access) async fn sent_since(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
    since: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let those = Condition::all()
        .add(invitation::Column::OrganisationId.eq(organisation))
        .add(invitation::Column::CreatedAt.gt(since));
    invitation::Entity::find().filter(those).count(connection).await
}

/// The invitations to an organisation that can be accepted, the oldest first.
pub(in crate::access) async fn invitations_to(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
    at: DateTime<Utc>,
) -> Result<Vec<Invitation>, DbErr> {
    let those = open(at).add(invitation::Column::OrganisationId.eq(organisation));
    let rows =
        invitation::Entity::find().filter(those).order_by_asc(invitation::Column::Id).all(connection).await?;
    Ok(rows.into_iter().map(Invitation::from).collect())
}

/// Notes that an invitation was accepted; no, where it cannot be any more.
pub(in crate::access) async fn accept(
    connection: &impl ConnectionTrait,
    id: InvitationId,
    by: AccountId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let noted = invitation::Entity::update_many()
        .col_expr(invitation::Column::AcceptedAt, Expr::value(at))
        .col_expr(invitation::Column::AcceptedBy, Expr::value(by.as_uuid()))
        .filter(open(at).add(invitation::Column::Id.eq(id)))
        .exec(connection)
        .await?;
    Ok(noted.rows_affected > 0)
}

/// Withdraws an invitation to an organisation; no, where there is none that can be accepted.
pub(in crate::access) async fn withdraw(
    connection: &impl ConnectionTrait,
    id: InvitationId,
    organisation: OrganisationId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let those =
        open(at).add(invitation::Column::Id.eq(id)).add(invitation::Column::OrganisationId.eq(organisation));
    let noted = invitation::Entity::update_many()
        .col_expr(invitation::Column::WithdrawnAt, Expr::value(at))
        .filter(those)
        .exec(connection)
        .await?;
    Ok(noted.rows_affected > 0)
}
