//! What all pages share: the visit, addresses, errors that become pages, and the assembled router.

mod bodies;
pub(crate) mod client;
pub(crate) mod connections;
pub(crate) mod cookies;
pub mod device;
mod employer;
pub mod errand;
pub mod error;
mod gallery;
mod guide;
mod home;
pub mod language;
pub(crate) mod long_lines;
pub mod metrics;
mod origin;
pub mod paths;
pub mod query;
mod refusals;
pub mod router;
pub mod routes;
pub(crate) mod security;
pub mod session;
mod status;
pub mod visit;
pub(crate) mod who_sees;
