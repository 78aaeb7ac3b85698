//! Addresses of helpers, who register people.

/// The people whom a helper registered.
pub const HELPER: &str = "/helper";
/// Where a helper registers one.
pub const HELPER_REGISTER: &str = "/helper/register";
/// Where every sign-out leads, so that the worker of that page forgets it.
pub const HELPER_LEFT: &str = "/helper/left";
/// Where the queue of a browser sends records.
pub const HELPER_RECORDS: &str = "/helper/records";
