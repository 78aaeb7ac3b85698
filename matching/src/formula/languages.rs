//! Are the wanted languages spoken well enough?

use super::UNLISTED;
use crate::{HeldLanguage, Parts, WantedLanguage};

const FULL: u16 = Parts::FULL.languages;

/// The share that one listed language brings, in hundredths: 18 to 100. A quarter less per missing CEFR
/// level but never below a fifth, 60 at an unknown level, a tenth less without a test.
pub(crate) fn share(level: Option<u8>, tested: bool, wanted: u8) -> u16 {
    let by_level = match level {
        None => 60,
        Some(level) => 100u16.saturating_sub(25 * u16::from(wanted.saturating_sub(level))).max(20),
    };
    if tested { by_level } else { by_level * 9 / 10 }
}

/// The best share that the listed languages bring to one wanted language; `None` when it is not listed.
pub(crate) fn best_share(held: &[HeldLanguage], wanted: WantedLanguage) -> Option<u16> {
    let listed = held.iter().filter(|one| one.language == wanted.language);
    listed.map(|one| share(one.level, one.tested, wanted.level)).max()
}

/// All where none is wanted, else the mean of the shares.
pub(crate) fn points(held: &[HeldLanguage], wanted: &[WantedLanguage]) -> u16 {
    if wanted.is_empty() {
        return FULL;
    }
    let shares = wanted.iter().map(|&one| u64::from(best_share(held, one).unwrap_or(UNLISTED)));
    (u64::from(FULL) * shares.sum::<u64>() / (100 * wanted.len() as u64)) as u16
}
