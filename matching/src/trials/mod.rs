//! Trials of the whole crate: the laws of the formula and the exactness of the ranking.

mod bounds;
mod changes;
mod laws;
mod linkage;
mod ranking;
mod samples;
mod saved;
mod world;
