//! The values of a rule between two days.

use crate::ids::AccountId;
use crate::rules::model::{Confidence, State};
use sea_orm::entity::prelude::*;

/// The values of a rule between two days.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rule_version")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i32,
    /// Of which rule.
    pub rule_code: String,
    /// Its number within the rule.
    pub number: i32,
    /// Its own name, where the rule names its steps.
    pub label: Option<String>,
    /// How far it has come.
    pub state: State,
    /// The day on which it was issued.
    pub issued_on: Option<Date>,
    /// The first day on which it holds; none where nobody knows it.
    pub valid_from: Option<Date>,
    /// The last day on which it holds.
    pub valid_until: Option<Date>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Whether it refuses nothing until somebody confirms it.
    pub verify: bool,
    /// When somebody did.
    pub confirmed_at: Option<DateTimeUtc>,
    /// Who; nobody where it was done at the command line.
    pub confirmed_by: Option<AccountId>,
    /// Which instrument made it, where that is another than the rule's.
    pub instrument_code: Option<String>,
    /// That instrument in words, where it is none of the program's.
    pub citation: Option<String>,
    /// Where in it it stands.
    pub article: Option<String>,
    /// Where it is known from, as a list in JSON.
    pub sources: String,
    /// What a reader has to know, in JSON.
    pub note: Option<String>,
    /// Its values by name, in JSON.
    pub parameters: String,
    /// What other sources tell, in JSON.
    pub alternatives: String,
    /// Who proposed it; nobody where it came with the program.
    pub proposed_by: Option<AccountId>,
    /// When.
    pub proposed_at: DateTimeUtc,
    /// Version of the reference data that brought it.
    pub shipped: Option<i32>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
