//! One person, two records: found, judged and listed through the real program.

mod broken_files;
mod judged;
mod listed;
mod measured;
