//! The application: domain, tables, HTTP and the command line.
//!
//! A write goes form → command → one transaction (decide, store, outbox row); followers bring the
//! index and the matching columns up to date. A read asks the index for keys and scores, then the
//! database for the rows of those keys, then presents. `docs/ARCHITECTURE.md` walks through both.

pub mod access;
pub mod accounts;
pub mod admin;
pub mod advice;
pub mod alerts;
pub mod allocation;
pub mod api;
pub mod app;
pub mod audit;
pub mod backup;
mod batch;
pub mod bench;
mod bounded;
pub mod checks;
pub mod clock;
pub mod commands;
pub mod config;
pub mod consent;
pub mod copies;
pub mod db;
mod digest;
pub mod discovery;
pub mod documents;
mod encoding;
pub mod erasure;
mod evaluation;
pub mod figures;
pub mod hiring;
pub mod homes;
pub mod http;
pub mod identities;
pub mod ids;
pub mod imports;
pub mod indexing;
mod installation;
pub mod keys;
pub mod learning;
pub mod leases;
pub mod limits;
pub mod mail;
pub mod moderation;
pub mod money;
pub mod organisations;
pub mod outbox;
pub mod papers;
pub mod people;
pub mod posting;
#[cfg(feature = "pdf")]
pub mod printing;
mod private;
pub mod reference;
pub mod registration;
pub mod retention;
pub mod rules;
pub mod seeding;
pub mod seen;
pub mod service;
mod shipped;
pub mod telemetry;
pub mod tokens;
pub mod trail;
pub mod turns;
mod unseen;
pub mod vacancies;
pub mod wording;
mod written;
