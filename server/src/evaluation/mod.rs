//! Quality judged on anybody's labelled data.

pub mod duplicates;
