//! What can each person score at most for one opening?
//!
//! Lists count through their postings: what a skill, a language or an occupation brings is added to exactly
//! those who name it, so that nobody else costs anything. Facts of one value are bounded tile by tile.

use super::bound::{self, Points, TILE};
use super::hot::flag;
use super::people::People;
use super::postings::table;
use super::{grades, hot};
use crate::conditions::{language_entry, may_lie_in};
use crate::formula::{Demand, Terms, UNLISTED, languages, occupation, skills};
use crate::rank::Standing;
use crate::{Condition, Parts, Score, Verdict};

/// An upper bound of the standing of every row.
pub(super) fn bounds(people: &People, demand: &Demand) -> Vec<Standing> {
    let mut listed = vec![0u16; people.hot.len()];
    let base = add_occupations(people, &demand.terms, &mut listed)
        + add_skills(people, demand, &mut listed)
        + add_languages(people, demand, &mut listed);
    let failing = failing(people, &demand.conditions);
    let mut bounds = Vec::with_capacity(listed.len());
    for (number, listed) in listed.chunks(TILE).enumerate() {
        let start = number * TILE;
        let mut points: Points = [f32::from(base); TILE];
        bound::fill(&people.hot, start, &demand.terms, &mut points);
        let flags = bound::tile(&people.hot.flags, start);
        let rows = points.iter().zip(listed).zip(flags);
        if failing.is_empty() {
            bounds.extend(rows.map(|((points, listed), flags)| standing(*points, *listed, *flags, 0)));
        } else {
            let rows = rows.zip(bound::tile(&failing, start));
            let judged = rows.map(|(((points, listed), flags), no)| standing(*points, *listed, *flags, *no));
            bounds.extend(judged);
        }
    }
    bounds
}

/// Adding this to a small number leaves its nearest whole in the low bits of the sum.
const ROUNDING: f32 = 8_388_608.0;

/// Without a branch: rounds to the nearest, which is never below whole points of which the number falls
/// short by less than a half.
fn standing(points: f32, listed: u16, flags: u8, failing: u8) -> Standing {
    let points = (points + ROUNDING).to_bits() as u16;
    let points = points.saturating_add(listed).min(Score::FULL.0);
    let fit = if failing == 0 { Standing::FIT } else { 0 };
    if flags & flag::PRESENT == 0 { Standing::REMOVED } else { Standing(1 + points + fit) }
}

/// Raises everyone with related work to what the best of it brings above the floor; returns the floor.
fn add_occupations(people: &People, terms: &Terms, listed: &mut [u16]) -> u16 {
    let Some(wanted) = terms.isco else { return occupation::unstated() };
    for isco in people.occupations.keys() {
        let shared = isco.shared_digits(wanted);
        let above = table(|grade| occupation::points_of(shared, grade) - occupation::floor());
        if shared > 0 {
            people.occupations.visit(isco, &above, listed, |slot, above| *slot = above.max(*slot));
        }
    }
    occupation::floor()
}

/// Adds what each wanted skill brings above an unlisted one; returns what unlisted ones bring.
fn add_skills(people: &People, demand: &Demand, listed: &mut [u16]) -> u16 {
    let weight = demand.terms.skill_weight;
    for wanted in &demand.skills {
        let above = table(|grade| {
            let (level, evidence) = grades::skill(grade);
            let more = skills::share(level, evidence, wanted.level).saturating_sub(UNLISTED);
            above_floor(Parts::FULL.skills, wanted.weight() * u32::from(more), weight)
        });
        people.skills.visit(wanted.skill, &above, listed, |slot, above| *slot = slot.saturating_add(above));
    }
    skills::points_of(weight * u32::from(UNLISTED), weight)
}

/// Adds what each wanted language brings above an unlisted one; returns what unlisted ones bring.
fn add_languages(people: &People, demand: &Demand, listed: &mut [u16]) -> u16 {
    let weight = demand.languages.len() as u32;
    for wanted in &demand.languages {
        let above = table(|grade| {
            let (level, tested) = grades::language(grade);
            let share = languages::share(level, tested, wanted.level.min(grades::HIGHEST_LANGUAGE));
            above_floor(Parts::FULL.languages, u32::from(share.saturating_sub(UNLISTED)), weight)
        });
        people.languages.visit(wanted.language, &above, listed, |slot, above| {
            *slot = slot.saturating_add(above);
        });
    }
    languages::points(&[], &demand.languages)
}

/// Points for weighted shares in hundredths, rounded up.
fn above_floor(full: u16, weighted_shares: u32, weight: u32) -> u16 {
    (u64::from(full) * u64::from(weighted_shares)).div_ceil(100 * u64::from(weight.max(1))) as u16
}

/// Non-zero for the rows that certainly fail a condition; empty where there is no condition.
fn failing(people: &People, conditions: &[Condition]) -> Vec<u8> {
    let mut failing = Vec::new();
    for condition in conditions {
        let no = denied(people, condition);
        if failing.is_empty() {
            failing = no;
        } else {
            failing.iter_mut().zip(no).for_each(|(all, one)| *all |= one);
        }
    }
    failing
}

/// Non-zero for the rows that certainly fail one condition: who named things of that kind, less those whose
/// naming of this one leaves a chance.
fn denied(people: &People, condition: &Condition) -> Vec<u8> {
    let hot = &people.hot;
    let clear = |slot: &mut u8, keep: u8| *slot &= keep;
    match *condition {
        Condition::Licence(licence) => {
            let mut no = flagged(&hot.flags, flag::LICENCES);
            people.licences.visit(licence, &table(|_| 0u8), &mut no, clear);
            no
        }
        Condition::LanguageTest { language, level } => {
            let mut no = flagged(&hot.flags, flag::LANGUAGES);
            let keep = table(|grade| {
                let (has, tested) = grades::language(grade);
                let wanted = level.min(grades::HIGHEST_LANGUAGE);
                if language_entry(has, tested, wanted) == Verdict::NotMet { u8::MAX } else { 0 }
            });
            people.languages.visit(language, &keep, &mut no, clear);
            no
        }
        // No months at all are nobody's lack.
        Condition::Experience { months: 0, .. } => vec![0; hot.len()],
        Condition::Experience { isco: Some(group), .. } => {
            let mut no = flagged(&hot.flags, flag::OCCUPATIONS);
            for isco in people.occupations.keys().filter(|isco| may_lie_in(group, *isco)) {
                people.occupations.visit(isco, &table(|_| 0u8), &mut no, clear);
            }
            no
        }
        Condition::Qualification(wanted) => {
            let wanted = wanted.min(hot::NO_LEVEL - 1);
            hot.qualification.iter().map(|level| u8::from(*level < wanted)).collect()
        }
        Condition::Experience { isco: None, months } => {
            let wanted = months.min(crate::formula::experience::LONGEST) as u16;
            hot.experience.iter().map(|has| u8::from(*has < wanted)).collect()
        }
        Condition::Shift => flagged(&hot.flags, flag::NO_SHIFTS),
    }
}

fn flagged(flags: &[u8], bit: u8) -> Vec<u8> {
    flags.iter().map(|flags| flags & bit).collect()
}
