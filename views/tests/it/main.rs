//! What a reader meets: pages, messages, colours, weights.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod letters;
mod look;
mod machines;
mod messages;
mod pages;
mod writing;
