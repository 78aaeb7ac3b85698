//! Trials of the whole crate: the laws of the formula and the exactness of the ranking.

mod laws;
mod ranking;
mod samples;
mod world;
