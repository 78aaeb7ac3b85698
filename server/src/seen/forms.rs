//! What is sent to have a covered value shown, and to close an alarm.

use serde::Deserialize;

/// The fields of both; what is missing is empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    /// Which value, or which alarm.
    pub(super) what: String,
    /// Code of the purpose.
    pub(super) purpose: String,
    /// In the sender's own words.
    pub(super) words: String,
}
