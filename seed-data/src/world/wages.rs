//! What does a job pay? Whole kip a month, before currency and period of an advert.

use super::draw::Draw;
use crate::TableError;
use crate::table::rows;
use serde::Deserialize;

/// The lawful minimum of a full month's work at home, in kip.
pub(crate) const FLOOR: u64 = 2_500_000;

#[derive(Deserialize)]
struct WageRow {
    prefix: String,
    kip: u64,
}

/// Usual wages by the beginning of an occupation's code.
pub(crate) struct Wages {
    rows: Vec<WageRow>,
}

impl Wages {
    pub(crate) fn read() -> Result<Self, TableError> {
        let rows = rows("world/wages.csv", include_str!("../../data/world/wages.csv"))?;
        Ok(Self { rows })
    }

    /// The usual monthly wage of an occupation: that of the longest prefix listed.
    pub(crate) fn base(&self, occupation: &str) -> u64 {
        let fitting = self.rows.iter().filter(|row| occupation.starts_with(&row.prefix));
        fitting.max_by_key(|row| row.prefix.len()).map_or(FLOOR, |row| row.kip)
    }
}

/// A wage of one job: `base` by experience, by `place_percent`, and by luck.
///
/// Experience moves it from 85 % to 133 % over twelve years, luck by up to a third either way.
pub(crate) fn wage(base: u64, experience_months: u32, place_percent: u64, draw: &mut Draw) -> u64 {
    let experience = 85 + 4 * u64::from((experience_months / 12).min(12));
    let luck = u64::from(65 + draw.below(36) + draw.below(36));
    rounded(base * experience * place_percent * luck / 1_000_000, 50_000)
}

/// `amount` rounded to the nearest multiple of `step`, and at least one step.
pub(crate) fn rounded(amount: u64, step: u64) -> u64 {
    ((amount + step / 2) / step).max(1) * step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::draw::Kind;

    #[test]
    fn the_longest_prefix_decides() {
        let wages = Wages::read().unwrap();
        assert!(wages.base("2211") > wages.base("2221"));
        assert!(wages.base("7212") > wages.base("7318"));
    }

    #[test]
    fn experience_and_place_raise_a_wage() {
        let mean = |months, place| {
            let mut draw = Draw::new(1, Kind::Report, 0);
            (0..200).map(|_| wage(4_000_000, months, place, &mut draw)).sum::<u64>() / 200
        };
        assert!(mean(120, 100) > mean(0, 100));
        assert!(mean(60, 118) > mean(60, 92));
    }
}
