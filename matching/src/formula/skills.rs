//! How many of the wanted skills are held, how well and by what proof?

use super::{Demand, UNLISTED};
use crate::{Evidence, HeldSkill, Level, Parts, WantedSkill};

const FULL: u16 = Parts::FULL.skills;
/// The weight of an essential skill.
pub(crate) const ESSENTIAL: u32 = 3;
/// The weight of a useful skill.
pub(crate) const USEFUL: u32 = 1;

impl WantedSkill {
    /// What the skill weighs among the wanted ones.
    pub(crate) fn weight(self) -> u32 {
        if self.essential { ESSENTIAL } else { USEFUL }
    }
}

/// The share that a skill of this level brings, in hundredths.
fn level_share(held: Option<Level>, wanted: Option<Level>) -> u16 {
    let Some(wanted) = wanted else {
        return match held {
            Some(Level::Basic) => 85,
            None => 90,
            Some(Level::Working) => 92,
            Some(Level::Skilled) => 97,
            Some(Level::Expert) => 100,
        };
    };
    let Some(held) = held else { return 60 };
    match (wanted as u8).saturating_sub(held as u8) {
        0 => 100,
        1 => 70,
        2 => 45,
        _ => 25,
    }
}

fn evidence_share(evidence: Evidence) -> u16 {
    match evidence {
        Evidence::Inferred => 60,
        Evidence::Claimed => 75,
        Evidence::Experience => 90,
        Evidence::Certificate => 100,
    }
}

/// The share of its weight that one listed skill brings, in hundredths: 15 to 100.
pub(crate) fn share(level: Option<Level>, evidence: Evidence, wanted: Option<Level>) -> u16 {
    level_share(level, wanted) * evidence_share(evidence) / 100
}

/// The best share that the listed skills bring to one wanted skill; `None` when it is not listed.
pub(crate) fn best_share(held: &[HeldSkill], wanted: WantedSkill) -> Option<u16> {
    let listed = held.iter().filter(|skill| skill.skill == wanted.skill);
    listed.map(|skill| share(skill.level, skill.evidence, wanted.level)).max()
}

/// Half where the opening names no skill, else the weighted mean of the shares.
pub(crate) fn points(held: &[HeldSkill], demand: &Demand) -> u16 {
    let shares = demand
        .skills
        .iter()
        .map(|&wanted| wanted.weight() * u32::from(best_share(held, wanted).unwrap_or(UNLISTED)));
    points_of(shares.sum(), demand.terms.skill_weight)
}

/// Points for a sum of weighted shares in hundredths.
pub(crate) fn points_of(weighted_shares: u32, weight: u32) -> u16 {
    if weight == 0 {
        return FULL / 2;
    }
    (u64::from(FULL) * u64::from(weighted_shares) / (100 * u64::from(weight))) as u16
}
