//! Tests of the assembled application.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "what a test measured stands in its output")]

mod access;
mod accounts;
mod admin;
mod allocate;
mod api;
mod architecture;
mod audit;
mod backup;
mod bench;
mod checks;
mod consent;
mod copies;
mod disk_full;
mod documents;
mod erasure;
mod evaluation;
mod facts_that_never_count;
mod failure;
mod fairness;
mod figures;
mod follow;
mod identities;
mod imports;
mod judged;
mod killed;
mod language_independence;
mod learning;
mod linkage;
mod listed;
mod mail;
mod on_postgresql;
mod organisations;
mod pages;
mod profile;
mod reference;
mod registration;
mod schema;
mod searchable;
mod searchable_within_a_second;
mod seen;
mod several;
mod soak;
mod title_vectors;
mod trail;
