//! The interface for machines, version 1: JSON under `/api/v1`, described by `OpenAPI` 3.1.
//!
//! Vacancies and concepts are open to everybody, from any origin. People and matches need a token of the
//! operator, and never carry a name, a birth date or a number. Vacancies are published and withdrawn with a
//! token of their source; a write that comes again is answered as the first time. Every error is a problem;
//! calls are counted by token or address.

mod access;
mod call;
mod concept;
mod concepts;
mod entity_tag;
pub(crate) mod idempotency;
mod jobs;
mod matches;
mod openapi;
mod parameters;
mod people;
mod problem;
mod rate;
mod reads;
pub mod routes;
mod store;

pub use crate::tokens::commands as token;
