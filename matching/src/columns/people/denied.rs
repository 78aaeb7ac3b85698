//! Who certainly fails a condition: which whole blocks, and which entries of a block?

use super::hot::{Hot, NO_LEVEL, flag};
use super::outline::unknown;
use super::view::View;
use crate::columns::grades;
use crate::columns::tile::Failing;
use crate::conditions::{language_entry, may_lie_in};
use crate::formula::experience;
use crate::{Condition, IscoCode, Verdict};

/// Marks the blocks in which everybody fails one of the conditions.
pub(super) fn blocks(view: &View<'_>, conditions: &[Condition]) -> Vec<u8> {
    let mut failing = vec![0; view.frame.blocks()];
    let mut one = Vec::new();
    for condition in conditions {
        one.clear();
        deny_blocks(view, condition, &mut one);
        failing.iter_mut().zip(&one).for_each(|(all, one)| *all |= one);
    }
    failing
}

fn deny_blocks(view: &View<'_>, condition: &Condition, no: &mut Vec<u8>) {
    let outline = &view.outline;
    match *condition {
        Condition::Licence(licence) => {
            no.extend(outline.all.iter().map(|flags| flags & flag::LICENCES));
            clear(no, view.licences.of(licence.0).numbers.iter());
        }
        Condition::LanguageTest { language, level } => {
            no.extend(outline.all.iter().map(|flags| flags & flag::LANGUAGES));
            let named = view.languages.of(language.0);
            let hopeful = named.numbers.iter().zip(named.best).filter(|(_, best)| {
                let (levels, _) = grades::best_language_of(**best);
                levels.into_iter().any(|has| leaves_a_chance(has, level))
            });
            clear(no, hopeful.map(|(block, _)| block));
        }
        // No months at all are nobody's lack.
        Condition::Experience { months: 0, .. } => {}
        Condition::Experience { isco: Some(group), .. } => {
            let outside = |packed: u16| u8::from(elsewhere(group, packed));
            let blocks = view.frame.groups.iter().zip(outline.all);
            no.extend(blocks.map(|(packed, flags)| outside(*packed) & flags & flag::SOLE));
        }
        Condition::Qualification(wanted) => {
            let wanted = wanted.min(NO_LEVEL - 1);
            let blocks = outline.qualification.iter().zip(outline.unknown);
            no.extend(
                blocks.map(|(best, flags)| u8::from(*best < wanted && flags & unknown::QUALIFICATION == 0)),
            );
        }
        Condition::Experience { isco: None, months } => {
            let wanted = months.min(experience::LONGEST) as u16;
            let blocks = outline.experience.iter().zip(outline.unknown);
            no.extend(
                blocks.map(|(best, flags)| u8::from(*best < wanted && flags & unknown::EXPERIENCE == 0)),
            );
        }
        Condition::Shift => no.extend(outline.all.iter().map(|flags| flags & flag::NO_SHIFTS)),
    }
}

fn clear<'b>(no: &mut [u8], blocks: impl Iterator<Item = &'b u32>) {
    for block in blocks {
        if let Some(slot) = no.get_mut(*block as usize) {
            *slot = 0;
        }
    }
}

/// Whether naming a language at this level, or an unknown one, does not fail the test at once.
fn leaves_a_chance(level: Option<u8>, wanted: u8) -> bool {
    language_entry(level, false, wanted.min(grades::HIGHEST_LANGUAGE)) != Verdict::NotMet
}

/// Whether a group of occupations has nothing to do with another.
fn elsewhere(group: IscoCode, packed: u16) -> bool {
    IscoCode::from_packed(packed).is_some_and(|isco| !may_lie_in(group, isco))
}

/// Marks the entries of a block that fail one of the conditions.
pub(super) fn entries(
    view: &View<'_>,
    conditions: &[Condition],
    block: u32,
    hot: &Hot<'_>,
    failing: &mut Failing,
) {
    *failing = [0; _];
    for condition in conditions {
        let mut no: Failing = [0; _];
        deny_entries(view, condition, block, hot, &mut no);
        failing.iter_mut().zip(&no).for_each(|(all, one)| *all |= one);
    }
}

fn deny_entries(view: &View<'_>, condition: &Condition, block: u32, hot: &Hot<'_>, no: &mut Failing) {
    match *condition {
        Condition::Licence(licence) => {
            flagged(no, hot.flags, flag::LICENCES);
            let named = view.licences.of(licence.0);
            let Some(place) = named.find(block) else { return };
            for row in named.inside(place, block).0 {
                no.get_mut(usize::from(*row)).into_iter().for_each(|slot| *slot = 0);
            }
        }
        Condition::LanguageTest { language, level } => {
            flagged(no, hot.flags, flag::LANGUAGES);
            let named = view.languages.of(language.0);
            let Some(place) = named.find(block) else { return };
            let (rows, held) = named.inside(place, block);
            for (row, grade) in rows.iter().zip(held) {
                if leaves_a_chance(grades::language(*grade).0, level) {
                    no.get_mut(usize::from(*row)).into_iter().for_each(|slot| *slot = 0);
                }
            }
        }
        Condition::Experience { months: 0, .. } => {}
        Condition::Experience { isco: Some(group), .. } => {
            let packed = view.frame.groups.get(block as usize).copied().unwrap_or(0);
            if elsewhere(group, packed) {
                flagged(no, hot.flags, flag::SOLE);
            }
        }
        Condition::Qualification(wanted) => {
            let wanted = wanted.min(NO_LEVEL - 1);
            no.iter_mut().zip(hot.qualification).for_each(|(slot, has)| *slot = u8::from(*has < wanted));
        }
        Condition::Experience { isco: None, months } => {
            let wanted = months.min(experience::LONGEST) as u16;
            no.iter_mut().zip(hot.experience).for_each(|(slot, has)| *slot = u8::from(*has < wanted));
        }
        Condition::Shift => flagged(no, hot.flags, flag::NO_SHIFTS),
    }
}

fn flagged(no: &mut Failing, flags: &[u8], bit: u8) {
    no.iter_mut().zip(flags).for_each(|(slot, flags)| *slot = flags & bit);
}
