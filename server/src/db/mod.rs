//! The database: connection, schema, and one entity for each table.

pub mod connect;
pub mod entities;
pub mod migrations;
pub mod settings;

pub use connect::{Database, OpenError};
