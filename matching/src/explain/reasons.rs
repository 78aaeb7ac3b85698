//! Which facts brought points, strongest first?

use std::cmp::Reverse;

use crate::formula::{Demand, Person, availability, distance, languages, skills};
use crate::{Evidence, Parts, Reason, SkillKey, WantedSkill};

/// Beyond this nobody would call it near.
const NEAR_KM: u32 = 50;

/// Reasons with the points that each brought.
#[derive(Default)]
struct Weighed(Vec<(u16, Reason)>);

impl Weighed {
    fn add(&mut self, points: u16, reason: Reason) {
        self.0.push((points, reason));
    }
}

/// What speaks for the person: only known facts that the opening asked for.
pub(super) fn reasons(person: &Person<'_>, demand: &Demand, parts: &Parts) -> Vec<Reason> {
    let mut found = Weighed::default();
    occupation(&mut found, person, demand, parts);
    wanted_skills(&mut found, person, demand, parts);
    schooling(&mut found, person, demand, parts);
    wanted_languages(&mut found, person, demand);
    place(&mut found, person, demand, parts);
    terms(&mut found, person, demand, parts);
    found.0.sort_by_key(|(points, _)| Reverse(*points));
    found.0.into_iter().map(|(_, reason)| reason).collect()
}

fn occupation(found: &mut Weighed, person: &Person<'_>, demand: &Demand, parts: &Parts) {
    let Some(wanted) = demand.terms.isco else { return };
    match person.occupations.iter().map(|work| work.isco.shared_digits(wanted)).max() {
        None | Some(0) => {}
        Some(4) => found.add(parts.occupation, Reason::SameOccupation),
        Some(shared_digits) => found.add(parts.occupation, Reason::NearOccupation { shared_digits }),
    }
}

fn wanted_skills(found: &mut Weighed, person: &Person<'_>, demand: &Demand, parts: &Parts) {
    let points = |wanted: WantedSkill, share: u16| {
        skills::points_of(wanted.weight() * u32::from(share), demand.terms.skill_weight)
    };
    let mut held: Vec<(u16, SkillKey)> = Vec::new();
    for &wanted in &demand.skills {
        let Some(share) = skills::best_share(person.skills, wanted) else { continue };
        held.push((points(wanted, share), wanted.skill));
        let certified =
            |one: &&crate::HeldSkill| one.skill == wanted.skill && one.evidence == Evidence::Certificate;
        if person.skills.iter().any(|one| certified(&one)) {
            found.add(points(wanted, share), Reason::CertifiedSkill(wanted.skill));
        }
    }
    if held.is_empty() {
        return;
    }
    held.sort_by_key(|(points, skill)| (Reverse(*points), *skill));
    let held = held.into_iter().map(|(_, skill)| skill).collect();
    found.add(parts.skills, Reason::Skills { held, wanted: demand.skills.len() });
}

fn schooling(found: &mut Weighed, person: &Person<'_>, demand: &Demand, parts: &Parts) {
    let facts = &person.facts;
    if demand.terms.qualification.is_some_and(|wanted| facts.qualification.is_some_and(|has| has >= wanted)) {
        found.add(parts.qualification, Reason::Qualification);
    }
    if let (Some(wanted), Some(months)) = (demand.terms.experience_months, facts.experience_months)
        && wanted > 0
        && months >= wanted
    {
        found.add(parts.experience, Reason::Experience { months });
    }
}

fn wanted_languages(found: &mut Weighed, person: &Person<'_>, demand: &Demand) {
    for wanted in &demand.languages {
        let good = |one: &&crate::HeldLanguage| {
            one.language == wanted.language && one.level.is_some_and(|level| level >= wanted.level)
        };
        if person.languages.iter().any(|one| good(&one)) {
            let alone = languages::points(person.languages, &[*wanted]);
            let points = usize::from(alone) / demand.languages.len().max(1);
            found.add(points as u16, Reason::Language(wanted.language));
        }
    }
}

fn place(found: &mut Weighed, person: &Person<'_>, demand: &Demand, parts: &Parts) {
    let facts = &person.facts;
    if demand.terms.remote {
        return found.add(parts.distance, Reason::Remote);
    }
    if demand.terms.abroad {
        if facts.abroad == Some(true) {
            found.add(parts.distance, Reason::WouldGoAbroad);
        }
        return;
    }
    if let Some(km) = distance::km(facts, &demand.terms)
        && km <= NEAR_KM
        && !distance::beyond(facts, km)
    {
        found.add(parts.distance, Reason::Near { km });
    }
}

fn terms(found: &mut Weighed, person: &Person<'_>, demand: &Demand, parts: &Parts) {
    let facts = &person.facts;
    if demand.terms.wage.is_some_and(|offered| facts.wage_wish.is_some_and(|wish| wish <= offered)) {
        found.add(parts.wage, Reason::WageMeetsWish);
    }
    if let (Some(from), Some(starts)) = (facts.available_from, demand.terms.starts)
        && availability::day_number(from) <= availability::day_number(starts)
    {
        found.add(parts.availability, Reason::AvailableByStart);
    }
}
