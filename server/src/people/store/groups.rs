//! Sex, birth year and province of everybody: for the report on fairness, and for nothing else.

use crate::db::entities::{person, person_occupation};
use crate::ids::PersonId;
use crate::people::model::Sex;
use chrono::{Datelike, NaiveDate};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QueryOrder, QuerySelect};
use std::collections::HashMap;

/// To which groups a person belongs, and the occupations by which a vacancy could mean that person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belonging {
    /// Key.
    pub id: PersonId,
    /// As registered.
    pub sex: Sex,
    /// Year of birth, where it is known.
    pub birth_year: Option<i32>,
    /// Place concept of the province.
    pub province_id: Option<i32>,
    /// Occupations, by their keys.
    pub occupations: Vec<i32>,
}

/// The groups of everybody, ordered by id.
pub async fn belonging_of_all(connection: &impl ConnectionTrait) -> Result<Vec<Belonging>, DbErr> {
    let held: Vec<(PersonId, i32)> = person_occupation::Entity::find()
        .select_only()
        .columns([person_occupation::Column::PersonId, person_occupation::Column::OccupationId])
        .into_tuple()
        .all(connection)
        .await?;
    let mut occupations: HashMap<PersonId, Vec<i32>> = HashMap::new();
    for (id, occupation) in held {
        occupations.entry(id).or_default().push(occupation);
    }
    let columns =
        [person::Column::Id, person::Column::Sex, person::Column::BirthDate, person::Column::ProvinceId];
    let rows: Vec<(PersonId, Sex, Option<NaiveDate>, Option<i32>)> = person::Entity::find()
        .select_only()
        .columns(columns)
        .order_by_asc(person::Column::Id)
        .into_tuple()
        .all(connection)
        .await?;
    let belonging = rows.into_iter().map(|(id, sex, birth_date, province_id)| Belonging {
        id,
        sex,
        birth_year: birth_date.map(|day| day.year()),
        province_id,
        occupations: occupations.remove(&id).unwrap_or_default(),
    });
    Ok(belonging.collect())
}
