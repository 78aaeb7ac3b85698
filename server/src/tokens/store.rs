//! Rows of tokens.

use super::model::{Role, Token};
use crate::access::model::Area;
use crate::db::entities::api_token::{ActiveModel, Column, Entity, Model};
use crate::ids::{AccountId, OrganisationId, TokenId};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

impl From<Model> for Token {
    fn from(row: Model) -> Self {
        let Model {
            digest,
            id,
            role,
            label,
            source,
            created_at,
            organisation_id,
            province_id,
            district_id,
            ends_at,
            told_at: _,
            used_at,
            revoked_at,
            revoked_by,
        } = row;
        let area = province_id.map(|province| match district_id {
            Some(district) => Area::District { province, district },
            None => Area::Province(province),
        });
        Self {
            id,
            digest,
            role: role.parse().ok(),
            name: label,
            source,
            organisation: organisation_id,
            area,
            made_at: created_at,
            ends_at,
            used_at,
            revoked: revoked_at.map(|at| (at, revoked_by)),
        }
    }
}

/// Keeps a new token.
pub(super) async fn insert(
    connection: &impl ConnectionTrait,
    role: Role,
    token: &Token,
) -> Result<(), DbErr> {
    let Token { id, digest, role: _, name, source, organisation, area, made_at, ends_at, used_at, revoked } =
        token.clone();
    let (province_id, district_id) = match area {
        None | Some(Area::Country) => (None, None),
        Some(Area::Province(province)) => (Some(province), None),
        Some(Area::District { province, district }) => (Some(province), Some(district)),
    };
    let row = ActiveModel {
        digest: Set(digest),
        id: Set(id),
        role: Set(role.code().to_owned()),
        label: Set(name),
        source: Set(source),
        created_at: Set(made_at),
        organisation_id: Set(organisation),
        province_id: Set(province_id),
        district_id: Set(district_id),
        ends_at: Set(ends_at),
        told_at: Set(None),
        used_at: Set(used_at),
        revoked_at: Set(revoked.map(|(at, _)| at)),
        revoked_by: Set(revoked.and_then(|(_, by)| by)),
    };
    Entity::insert(row).exec_without_returning(connection).await?;
    Ok(())
}

/// The token with a digest.
pub(super) async fn by_digest(
    connection: &impl ConnectionTrait,
    digest: &str,
) -> Result<Option<Token>, DbErr> {
    Ok(Entity::find_by_id(digest).one(connection).await?.map(Token::from))
}

/// The token with an id.
pub(super) async fn by_id(connection: &impl ConnectionTrait, id: TokenId) -> Result<Option<Token>, DbErr> {
    Ok(Entity::find().filter(Column::Id.eq(id)).one(connection).await?.map(Token::from))
}

fn is_live(at: DateTime<Utc>) -> Condition {
    let runs = Condition::any().add(Column::EndsAt.is_null()).add(Column::EndsAt.gt(at));
    Condition::all().add(Column::RevokedAt.is_null()).add(runs)
}

fn of(organisation: Option<OrganisationId>) -> Select<Entity> {
    let all = Entity::find().order_by_desc(Column::CreatedAt).order_by_desc(Column::Id);
    match organisation {
        Some(id) => all.filter(Column::OrganisationId.eq(id)),
        None => all,
    }
}

/// The tokens that are good: of one organisation, or all.
pub(super) async fn live(
    connection: &impl ConnectionTrait,
    organisation: Option<OrganisationId>,
    at: DateTime<Utc>,
) -> Result<Vec<Token>, DbErr> {
    let rows = of(organisation).filter(is_live(at)).all(connection).await?;
    Ok(rows.into_iter().map(Token::from).collect())
}

/// The newest tokens that are good no more.
pub(super) async fn past(
    connection: &impl ConnectionTrait,
    organisation: Option<OrganisationId>,
    (at, most): (DateTime<Utc>, u64),
) -> Result<Vec<Token>, DbErr> {
    let rows = of(organisation).filter(is_live(at).not()).limit(most).all(connection).await?;
    Ok(rows.into_iter().map(Token::from).collect())
}

/// Tokens that are good and end until a moment, and of which nobody was told.
pub(super) async fn ending(
    connection: &impl ConnectionTrait,
    (at, until): (DateTime<Utc>, DateTime<Utc>),
    most: u64,
) -> Result<Vec<Token>, DbErr> {
    let rows = of(None)
        .filter(is_live(at))
        .filter(Column::EndsAt.lte(until))
        .filter(Column::ToldAt.is_null())
        .limit(most)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(Token::from).collect())
}

/// Notes that somebody was told of the end of a token.
pub(super) async fn note_told(
    connection: &impl ConnectionTrait,
    id: TokenId,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let told = Entity::update_many().col_expr(Column::ToldAt, Expr::value(at));
    told.filter(Column::Id.eq(id)).exec(connection).await?;
    Ok(())
}

/// Notes that a token is used.
pub(super) async fn note_use(
    connection: &impl ConnectionTrait,
    digest: &str,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let used = Entity::update_many().col_expr(Column::UsedAt, Expr::value(at));
    used.filter(Column::Digest.eq(digest)).exec(connection).await?;
    Ok(())
}

/// Takes a token back; no, where that was done before.
pub(super) async fn revoke(
    connection: &impl ConnectionTrait,
    id: TokenId,
    by: Option<AccountId>,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let revoked = Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(at))
        .col_expr(Column::RevokedBy, Expr::value(by))
        .filter(Column::Id.eq(id))
        .filter(Column::RevokedAt.is_null())
        .exec(connection)
        .await?;
    Ok(revoked.rows_affected > 0)
}
