//! A person as the formula reads one: borrowed from a profile or from the columns.

use chrono::NaiveDate;

use crate::{HeldLanguage, HeldOccupation, HeldSkill, LicenceKey, Position, Profile};

/// The facts that are one value each.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Facts {
    pub(crate) qualification: Option<u8>,
    pub(crate) experience_months: Option<u32>,
    pub(crate) position: Option<Position>,
    pub(crate) wage_wish: Option<u64>,
    pub(crate) available_from: Option<NaiveDate>,
    pub(crate) shifts: Option<bool>,
    pub(crate) max_distance_km: Option<u32>,
    pub(crate) abroad: Option<bool>,
}

/// A person, borrowed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Person<'a> {
    pub(crate) occupations: &'a [HeldOccupation],
    pub(crate) skills: &'a [HeldSkill],
    pub(crate) languages: &'a [HeldLanguage],
    pub(crate) licences: Option<&'a [LicenceKey]>,
    pub(crate) facts: Facts,
}

impl<'a> From<&'a Profile> for Person<'a> {
    fn from(profile: &'a Profile) -> Self {
        Self {
            occupations: &profile.occupations,
            skills: &profile.skills,
            languages: &profile.languages,
            licences: profile.licences.as_deref(),
            facts: Facts {
                qualification: profile.qualification,
                experience_months: profile.experience_months,
                position: profile.position,
                wage_wish: profile.wage_wish,
                available_from: profile.available_from,
                shifts: profile.shifts,
                max_distance_km: profile.max_distance_km,
                abroad: profile.abroad,
            },
        }
    }
}
