//! Why does a person fit an opening, and what is missing?

mod gaps;
mod reasons;

use crate::conditions::verdict;
use crate::formula::{self, Demand, Person};
use crate::{Match, Opening, Profile, Score};

/// How well a person and an opening fit.
pub fn score(profile: &Profile, opening: &Opening) -> Score {
    formula::parts(&Person::from(profile), &Demand::from(opening)).total()
}

/// How well a person and an opening fit, why, and what is missing. The id is the person's.
pub fn explain(profile: &Profile, opening: &Opening) -> Match {
    judge(profile.id, &Person::from(profile), &Demand::from(opening))
}

/// The same over the forms that the columns hold.
pub(crate) fn judge(id: u128, person: &Person<'_>, demand: &Demand) -> Match {
    let parts = formula::parts(person, demand);
    let conditions: Vec<_> =
        demand.conditions.iter().map(|condition| (*condition, verdict(person, condition))).collect();
    Match {
        id,
        score: parts.total(),
        parts,
        reasons: reasons::reasons(person, demand, &parts),
        gaps: gaps::gaps(person, demand, &parts, &conditions),
        conditions,
    }
}

#[cfg(test)]
mod tests;
