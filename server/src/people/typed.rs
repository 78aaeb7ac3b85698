//! What somebody types about another person, read as the steps of the own profile are read.

use super::forms::{Fields, line};
use super::model::Sex;
use super::profile::{Birth, Names};
use chrono::NaiveDate;
use views::profile::Problem;

/// Problems by the names of their fields.
pub type Problems = Vec<(&'static str, Problem)>;

/// Who somebody is, by the fields `given`, `family`, `latin`, `birth_day`, `birth_month`, `birth_year` and `sex`; or all
/// problems by the names of the fields.
pub fn identity(
    typed: &[(String, String)],
    today: NaiveDate,
) -> Result<(Names, Sex, Option<Birth>), Problems> {
    Fields(typed.to_vec()).identity(today)
}

/// A text on one line, with single blanks, of at most so many characters.
pub fn words(typed: &str, most: usize) -> Result<String, Problem> {
    line(typed, most)
}
