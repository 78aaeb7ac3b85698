//! The index and the matching columns follow the database: whatever was done, crashed or repeated, they
//! end with what a rebuild would give, and miss nothing that a late transaction brings.

mod commit_order;
mod rows;
mod same_as_rebuilt;
mod snapshot;
mod steps;
mod view;
