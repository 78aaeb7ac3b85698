//! The database: connection, schema, and one entity for each table.

pub mod connect;
pub mod entities;
pub(crate) mod lists;
pub(crate) mod locks;
pub mod migrations;
pub mod settings;
pub mod statements;
pub(crate) mod trouble;
mod url;

pub use connect::{Database, OpenError};
pub(crate) use url::{check_url, goes_in_the_open};
