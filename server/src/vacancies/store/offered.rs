//! The vacancies of an organisation, for its own people: open and closed.

use super::{WithEmployer, named, public};
use crate::db::entities::{organisation, vacancy};
use crate::ids::{OrganisationId, VacancyId};
use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, RelationTrait,
};
use std::collections::{BTreeSet, HashMap};

/// What an organisation offers, and what imports brought of it.
fn offered_by(organisation: OrganisationId) -> Condition {
    let records = organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Id)
        .filter(organisation::Column::HeldBy.eq(organisation));
    Condition::any()
        .add(vacancy::Column::EmployerId.eq(organisation))
        .add(vacancy::Column::EmployerId.in_subquery(records.into_query()))
}

/// A page of the vacancies of an organisation, open ones first, the newest first of each; and how many there are.
pub async fn offered(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
    (page, on_a_page): (u64, u64),
    today: NaiveDate,
) -> Result<(Vec<WithEmployer>, u64), DbErr> {
    let those = vacancy::Entity::find().filter(offered_by(organisation));
    let total = those.clone().count(connection).await?;
    let closed: SimpleExpr = Expr::case(public(today), 0).finally(1).into();
    let rows = those
        .find_also_related(organisation::Entity)
        .order_by_asc(closed)
        .order_by_desc(vacancy::Column::Id)
        .offset(page.saturating_sub(1).saturating_mul(on_a_page))
        .limit(on_a_page)
        .all(connection)
        .await?;
    Ok((rows.into_iter().map(named).collect(), total))
}

/// How many open vacancies each of some organisations has; those without any are left out.
pub async fn open_counts(
    connection: &impl ConnectionTrait,
    organisations: &[OrganisationId],
    today: NaiveDate,
) -> Result<HashMap<OrganisationId, u64>, DbErr> {
    let those = Condition::any()
        .add(vacancy::Column::EmployerId.is_in(organisations.iter().copied()))
        .add(organisation::Column::HeldBy.is_in(organisations.iter().copied()));
    let holder = Expr::cust("coalesce(organisation.held_by, organisation.id)");
    let rows: Vec<(OrganisationId, i64)> = vacancy::Entity::find()
        .join(JoinType::InnerJoin, vacancy::Relation::Employer.def())
        .select_only()
        .expr_as(holder.clone(), "holder")
        .column_as(vacancy::Column::Id.count(), "open")
        .filter(those)
        .filter(public(today))
        .group_by(holder)
        .into_tuple()
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|(id, open)| (id, u64::try_from(open).unwrap_or(0))).collect())
}

/// A vacancy of one of some organisations, open or closed, and of which; none where it is another's.
pub async fn offered_one(
    connection: &impl ConnectionTrait,
    organisations: &BTreeSet<OrganisationId>,
    id: VacancyId,
) -> Result<Option<(OrganisationId, WithEmployer)>, DbErr> {
    let those = vacancy::Entity::find_by_id(id).find_also_related(organisation::Entity);
    let Some((vacancy, employer)) = those.one(connection).await? else { return Ok(None) };
    let held_by = employer.as_ref().and_then(|employer| employer.held_by);
    let of = [Some(vacancy.employer_id), held_by].into_iter().flatten();
    let of = of.into_iter().find(|id| organisations.contains(id));
    Ok(of.map(|of| (of, named((vacancy, employer)))))
}
