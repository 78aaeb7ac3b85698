//! What breaks and what becomes of it: indexes mend themselves, databases that cannot be used are named.

mod commands;
mod connections;
mod database;
mod index;
mod private;
