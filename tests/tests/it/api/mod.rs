//! The interface for machines, as other systems hold on to it.

mod concepts;
mod people;
mod problems;
mod vacancies;
mod writes;
mod writes_traced;
