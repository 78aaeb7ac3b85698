//! How a posting's one byte says how well something is held, and back.

use crate::{Evidence, HeldLanguage, HeldSkill, Level, WantedSkill};

/// CEFR levels above this, which do not exist, are not told apart.
pub(super) const HIGHEST_LANGUAGE: u8 = 100;

const TESTED: u8 = 128;
const ESSENTIAL: u8 = 128;

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

/// Whether a skill's grade brings as much as another or more, whatever is wanted.
pub(super) fn skill_outdoes(one: u8, other: u8) -> bool {
    let ((level, evidence), (other_level, other_evidence)) = (skill(one), skill(other));
    level.is_some() == other_level.is_some() && level >= other_level && evidence >= other_evidence
}

/// Whether a language's grade brings as much as another or more, whatever is wanted.
pub(super) fn language_outdoes(one: u8, other: u8) -> bool {
    let ((level, tested), (other_level, other_tested)) = (language(one), language(other));
    level.is_some() == other_level.is_some() && level >= other_level && tested >= other_tested
}

/// How many grades [`of_skill`] gives.
pub(super) const SKILL_GRADES: u16 = 32;
/// How many bests [`best_skill`] gives.
pub(super) const SKILL_BESTS: u16 = 64;
/// How many bests [`best_language`] gives.
pub(super) const LANGUAGE_BESTS: u16 = 128;

/// In the best skill of a block: the highest known level plus one, this where some level is unknown, and
/// the strongest evidence above it.
const SOME_LEVEL_UNKNOWN: u8 = 8;

/// Takes a skill's grade into the best of its block.
pub(super) fn best_skill(best: Option<u8>, grade: u8) -> u8 {
    let (level, evidence) = (grade & 7, (grade >> 3 & 3) << 4);
    let own = evidence | if level == 0 { SOME_LEVEL_UNKNOWN } else { level.min(4) };
    let Some(best) = best else { return own };
    (best & 7).max(own & 7) | (best | own) & SOME_LEVEL_UNKNOWN | (best & 0x30).max(own & 0x30)
}

/// The levels of which one is the best, and the strongest evidence, of the best skill of a block.
pub(super) fn best_skill_of(best: u8) -> ([Option<Level>; 2], Evidence) {
    let (_, evidence) = skill(best >> 4 << 3);
    let known = level(best & 7);
    ([known, if best & SOME_LEVEL_UNKNOWN == 0 { known } else { None }], evidence)
}

/// In the best language of a block: highest known level plus one, up to this, which stands for all above.
const ANY_LANGUAGE_LEVEL: u8 = 31;
const SOME_LANGUAGE_LEVEL_UNKNOWN: u8 = 32;
const SOME_TESTED: u8 = 64;

/// Takes a language's grade into the best of its block.
pub(super) fn best_language(best: Option<u8>, grade: u8) -> u8 {
    let level = (grade & !TESTED).min(ANY_LANGUAGE_LEVEL);
    let tested = if grade & TESTED != 0 { SOME_TESTED } else { 0 };
    let own = tested | if level == 0 { SOME_LANGUAGE_LEVEL_UNKNOWN } else { level };
    let Some(best) = best else { return own };
    let level = (best & ANY_LANGUAGE_LEVEL).max(own & ANY_LANGUAGE_LEVEL);
    level | (best | own) & (SOME_LANGUAGE_LEVEL_UNKNOWN | SOME_TESTED)
}

/// The levels of which one is the best, and whether a test proved any, of the best language of a block.
pub(super) fn best_language_of(best: u8) -> ([Option<u8>; 2], bool) {
    let known = match best & ANY_LANGUAGE_LEVEL {
        ANY_LANGUAGE_LEVEL => Some(HIGHEST_LANGUAGE),
        level => level.checked_sub(1),
    };
    let other = if best & SOME_LANGUAGE_LEVEL_UNKNOWN == 0 { known } else { None };
    ([known, other], best & SOME_TESTED != 0)
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
    fn the_best_of_a_block_is_no_worse_than_any_grade_inside() {
        for one in 0..32u8 {
            for other in 0..32u8 {
                let (levels, proof) = best_skill_of(best_skill(Some(best_skill(None, one)), other));
                for (level, evidence) in [skill(one), skill(other)] {
                    assert!(proof >= evidence);
                    assert!(levels.iter().any(|best| *best == level || (level.is_some() && *best > level)));
                }
            }
        }
    }

    #[test]
    fn the_best_language_of_a_block_is_no_worse_than_any_inside() {
        for one in 0..=u8::MAX {
            for other in [0, 1, 4, 31, 32, 101, 128, 132, 160, 255] {
                let (levels, proof) = best_language_of(best_language(Some(best_language(None, one)), other));
                for (level, tested) in [language(one), language(other)] {
                    let level = level.map(|level| level.min(HIGHEST_LANGUAGE));
                    assert!(proof >= tested);
                    assert!(levels.iter().any(|best| *best == level || (level.is_some() && *best > level)));
                }
            }
        }
    }

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
