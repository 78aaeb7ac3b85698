//! People in full, with what belongs to them, by their keys or one page after the other.

use super::{BATCH, WithSkills, occupations, of_people};
use crate::consent;
use crate::db::entities::{person, person_occupation, person_skill};
use crate::ids::{OrganisationId, PersonId};
use chrono::NaiveDate;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::{BTreeSet, HashMap};

/// A row, and the classes that its person lets see, as they are written.
#[derive(FromQueryResult)]
struct Asked {
    #[sea_orm(nested)]
    person: person::Model,
    consented: Option<String>,
}

/// The people `ids` with what belongs to them; for the operator's commands and interface, and for followers.
pub async fn by_ids(connection: &impl ConnectionTrait, ids: &[PersonId]) -> Result<Vec<WithSkills>, DbErr> {
    by_ids_for(connection, ids, None).await
}

/// The same, and of each what it lets one of some organisations see on a day.
pub async fn by_ids_for(
    connection: &impl ConnectionTrait,
    ids: &[PersonId],
    whom: Option<(&BTreeSet<OrganisationId>, NaiveDate)>,
) -> Result<Vec<WithSkills>, DbErr> {
    let mut found = Vec::new();
    let lets_see = whom.filter(|(organisations, _)| !organisations.is_empty());
    let lets_see = lets_see.map(|(organisations, day)| consent::store::lets_see(organisations, day));
    for batch in ids.chunks(BATCH * 10) {
        let those = person::Entity::find().filter(person::Column::Id.is_in(batch.iter().copied()));
        let rows = if let Some(lets_see) = &lets_see {
            those.expr_as(lets_see.clone(), "consented").into_model::<Asked>().all(connection).await?
        } else {
            let rows = those.all(connection).await?;
            rows.into_iter().map(|person| Asked { person, consented: None }).collect()
        };
        let ids = || batch.iter().copied();
        let (of_occupation, of_skill) =
            (person_occupation::Column::PersonId.is_in(ids()), person_skill::Column::PersonId.is_in(ids()));
        found.extend(with_skills(connection, rows, of_occupation, of_skill).await?);
    }
    Ok(found)
}

/// A page of all people after `after`, ordered by id; for followers that read everything.
pub async fn all_after(
    connection: &impl ConnectionTrait,
    after: Option<PersonId>,
    limit: u64,
) -> Result<Vec<WithSkills>, DbErr> {
    let rows = of_people(after, limit).all(connection).await?;
    let rows: Vec<Asked> = rows.into_iter().map(|person| Asked { person, consented: None }).collect();
    let ends = (rows.first().map(|row| row.person.id), rows.last().map(|row| row.person.id));
    let (Some(first), Some(last)) = ends else {
        return Ok(Vec::new());
    };
    // Nobody stands between them who is not in the page: one stretch of each table instead of a lookup each.
    let of_occupation = person_occupation::Column::PersonId.between(first, last);
    with_skills(connection, rows, of_occupation, person_skill::Column::PersonId.between(first, last)).await
}

async fn with_skills(
    connection: &impl ConnectionTrait,
    rows: Vec<Asked>,
    of_occupation: SimpleExpr,
    of_skill: SimpleExpr,
) -> Result<Vec<WithSkills>, DbErr> {
    let mut occupations = occupations(connection, of_occupation).await?;
    let mut skills: HashMap<PersonId, Vec<person_skill::Model>> = HashMap::new();
    let held = person_skill::Entity::find()
        .filter(of_skill)
        .order_by_asc(person_skill::Column::PersonId)
        .order_by_asc(person_skill::Column::SkillId);
    for row in held.all(connection).await? {
        skills.entry(row.person_id).or_default().push(row);
    }
    let complete = rows.into_iter().map(|Asked { person, consented }| WithSkills {
        occupations: occupations.remove(&person.id).unwrap_or_default(),
        skills: skills.remove(&person.id).unwrap_or_default(),
        person,
        consented: consent::store::consented(consented.as_deref()),
    });
    Ok(complete.collect())
}
