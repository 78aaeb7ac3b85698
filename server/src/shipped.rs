//! Tables that ship with the program: each is read once, and what is permitted where one cannot be read.

use std::error::Error;

/// A table as it was read. Tests hold that each can be; where one cannot, what it permits is not permitted: the log says
/// so, in the words of `without`.
pub(crate) fn or_nothing<T: Default, E: Error + 'static>(read: Result<T, E>, without: &str) -> T {
    read.unwrap_or_else(|error| {
        let error: &(dyn Error + 'static) = &error;
        tracing::error!(error, "{without}");
        T::default()
    })
}

/// What a cell says that holds `yes` or `no`; nothing where it says something else.
pub(crate) fn yes_or_no(cell: &str) -> Option<bool> {
    match cell {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}
