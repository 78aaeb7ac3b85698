//! Rows of schooling, and the level of the national framework that follows from them.

use super::update;
use crate::db::entities::person;
use crate::db::entities::person_education::{ActiveModel, Column, Entity, Model};
use crate::ids::{EducationId, PersonId};
use crate::people::profile::Education;
use crate::people::schooling::Schooling;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
    sea_query::ExprTrait,
};
use std::collections::HashMap;

/// Rows that are read with one statement.
const BATCH: usize = 500;

impl From<Model> for Education {
    fn from(row: Model) -> Self {
        let Model {
            id,
            person_id: _,
            level,
            field,
            school,
            school_id,
            year,
            finished,
            certificate,
            created_at: _,
        } = row;
        Self { id, level, field, school, school_id, year, finished, certificate }
    }
}

/// Schooling of a person, newest first.
pub(super) async fn schools(
    connection: &impl ConnectionTrait,
    id: PersonId,
) -> Result<Vec<Education>, DbErr> {
    let rows =
        Entity::find().filter(Column::PersonId.eq(id)).order_by_desc(Column::Id).all(connection).await?;
    let mut schools: Vec<Education> = rows.into_iter().map(Education::from).collect();
    // A year that nobody told stands behind those that were told.
    schools.sort_by_key(|school| std::cmp::Reverse(school.year));
    Ok(schools)
}

/// What others may see of somebody's schooling: level and field, never the school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schooled {
    /// Code of the level.
    pub level: String,
    /// Code of the field.
    pub field: Option<String>,
}

/// What these people finished, the newest first.
pub async fn schooled(
    connection: &impl ConnectionTrait,
    ids: &[PersonId],
) -> Result<HashMap<PersonId, Vec<Schooled>>, DbErr> {
    let mut found: HashMap<PersonId, Vec<Schooled>> = HashMap::new();
    for batch in ids.chunks(BATCH) {
        let rows = Entity::find()
            .filter(Column::PersonId.is_in(batch.iter().copied()))
            .filter(Column::Finished.eq(true))
            .order_by_desc(Column::Id)
            .all(connection)
            .await?;
        for row in rows {
            found.entry(row.person_id).or_default().push(Schooled { level: row.level, field: row.field });
        }
    }
    Ok(found)
}

/// Adds schooling.
pub(in crate::people) async fn insert_school(
    transaction: &DatabaseTransaction,
    person: PersonId,
    school: &Education,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let Education { id, level, field, school, school_id, year, finished, certificate } = school.clone();
    let row = ActiveModel {
        id: Set(id),
        person_id: Set(person),
        level: Set(level),
        field: Set(field),
        school: Set(school),
        school_id: Set(school_id),
        year: Set(year),
        finished: Set(finished),
        certificate: Set(certificate),
        created_at: Set(at),
    };
    Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// Writes one of the person's own anew.
pub(in crate::people) async fn update_school(
    transaction: &DatabaseTransaction,
    person: PersonId,
    school: &Education,
) -> Result<(), DbErr> {
    let Education { id, level, field, school, school_id, year, finished, certificate } = school.clone();
    let row = ActiveModel {
        id: NotSet,
        person_id: NotSet,
        level: Set(level),
        field: Set(field),
        school: Set(school),
        school_id: Set(school_id),
        year: Set(year),
        finished: Set(finished),
        certificate: Set(certificate),
        created_at: NotSet,
    };
    let own = Column::PersonId.eq(person).and(Column::Id.eq(id));
    Entity::update_many().set(row).filter(own).exec(transaction).await?;
    Ok(())
}

/// Removes one of the person's own; tells whether there was one.
pub(in crate::people) async fn drop_school(
    transaction: &DatabaseTransaction,
    (person, id): (PersonId, EducationId),
) -> Result<bool, DbErr> {
    let own = Column::PersonId.eq(person).and(Column::Id.eq(id));
    Ok(Entity::delete_many().filter(own).exec(transaction).await?.rows_affected > 0)
}

/// Brings up to date which level of the national framework the person holds, for matching.
pub(in crate::people) async fn follow_schools(
    transaction: &DatabaseTransaction,
    id: PersonId,
) -> Result<(), DbErr> {
    let schools = schools(transaction, id).await?;
    let finished = schools.iter().filter(|school| school.finished).map(|school| school.level.as_str());
    let held = Schooling::shipped().qualification(finished).map(i32::from);
    update(
        transaction,
        id,
        person::ActiveModel { id: NotSet, qualification: Set(held), ..Default::default() },
    )
    .await
}
