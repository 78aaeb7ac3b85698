//! Skills and occupations that move when records are joined, and move back when they are parted: as they are now, or as
//! they were noted where none is there any more.
//!
//! One that was removed from the record that stayed comes back to the one that was joined. Records are parted because
//! they are of two people: that one struck out what had come from the other says nothing of the other, and was perhaps
//! the first sign that they are two. Nor is it known who removed it: a file that brings the record that stayed once more
//! does so too, for it never held what moved. Whoever owns both after all strikes it out again; what is lost here nobody
//! brings back. Jobs and schooling that were removed are gone, for of them the keys alone are noted.
//!
//! Where the other record has one of its own by now, it keeps it. Then what was changed since it moved stays with whoever
//! changed it, and what nobody changed is dropped, for it would be there twice.

use crate::db::entities::{person_occupation, person_skill};
use crate::identities::model::{MovedOccupation, MovedSkill};
use crate::ids::PersonId;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    sea_query::OnConflict,
};

impl From<&person_skill::Model> for MovedSkill {
    fn from(row: &person_skill::Model) -> Self {
        let person_skill::Model { person_id: _, skill_id: skill, level, evidence, confidence } = *row;
        Self { skill, level, evidence, confidence }
    }
}

impl From<&person_occupation::Model> for MovedOccupation {
    fn from(row: &person_occupation::Model) -> Self {
        let person_occupation::Model { person_id: _, occupation_id: occupation, months, confidence } = *row;
        Self { occupation, months, confidence }
    }
}

/// What becomes of one that moved.
struct Carried<T> {
    /// What the other record gets; none where it has one of its own.
    given: Option<T>,
    /// Whether it goes where it was.
    gone: bool,
}

/// From what was noted, what is there now, and whether the other record has one of its own.
fn carried<T: Clone + PartialEq>(noted: &T, now: Option<T>, own: bool) -> Carried<T> {
    if own {
        return Carried { given: None, gone: now.as_ref() == Some(noted) };
    }
    Carried { given: Some(now.unwrap_or_else(|| noted.clone())), gone: true }
}

/// Moves skills.
pub(super) async fn carry_skills(
    transaction: &DatabaseTransaction,
    (from, to): (PersonId, PersonId),
    noted: &[MovedSkill],
) -> Result<(), DbErr> {
    use person_skill::{Column, Entity};
    let those = Column::SkillId.is_in(noted.iter().map(|noted| noted.skill));
    let both =
        Entity::find().filter(Column::PersonId.is_in([from, to])).filter(those).all(transaction).await?;
    let of = |person, skill| both.iter().find(|row| row.person_id == person && row.skill_id == skill);
    let (mut given, mut gone) = (Vec::new(), Vec::new());
    for noted in noted {
        let now = of(from, noted.skill).map(MovedSkill::from);
        let becomes = carried(noted, now, of(to, noted.skill).is_some());
        gone.extend(becomes.gone.then_some(noted.skill));
        given.extend(becomes.given.map(|MovedSkill { skill, level, evidence, confidence }| {
            person_skill::ActiveModel {
                person_id: Set(to),
                skill_id: Set(skill),
                level: Set(level),
                evidence: Set(evidence),
                confidence: Set(confidence),
            }
        }));
    }
    let theirs = Entity::delete_many().filter(Column::PersonId.eq(from));
    theirs.filter(Column::SkillId.is_in(gone)).exec(transaction).await?;
    if !given.is_empty() {
        let there = OnConflict::columns([Column::PersonId, Column::SkillId]).do_nothing().to_owned();
        Entity::insert_many(given).on_conflict(there).exec_without_returning(transaction).await?;
    }
    Ok(())
}

/// Moves occupations.
pub(super) async fn carry_occupations(
    transaction: &DatabaseTransaction,
    (from, to): (PersonId, PersonId),
    noted: &[MovedOccupation],
) -> Result<(), DbErr> {
    use person_occupation::{Column, Entity};
    let those = Column::OccupationId.is_in(noted.iter().map(|noted| noted.occupation));
    let both =
        Entity::find().filter(Column::PersonId.is_in([from, to])).filter(those).all(transaction).await?;
    let of = |person, one| both.iter().find(|row| row.person_id == person && row.occupation_id == one);
    let (mut given, mut gone) = (Vec::new(), Vec::new());
    for noted in noted {
        let now = of(from, noted.occupation).map(MovedOccupation::from);
        let becomes = carried(noted, now, of(to, noted.occupation).is_some());
        gone.extend(becomes.gone.then_some(noted.occupation));
        given.extend(becomes.given.map(|MovedOccupation { occupation, months, confidence }| {
            person_occupation::ActiveModel {
                person_id: Set(to),
                occupation_id: Set(occupation),
                months: Set(months),
                confidence: Set(confidence),
            }
        }));
    }
    let theirs = Entity::delete_many().filter(Column::PersonId.eq(from));
    theirs.filter(Column::OccupationId.is_in(gone)).exec(transaction).await?;
    if !given.is_empty() {
        let there = OnConflict::columns([Column::PersonId, Column::OccupationId]).do_nothing().to_owned();
        Entity::insert_many(given).on_conflict(there).exec_without_returning(transaction).await?;
    }
    Ok(())
}
