//! Registration: helpers register people who have no phone or share one, and people take over what others registered.
//!
//! A record comes from a form, or from the queue of a browser that was offline, each with a key of its own: however often
//! it is sent, it arrives once. The person's profile stays hidden until its owner takes it over, with a card that the
//! helper makes, or with a code that goes to the phone or mailbox which the record holds.

pub mod commands;
mod forms;
pub mod model;
mod present;
pub mod routes;
mod store;
