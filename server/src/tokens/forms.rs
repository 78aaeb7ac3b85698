//! What is sent to take a token back.

use serde::Deserialize;

/// The one field; what is missing is empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    /// Id of the token.
    pub(super) id: String,
}
