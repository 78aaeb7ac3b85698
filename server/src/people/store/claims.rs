//! Whose is a record, and to whom may it be given?

use crate::db::entities::{
    consent, consent_request, duplicate_case, person, person_education, person_experience, person_identifier,
    person_merge, person_occupation, person_skill, registration,
};
use crate::ids::{AccountId, PersonId};
use crate::people::model::BirthPrecision;
use crate::people::profile::{Names, OWN};
use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, DerivePartialModel, EntityTrait,
    PaginatorTrait, QueryFilter, QuerySelect,
};

/// Records that one question gives out.
const MOST: u64 = 50;

/// What of a record tells whose it is.
#[derive(Clone, Debug, PartialEq, DerivePartialModel)]
#[sea_orm(entity = "person::Entity")]
pub struct Record {
    /// Key.
    pub id: PersonId,
    /// Whose it is, if anybody's.
    pub account_id: Option<AccountId>,
    /// Given or only name.
    pub given_name: Option<String>,
    /// Family name, where there is one.
    pub family_name: Option<String>,
    /// Name in Latin letters.
    pub latin_name: Option<String>,
    /// As precise as known.
    pub birth_date: Option<NaiveDate>,
    /// How precise.
    pub birth_precision: Option<BirthPrecision>,
    /// As given.
    pub phone: Option<String>,
    /// Place concept of the province.
    pub province_id: Option<i32>,
    /// Place concept of the district.
    pub district_id: Option<i32>,
    /// The record that stands in its place, where an officer joined two.
    pub merged_into: Option<PersonId>,
}

/// What was typed about somebody at work, and what it was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtWork {
    /// As it was typed, a line each.
    pub words: String,
    /// Concepts of the occupations.
    pub occupations: Vec<i32>,
    /// Concepts of the skills.
    pub skills: Vec<i32>,
}

impl Record {
    /// The name as people say it.
    pub fn name(&self) -> String {
        let (given, family) = (self.given_name.clone(), self.family_name.clone());
        Names { given, family, latin: self.latin_name.clone() }.whole().unwrap_or_default()
    }
}

/// What was typed about somebody at work, and what it was read as.
pub(in crate::people) async fn at_work(
    connection: &impl ConnectionTrait,
    id: PersonId,
) -> Result<Option<AtWork>, DbErr> {
    let Some(held) = person::Entity::find_by_id(id).one(connection).await? else { return Ok(None) };
    let occupations = person_occupation::Entity::find().filter(person_occupation::Column::PersonId.eq(id));
    let skills = person_skill::Entity::find().filter(person_skill::Column::PersonId.eq(id));
    let (occupations, skills) = (occupations.all(connection).await?, skills.all(connection).await?);
    Ok(Some(AtWork {
        words: held.profile,
        occupations: occupations.into_iter().map(|row| row.occupation_id).collect(),
        skills: skills.into_iter().map(|row| row.skill_id).collect(),
    }))
}

/// These records as far as they are there.
pub(in crate::people) async fn records(
    connection: &impl ConnectionTrait,
    ids: &[PersonId],
) -> Result<Vec<Record>, DbErr> {
    let these = person::Entity::find().filter(person::Column::Id.is_in(ids.iter().copied()));
    these.into_partial_model().all(connection).await
}

/// The ways in which people write a number in international form.
fn written(number: &str) -> Vec<String> {
    let digits = number.trim_start_matches('+');
    let mut ways = vec![number.to_owned(), digits.to_owned(), format!("00{digits}")];
    if let Some(home) = digits.strip_prefix("856") {
        ways.extend([home.to_owned(), format!("0{home}")]);
    }
    ways
}

/// Phones without what stands between digits; an index holds the same.
const PLAIN_PHONE: &str =
    "replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '.', ''), '(', ''), ')', '')";

/// Records without an owner that hold a phone number or mailbox.
pub(in crate::people) async fn unowned_with(
    connection: &impl ConnectionTrait,
    contact: &str,
) -> Result<Vec<Record>, DbErr> {
    let held = if contact.contains('@') {
        Condition::all().add(person::Column::Email.eq(contact))
    } else {
        Condition::all().add(Expr::cust(PLAIN_PHONE).is_in(written(contact)))
    };
    person::Entity::find()
        .filter(person::Column::AccountId.is_null())
        .filter(person::Column::MergedInto.is_null())
        .filter(held)
        .limit(MOST)
        .into_partial_model()
        .all(connection)
        .await
}

/// What an account keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// No record.
    Nothing,
    /// A record that tells nothing of its owner.
    Empty(PersonId),
    /// A record that tells something, or the one with which it was joined.
    Something(PersonId),
}

/// What an account keeps; nobody else changes it until the transaction ends.
pub(in crate::people) async fn kept(
    transaction: &DatabaseTransaction,
    account: AccountId,
) -> Result<Kept, DbErr> {
    let own = person::Entity::find().filter(person::Column::AccountId.eq(account)).lock_exclusive();
    let Some(row) = own.one(transaction).await? else { return Ok(Kept::Nothing) };
    if let Some(standing) = row.merged_into {
        return Ok(Kept::Something(standing));
    }
    let told = [&row.given_name, &row.family_name, &row.latin_name, &row.phone, &row.email];
    let silent = row.source == OWN
        && told.iter().all(|told| told.is_none())
        && row.birth_date.is_none()
        && row.district_id.is_none()
        && row.headline.is_empty()
        && row.licences.is_none()
        && row.languages.0.is_empty();
    let empty = silent && !has_more(transaction, row.id).await?;
    Ok(if empty { Kept::Empty(row.id) } else { Kept::Something(row.id) })
}

/// Whether anything belongs to a record beside its row.
async fn has_more(transaction: &DatabaseTransaction, id: PersonId) -> Result<bool, DbErr> {
    let held = [
        person_skill::Entity::find().filter(person_skill::Column::PersonId.eq(id)).count(transaction).await?,
        person_experience::Entity::find()
            .filter(person_experience::Column::PersonId.eq(id))
            .count(transaction)
            .await?,
        person_education::Entity::find()
            .filter(person_education::Column::PersonId.eq(id))
            .count(transaction)
            .await?,
        person_identifier::Entity::find()
            .filter(person_identifier::Column::PersonId.eq(id))
            .count(transaction)
            .await?,
        person_merge::Entity::find()
            .filter(person_merge::Column::Survivor.eq(id).or(person_merge::Column::Merged.eq(id)))
            .count(transaction)
            .await?,
        duplicate_case::Entity::find()
            .filter(duplicate_case::Column::One.eq(id).or(duplicate_case::Column::Other.eq(id)))
            .count(transaction)
            .await?,
        registration::Entity::find().filter(registration::Column::PersonId.eq(id)).count(transaction).await?,
        consent::Entity::find().filter(consent::Column::PersonId.eq(id)).count(transaction).await?,
        consent_request::Entity::find()
            .filter(consent_request::Column::PersonId.eq(id))
            .count(transaction)
            .await?,
    ];
    Ok(held.iter().any(|count| *count > 0))
}

/// Removes a record that tells nothing.
pub(in crate::people) async fn remove_empty(
    transaction: &DatabaseTransaction,
    id: PersonId,
) -> Result<(), DbErr> {
    person::Entity::delete_by_id(id).exec(transaction).await?;
    Ok(())
}

/// Makes an account the owner of a record that has the owner `before`; no, where it has another by now, or is part of
/// another record.
pub(in crate::people) async fn give(
    transaction: &DatabaseTransaction,
    (id, before): (PersonId, Option<AccountId>),
    owner: AccountId,
) -> Result<bool, DbErr> {
    let still = match before {
        Some(before) => person::Column::AccountId.eq(before),
        None => person::Column::AccountId.is_null(),
    };
    let given = person::Entity::update_many()
        .col_expr(person::Column::AccountId, Expr::value(owner))
        .filter(person::Column::Id.eq(id))
        .filter(still)
        .filter(person::Column::MergedInto.is_null())
        .exec(transaction)
        .await?;
    Ok(given.rows_affected == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_this_country_is_written_in_five_ways() {
        let ways = written("+8562055551234");
        assert_eq!(ways, ["+8562055551234", "8562055551234", "008562055551234", "2055551234", "02055551234"]);
        assert_eq!(written("+84912345678").len(), 3);
    }
}
