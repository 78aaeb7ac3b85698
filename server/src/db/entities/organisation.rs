//! An employer, school, agency or public office.

use crate::ids::OrganisationId;
use crate::organisations::model::{OrganisationKind, Standing};
use sea_orm::entity::prelude::*;

/// An employer, school, agency or public office.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrganisationId,
    /// System that brought it.
    pub source: String,
    /// Its key there.
    pub source_key: String,
    /// As it calls itself.
    pub name: String,
    /// When it came.
    pub created_at: DateTimeUtc,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its name in Latin letters.
    pub latin_name: Option<String>,
    /// Number in the registry of enterprises.
    pub registration_no: Option<String>,
    /// Number of the taxpayer.
    pub tax_no: Option<String>,
    /// ISO 3166-1, two letters.
    pub country: Option<String>,
    /// Place concept.
    pub province_id: Option<i32>,
    /// Place concept.
    pub district_id: Option<i32>,
    /// Section of ISIC, a letter.
    pub isic: Option<String>,
    /// Address of its pages.
    pub website: Option<String>,
    /// What it says of itself.
    pub about: Option<String>,
    /// Whether it sits in a special economic zone.
    pub in_zone: bool,
    /// How far it was verified.
    pub standing: Standing,
    /// Last day of that.
    pub verified_until: Option<Date>,
    /// When its site was seen, in this verification.
    pub site_checked_on: Option<Date>,
    /// The next day on which something is to be done about its verification.
    pub look_on: Option<Date>,
    /// The organisation that holds a record which an import made.
    pub held_by: Option<OrganisationId>,
    /// When it changed last.
    pub updated_at: Option<DateTimeUtc>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
