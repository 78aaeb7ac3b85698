//! People as others see them: found, opened, and covered values shown for a purpose.
//!
//! Whoever looks is an [`Onlooker`](model::Onlooker), made of the proof that somebody may see people; how the onlooker
//! stands to a person are ties; and [`Sighted`](model::Sighted) is what the table of fields leaves of the person's record.
//! Pages and the interface for machines give out nothing else. A page that is opened, a value that is shown and a name in a list
//! stand in the person's trail; whoever has many covered values shown raises an alarm.

pub mod commands;
pub mod model;
pub mod search;

mod forms;
pub(crate) mod present;
mod query;
pub mod routes;
mod store;
