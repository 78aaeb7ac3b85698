//! Posted vacancies in words.

mod findings;
mod form;
mod own;

pub(crate) use findings::{Said, checked, status_word, step_word, title_of};
pub(super) use form::{form, typed};
pub(super) use own::{Looked, beside, own};
