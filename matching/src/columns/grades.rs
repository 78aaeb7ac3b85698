//! How a posting's one byte says how well something is held, and back.

use crate::formula::occupation;
use crate::{Evidence, HeldLanguage, HeldOccupation, HeldSkill, Level, WantedSkill};

/// CEFR levels above this, which do not exist, are not told apart.
pub(super) const HIGHEST_LANGUAGE: u8 = 100;

const TESTED: u8 = 128;
const ESSENTIAL: u8 = 128;

/// Months in the occupation, as the formula sees them.
pub(super) fn of_occupation(work: &HeldOccupation) -> u8 {
    occupation::grade(work.months)
}

/// Level in the low three bits, evidence above them.
pub(super) fn of_skill(held: HeldSkill) -> u8 {
    of_level(held.level) | (held.evidence as u8) << 3
}

/// The level and evidence of a skill's grade.
pub(super) fn skill(grade: u8) -> (Option<Level>, Evidence) {
    let evidence = match grade >> 3 {
        0 => Evidence::Inferred,
        1 => Evidence::Claimed,
        2 => Evidence::Experience,
        _ => Evidence::Certificate,
    };
    (level(grade & 7), evidence)
}

/// Level, and the high bit where it is essential.
pub(super) fn of_wanted(wanted: WantedSkill) -> u8 {
    of_level(wanted.level) | if wanted.essential { ESSENTIAL } else { 0 }
}

/// The level of a wanted skill's grade and whether it is essential.
pub(super) fn wanted(grade: u8) -> (Option<Level>, bool) {
    (level(grade & 7), grade & ESSENTIAL != 0)
}

/// Level plus one, 0 for an unknown one, and the high bit where a test proved it.
pub(super) fn of_language(held: HeldLanguage) -> u8 {
    let level = held.level.map_or(0, |level| level.min(HIGHEST_LANGUAGE) + 1);
    level | if held.tested { TESTED } else { 0 }
}

/// The level of a language's grade and whether a test proved it.
pub(super) fn language(grade: u8) -> (Option<u8>, bool) {
    ((grade & !TESTED).checked_sub(1), grade & TESTED != 0)
}

fn of_level(level: Option<Level>) -> u8 {
    level.map_or(0, |level| level as u8 + 1)
}

fn level(code: u8) -> Option<Level> {
    match code {
        0 => None,
        1 => Some(Level::Basic),
        2 => Some(Level::Working),
        3 => Some(Level::Skilled),
        _ => Some(Level::Expert),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LanguageKey, SkillKey};

    #[test]
    fn every_level_and_evidence_survives_its_byte() {
        let levels =
            [None, Some(Level::Basic), Some(Level::Working), Some(Level::Skilled), Some(Level::Expert)];
        let proofs = [Evidence::Inferred, Evidence::Claimed, Evidence::Experience, Evidence::Certificate];
        for level in levels {
            for evidence in proofs {
                let held = HeldSkill { skill: SkillKey(1), level, evidence };
                assert_eq!(skill(of_skill(held)), (level, evidence));
            }
            for essential in [true, false] {
                let asked = WantedSkill { skill: SkillKey(1), essential, level };
                assert_eq!(wanted(of_wanted(asked)), (level, essential));
            }
        }
        for level in [None, Some(0), Some(1), Some(6)] {
            for tested in [true, false] {
                let held = HeldLanguage { language: LanguageKey(1), level, tested };
                assert_eq!(language(of_language(held)), (level, tested));
            }
        }
    }
}
