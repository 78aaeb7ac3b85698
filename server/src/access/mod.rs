//! Access: who may do what, and who sees which field of a person.
//!
//! An account has roles by memberships: in an organisation, or over an area, for a time. What a role may do and what its
//! holders see of a person are tables (`seed-data/data/access`), read once as the [`Policy`](model::Policy). A route
//! names the permission that it asks for ([`crate::http::routes`]); whoever passes holds a [`Grant`](model::Grant) of it,
//! which says how far it reaches, and finders take that reach. Fields of a person are given out by
//! [`Policy::sight`](model::Policy::sight) alone.

pub mod commands;
mod forms;

pub mod model;

mod present;
pub mod routes;
mod store;
