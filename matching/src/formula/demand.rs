//! An opening as the formula reads one: lists in order, each thing named once.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{Condition, IscoCode, Opening, Position, WantedLanguage, WantedSkill};

/// What is one value each.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Terms {
    pub(crate) isco: Option<IscoCode>,
    /// Sum of the weights of the skills.
    pub(crate) skill_weight: u32,
    pub(crate) qualification: Option<u8>,
    pub(crate) experience_months: Option<u32>,
    pub(crate) position: Option<Position>,
    pub(crate) remote: bool,
    pub(crate) abroad: bool,
    /// The highest offered wage, in kip per month.
    pub(crate) wage: Option<u64>,
    pub(crate) starts: Option<NaiveDate>,
}

/// What an opening asks for and offers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Demand {
    pub(crate) terms: Terms,
    /// By key; an essential mention and the highest level win.
    pub(crate) skills: Vec<WantedSkill>,
    /// By key; the highest level wins.
    pub(crate) languages: Vec<WantedLanguage>,
    /// In the order of the opening.
    pub(crate) conditions: Vec<Condition>,
}

impl From<&Opening> for Demand {
    fn from(opening: &Opening) -> Self {
        let skills = each_skill_once(&opening.skills);
        let terms = Terms {
            isco: opening.isco,
            skill_weight: skills.iter().copied().map(WantedSkill::weight).sum(),
            qualification: opening.qualification,
            experience_months: opening.experience_months,
            position: opening.position,
            remote: opening.remote,
            abroad: opening.abroad,
            wage: opening.wage.map(|(low, high)| low.max(high)),
            starts: opening.starts,
        };
        Self {
            terms,
            skills,
            languages: each_language_once(&opening.languages),
            conditions: opening.conditions.clone(),
        }
    }
}

fn each_skill_once(named: &[WantedSkill]) -> Vec<WantedSkill> {
    let mut once: BTreeMap<_, WantedSkill> = BTreeMap::new();
    for wanted in named {
        let merged = once.entry(wanted.skill).or_insert(*wanted);
        merged.essential |= wanted.essential;
        merged.level = merged.level.max(wanted.level);
    }
    once.into_values().collect()
}

fn each_language_once(named: &[WantedLanguage]) -> Vec<WantedLanguage> {
    let mut once: BTreeMap<_, WantedLanguage> = BTreeMap::new();
    for wanted in named {
        let merged = once.entry(wanted.language).or_insert(*wanted);
        merged.level = merged.level.max(wanted.level);
    }
    once.into_values().collect()
}
