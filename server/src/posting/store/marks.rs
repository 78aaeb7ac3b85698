//! By what adverts are known to come from one hand.

use crate::db::entities::{organisation, vacancy, vacancy_mark};
use crate::ids::VacancyId;
use crate::posting::model::Sharing;
use crate::vacancies::model::MarkKind;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashMap;

/// Most vacancies that are named beside one.
const MOST: u64 = 500;

/// Puts the marks of a vacancy in the place of those it had.
pub(in crate::posting) async fn replace_marks(
    transaction: &DatabaseTransaction,
    id: VacancyId,
    marks: &[(MarkKind, String)],
) -> Result<(), DbErr> {
    vacancy_mark::Entity::delete_many()
        .filter(vacancy_mark::Column::VacancyId.eq(id))
        .exec(transaction)
        .await?;
    let mut rows: Vec<(MarkKind, String)> = marks.to_vec();
    rows.sort_unstable();
    rows.dedup();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(kind, digest)| vacancy_mark::ActiveModel {
            vacancy_id: Set(id),
            kind: Set(kind),
            digest: Set(digest),
        })
        .collect();
    if !rows.is_empty() {
        vacancy_mark::Entity::insert_many(rows).exec_without_returning(transaction).await?;
    }
    Ok(())
}

/// The marks of a vacancy.
pub(in crate::posting) async fn marks_of(
    connection: &impl ConnectionTrait,
    id: VacancyId,
) -> Result<Vec<(MarkKind, String)>, DbErr> {
    let rows =
        vacancy_mark::Entity::find().filter(vacancy_mark::Column::VacancyId.eq(id)).all(connection).await?;
    Ok(rows.into_iter().map(|row| (row.kind, row.digest)).collect())
}

/// The vacancies that share one of some marks with a vacancy, the newest first.
pub(in crate::posting) async fn sharing(
    connection: &impl ConnectionTrait,
    id: VacancyId,
    marks: &[(MarkKind, String)],
) -> Result<Vec<Sharing>, DbErr> {
    if marks.is_empty() {
        return Ok(Vec::new());
    }
    let any = marks.iter().fold(Condition::any(), |any, (kind, digest)| {
        let this = Condition::all()
            .add(vacancy_mark::Column::Kind.eq(*kind))
            .add(vacancy_mark::Column::Digest.eq(digest.as_str()));
        any.add(this)
    });
    let rows = vacancy_mark::Entity::find()
        .filter(any)
        .filter(vacancy_mark::Column::VacancyId.ne(id))
        .order_by_desc(vacancy_mark::Column::VacancyId)
        .limit(MOST)
        .all(connection)
        .await?;
    let mut by: HashMap<VacancyId, Vec<(MarkKind, usize)>> = HashMap::new();
    for row in rows {
        let held = by.entry(row.vacancy_id).or_default();
        match held.iter_mut().find(|(kind, _)| *kind == row.kind) {
            Some((_, count)) => *count += 1,
            None => held.push((row.kind, 1)),
        }
    }
    let those = vacancy::Entity::find()
        .find_also_related(organisation::Entity)
        .filter(vacancy::Column::Id.is_in(by.keys().copied()))
        .order_by_desc(vacancy::Column::Id)
        .all(connection)
        .await?;
    let sharing = those.into_iter().filter_map(|(row, employer)| {
        let mut by = by.remove(&row.id)?;
        by.sort_unstable();
        let employer = employer.map(|employer| employer.name).unwrap_or_default();
        Some(Sharing {
            id: row.id,
            title: row.title,
            organisation: row.employer_id,
            employer,
            status: row.status,
            by,
        })
    });
    Ok(sharing.collect())
}
