//! Addresses of what the law asks for.

/// What the law asks for.
pub const RULES: &str = "/rules";
/// One rule, with its history.
pub const RULE: &str = "/rules/{code}";

/// A rule, with its history.
pub fn rule(code: &str) -> String {
    format!("/rules/{code}")
}

/// The rules of a topic, on a day where one is told.
pub fn rules_of(topic: &str, on: Option<&str>) -> String {
    match on {
        Some(on) => format!("/rules?topic={topic}&on={on}"),
        None => format!("/rules?topic={topic}"),
    }
}

/// What waits for whoever looks after rules.
pub const OFFICER_RULES: &str = "/officer/rules";
/// One rule, for them.
pub const OFFICER_RULE: &str = "/officer/rules/{code}";
/// Where a version is proposed.
pub const OFFICER_RULE_PROPOSE: &str = "/officer/rules/{code}/propose";
/// Where one is held against the law.
pub const OFFICER_RULE_CHECK: &str = "/officer/rules/{code}/check";
/// Where one is approved, scheduled, rejected or confirmed.
pub const OFFICER_RULE_DECIDE: &str = "/officer/rules/{code}/decide";

/// One rule, for whoever looks after rules.
pub fn officer_rule(code: &str) -> String {
    format!("/officer/rules/{code}")
}
