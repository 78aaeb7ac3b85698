//! Vacancies: what employers offer, from publication to closing.

pub mod model;
