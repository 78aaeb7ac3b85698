//! Rows that belong to a profile: skills, jobs, and what follows from the jobs.

use super::{row_of, update};
use crate::db::entities::{person, person_experience, person_occupation, person_skill};
use crate::ids::{ExperienceId, PersonId};
use crate::people::draft::DraftPersonSkill;
use crate::people::profile::{self, Experience};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait, OnConflict, SimpleExpr},
};
use search::{OccupationKey, SkillKey};

/// Adds a skill, or changes it where it is held.
pub(in crate::people) async fn put_skill(
    transaction: &DatabaseTransaction,
    id: PersonId,
    skill: &DraftPersonSkill,
) -> Result<(), DbErr> {
    let row = person_skill::ActiveModel {
        person_id: Set(id),
        skill_id: Set(row_of(skill.skill.0)),
        level: Set(skill.level.map(i32::from)),
        evidence: Set(skill.evidence),
        confidence: Set(skill.confidence),
    };
    let changed =
        [person_skill::Column::Level, person_skill::Column::Evidence, person_skill::Column::Confidence];
    let conflict = OnConflict::columns([person_skill::Column::PersonId, person_skill::Column::SkillId])
        .update_columns(changed)
        .to_owned();
    person_skill::Entity::insert(row).on_conflict(conflict).exec_without_returning(transaction).await?;
    Ok(())
}

/// Removes a skill; tells whether it was held.
pub(in crate::people) async fn drop_skill(
    transaction: &DatabaseTransaction,
    id: PersonId,
    skill: SkillKey,
) -> Result<bool, DbErr> {
    let removed = person_skill::Entity::delete_many()
        .filter(person_skill::Column::PersonId.eq(id))
        .filter(person_skill::Column::SkillId.eq(row_of(skill.0)))
        .exec(transaction)
        .await?;
    Ok(removed.rows_affected > 0)
}

/// Adds a job.
pub(in crate::people) async fn insert_job(
    transaction: &DatabaseTransaction,
    id: PersonId,
    job: &Experience,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = person_experience::ActiveModel {
        id: Set(job.id),
        person_id: Set(id),
        title: Set(job.title.clone()),
        employer: Set(job.employer.clone()),
        occupation_id: Set(job.occupation.map(|key| row_of(key.0))),
        began: Set(job.began),
        ended: Set(job.ended),
        tasks: Set(job.tasks.clone()),
        created_at: Set(at),
    };
    person_experience::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// Writes one of the person's own jobs anew.
pub(in crate::people) async fn update_job(
    transaction: &DatabaseTransaction,
    id: PersonId,
    job: &Experience,
) -> Result<(), DbErr> {
    let row = person_experience::ActiveModel {
        id: NotSet,
        person_id: NotSet,
        title: Set(job.title.clone()),
        employer: Set(job.employer.clone()),
        occupation_id: Set(job.occupation.map(|key| row_of(key.0))),
        began: Set(job.began),
        ended: Set(job.ended),
        tasks: Set(job.tasks.clone()),
        created_at: NotSet,
    };
    person_experience::Entity::update_many().set(row).filter(job_of(id, job.id)).exec(transaction).await?;
    Ok(())
}

/// Notes the occupation of one of the person's own jobs; tells whether there is such a job.
pub(in crate::people) async fn set_occupation(
    transaction: &DatabaseTransaction,
    (id, job): (PersonId, ExperienceId),
    occupation: Option<OccupationKey>,
) -> Result<bool, DbErr> {
    let key = occupation.map(|key| row_of(key.0));
    let changed = person_experience::Entity::update_many()
        .col_expr(person_experience::Column::OccupationId, Expr::value(key))
        .filter(job_of(id, job))
        .exec(transaction)
        .await?;
    Ok(changed.rows_affected > 0)
}

/// Removes one of the person's own jobs; tells whether there was such a job.
pub(in crate::people) async fn drop_job(
    transaction: &DatabaseTransaction,
    (id, job): (PersonId, ExperienceId),
) -> Result<bool, DbErr> {
    let removed = person_experience::Entity::delete_many().filter(job_of(id, job)).exec(transaction).await?;
    Ok(removed.rows_affected > 0)
}

fn job_of(id: PersonId, job: ExperienceId) -> SimpleExpr {
    person_experience::Column::PersonId.eq(id).and(person_experience::Column::Id.eq(job))
}

/// Brings up to date what follows from the jobs: occupations, months, the text that is searched.
pub(in crate::people) async fn follow_jobs(
    transaction: &DatabaseTransaction,
    id: PersonId,
    today: NaiveDate,
) -> Result<(), DbErr> {
    let jobs = jobs(transaction, id).await?;
    let of = person_occupation::Column::PersonId.eq(id);
    person_occupation::Entity::delete_many().filter(of).exec(transaction).await?;
    let held: Vec<_> = profile::occupations_of(&jobs, today)
        .into_iter()
        .map(|(occupation, months)| person_occupation::ActiveModel {
            person_id: Set(id),
            occupation_id: Set(row_of(occupation.0)),
            months: Set(i32::try_from(months).ok()),
            confidence: Set(1.0),
        })
        .collect();
    if !held.is_empty() {
        person_occupation::Entity::insert_many(held).exec_without_returning(transaction).await?;
    }
    let months = (!jobs.is_empty()).then(|| profile::months_of(&jobs, today));
    let row = person::ActiveModel {
        id: NotSet,
        experience_months: Set(months.and_then(|months| i32::try_from(months).ok())),
        profile: Set(profile::text_of(&jobs)),
        ..Default::default()
    };
    update(transaction, id, row).await
}

/// The jobs of a person, newest first.
pub(super) async fn jobs(connection: &impl ConnectionTrait, id: PersonId) -> Result<Vec<Experience>, DbErr> {
    let rows = person_experience::Entity::find()
        .filter(person_experience::Column::PersonId.eq(id))
        .order_by_desc(person_experience::Column::Began)
        .order_by_desc(person_experience::Column::Id)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(job).collect())
}

fn job(row: person_experience::Model) -> Experience {
    let person_experience::Model {
        id,
        person_id: _,
        title,
        employer,
        occupation_id,
        began,
        ended,
        tasks,
        created_at: _,
    } = row;
    let occupation = occupation_id.map(|key| OccupationKey(key.unsigned_abs()));
    Experience { id, title, employer, occupation, began, ended, tasks }
}

/// The skills of a person, best first.
pub(super) async fn skills(
    connection: &impl ConnectionTrait,
    id: PersonId,
) -> Result<Vec<DraftPersonSkill>, DbErr> {
    let rows = person_skill::Entity::find()
        .filter(person_skill::Column::PersonId.eq(id))
        .order_by_asc(person_skill::Column::SkillId)
        .all(connection)
        .await?;
    let mut skills: Vec<_> = rows
        .into_iter()
        .map(|row| DraftPersonSkill {
            skill: SkillKey(row.skill_id.unsigned_abs()),
            level: row.level.and_then(|level| u8::try_from(level).ok()),
            evidence: row.evidence,
            confidence: row.confidence,
        })
        .collect();
    skills.sort_by_key(|held: &DraftPersonSkill| std::cmp::Reverse((held.level, held.evidence)));
    Ok(skills)
}
