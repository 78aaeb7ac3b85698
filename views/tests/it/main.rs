//! What a reader meets: pages, messages, colours, weights.

mod look;
mod machines;
mod messages;
mod pages;
mod writing;
