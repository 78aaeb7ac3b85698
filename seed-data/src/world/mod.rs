//! A believable labour market, generated from a seed: people, employers, schools and vacancies.
//!
//! Row `i` depends only on the seed, the day and `i`, so that any part of a world can be made without the
//! rest, on any machine, in constant memory. Nobody and nothing in it is real.

mod calendar;
mod districts;
mod draw;
mod duplicates;
mod employer;
mod language;
mod misspell;
mod names;
mod offer;
mod person;
mod person_text;
mod report;
mod tables;
mod tally;
mod text;
mod vacancy;
mod vacancy_text;
mod wages;
mod zipf;

#[cfg(test)]
mod tests;

pub use employer::{GeneratedEmployer, GeneratedSchool};
pub use person::GeneratedPerson;
pub use report::{Ranking, Report, report};
pub use text::Writing;
pub use vacancy::{GeneratedCondition, GeneratedVacancy};

use crate::TableError;
use tables::Tables;
use zipf::Weights;

/// A generated country.
pub struct World {
    seed: u64,
    people: u32,
    vacancies: u32,
    today: i32,
    tables: Tables,
    schools: Vec<GeneratedSchool>,
    age_of_adverts: Weights,
}

impl World {
    /// The world of `seed` with so many people and vacancies, on the day `today` (days since 1970-01-01).
    ///
    /// # Errors
    /// An embedded table cannot be read.
    pub fn new(seed: u64, people: u32, vacancies: u32, today: i32) -> Result<Self, TableError> {
        let (tables, schools) = (Tables::read()?, employer::schools()?);
        let age_of_adverts = vacancy::age_of_adverts();
        Ok(Self { seed, people, vacancies, today, tables, schools, age_of_adverts })
    }

    /// All people, made one at a time.
    pub fn people(&self) -> impl Iterator<Item = GeneratedPerson> + '_ {
        (0..self.people).map(|index| self.person(index))
    }

    /// Person `index`; the same in a world of any size.
    pub fn person(&self, index: u32) -> GeneratedPerson {
        person::person(self, index)
    }

    /// The second record of person `index`, of whom three in a hundred are registered twice: the name
    /// misspelt or romanised, the birth date swapped or known less precisely, another phone, a new district.
    pub fn second_record(&self, index: u32) -> Option<GeneratedPerson> {
        duplicates::second_record(self, index)
    }

    /// All vacancies, made one at a time.
    pub fn vacancies(&self) -> impl Iterator<Item = GeneratedVacancy> + '_ {
        (0..self.vacancies).map(|index| self.vacancy(index))
    }

    /// Vacancy `index`; the same in a world of any size. The first sixty name the sixty commonest
    /// occupations, one each.
    pub fn vacancy(&self, index: u32) -> GeneratedVacancy {
        vacancy::vacancy(self, index)
    }

    /// Number of people.
    pub fn person_count(&self) -> u32 {
        self.people
    }

    /// Number of vacancies.
    pub fn vacancy_count(&self) -> u32 {
        self.vacancies
    }

    /// Number of employers: every one that a vacancy of this world names, and a few that have none.
    pub fn employer_count(&self) -> u32 {
        let sectors = self.tables.sectors.len() as u32;
        employer::rounds(self.vacancies.saturating_sub(1), sectors) * sectors
    }

    /// All employers, made one at a time.
    pub fn employers(&self) -> impl Iterator<Item = GeneratedEmployer> + '_ {
        (0..self.employer_count()).map(|index| self.employer(index))
    }

    /// Employer `index`; the same in a world of any size.
    pub fn employer(&self, index: u32) -> GeneratedEmployer {
        employer::employer(self, index)
    }

    /// All schools.
    pub fn schools(&self) -> &[GeneratedSchool] {
        &self.schools
    }

    /// Codes of the unit groups that the world draws from, the commonest first.
    pub fn occupations(&self) -> impl Iterator<Item = &str> {
        self.tables.occupations.iter().map(|occupation| occupation.code.as_str())
    }
}
