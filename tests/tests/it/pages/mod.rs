//! The public pages, as a visitor and as a machine sees them.

mod bad_input;
mod closed;
mod counts;
mod guide;
mod languages;
mod machines;
mod policy;
mod results;
mod weight;
