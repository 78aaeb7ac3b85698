//! What all pages share: the visit, addresses, errors that become pages, and the assembled router.

pub mod error;
mod gallery;
mod home;
pub mod language;
pub(crate) mod long_lines;
pub mod metrics;
pub mod paths;
pub mod query;
pub mod router;
mod security;
mod status;
pub mod visit;
