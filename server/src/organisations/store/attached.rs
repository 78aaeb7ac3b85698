//! Rows of papers, sites and decisions.

use crate::db::entities::{organisation_decision, organisation_evidence, organisation_site};
use crate::ids::{AccountId, DecisionId, EvidenceId, OrganisationId, SiteId};
use crate::organisations::model::{Decision, Evidence, NewEvidence, NewSite, Site};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QueryOrder,
};

/// The papers of an organisation, the oldest first; those taken back are among them.
pub(in crate::organisations) async fn papers(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
) -> Result<Vec<Evidence>, DbErr> {
    let rows = organisation_evidence::Entity::find()
        .filter(organisation_evidence::Column::OrganisationId.eq(organisation))
        .order_by_asc(organisation_evidence::Column::Id)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(Evidence::from).collect())
}

impl From<organisation_evidence::Model> for Evidence {
    fn from(row: organisation_evidence::Model) -> Self {
        let organisation_evidence::Model {
            id,
            organisation_id: _,
            kind,
            number,
            issued_on,
            valid_until,
            note,
            added_by: _,
            added_at,
            withdrawn_at,
        } = row;
        Self { id, kind, number, issued_on, valid_until, note, added_at, withdrawn_at }
    }
}

/// Keeps a paper.
pub(in crate::organisations) async fn insert_evidence(
    transaction: &DatabaseTransaction,
    organisation: OrganisationId,
    (new, by): (&NewEvidence, Option<AccountId>),
    at: DateTime<Utc>,
) -> Result<EvidenceId, DbErr> {
    let NewEvidence { kind, number, issued_on, valid_until, note } = new;
    let id = EvidenceId::new(at);
    let row = organisation_evidence::ActiveModel {
        id: Set(id),
        organisation_id: Set(organisation),
        kind: Set(*kind),
        number: Set(number.as_str().to_owned()),
        issued_on: Set(*issued_on),
        valid_until: Set(*valid_until),
        note: Set(note.clone()),
        added_by: Set(by),
        added_at: Set(at),
        withdrawn_at: Set(None),
    };
    organisation_evidence::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(id)
}

/// Takes a paper of an organisation back; whether there was one.
pub(in crate::organisations) async fn withdraw_evidence(
    transaction: &DatabaseTransaction,
    organisation: OrganisationId,
    id: EvidenceId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let done = organisation_evidence::Entity::update_many()
        .col_expr(organisation_evidence::Column::WithdrawnAt, Expr::value(at))
        .filter(organisation_evidence::Column::Id.eq(id))
        .filter(organisation_evidence::Column::OrganisationId.eq(organisation))
        .filter(organisation_evidence::Column::WithdrawnAt.is_null())
        .exec(transaction)
        .await?;
    Ok(done.rows_affected > 0)
}

/// The sites of an organisation that are not given up, the oldest first.
pub(in crate::organisations) async fn sites(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
) -> Result<Vec<Site>, DbErr> {
    let rows = organisation_site::Entity::find()
        .filter(organisation_site::Column::OrganisationId.eq(organisation))
        .filter(organisation_site::Column::ClosedAt.is_null())
        .order_by_asc(organisation_site::Column::Id)
        .all(connection)
        .await?;
    let site = |row: organisation_site::Model| Site {
        id: row.id,
        name: row.name,
        province: row.province_id,
        district: row.district_id,
        address: row.address,
    };
    Ok(rows.into_iter().map(site).collect())
}

/// Keeps a site.
pub(in crate::organisations) async fn insert_site(
    transaction: &DatabaseTransaction,
    organisation: OrganisationId,
    new: &NewSite,
    at: DateTime<Utc>,
) -> Result<SiteId, DbErr> {
    let NewSite { name, province, district, address } = new;
    let id = SiteId::new(at);
    let row = organisation_site::ActiveModel {
        id: Set(id),
        organisation_id: Set(organisation),
        name: Set(name.as_str().to_owned()),
        province_id: Set(*province),
        district_id: Set(*district),
        address: Set(address.clone()),
        created_at: Set(at),
        closed_at: Set(None),
    };
    organisation_site::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(id)
}

/// Gives a site of an organisation up; whether there was one.
pub(in crate::organisations) async fn close_site(
    transaction: &DatabaseTransaction,
    organisation: OrganisationId,
    id: SiteId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let done = organisation_site::Entity::update_many()
        .col_expr(organisation_site::Column::ClosedAt, Expr::value(at))
        .filter(organisation_site::Column::Id.eq(id))
        .filter(organisation_site::Column::OrganisationId.eq(organisation))
        .filter(organisation_site::Column::ClosedAt.is_null())
        .exec(transaction)
        .await?;
    Ok(done.rows_affected > 0)
}

/// What was decided about an organisation, the newest first.
pub(in crate::organisations) async fn decisions(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
) -> Result<Vec<Decision>, DbErr> {
    let rows = organisation_decision::Entity::find()
        .filter(organisation_decision::Column::OrganisationId.eq(organisation))
        .order_by_desc(organisation_decision::Column::DecidedAt)
        .order_by_desc(organisation_decision::Column::Id)
        .all(connection)
        .await?;
    let decision = |row: organisation_decision::Model| Decision {
        step: row.step,
        before: row.before,
        after: row.after,
        by: row.decided_by,
        at: row.decided_at,
        reason: row.reason,
        until: row.valid_until,
    };
    Ok(rows.into_iter().map(decision).collect())
}

/// Keeps a decision.
pub(in crate::organisations) async fn insert_decision(
    transaction: &DatabaseTransaction,
    organisation: OrganisationId,
    decision: &Decision,
) -> Result<(), DbErr> {
    let Decision { step, before, after, by, at, reason, until } = decision;
    let row = organisation_decision::ActiveModel {
        id: Set(DecisionId::new(*at)),
        organisation_id: Set(organisation),
        step: Set(*step),
        before: Set(*before),
        after: Set(*after),
        decided_by: Set(*by),
        decided_at: Set(*at),
        reason: Set(reason.clone()),
        valid_until: Set(*until),
    };
    organisation_decision::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}
