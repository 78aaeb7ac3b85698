//! Rows of what organisations post: terms, checks, marks; and what lists of them show.

mod checks;
mod market;
mod marks;
mod terms;

pub(super) use checks::{insert_check, last_check};
pub(super) use market::wages;
pub(super) use marks::{marks_of, replace_marks, sharing};
pub(super) use terms::{last_of, posted_since, save_terms, terms_of};
