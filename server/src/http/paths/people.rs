//! Addresses of people as others see them.

use crate::ids::PersonId;

/// People who can be found.
pub const PEOPLE: &str = "/people";
/// Alarms about those who look at many.
pub const ALARMS: &str = "/admin/alarms";
/// Closing one.
pub const CLOSE_ALARM: &str = "/admin/alarms/close";

/// A person, as whoever asks may see it.
pub fn person(id: PersonId) -> String {
    format!("{PEOPLE}/{id}")
}

/// Where a covered value of a person is shown for a purpose.
pub fn person_reveal(id: PersonId) -> String {
    format!("{PEOPLE}/{id}/reveal")
}
