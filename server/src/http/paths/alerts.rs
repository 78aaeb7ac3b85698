//! Addresses of alerts.

use crate::ids::AlertId;

/// Asking for one; the search stands in the address.
pub const ALERT_NEW: &str = "/alerts/new";
/// One, for whoever has its letter.
pub const ALERT: &str = "/alerts/{id}/{signature}";
/// The own ones.
pub const ALERTS: &str = "/me/alerts";

/// An alert, by key and signature.
pub fn alert(id: AlertId, signature: &str) -> String {
    format!("/alerts/{id}/{signature}")
}
