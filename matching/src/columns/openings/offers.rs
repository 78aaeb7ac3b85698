//! What a person offers, in the numbers that the tiles compute with.

use crate::columns::people::WISH_UNIT;
use crate::formula::{Person, availability, distance, occupation};
use crate::{HeldOccupation, IscoCode, Parts};

/// The group of openings that do not say which work it is.
pub(super) const NO_GROUP: u16 = 0;

/// What a person offers; unknown facts are `None`.
pub(super) struct Offers<'p> {
    occupations: &'p [HeldOccupation],
    pub(super) qualification: Option<f32>,
    pub(super) experience: Option<f32>,
    /// Degrees north and east in hundredths.
    pub(super) home: Option<(f32, f32)>,
    /// The farthest way accepted, in km.
    pub(super) reach: f32,
    /// Points for work abroad.
    pub(super) abroad: f32,
    /// In [`WISH_UNIT`].
    pub(super) wish: Option<f32>,
    pub(super) from: Option<f32>,
}

impl<'p> Offers<'p> {
    pub(super) fn new(person: &Person<'p>) -> Self {
        let facts = &person.facts;
        let abroad = match facts.abroad {
            Some(true) => distance::FULL,
            Some(false) => 0,
            None => distance::UNKNOWN,
        };
        Self {
            occupations: person.occupations,
            qualification: facts.qualification.map(f32::from),
            experience: facts.experience_months.map(|months| months as f32),
            home: facts
                .position
                .map(|home| ((home.latitude() * 100.0) as f32, (home.longitude() * 100.0) as f32)),
            reach: facts.max_distance_km.map_or(f32::INFINITY, |km| km as f32),
            abroad: f32::from(abroad),
            wish: facts.wage_wish.map(|kip| (kip as f64 / WISH_UNIT as f64) as f32),
            from: facts.available_from.map(|day| f32::from(availability::day_number(day))),
        }
    }

    /// The points of occupation in a group of openings.
    pub(super) fn occupation(&self, group: u16) -> f32 {
        let wanted = if group == NO_GROUP { None } else { IscoCode::from_packed(group) };
        f32::from(occupation::points(self.occupations, wanted))
    }
}

/// Points of qualification where a level is wanted, and where none is.
pub(super) const QUALIFICATION: f32 = Parts::FULL.qualification as f32;
/// Points of experience where enough is brought or nothing wanted.
pub(super) const EXPERIENCE: f32 = Parts::FULL.experience as f32;
