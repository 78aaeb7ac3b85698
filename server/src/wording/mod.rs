//! What does an advert, or a message, say that it should not? A room without tables.
//!
//! [`read`] reads an advert with what is known of its case: grounds of LAB-09 that are named, red flags RF-01 to RF-16
//! with the words that show them, contacts in the text, and whether the advert is held before anybody sees it.
//! Whoever publishes asks it; whoever decides later is shown the words. Patterns are data (`seed-data/data/wording`), weights and
//! points are rules. [`flags_of_message`] reads what people write to each other.

mod facts;
mod known;
mod model;
mod reading;
#[cfg(test)]
mod tests;
mod weights;

pub use model::{AdvertText, CaseFacts, Field, FlagShown, InText, MessageReading, Reading, Shown};
pub use reading::{flags_of_message, read};
