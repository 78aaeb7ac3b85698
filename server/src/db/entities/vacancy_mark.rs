//! By what adverts are known to come from one hand: digests, so that they can be compared and not read.

use crate::ids::VacancyId;
use crate::vacancies::model::MarkKind;
use sea_orm::entity::prelude::*;

/// Something by which an advert can be known to belong to another.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "vacancy_mark")]
pub struct Model {
    /// Of which.
    #[sea_orm(primary_key, auto_increment = false)]
    pub vacancy_id: VacancyId,
    /// What it is.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: MarkKind,
    /// Its keyed digest.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: String,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
