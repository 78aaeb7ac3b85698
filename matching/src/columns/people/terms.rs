//! What does each wanted skill and language bring, by the grade at which it is held?

use crate::columns::grades;
use crate::columns::table::postings::{Table, table};
use crate::formula::{Demand, UNLISTED, languages, skills};
use crate::{Parts, WantedLanguage, WantedSkill};

/// Which postings name the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Skills,
    Languages,
}

/// One wanted thing.
pub(super) struct Term {
    pub(super) of: Of,
    pub(super) key: u32,
    /// Points above an unlisted one by an entry's grade, rounded up.
    pub(super) rows: Table,
    /// The same by a block's best.
    pub(super) blocks: Table,
}

/// All that is wanted.
pub(super) fn terms(demand: &Demand) -> Vec<Term> {
    let spoken = demand.languages.len() as u32;
    let skills = demand.skills.iter().map(|wanted| skill(*wanted, demand.terms.skill_weight));
    skills.chain(demand.languages.iter().map(|wanted| language(*wanted, spoken))).collect()
}

fn skill(wanted: WantedSkill, weight: u32) -> Term {
    let above = |level, evidence| {
        let more = skills::share(level, evidence, wanted.level).saturating_sub(UNLISTED);
        above_floor(Parts::FULL.skills, wanted.weight() * u32::from(more), weight)
    };
    let rows = table(grades::SKILL_GRADES, |grade| {
        let (level, evidence) = grades::skill(grade);
        above(level, evidence)
    });
    let blocks = table(grades::SKILL_BESTS, |best| {
        let (levels, evidence) = grades::best_skill_of(best);
        levels.into_iter().map(|level| above(level, evidence)).max().unwrap_or(0)
    });
    Term { of: Of::Skills, key: wanted.skill.0, rows, blocks }
}

fn language(wanted: WantedLanguage, count: u32) -> Term {
    let above = |level, tested| {
        let share = languages::share(level, tested, wanted.level.min(grades::HIGHEST_LANGUAGE));
        above_floor(Parts::FULL.languages, u32::from(share.saturating_sub(UNLISTED)), count)
    };
    let rows = table(256, |grade| {
        let (level, tested) = grades::language(grade);
        above(level, tested)
    });
    let blocks = table(grades::LANGUAGE_BESTS, |best| {
        let (levels, tested) = grades::best_language_of(best);
        levels.into_iter().map(|level| above(level, tested)).max().unwrap_or(0)
    });
    Term { of: Of::Languages, key: wanted.language.0, rows, blocks }
}

/// Points for weighted shares in hundredths, rounded up.
fn above_floor(full: u16, weighted_shares: u32, weight: u32) -> u16 {
    (u64::from(full) * u64::from(weighted_shares)).div_ceil(100 * u64::from(weight.max(1))) as u16
}
