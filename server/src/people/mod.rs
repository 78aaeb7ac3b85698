//! People: profiles of those who look for work or training.

pub mod model;
