//! A step that was taken with an application.

use crate::hiring::model::{Hand, Stage, Step};
use crate::ids::{AccountId, ApplicationId, ApplicationStepId};
use sea_orm::entity::prelude::*;

/// A step that was taken with an application.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "application_step")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApplicationStepId,
    /// With which.
    pub application_id: ApplicationId,
    /// The version that it has after the step.
    pub number: i32,
    /// What was done.
    pub step: Step,
    /// By whom.
    pub hand: Hand,
    /// Where it stood.
    pub stage_before: Option<Stage>,
    /// Where it led.
    pub stage_after: Stage,
    /// Who of the organisation.
    pub member_id: Option<AccountId>,
    /// Code of the reason.
    pub reason: Option<String>,
    /// Code of the words that went with it.
    pub template: Option<String>,
    /// When.
    pub at: DateTimeUtc,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
