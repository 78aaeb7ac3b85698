//! What the platform knows of a person, before anybody sees it.

use crate::ids::PersonId;
use crate::people::model::{SpokenLanguage, Visibility};
use crate::people::profile::{Birth, Names, Reach};
use chrono::NaiveDate;

/// What a person can do and looks for; never who it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// Who this is at work, in the person's own words.
    pub headline: String,
    /// Concepts of the occupations, best first.
    pub occupations: Vec<i32>,
    /// Concepts of the skills.
    pub skills: Vec<i32>,
    /// Languages spoken.
    pub languages: Vec<SpokenLanguage>,
    /// What was finished at schools: codes of level and field.
    pub schooling: Vec<(String, Option<String>)>,
    /// Licences held: codes with their last days.
    pub licences: Vec<(String, Option<NaiveDate>)>,
    /// Months of work in all.
    pub months: Option<u32>,
    /// First day of work.
    pub available_from: Option<NaiveDate>,
    /// Would work abroad.
    pub abroad: Option<bool>,
}

/// What is known of a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Key.
    pub id: PersonId,
    /// Who may find the profile.
    pub visibility: Visibility,
    /// Who it is.
    pub names: Names,
    /// As precise as known.
    pub birth: Option<Birth>,
    /// How the person is reached.
    pub reach: Reach,
    /// The address as given.
    pub address: Option<String>,
    /// Concept of the province.
    pub province: Option<i32>,
    /// Concept of the district.
    pub district: Option<i32>,
    /// Wage that is wished for, a month.
    pub wage: Option<(i64, String)>,
    /// At work.
    pub work: Work,
}

impl Known {
    /// The whole name: given before family, or the one in Latin letters; none where there is no name.
    pub fn name(&self) -> Option<String> {
        self.names.whole()
    }
}
