//! What a person carries: a CV, and what is kept about them, as PDF in Lao, English and Vietnamese.
//!
//! [`pdf`] sets a [`Cv`] of finished facts, and [`record`] a [`Record`], with a template and fonts that are part of this
//! crate. Texts go to the template as values and never become markup; the template reads no file, no network and no
//! clock. The same CV on the same day gives the same bytes. `docs/adr/0014-cvs-on-paper.md` says why it is a crate of its own.

mod cv;
mod legible;
mod press;
mod record;
#[cfg(test)]
mod specimens;
mod values;
mod words;

pub use cv::{
    Confirmed, Contacts, Cv, Experience, Language, LanguageTest, Licence, Qualification, Skill, When, Wishes,
};
pub use press::{PrintError, pdf, record};
pub use record::{Record, RecordEntry, RecordSection};
pub use words::Locale;
