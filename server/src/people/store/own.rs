//! Rows of the profiles that people keep themselves: one record for an account.

mod parts;
mod schools;

pub(in crate::people) use parts::{
    drop_job, drop_skill, follow_jobs, insert_job, put_skill, set_occupation, update_job,
};
use parts::{jobs, skills};
use schools::schools;
pub use schools::{Schooled, schooled};
pub(in crate::people) use schools::{drop_school, follow_schools, insert_school, update_school};

use crate::db::entities::person;
use crate::ids::{AccountId, PersonId};
use crate::outbox::{self, Subject};
use crate::people::draft::{DraftPersonSkill, Wishes};
use crate::people::model::{
    BirthPrecision, Licence, LicenceList, Sex, SpokenLanguage, SpokenLanguages, Visibility,
};
use crate::people::profile::{Education, Experience, Names, OWN, Profile, Reach};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QuerySelect,
    sea_query::OnConflict,
};
use search::PlaceKey;

/// The row of a concept.
fn row_of(key: u32) -> i32 {
    i32::try_from(key).unwrap_or(i32::MAX)
}

/// The record of an account, made if there is none; nobody else changes it until the transaction ends. Tells whether it
/// was there before.
pub(in crate::people) async fn ensure(
    transaction: &DatabaseTransaction,
    account: AccountId,
    language: &str,
    at: DateTime<Utc>,
) -> Result<(PersonId, bool), DbErr> {
    let held = || {
        let columns = [person::Column::Id, person::Column::MergedInto];
        let own = person::Entity::find().select_only().columns(columns);
        let own = own.filter(person::Column::AccountId.eq(account)).lock_exclusive();
        own.into_tuple::<(PersonId, Option<PersonId>)>().one(transaction)
    };
    let stands = |(id, merged_into): (PersonId, Option<PersonId>)| merged_into.unwrap_or(id);
    if let Some(id) = held().await?.map(stands) {
        return Ok((id, true));
    }
    let row = empty(PersonId::new(at), account, language, at);
    // Of two first steps at once one makes the record, and the other finds it.
    let conflict =
        OnConflict::columns([person::Column::Source, person::Column::SourceKey]).do_nothing().to_owned();
    person::Entity::insert(row).on_conflict(conflict).exec_without_returning(transaction).await?;
    let id =
        held().await?.map(stands).ok_or_else(|| DbErr::RecordNotFound("the record just made".to_owned()))?;
    Ok((id, false))
}

fn empty(id: PersonId, account: AccountId, language: &str, at: DateTime<Utc>) -> person::ActiveModel {
    person::ActiveModel {
        id: Set(id),
        account_id: Set(Some(account)),
        source: Set(OWN.to_owned()),
        source_key: Set(account.to_string()),
        content_hash: Set(String::new()),
        given_name: Set(None),
        family_name: Set(None),
        latin_name: Set(None),
        sex: Set(Sex::Unknown),
        birth_date: Set(None),
        birth_precision: Set(None),
        phone: Set(None),
        email: Set(None),
        place_text: Set(None),
        province_id: Set(None),
        district_id: Set(None),
        headline: Set(String::new()),
        profile: Set(String::new()),
        language: Set(language.to_owned()),
        wage_wish: Set(None),
        wage_currency: Set(None),
        qualification: Set(None),
        experience_months: Set(None),
        available_from: Set(None),
        shifts: Set(None),
        abroad: Set(None),
        max_distance_km: Set(None),
        licences: Set(None),
        languages: Set(SpokenLanguages::default()),
        visibility: Set(Visibility::Hidden),
        visibility_since: Set(None),
        visibility_asked_at: Set(None),
        visibility_told: Set(0),
        merged_into: Set(None),
        created_at: Set(at),
        updated_at: Set(at),
    }
}

/// What a step writes into the row itself.
pub(in crate::people) enum Write<'a> {
    /// Names, sex and birth date.
    Identity(&'a Names, Sex, Option<(NaiveDate, BirthPrecision)>),
    /// Phone and mailbox.
    Reach(&'a Reach),
    /// Province and district.
    Place(PlaceKey, PlaceKey),
    /// The work that is looked for, and on which terms.
    Wishes(&'a str, &'a Wishes),
    /// All languages.
    Languages(Vec<SpokenLanguage>),
    /// All licences.
    Licences(Vec<Licence>),
    /// Who may find the profile from now on.
    Visibility(Visibility),
}

/// Writes a step into the row of a person.
pub(in crate::people) async fn write(
    transaction: &DatabaseTransaction,
    id: PersonId,
    step: Write<'_>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mut row = person::ActiveModel { id: NotSet, updated_at: Set(at), ..Default::default() };
    match step {
        Write::Identity(names, sex, birth) => {
            row.given_name = Set(names.given.clone());
            row.family_name = Set(names.family.clone());
            row.latin_name = Set(names.latin.clone());
            row.sex = Set(sex);
            row.birth_date = Set(birth.map(|(day, _)| day));
            row.birth_precision = Set(birth.map(|(_, precision)| precision));
        }
        Write::Reach(reach) => {
            row.phone = Set(reach.phone.clone());
            row.email = Set(reach.email.clone());
        }
        Write::Place(province, district) => {
            row.province_id = Set(Some(row_of(province.0)));
            row.district_id = Set(Some(row_of(district.0)));
        }
        Write::Wishes(headline, wishes) => {
            row.headline = Set(headline.to_owned());
            row.wage_wish = Set(wishes.wage.as_ref().map(|(amount, _)| *amount));
            row.wage_currency = Set(wishes.wage.as_ref().map(|(_, currency)| currency.clone()));
            row.available_from = Set(wishes.available_from);
            row.shifts = Set(wishes.shifts);
            row.abroad = Set(wishes.abroad);
            row.max_distance_km = Set(wishes.max_distance_km.and_then(|km| i32::try_from(km).ok()));
        }
        Write::Languages(languages) => row.languages = Set(SpokenLanguages(languages)),
        Write::Licences(licences) => row.licences = Set(Some(LicenceList(licences))),
        Write::Visibility(visibility) => {
            row.visibility = Set(visibility);
            row.visibility_since = Set(Some(at));
            row.visibility_asked_at = Set(None);
            row.visibility_told = Set(0);
        }
    }
    update(transaction, id, row).await
}

/// Changes the row of a person.
async fn update(
    transaction: &DatabaseTransaction,
    id: PersonId,
    row: person::ActiveModel,
) -> Result<(), DbErr> {
    person::Entity::update_many().set(row).filter(person::Column::Id.eq(id)).exec(transaction).await?;
    Ok(())
}

/// Tells the followers that a person changed.
pub(in crate::people) async fn tell(
    transaction: &DatabaseTransaction,
    id: PersonId,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = person::ActiveModel { id: NotSet, updated_at: Set(at), ..Default::default() };
    update(transaction, id, row).await?;
    outbox::enqueue(transaction, Subject::Person, [id.as_uuid()], at).await
}

/// The record that an account keeps: its own, or the one with which that was joined.
pub(in crate::people) async fn of_account(
    connection: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Option<person::Model>, DbErr> {
    let own = person::Entity::find().filter(person::Column::AccountId.eq(account)).one(connection).await?;
    match own.as_ref().and_then(|row| row.merged_into) {
        Some(id) => person::Entity::find_by_id(id).one(connection).await,
        None => Ok(own),
    }
}

/// The key of that record.
pub(in crate::people) async fn id_of_account(
    connection: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Option<PersonId>, DbErr> {
    let own = person::Entity::find().select_only().columns([person::Column::Id, person::Column::MergedInto]);
    let own: Option<(PersonId, Option<PersonId>)> =
        own.filter(person::Column::AccountId.eq(account)).into_tuple().one(connection).await?;
    Ok(own.map(|(id, merged_into)| merged_into.unwrap_or(id)))
}

/// The profile of an account; none before its first step.
pub(in crate::people) async fn read(
    connection: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Option<Profile>, DbErr> {
    let Some(row) = of_account(connection, account).await? else { return Ok(None) };
    let (jobs, skills) = (jobs(connection, row.id).await?, skills(connection, row.id).await?);
    let schools = schools(connection, row.id).await?;
    Ok(Some(whole(row, (jobs, schools), skills)))
}

fn whole(
    row: person::Model,
    (experience, education): (Vec<Experience>, Vec<Education>),
    skills: Vec<DraftPersonSkill>,
) -> Profile {
    let place = |key: Option<i32>| key.map(|key| PlaceKey(key.unsigned_abs()));
    let wishes = Wishes {
        wage: row.wage_wish.zip(row.wage_currency),
        available_from: row.available_from,
        shifts: row.shifts,
        abroad: row.abroad,
        max_distance_km: row.max_distance_km.and_then(|km| u32::try_from(km).ok()),
    };
    let mut languages = row.languages.0;
    languages.sort_by_key(|spoken| std::cmp::Reverse(spoken.level));
    Profile {
        id: row.id,
        names: Names { given: row.given_name, family: row.family_name, latin: row.latin_name },
        sex: row.sex,
        birth: row.birth_date.zip(row.birth_precision),
        reach: Reach { phone: row.phone, email: row.email },
        province: place(row.province_id),
        district: place(row.district_id),
        headline: row.headline,
        experience,
        education,
        skills,
        languages,
        licences: row.licences.map(|held| held.0),
        wishes,
        visibility: row.visibility,
        visibility_since: row.visibility_since,
    }
}
