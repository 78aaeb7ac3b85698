//! Does the code keep to the plan of the house? Reads `use` lines, paths and manifests.

mod crates;
mod limits;
mod mask;
mod names;
mod rooms;
mod server;
mod source;
mod specimens;
mod words;
