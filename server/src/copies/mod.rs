//! A copy of all that is kept about somebody, for its owner: every row of every table that names the account or its
//! record ([`tables::COPIED`]), as JSON, and as a paper in plain words ([`facts`] says what a column holds). What is
//! not copied stands in [`tables::LEFT_OUT`] with its reason, and a test compares both with the columns of all tables.

pub mod commands;
pub mod facts;
pub mod model;
mod present;
pub mod routes;
pub mod tables;
