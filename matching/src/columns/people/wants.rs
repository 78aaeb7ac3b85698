//! What an opening asks for, in the numbers that the tiles compute with.

use super::hot::{NO_LEVEL, WISH_UNIT};
use crate::formula::{
    Demand, Terms, availability, distance, experience, languages, occupation, qualification,
};
use crate::formula::{UNLISTED, skills, wage};
use crate::{IscoCode, Parts};

/// Kilometres of a hundredth of a degree of latitude.
pub(in crate::columns) const KM_PER_HUNDREDTH: f32 = 1.111_95;
/// The most that rounding to hundredths of a degree, to metres and to whole kilometres can hide.
pub(in crate::columns) const ROUNDED_KM: f32 = 2.0;

/// The group of people who name no occupation.
pub(super) const NO_GROUP: u16 = 0;
/// The group of people who name so many that they are met here only, as if they had the wanted one.
pub(super) const MANY_GROUPS: u16 = u16::MAX;

/// What is wanted. `None` where everybody gets the same, which is then in `base`.
pub(super) struct Wants {
    /// What everybody gets: floors, and parts for which nothing is asked.
    pub(super) base: f32,
    isco: Option<IscoCode>,
    /// By shared digits, points above the floor for each of 150 steps.
    slopes: [f32; 5],
    pub(super) qualification: Option<Level>,
    pub(super) experience: Option<Months>,
    pub(super) place: Way,
    pub(super) wage: Option<f32>,
    pub(super) starts: Option<f32>,
}

/// A wanted level, and what an unknown one brings.
pub(super) struct Level {
    pub(super) wanted: f32,
    pub(super) unknown: f32,
}

/// Wanted months, what each brings, and what unknown ones bring.
pub(super) struct Months {
    pub(super) wanted: f32,
    pub(super) each: f32,
    pub(super) unknown: f32,
}

/// How the way to work counts.
pub(super) enum Way {
    /// The same for everybody.
    Same,
    /// Who would go abroad?
    Abroad,
    /// By kilometres from here: hundredths of a degree, and kilometres of one eastwards.
    Kilometres { north: f32, east: f32, shrinking: f32 },
}

impl Wants {
    pub(super) fn new(demand: &Demand) -> Self {
        let terms = &demand.terms;
        let same = |asked: bool, points: u16| if asked { 0.0 } else { f32::from(points) };
        let floor = terms.isco.map_or(occupation::unstated(), |_| occupation::floor());
        let weight = terms.skill_weight;
        let listed = skills::points_of(weight * u32::from(UNLISTED), weight);
        let mut wants = Self {
            base: f32::from(floor + listed + languages::points(&[], &demand.languages)),
            isco: terms.isco,
            slopes: slopes(terms.isco),
            qualification: terms.qualification.map(|level| Level {
                wanted: f32::from(level.min(NO_LEVEL - 1)),
                unknown: f32::from(qualification::points(None, terms.qualification)),
            }),
            experience: months(terms),
            place: way(terms),
            wage: terms.wage.map(|kip| f32::from(wage::FULL) * WISH_UNIT as f32 / kip.max(1) as f32),
            starts: terms.starts.map(|day| f32::from(availability::day_number(day))),
        };
        wants.base += same(wants.qualification.is_some(), Parts::FULL.qualification)
            + same(wants.experience.is_some(), Parts::FULL.experience)
            + same(wants.wage.is_some(), wage::UNKNOWN)
            + same(wants.starts.is_some(), availability::UNKNOWN)
            + match (&wants.place, terms.remote) {
                (Way::Same, true) => f32::from(distance::FULL),
                (Way::Same, false) => f32::from(distance::UNKNOWN),
                (Way::Abroad | Way::Kilometres { .. }, _) => 0.0,
            };
        wants
    }

    /// Points above the floor for each step of 90 plus the grade, in a group of occupations.
    #[inline]
    pub(super) fn slope(&self, group: u16) -> f32 {
        let shared = match (self.isco, group) {
            (None, _) | (_, NO_GROUP) => 0,
            (Some(_), MANY_GROUPS) => 4,
            (Some(wanted), group) => wanted.shared_with_packed(group),
        };
        self.slopes.get(usize::from(shared)).copied().unwrap_or(0.0)
    }
}

fn slopes(isco: Option<IscoCode>) -> [f32; 5] {
    if isco.is_none() {
        return [0.0; 5];
    }
    let most = |shared: u8| occupation::points_of(shared, occupation::SEASONED as u8) - occupation::floor();
    [0, 1, 2, 3, 4].map(|shared| f32::from(most(shared)) / 150.0)
}

fn months(terms: &Terms) -> Option<Months> {
    let wanted = terms.experience_months.unwrap_or(0).min(experience::LONGEST);
    let unknown = f32::from(experience::points(None, terms.experience_months));
    let full = f32::from(Parts::FULL.experience);
    (wanted > 0).then(|| Months { wanted: wanted as f32, each: full / wanted as f32, unknown })
}

fn way(terms: &Terms) -> Way {
    match (terms.remote, terms.abroad, terms.position) {
        (true, _, _) | (false, false, None) => Way::Same,
        (false, true, _) => Way::Abroad,
        (false, false, Some(work)) => Way::Kilometres {
            north: (work.latitude() * 100.0) as f32,
            east: (work.longitude() * 100.0) as f32,
            shrinking: KM_PER_HUNDREDTH * work.shrinking() as f32 / 1_000_000.0,
        },
    }
}
