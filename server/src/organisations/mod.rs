//! Organisations: those who offer work, train, place abroad, or govern.
//!
//! Whoever has an account founds one and looks after it (`commands/found.rs`); it brings papers and hands them in; an
//! officer of its area, who is not its member, decides. What leads from one standing to another is one table without a
//! database ([`model::Step`], `model/steps.rs`); `commands/decide.rs` takes a step in a transaction with its decision and
//! its event in the trail; `commands/day.rs` lets verifications end. Whether an organisation may publish is
//! [`model::Verification::may_publish`] of its [`model::Brief`].

pub mod commands;
mod forms;
pub mod model;
pub(crate) mod present;
pub mod routes;
mod store;

pub(crate) use store::ensure_employers;
