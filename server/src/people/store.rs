//! Rows of people: named questions, and the writes that never forget their followers.

pub(super) mod claims;
pub(super) mod demo;
mod groups;
mod identities;
pub(super) mod own;
pub(super) mod reminders;
mod rows;
mod searchable;
mod whereabouts;

use super::draft::PersonDraft;
use super::model::{Licence, LicenceList, SpokenLanguages, Visibility};
use crate::access::model::Classes;
use crate::db::entities::{person, person_occupation, person_skill};
use crate::ids::PersonId;
use crate::outbox::{self, Subject};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Select,
    sea_query::{Expr, OnConflict, SimpleExpr},
};
use std::collections::{BTreeSet, HashMap};

pub use groups::{Belonging, belonging_of_all};
pub use identities::{Registered, identities_after, identities_of, longest_worked, longest_worked_of};
pub use own::{Schooled, schooled};
pub use rows::{all_after, by_ids, by_ids_for};
pub use searchable::{Searchable, searchable_after, searchable_by_ids};
pub use whereabouts::{Whereabout, whereabouts_after};

/// Rows written with one statement; a person binds about thirty values.
const BATCH: usize = 200;

/// A person's row with what belongs to it.
#[derive(Clone, Debug)]
pub struct WithSkills {
    /// The row.
    pub person: person::Model,
    /// Occupations.
    pub occupations: Vec<person_occupation::Model>,
    /// Skills.
    pub skills: Vec<person_skill::Model>,
    /// What the person lets see whoever asked for the row; nothing, where nobody asked for that.
    pub consented: Classes,
}

impl WithSkills {
    /// May the person be ranked for vacancies? Not while the owner of the record hides it. Records that others brought
    /// have no owner yet; officers alone see them, ranked or not. One that was joined with another never is.
    pub fn may_be_ranked(&self) -> bool {
        let hidden = self.person.account_id.is_some() && self.person.visibility == Visibility::Hidden;
        self.person.merged_into.is_none() && !hidden
    }
}

/// Key and digest of the people of `source` among `source_keys`.
pub(super) async fn held(
    connection: &impl ConnectionTrait,
    source: &str,
    source_keys: &[&str],
) -> Result<HashMap<String, (PersonId, String)>, DbErr> {
    let rows: Vec<(String, PersonId, String)> = person::Entity::find()
        .select_only()
        .columns([person::Column::SourceKey, person::Column::Id, person::Column::ContentHash])
        .filter(person::Column::Source.eq(source))
        .filter(person::Column::SourceKey.is_in(source_keys.iter().copied()))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|(key, id, hash)| (key, (id, hash))).collect())
}

/// Writes new and changed people with what belongs to them and their outbox rows.
pub(super) async fn save(
    transaction: &DatabaseTransaction,
    source: &str,
    drafts: &[(PersonId, &PersonDraft)],
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    for batch in drafts.chunks(BATCH) {
        let rows = batch.iter().map(|(id, draft)| row(*id, source, draft, at));
        person::Entity::insert_many(rows).on_conflict(amend()).exec_without_returning(transaction).await?;
        let ids: Vec<PersonId> = batch.iter().map(|(id, _)| *id).collect();
        person_occupation::Entity::delete_many()
            .filter(person_occupation::Column::PersonId.is_in(ids.iter().copied()))
            .exec(transaction)
            .await?;
        person_skill::Entity::delete_many()
            .filter(person_skill::Column::PersonId.is_in(ids.iter().copied()))
            .exec(transaction)
            .await?;
        save_belongings(transaction, batch).await?;
        outbox::enqueue(transaction, Subject::Person, ids.iter().map(|id| id.as_uuid()), at).await?;
    }
    Ok(())
}

async fn save_belongings(
    transaction: &DatabaseTransaction,
    batch: &[(PersonId, &PersonDraft)],
) -> Result<(), DbErr> {
    let mut occupations = Vec::new();
    let mut skills = Vec::new();
    for (id, draft) in batch {
        occupations.extend(draft.occupations.iter().map(|held| person_occupation::ActiveModel {
            person_id: Set(*id),
            occupation_id: Set(i32::try_from(held.occupation.0).unwrap_or(i32::MAX)),
            months: Set(held.months.and_then(|months| i32::try_from(months).ok())),
            confidence: Set(held.confidence),
        }));
        skills.extend(draft.skills.iter().map(|held| person_skill::ActiveModel {
            person_id: Set(*id),
            skill_id: Set(i32::try_from(held.skill.0).unwrap_or(i32::MAX)),
            level: Set(held.level.map(i32::from)),
            evidence: Set(held.evidence),
            confidence: Set(held.confidence),
        }));
    }
    for some in occupations.chunks(BATCH * 10) {
        person_occupation::Entity::insert_many(some.to_vec()).exec_without_returning(transaction).await?;
    }
    for some in skills.chunks(BATCH * 10) {
        person_skill::Entity::insert_many(some.to_vec()).exec_without_returning(transaction).await?;
    }
    Ok(())
}

fn row(id: PersonId, source: &str, draft: &PersonDraft, at: DateTime<Utc>) -> person::ActiveModel {
    let place_id = |key: Option<search::PlaceKey>| key.and_then(|key| i32::try_from(key.0).ok());
    let identity = draft.identity.clone();
    let wishes = draft.wishes.clone();
    person::ActiveModel {
        id: Set(id),
        account_id: Set(None),
        source: Set(source.to_owned()),
        source_key: Set(draft.source_key.clone()),
        content_hash: Set(draft.content_hash.clone()),
        given_name: Set(identity.given_name),
        family_name: Set(identity.family_name),
        latin_name: Set(identity.latin_name),
        sex: Set(identity.sex),
        birth_date: Set(identity.birth.map(|(day, _)| day)),
        birth_precision: Set(identity.birth.map(|(_, precision)| precision)),
        phone: Set(identity.phone),
        email: Set(identity.email),
        place_text: Set(draft.place_text.clone()),
        province_id: Set(place_id(draft.place.province)),
        district_id: Set(place_id(draft.place.district)),
        headline: Set(draft.headline.clone()),
        profile: Set(draft.profile.clone()),
        language: Set(draft.language.clone()),
        wage_wish: Set(wishes.wage.as_ref().map(|(amount, _)| *amount)),
        wage_currency: Set(wishes.wage.map(|(_, currency)| currency)),
        qualification: Set(draft.qualification.map(i32::from)),
        experience_months: Set(draft.experience_months.and_then(|months| i32::try_from(months).ok())),
        available_from: Set(wishes.available_from),
        shifts: Set(wishes.shifts),
        abroad: Set(wishes.abroad),
        max_distance_km: Set(wishes.max_distance_km.and_then(|km| i32::try_from(km).ok())),
        licences: Set(draft
            .licences
            .clone()
            .map(|codes| LicenceList(codes.into_iter().map(Licence::of).collect()))),
        languages: Set(SpokenLanguages(draft.languages.clone())),
        visibility: Set(draft.visibility),
        visibility_since: Set(None),
        visibility_asked_at: Set(None),
        visibility_told: Set(0),
        merged_into: Set(None),
        created_at: Set(at),
        updated_at: Set(at),
    }
}

/// The mailbox that its owner told stays; while nobody owns the record it is that of the file.
const MAILBOX: &str = "case when person.account_id is null then excluded.email else person.email end";

/// A record that is held already takes over everything but its id, origin, owner, visibility and time of coming.
fn amend() -> OnConflict {
    use sea_orm::Iterable;
    let kept = |column: &person::Column| {
        matches!(
            column,
            person::Column::Id
                | person::Column::Source
                | person::Column::SourceKey
                | person::Column::AccountId
                | person::Column::Email
                | person::Column::Visibility
                | person::Column::VisibilitySince
                | person::Column::VisibilityAskedAt
                | person::Column::VisibilityTold
                | person::Column::MergedInto
                | person::Column::CreatedAt
        )
    };
    OnConflict::columns([person::Column::Source, person::Column::SourceKey])
        .update_columns(person::Column::iter().filter(|column| !kept(column)))
        .value(person::Column::Email, Expr::cust(MAILBOX))
        .to_owned()
}

/// A page of rows of all people after `after`, ordered by id; without those that were joined with others.
fn of_people(after: Option<PersonId>, limit: u64) -> Select<person::Entity> {
    let mut query = person::Entity::find().filter(person::Column::MergedInto.is_null());
    if let Some(after) = after {
        query = query.filter(person::Column::Id.gt(after));
    }
    query.order_by_asc(person::Column::Id).limit(limit)
}

/// The occupations that meet a condition, by whose they are.
async fn occupations(
    connection: &impl ConnectionTrait,
    condition: SimpleExpr,
) -> Result<HashMap<PersonId, Vec<person_occupation::Model>>, DbErr> {
    let mut occupations: HashMap<PersonId, Vec<person_occupation::Model>> = HashMap::new();
    let held = person_occupation::Entity::find()
        .filter(condition)
        .order_by_asc(person_occupation::Column::PersonId)
        .order_by_asc(person_occupation::Column::OccupationId);
    for row in held.all(connection).await? {
        occupations.entry(row.person_id).or_default().push(row);
    }
    Ok(occupations)
}

/// Is there any row at all?
pub async fn any(connection: &impl ConnectionTrait) -> Result<bool, DbErr> {
    Ok(person::Entity::find().limit(1).one(connection).await?.is_some())
}

/// How many there are, those that were joined with others not counted.
pub(super) async fn count(connection: &impl ConnectionTrait) -> Result<u64, DbErr> {
    person::Entity::find().filter(person::Column::MergedInto.is_null()).count(connection).await
}

/// The ids of all people, as numbers.
pub async fn all_ids(connection: &impl ConnectionTrait) -> Result<BTreeSet<u128>, DbErr> {
    let ids: Vec<PersonId> =
        person::Entity::find().select_only().column(person::Column::Id).into_tuple().all(connection).await?;
    Ok(ids.into_iter().map(PersonId::as_u128).collect())
}
