//! Hiring: from an invitation or an application to a start that both sides confirm.
//!
//! What leads from one stage to another is one table without a database ([`model::after`], `model/steps.rs`); every step is
//! taken by one function (`commands/step.rs`), which holds it to the table and to the version that the form was drawn from,
//! writes it down, tells the trail, and sets who acts next and by when. Reasons, terms and words for many at once are
//! tables (`seed-data/data/hiring`). What an employer sees of whoever applied is what the person let it see: a consent for
//! the purpose of applying ([`crate::consent`]), which ends with the application. Who fits a vacancy before anybody applied
//! is worked out each time it is asked, and kept nowhere.

pub mod commands;
mod forms;
pub mod model;
mod present;
pub mod routes;
mod store;
