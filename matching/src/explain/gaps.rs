//! What does the opening ask for that the person does not bring, heaviest first?

use std::cmp::Reverse;

use crate::formula::{Demand, Person, distance, languages, skills};
use crate::{Condition, Gap, HeldSkill, Parts, Verdict, WantedSkill};

/// From here on the distance is worth naming.
const FAR_KM: u32 = 50;

/// Gaps with the points that each cost.
#[derive(Default)]
struct Weighed(Vec<(u16, Gap)>);

impl Weighed {
    fn add(&mut self, lost: u16, gap: Gap) {
        self.0.push((lost, gap));
    }
}

/// What is missing or unknown: conditions that the facts deny, conditions that they leave open, then the
/// rest by points lost.
pub(super) fn gaps(
    person: &Person<'_>,
    demand: &Demand,
    parts: &Parts,
    conditions: &[(Condition, Verdict)],
) -> Vec<Gap> {
    let mut found = Weighed::default();
    occupation(&mut found, person, demand, parts);
    wanted_skills(&mut found, person, demand);
    schooling(&mut found, person, demand, parts);
    wanted_languages(&mut found, person, demand);
    place(&mut found, person, demand, parts);
    terms(&mut found, person, demand, parts);
    found.0.sort_by_key(|(lost, _)| Reverse(*lost));
    let denied = open_conditions(conditions, Verdict::NotMet);
    let unknown = open_conditions(conditions, Verdict::Unknown);
    denied.chain(unknown).chain(found.0.into_iter().map(|(_, gap)| gap)).collect()
}

fn open_conditions(judged: &[(Condition, Verdict)], which: Verdict) -> impl Iterator<Item = Gap> {
    judged
        .iter()
        .filter(move |(_, verdict)| *verdict == which)
        .map(|(condition, verdict)| Gap::Condition { condition: *condition, verdict: *verdict })
}

fn occupation(found: &mut Weighed, person: &Person<'_>, demand: &Demand, parts: &Parts) {
    let Some(wanted) = demand.terms.isco else { return };
    let shared_digits = person.occupations.iter().map(|work| work.isco.shared_digits(wanted)).max();
    if shared_digits != Some(wanted.level()) {
        found.add(Parts::FULL.occupation - parts.occupation, Gap::Occupation { shared_digits });
    }
}

fn wanted_skills(found: &mut Weighed, person: &Person<'_>, demand: &Demand) {
    for &wanted in &demand.skills {
        let share = skills::best_share(person.skills, wanted);
        let missing = 100 - u32::from(share.unwrap_or(crate::formula::UNLISTED));
        let lost = skills::points_of(wanted.weight() * missing, demand.terms.skill_weight);
        if share.is_none() {
            found.add(lost, Gap::Skill { skill: wanted.skill, essential: wanted.essential });
        } else if let Some(gap) = level_gap(person.skills, wanted) {
            found.add(lost, gap);
        }
    }
}

fn level_gap(held: &[HeldSkill], wanted: WantedSkill) -> Option<Gap> {
    let level = wanted.level?;
    let has = held.iter().filter(|one| one.skill == wanted.skill).filter_map(|one| one.level).max();
    (has < Some(level)).then_some(Gap::SkillLevel { skill: wanted.skill, has, wanted: level })
}

fn schooling(found: &mut Weighed, person: &Person<'_>, demand: &Demand, parts: &Parts) {
    if let Some(wanted) = demand.terms.qualification {
        let has = person.facts.qualification;
        if has < Some(wanted) {
            let lost = Parts::FULL.qualification - parts.qualification;
            found.add(lost, Gap::Qualification { has, wanted });
        }
    }
    if let Some(wanted) = demand.terms.experience_months.filter(|months| *months > 0) {
        let has = person.facts.experience_months;
        if has < Some(wanted) {
            found.add(Parts::FULL.experience - parts.experience, Gap::Experience { has, wanted });
        }
    }
}

fn wanted_languages(found: &mut Weighed, person: &Person<'_>, demand: &Demand) {
    for wanted in &demand.languages {
        let listed = person.languages.iter().filter(|one| one.language == wanted.language);
        let has = listed.filter_map(|one| one.level).max();
        if has < Some(wanted.level) {
            let alone = Parts::FULL.languages - languages::points(person.languages, &[*wanted]);
            let lost = usize::from(alone) / demand.languages.len().max(1);
            found.add(lost as u16, Gap::Language { language: wanted.language, has, wanted: wanted.level });
        }
    }
}

fn place(found: &mut Weighed, person: &Person<'_>, demand: &Demand, parts: &Parts) {
    let facts = &person.facts;
    let lost = Parts::FULL.distance - parts.distance;
    if demand.terms.remote {
        return;
    }
    if demand.terms.abroad {
        if facts.abroad == Some(false) {
            found.add(lost, Gap::StaysAtHome);
        }
        return;
    }
    if let Some(km) = distance::km(facts, &demand.terms)
        && (km > FAR_KM || distance::beyond(facts, km))
    {
        found.add(lost, Gap::Distance { km });
    }
}

fn terms(found: &mut Weighed, person: &Person<'_>, demand: &Demand, parts: &Parts) {
    let facts = &person.facts;
    if let (Some(wish), Some(offered)) = (facts.wage_wish, demand.terms.wage)
        && wish > offered
    {
        found.add(Parts::FULL.wage - parts.wage, Gap::Wage { wish, offered });
    }
    if let (Some(from), Some(starts)) = (facts.available_from, demand.terms.starts)
        && from > starts
    {
        found.add(Parts::FULL.availability - parts.availability, Gap::AvailableLater { from });
    }
}
