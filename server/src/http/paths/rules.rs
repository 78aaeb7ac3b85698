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
