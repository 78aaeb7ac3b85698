//! Filling what is free: best score first, and each person to the best that still fits.
#![expect(clippy::indexing_slicing, reason = "people are numbered as the list of places is")]

use std::cmp::Reverse;

use super::bound::Prices;
use super::caps::Ledger;
use super::case::Case;

/// Rounds in which people move to what is free.
const ROUNDS: usize = 8;

/// The plain alternative: pairs from the highest score down, ties by person and opening, each taken if it fits.
pub fn best_score_first(case: &Case) -> Vec<Option<u32>> {
    let mut placed = vec![None; case.people()];
    add_best(case, &mut placed);
    placed
}

/// Who loses most by having the second best under these prices comes first, and takes the best that fits.
pub(super) fn by_regret(case: &Case, prices: &Prices) -> Vec<Option<u32>> {
    let gain = |person: u32, (opening, score): (u32, u64)| {
        score.cast_signed() - prices.of_cells[case.caps.cell(person, opening)]
    };
    let regret = |person: u32| {
        let (mut best, mut second) = (0, 0);
        for gain in case.choices(person).map(|choice| gain(person, choice)) {
            if gain > best {
                (best, second) = (gain, best);
            } else {
                second = second.max(gain);
            }
        }
        (best > 0).then_some((Reverse(best - second), person))
    };
    let mut people: Vec<(Reverse<i64>, u32)> = (0..case.people() as u32).filter_map(regret).collect();
    people.sort_unstable();
    let mut ledger = Ledger::new(&case.caps);
    let mut placed = vec![None; case.people()];
    for (_, person) in people {
        let fitting =
            case.choices(person).filter(|(opening, _)| ledger.fits(case.caps.cell(person, *opening)));
        let best = fitting.max_by_key(|choice| (gain(person, *choice), Reverse(choice.0)));
        // A gain that is hardly a loss is still more than nothing: prices are near the best ones, not these.
        if let Some((opening, _)) = best.filter(|choice| gain(person, *choice) >= 0) {
            ledger.add(case.caps.cell(person, opening));
            placed[person as usize] = Some(opening);
        }
    }
    placed
}

/// Adds pairs of people without a place from the highest score down, as long as they fit.
fn add_best(case: &Case, placed: &mut [Option<u32>]) {
    let mut ledger = Ledger::of(&case.caps, placed);
    let mut pairs = Vec::new();
    for person in (0..case.people() as u32).filter(|person| placed[*person as usize].is_none()) {
        pairs.extend(case.choices(person).map(|(opening, score)| (Reverse(score), person, opening)));
    }
    pairs.sort_unstable();
    for (_, person, opening) in pairs {
        let cell = case.caps.cell(person, opening);
        if placed[person as usize].is_none() && ledger.fits(cell) {
            ledger.add(cell);
            placed[person as usize] = Some(opening);
        }
    }
}

/// Fills what is free, and lets people move to a free place with a higher score until nobody would.
pub(super) fn fill(case: &Case, placed: &mut [Option<u32>]) {
    for _ in 0..ROUNDS {
        add_best(case, placed);
        if !move_up(case, placed) {
            return;
        }
    }
}

/// Lets each person move to the best free place; says whether anybody did.
fn move_up(case: &Case, placed: &mut [Option<u32>]) -> bool {
    let mut ledger = Ledger::of(&case.caps, placed);
    let mut moved = false;
    for person in 0..case.people() as u32 {
        let Some(now) = placed[person as usize] else { continue };
        let Some(score) = case.score(person, now) else { continue };
        let cell = case.caps.cell(person, now);
        ledger.remove(cell);
        let free = |(opening, _): &(u32, u64)| ledger.fits(case.caps.cell(person, *opening));
        let better = case.choices(person).filter(|(_, other)| *other > score).filter(free);
        let best = better.max_by_key(|(opening, score)| (*score, Reverse(*opening)));
        let next = best.map_or(now, |(opening, _)| opening);
        moved |= next != now;
        placed[person as usize] = Some(next);
        ledger.add(case.caps.cell(person, next));
    }
    moved
}
