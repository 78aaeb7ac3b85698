//! Addresses of tokens of programs.

use crate::ids::OrganisationId;

/// All tokens.
pub const TOKENS: &str = "/admin/tokens";
/// Taking one back.
pub const TOKEN_REVOKE: &str = "/admin/tokens/revoke";
/// The tokens of an organisation's programs.
pub const ORGANISATION_TOKENS: &str = "/organisation/{id}/tokens";
/// Taking one of them back.
pub const ORGANISATION_TOKEN_REVOKE: &str = "/organisation/{id}/tokens/revoke";

/// The tokens of an organisation.
pub fn organisation_tokens(id: OrganisationId) -> String {
    ORGANISATION_TOKENS.replace("{id}", &id.to_string())
}
