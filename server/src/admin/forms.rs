//! What is typed into the forms of administration: raw strings, of which each form reads its own.

use serde::Deserialize;

/// Every field that a form may have; a decision's other fields are told apart by the proposal.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    pub(super) id: String,
    pub(super) contact: String,
    pub(super) reason: String,
    pub(super) kind: String,
    pub(super) q: String,
    pub(super) text: String,
    pub(super) language: String,
    pub(super) shared: String,
    pub(super) days: String,
}
