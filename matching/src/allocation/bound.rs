//! What no allocation can exceed, from prices: Lagrange's bound, and how to lower it.
#![expect(clippy::indexing_slicing, reason = "prices are numbered as caps are, sums as cells")]

use super::case::Case;

/// A price of 0 or more for each cap, with what a cell costs under all its caps.
#[derive(Clone)]
pub(super) struct Prices {
    pub(super) of_caps: Vec<i64>,
    pub(super) of_cells: Vec<i64>,
}

impl Prices {
    /// Everything for nothing, save what nobody can have.
    pub(super) fn none(case: &Case) -> Self {
        let caps = &case.caps;
        Self { of_caps: vec![0; caps.most.len()], of_cells: vec![0; caps.cell_count()] }
    }

    /// Changes the price of a cap.
    pub(super) fn change(&mut self, case: &Case, cap: u32, by: i64) {
        self.of_caps[cap as usize] += by;
        for cell in case.caps.under(cap) {
            self.of_cells[*cell as usize] += by;
        }
    }

    /// The best that each person gains beyond the prices, and the prices of all seats and quotas: no
    /// allocation has a higher total.
    pub(super) fn bound(&self, case: &Case) -> u64 {
        let gained: i128 = (0..case.people() as u32).map(|person| i128::from(self.gain(case, person))).sum();
        let caps = self.of_caps.iter().zip(&case.caps.most);
        let held: i128 = caps.map(|(price, most)| i128::from(*price) * i128::from(*most)).sum();
        u64::try_from(held + gained).unwrap_or(u64::MAX)
    }

    /// The most that a person gains beyond the prices; 0 by staying out.
    fn gain(&self, case: &Case, person: u32) -> i64 {
        let cells = &self.of_cells[case.caps.first_cell(person).min(self.of_cells.len())..];
        let gains =
            case.choices(person).map(|(opening, score)| score.cast_signed() - cells[opening as usize]);
        gains.max().unwrap_or(0).max(0)
    }

    /// The same prices, that of each cap lower by so much, and never below 0.
    pub(super) fn lowered(&self, case: &Case, by: impl Fn(u32) -> i64) -> Self {
        let mut prices = self.clone();
        for cap in 0..prices.of_caps.len() as u32 {
            let price = prices.of_caps[cap as usize];
            prices.change(case, cap, -by(cap).min(price));
        }
        prices
    }

    /// Sets the price of one cap where the bound is lowest, all other prices given: at the gain of the first
    /// person who comes too late (coordinate descent). Never raises the bound.
    pub(super) fn settle(&mut self, case: &Case, cap: u32) {
        let price = self.of_caps[cap as usize];
        let mut gains: Vec<i64> = Vec::new();
        for person in 0..case.people() as u32 {
            let first = case.caps.first_cell(person);
            let (mut inside, mut outside) = (i64::MIN, 0);
            for (opening, score) in case.choices(person) {
                let cell = first + opening as usize;
                let gain = score.cast_signed() - self.of_cells[cell];
                if case.caps.over(cell).contains(&cap) {
                    inside = inside.max(gain + price);
                } else {
                    outside = outside.max(gain);
                }
            }
            if inside > outside {
                gains.push(inside - outside);
            }
        }
        gains.sort_unstable_by_key(|gain| std::cmp::Reverse(*gain));
        let best = gains.get(case.caps.most[cap as usize] as usize).copied().unwrap_or(0);
        self.change(case, cap, best - price);
    }
}
