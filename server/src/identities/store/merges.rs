//! Rows that move when records are joined, and move back when they are parted.

use super::abilities::{carry_occupations, carry_skills};
use super::consents::{self, Consents};
use super::{rows, schools};
use crate::db::entities::{
    person, person_experience, person_identifier, person_merge, person_occupation, person_skill,
};
use crate::identities::model::{Moved, MovedOccupation, MovedSkill, Seen, Stood};
use crate::ids::{CaseId, ExperienceId, IdentifierId, MergeId, PersonId};
use crate::people::model::Visibility;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QuerySelect,
    sea_query::Expr,
};
use std::collections::BTreeSet;

/// How two records stand; nobody else joins them until the transaction ends. None where one is gone.
pub(in crate::identities) async fn stood(
    transaction: &DatabaseTransaction,
    (one, other): (PersonId, PersonId),
) -> Result<Option<(Stood, Stood)>, DbErr> {
    let mut found = Vec::new();
    // In the order of their keys, so that two who come at once wait for each other.
    for id in [one.min(other), one.max(other)] {
        let Some(row) = person::Entity::find_by_id(id).lock_exclusive().one(transaction).await? else {
            return Ok(None);
        };
        let owned = row.account_id.is_some();
        found.push(Stood { id, owned, created_at: row.created_at, merged_into: row.merged_into });
    }
    Ok(found.first().copied().zip(found.get(1).copied()))
}

async fn skills_of(
    transaction: &DatabaseTransaction,
    person: PersonId,
) -> Result<Vec<person_skill::Model>, DbErr> {
    let those = person_skill::Entity::find().filter(person_skill::Column::PersonId.eq(person));
    those.all(transaction).await
}

async fn occupations_of(
    transaction: &DatabaseTransaction,
    person: PersonId,
) -> Result<Vec<person_occupation::Model>, DbErr> {
    let those = person_occupation::Entity::find().filter(person_occupation::Column::PersonId.eq(person));
    those.all(transaction).await
}

/// What would move from `merged` to `survivor`.
async fn to_move(
    transaction: &DatabaseTransaction,
    (survivor, merged): (PersonId, PersonId),
) -> Result<Moved, DbErr> {
    let row = person::Entity::find_by_id(merged).one(transaction).await?;
    let row = row.ok_or_else(|| DbErr::RecordNotFound("the record to be joined".to_owned()))?;
    let seen = Seen {
        visibility: row.visibility,
        since: row.visibility_since,
        asked_at: row.visibility_asked_at,
        told: row.visibility_told,
    };
    let held: BTreeSet<i32> =
        skills_of(transaction, survivor).await?.iter().map(|held| held.skill_id).collect();
    let skills = skills_of(transaction, merged).await?.into_iter();
    let skills = skills.filter(|row| !held.contains(&row.skill_id)).map(|row| MovedSkill::from(&row));
    let worked: BTreeSet<i32> =
        occupations_of(transaction, survivor).await?.iter().map(|held| held.occupation_id).collect();
    let occupations = occupations_of(transaction, merged).await?.into_iter();
    let occupations = occupations.filter(|row| !worked.contains(&row.occupation_id));
    let occupations = occupations.map(|row| MovedOccupation::from(&row));
    let Consents { given, asked } = consents::to_move(transaction, (survivor, merged)).await?;
    Ok(Moved {
        seen,
        skills: skills.collect(),
        occupations: occupations.collect(),
        jobs: jobs_of(transaction, merged).await?,
        identifiers: identifiers_to_move(transaction, (survivor, merged)).await?,
        followers: followers_of(transaction, merged).await?,
        consents: given,
        requests: asked,
        schools: schools::of(transaction, merged).await?,
        taken: rows::to_take(transaction, (survivor, merged)).await?,
    })
}

async fn jobs_of(transaction: &DatabaseTransaction, person: PersonId) -> Result<Vec<ExperienceId>, DbErr> {
    let those = person_experience::Entity::find()
        .select_only()
        .column(person_experience::Column::Id)
        .filter(person_experience::Column::PersonId.eq(person));
    those.into_tuple().all(transaction).await
}

/// A number that both bear stays where it is.
async fn identifiers_to_move(
    transaction: &DatabaseTransaction,
    (survivor, merged): (PersonId, PersonId),
) -> Result<Vec<IdentifierId>, DbErr> {
    let of =
        |person| person_identifier::Entity::find().filter(person_identifier::Column::PersonId.eq(person));
    let held = of(survivor).all(transaction).await?;
    let both = |row: &person_identifier::Model| {
        held.iter().any(|held| held.kind == row.kind && held.digest == row.digest)
    };
    let those = of(merged).all(transaction).await?.into_iter();
    Ok(those.filter(|row| !both(row)).map(|row| row.id).collect())
}

async fn followers_of(transaction: &DatabaseTransaction, person: PersonId) -> Result<Vec<PersonId>, DbErr> {
    let those = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(person::Column::MergedInto.eq(person));
    those.into_tuple().all(transaction).await
}

/// Moves everything of `merged` to `survivor`; returns what moved.
pub(in crate::identities) async fn join(
    transaction: &DatabaseTransaction,
    (survivor, merged): (PersonId, PersonId),
) -> Result<Moved, DbErr> {
    let moved = to_move(transaction, (survivor, merged)).await?;
    carry(transaction, (merged, survivor), &moved).await?;
    rows::take(transaction, (survivor, moved.seen.visibility), &moved.taken).await?;
    let theirs = Consents { given: moved.consents.clone(), asked: moved.requests.clone() };
    consents::carry(transaction, (merged, survivor), &theirs).await?;
    let row = person::ActiveModel {
        id: NotSet,
        merged_into: Set(Some(survivor)),
        visibility: Set(Visibility::Hidden),
        ..Default::default()
    };
    let those = person::Entity::update_many().set(row).filter(person::Column::Id.eq(merged));
    those.exec(transaction).await?;
    Ok(moved)
}

/// Gives back to `merged` what moved to `survivor`, as far as it is still there.
pub(in crate::identities) async fn part(
    transaction: &DatabaseTransaction,
    (survivor, merged): (PersonId, PersonId),
    moved: &Moved,
) -> Result<(), DbErr> {
    carry(transaction, (survivor, merged), moved).await?;
    rows::give_back(transaction, (survivor, moved.seen.visibility), &moved.taken).await?;
    let theirs = Consents { given: moved.consents.clone(), asked: moved.requests.clone() };
    let own: Vec<PersonId> = moved.followers.iter().copied().chain([merged]).collect();
    let theirs = consents::to_give_back(transaction, (survivor, &own), theirs).await?;
    consents::carry(transaction, (survivor, merged), &theirs).await?;
    let Seen { visibility, since, asked_at, told } = moved.seen.clone();
    let row = person::ActiveModel {
        id: NotSet,
        merged_into: Set(None),
        visibility: Set(visibility),
        visibility_since: Set(since),
        visibility_asked_at: Set(asked_at),
        visibility_told: Set(told),
        ..Default::default()
    };
    let those = person::Entity::update_many().set(row).filter(person::Column::Id.eq(merged));
    those.exec(transaction).await?;
    Ok(())
}

/// Moves what was noted from one record to another, as it is now.
async fn carry(
    transaction: &DatabaseTransaction,
    (from, to): (PersonId, PersonId),
    moved: &Moved,
) -> Result<(), DbErr> {
    carry_skills(transaction, (from, to), &moved.skills).await?;
    carry_occupations(transaction, (from, to), &moved.occupations).await?;
    schools::carry(transaction, (from, to), &moved.schools).await?;
    person_experience::Entity::update_many()
        .col_expr(person_experience::Column::PersonId, Expr::value(to))
        .filter(person_experience::Column::PersonId.eq(from))
        .filter(person_experience::Column::Id.is_in(moved.jobs.iter().copied()))
        .exec(transaction)
        .await?;
    person_identifier::Entity::update_many()
        .col_expr(person_identifier::Column::PersonId, Expr::value(to))
        .filter(person_identifier::Column::PersonId.eq(from))
        .filter(person_identifier::Column::Id.is_in(moved.identifiers.iter().copied()))
        .exec(transaction)
        .await?;
    person::Entity::update_many()
        .col_expr(person::Column::MergedInto, Expr::value(to))
        .filter(person::Column::MergedInto.eq(from))
        .filter(person::Column::Id.is_in(moved.followers.iter().copied()))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Keeps that two records were joined.
pub(in crate::identities) async fn insert(
    transaction: &DatabaseTransaction,
    (case, survivor, merged): (CaseId, PersonId, PersonId),
    moved: Moved,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = person_merge::ActiveModel {
        id: Set(MergeId::new(at)),
        case_id: Set(case),
        survivor: Set(survivor),
        merged: Set(merged),
        moved: Set(moved),
        merged_at: Set(at),
        undone_at: Set(None),
    };
    person_merge::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// Notes that the merge of a case was undone; returns which record stayed, which was joined, and what moved.
pub(in crate::identities) async fn undo(
    transaction: &DatabaseTransaction,
    case: CaseId,
    at: DateTime<Utc>,
) -> Result<Option<(PersonId, PersonId, Moved)>, DbErr> {
    let standing = person_merge::Entity::find()
        .filter(person_merge::Column::CaseId.eq(case))
        .filter(person_merge::Column::UndoneAt.is_null());
    let Some(row) = standing.one(transaction).await? else { return Ok(None) };
    person_merge::Entity::update_many()
        .col_expr(person_merge::Column::UndoneAt, Expr::value(at))
        .filter(person_merge::Column::Id.eq(row.id))
        .exec(transaction)
        .await?;
    Ok(Some((row.survivor, row.merged, row.moved)))
}
