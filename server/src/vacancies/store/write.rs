//! Writes of vacancies, which never forget their followers.

use super::super::draft::VacancyDraft;
use super::super::model::{Closing, ConditionList, LanguageList, VacancyStatus};
use super::BATCH;
use crate::db::entities::{vacancy, vacancy_skill};
use crate::db::locks;
use crate::ids::{AccountId, ImportId, OrganisationId, VacancyId};
use crate::outbox::{self, Subject};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QuerySelect, sea_query::OnConflict,
};
use std::collections::HashMap;

/// What is held of a vacancy that comes again.
#[derive(Clone)]
pub(in crate::vacancies) struct Held {
    pub(in crate::vacancies) id: VacancyId,
    pub(in crate::vacancies) content_hash: String,
    pub(in crate::vacancies) status: VacancyStatus,
    pub(in crate::vacancies) closing: Closing,
}

/// Lets one transaction at a time write vacancies of `source`: of two that bring the same new record or
/// employer, the second finds what the first has made.
pub(in crate::vacancies) async fn alone_in(
    transaction: &DatabaseTransaction,
    source: &str,
) -> Result<(), DbErr> {
    locks::wait_for(transaction, &format!("vacancies of {source}")).await
}

/// What is held of the vacancies of `source` among `source_keys`.
pub(in crate::vacancies) async fn held(
    connection: &impl ConnectionTrait,
    source: &str,
    source_keys: &[&str],
) -> Result<HashMap<String, Held>, DbErr> {
    let rows: Vec<(String, VacancyId, String, VacancyStatus, Closing)> = vacancy::Entity::find()
        .select_only()
        .columns([
            vacancy::Column::SourceKey,
            vacancy::Column::Id,
            vacancy::Column::ContentHash,
            vacancy::Column::Status,
            vacancy::Column::Closing,
        ])
        .filter(vacancy::Column::Source.eq(source))
        .filter(vacancy::Column::SourceKey.is_in(source_keys.iter().copied()))
        .into_tuple()
        .all(connection)
        .await?;
    let held = rows
        .into_iter()
        .map(|(key, id, content_hash, status, closing)| (key, Held { id, content_hash, status, closing }));
    Ok(held.collect())
}

/// What a stored vacancy belongs to.
pub(in crate::vacancies) struct Belongs<'a> {
    pub(in crate::vacancies) source: &'a str,
    pub(in crate::vacancies) import: Option<ImportId>,
    pub(in crate::vacancies) employers: &'a HashMap<String, OrganisationId>,
    pub(in crate::vacancies) posted_by: Option<AccountId>,
    pub(in crate::vacancies) at: DateTime<Utc>,
}

/// A vacancy as it is to be stored.
#[derive(Clone, Copy)]
pub(in crate::vacancies) struct Saved<'a> {
    pub(in crate::vacancies) id: VacancyId,
    pub(in crate::vacancies) draft: &'a VacancyDraft,
    pub(in crate::vacancies) status: VacancyStatus,
}

/// Writes new and changed vacancies, with their skills and their outbox rows.
pub(in crate::vacancies) async fn save(
    transaction: &DatabaseTransaction,
    drafts: &[Saved<'_>],
    belongs: &Belongs<'_>,
) -> Result<(), DbErr> {
    for batch in drafts.chunks(BATCH) {
        let rows = batch.iter().filter_map(|saved| row(saved, belongs));
        vacancy::Entity::insert_many(rows).on_conflict(amend()).exec_without_returning(transaction).await?;
        let ids: Vec<VacancyId> = batch.iter().map(|saved| saved.id).collect();
        vacancy_skill::Entity::delete_many()
            .filter(vacancy_skill::Column::VacancyId.is_in(ids.iter().copied()))
            .exec(transaction)
            .await?;
        save_skills(transaction, batch).await?;
        let keys = ids.iter().map(|id| id.as_uuid());
        outbox::enqueue(transaction, Subject::Vacancy, keys, belongs.at).await?;
    }
    Ok(())
}

async fn save_skills(transaction: &DatabaseTransaction, batch: &[Saved<'_>]) -> Result<(), DbErr> {
    let mut rows = Vec::new();
    for Saved { id, draft, .. } in batch {
        rows.extend(draft.skills.iter().map(|skill| vacancy_skill::ActiveModel {
            vacancy_id: Set(*id),
            skill_id: Set(i32::try_from(skill.skill.0).unwrap_or(i32::MAX)),
            essential: Set(skill.essential),
            level: Set(skill.level.map(i32::from)),
            confidence: Set(skill.confidence),
        }));
    }
    for some in rows.chunks(BATCH * 10) {
        vacancy_skill::Entity::insert_many(some.to_vec()).exec_without_returning(transaction).await?;
    }
    Ok(())
}

fn row(saved: &Saved<'_>, belongs: &Belongs<'_>) -> Option<vacancy::ActiveModel> {
    let Saved { id, draft, status } = *saved;
    let (closing, valid_through) = draft.closes.settle(draft.posted_on);
    let place_id = |key: Option<search::PlaceKey>| key.and_then(|key| i32::try_from(key.0).ok());
    Some(vacancy::ActiveModel {
        id: Set(id),
        source: Set(belongs.source.to_owned()),
        source_key: Set(draft.source_key.clone()),
        content_hash: Set(draft.content_hash.clone()),
        last_import: Set(belongs.import),
        employer_id: Set(*belongs.employers.get(&draft.employer)?),
        title: Set(draft.title.as_str().to_owned()),
        description: Set(draft.description.clone()),
        language: Set(draft.language.clone()),
        occupation_id: Set(draft.occupation.and_then(|(key, _)| i32::try_from(key.0).ok())),
        occupation_confidence: Set(draft.occupation.map(|(_, confidence)| confidence)),
        place_text: Set(draft.place.text.clone()),
        country_id: Set(place_id(draft.place.chain.country)),
        province_id: Set(place_id(draft.place.chain.province)),
        district_id: Set(place_id(draft.place.chain.district)),
        place_confidence: Set(draft.place.confidence),
        abroad: Set(draft.place.abroad),
        contract: Set(draft.contract),
        arrangement: Set(draft.arrangement),
        wage_text: Set(draft.wage.text.clone()),
        wage_min: Set(draft.wage.min),
        wage_max: Set(draft.wage.max),
        wage_currency: Set(draft.wage.currency.clone()),
        wage_period: Set(draft.wage.period),
        qualification: Set(draft.qualification.map(i32::from)),
        experience_months: Set(draft.experience_months.and_then(|months| i32::try_from(months).ok())),
        languages: Set(LanguageList(draft.languages.clone())),
        conditions: Set(ConditionList(draft.conditions.clone())),
        openings: Set(i32::try_from(draft.openings).unwrap_or(i32::MAX)),
        starts_on: Set(draft.starts_on),
        posted_on: Set(draft.posted_on),
        valid_through: Set(valid_through),
        closing: Set(closing),
        status: Set(status),
        posted_by: Set(belongs.posted_by),
        created_at: Set(belongs.at),
        updated_at: Set(belongs.at),
    })
}

/// A record that is held already takes over everything but its id, origin and time of coming.
fn amend() -> OnConflict {
    use sea_orm::Iterable;
    let kept = |column: &vacancy::Column| {
        matches!(
            column,
            vacancy::Column::Id
                | vacancy::Column::Source
                | vacancy::Column::SourceKey
                | vacancy::Column::PostedBy
                | vacancy::Column::CreatedAt
        )
    };
    OnConflict::columns([vacancy::Column::Source, vacancy::Column::SourceKey])
        .update_columns(vacancy::Column::iter().filter(|column| !kept(column)))
        .to_owned()
}

/// Notes that `import` still holds the vacancies `ids`; nobody needs to hear of it.
pub(in crate::vacancies) async fn still_held(
    transaction: &DatabaseTransaction,
    ids: &[VacancyId],
    import: ImportId,
) -> Result<(), DbErr> {
    for batch in ids.chunks(BATCH) {
        vacancy::Entity::update_many()
            .col_expr(vacancy::Column::LastImport, sea_orm::sea_query::Expr::value(import))
            .filter(vacancy::Column::Id.is_in(batch.iter().copied()))
            .exec(transaction)
            .await?;
    }
    Ok(())
}
