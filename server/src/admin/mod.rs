//! Administration: what keeps the platform going. Accounts are found exactly and looked at without what their owners
//! keep; letters that were given up are sent again; names of occupations, skills and places are added and taken out; what was
//! searched for in vain is decided about; settings are shown. Each page asks for the one permission it needs.

pub mod commands;
mod forms;
mod present;
pub mod routes;
