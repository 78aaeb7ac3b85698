//! The formula: eight parts, each from its own facts, added up.

pub(crate) mod availability;
mod demand;
pub(crate) mod distance;
pub(crate) mod experience;
pub(crate) mod languages;
pub(crate) mod occupation;
mod person;
pub(crate) mod qualification;
pub(crate) mod skills;
pub(crate) mod wage;

pub(crate) use demand::{Demand, Terms};
pub(crate) use person::{Facts, Person};

use crate::Parts;

/// What a list leaves out is unknown; it brings this share, in hundredths, to everybody, and whatever is
/// listed brings more.
pub(crate) const UNLISTED: u16 = 10;

/// The points of every part.
pub(crate) fn parts(person: &Person<'_>, demand: &Demand) -> Parts {
    let facts = &person.facts;
    Parts {
        occupation: occupation::points(person.occupations, demand.terms.isco),
        skills: skills::points(person.skills, demand),
        qualification: qualification::points(facts.qualification, demand.terms.qualification),
        experience: experience::points(facts.experience_months, demand.terms.experience_months),
        languages: languages::points(person.languages, &demand.languages),
        distance: distance::points(facts, &demand.terms),
        wage: wage::points(facts.wage_wish, demand.terms.wage),
        availability: availability::points(facts.available_from, demand.terms.starts),
    }
}
