//! One entity for each table, written by hand; a test reads each of them on an empty database.

pub mod api_token;
pub mod closed_day;
pub mod concept;
pub mod country;
pub mod exchange_rate;
pub mod idempotency_key;
pub mod isic_section;
pub mod label;
pub mod lease;
pub mod message;
pub mod organisation;
pub mod outbox;
pub mod person;
pub mod person_occupation;
pub mod person_skill;
pub mod place;
pub mod search_click;
pub mod search_log;
pub mod search_sum;
pub mod setting;
pub mod skill_link;
pub mod synonym_decision;
pub mod undeliverable;
pub mod vacancy;
pub mod vacancy_skill;
