//! Hiring: why an application ends, what may never be a reason, who acts by when, and words for many at once.

use crate::table::{TableError, table};
use serde::Deserialize;

/// A reason for which an application ends.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ExitReasonRow {
    /// Its code.
    pub reason: String,
    /// The stage at which it ends.
    pub exit: String,
    /// Who gives it.
    pub hand: String,
    /// In Lao.
    pub lo: String,
    /// In English.
    pub en: String,
    /// In Vietnamese.
    pub vi: String,
    /// Where it comes from.
    pub source: String,
}

/// A ground on which nobody may be turned away.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BannedGroundRow {
    /// Its code.
    pub ground: String,
    /// The law.
    pub source: String,
}

/// Who acts next at a stage, and by when.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct StageTermRow {
    /// Code of the stage.
    pub stage: String,
    /// `person` or `employer`.
    pub actor: String,
    /// Days within which an answer is due.
    pub days: u32,
    /// Days after which whoever is to act is reminded; empty for never.
    pub remind_days: Option<u32>,
    /// Days after which the application is closed; empty for never.
    pub close_days: Option<u32>,
    /// Where that comes from.
    pub source: String,
}

/// Words that an employer sends with a step, in three languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct AnswerTemplateRow {
    /// Its code.
    pub template: String,
    /// Code of the step.
    pub step: String,
    /// In Lao.
    pub lo: String,
    /// In English.
    pub en: String,
    /// In Vietnamese.
    pub vi: String,
    /// Who wrote it.
    pub source: String,
}

/// All reasons, in the order in which forms offer them.
pub fn exit_reasons() -> Result<Vec<ExitReasonRow>, TableError> {
    table!("hiring/reasons.csv")
}

/// All grounds on which nobody may be turned away.
pub fn banned_grounds() -> Result<Vec<BannedGroundRow>, TableError> {
    table!("hiring/banned.csv")
}

/// The terms of all stages at which somebody is to act.
pub fn stage_terms() -> Result<Vec<StageTermRow>, TableError> {
    table!("hiring/terms.csv")
}

/// All words for many at once.
pub fn answer_templates() -> Result<Vec<AnswerTemplateRow>, TableError> {
    table!("hiring/templates.csv")
}
