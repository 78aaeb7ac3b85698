//! Rows of any table, read and written by their columns.

mod cells;
mod one;
mod reading;
mod tables;
mod writing;

pub use one::rows_of;
pub(super) use reading::{TableReader, count};
pub use tables::columns_of;
pub(super) use tables::described;
pub(super) use writing::{TableWriter, WriteRowsError, occupied_by, set_sequences};
