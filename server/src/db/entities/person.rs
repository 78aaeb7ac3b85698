//! A person who looks for work or training.

use crate::ids::{AccountId, PersonId};
use crate::people::model::{BirthPrecision, LicenceList, Sex, SpokenLanguages, Visibility};
use sea_orm::entity::prelude::*;

/// A person who looks for work or training.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PersonId,
    /// Whose record it is; none where others registered the person and nobody has claimed it.
    pub account_id: Option<AccountId>,
    /// System that brought the record.
    pub source: String,
    /// Its key there.
    pub source_key: String,
    /// Digest of the record as it came.
    pub content_hash: String,
    /// Given or only name.
    pub given_name: Option<String>,
    /// Family name, where there is one.
    pub family_name: Option<String>,
    /// Name in Latin letters.
    pub latin_name: Option<String>,
    /// As registered; never a part of matching.
    pub sex: Sex,
    /// As precise as known.
    pub birth_date: Option<Date>,
    /// How precise.
    pub birth_precision: Option<BirthPrecision>,
    /// As given.
    pub phone: Option<String>,
    /// Address of a mailbox.
    pub email: Option<String>,
    /// The place as given.
    pub place_text: Option<String>,
    /// Place concept.
    pub province_id: Option<i32>,
    /// Place concept.
    pub district_id: Option<i32>,
    /// Who this is at work, in a line.
    pub headline: String,
    /// Free text of the profile.
    pub profile: String,
    /// Language of the texts.
    pub language: String,
    /// A month, whole units of the currency.
    pub wage_wish: Option<i64>,
    /// ISO 4217.
    pub wage_currency: Option<String>,
    /// 1 to 8 of the national framework.
    pub qualification: Option<i32>,
    /// In all.
    pub experience_months: Option<i32>,
    /// First day.
    pub available_from: Option<Date>,
    /// Would work shifts.
    pub shifts: Option<bool>,
    /// Would work abroad.
    pub abroad: Option<bool>,
    /// Would travel so far.
    pub max_distance_km: Option<i32>,
    /// Licences held; nothing if nobody asked.
    pub licences: Option<LicenceList>,
    /// Languages spoken.
    pub languages: SpokenLanguages,
    /// Who may find the profile.
    pub visibility: Visibility,
    /// When the owner last said so.
    pub visibility_since: Option<DateTimeUtc>,
    /// When the owner was last asked about it, or warned.
    pub visibility_asked_at: Option<DateTimeUtc>,
    /// How far the owner was told: 0 nothing yet, 1 asked, 2 and 3 warned.
    pub visibility_told: i32,
    /// The record with which it was joined; none while it stands for itself.
    pub merged_into: Option<PersonId>,
    /// When it came.
    pub created_at: DateTimeUtc,
    /// When it changed last.
    pub updated_at: DateTimeUtc,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
