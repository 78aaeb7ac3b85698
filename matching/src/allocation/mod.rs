//! Who gets which seat? People to openings with seats, under quotas and rules: at the highest total, or stably.
//!
//! # The model
//! A [`Question`] numbers openings and people from 0 in the order of their ids; ties go to the lower number,
//! and nothing depends on the order in which scores, wishes, groups or forbidden pairs are listed. A person
//! may come to an opening that has a score for the person, that no rule forbids, and that is among the
//! wishes, where there are wishes. Everybody gets one seat at most. A [`Quota`] caps how many people of a
//! group (or of everybody) come to some openings (or all) together; the seats of an opening are such a cap
//! themselves.
//!
//! # The highest total
//! [`highest_total`] maximises the sum of scores. Its bound is the Lagrangian one: with a price of 0 or more
//! for each cap, nothing can exceed the prices times the caps plus what each person gains at best beyond
//! the prices. That holds for any prices, so the bound is true whoever found them.
//! - *Exact*, bound equal to total: where the caps nest and the case is small enough. Caps nest if, of
//!   those that overlap, one always lies inside the other; quotas over all openings may nest among themselves
//!   instead. Seats alone always nest. By cheapest paths with potentials (Edmonds and Karp 1972).
//! - *Approximate*, with the gap told: larger cases, and quotas that cross, for which the question is NP-hard.
//!   By an auction (Bertsekas 1988) in which every cap has a price; without quotas the gap is at most
//!   the raise times the people placed. Under quotas prices are first sounded for all caps together.
//!
//! # The stable allocation
//! [`stable`] lets people propose by wish, then by score (Gale and Shapley 1962). All proposals stand in one
//! order: higher score, lower person, lower opening. One is refused only where a cap that it needs is filled
//! by proposals of higher standing. Where all caps nest (quotas over all openings then do not, beside seats)
//! no pair blocks, and nobody could have a better place in any stable allocation. Where they cross, seats and
//! quotas hold all the same, and blocking pairs that remain are counted.

mod auction;
mod bound;
mod caps;
mod case;
mod descent;
mod exact;
mod explain;
mod fill;
mod flow;
mod nesting;
mod sounding;
mod stable;
#[cfg(test)]
mod trials;

pub use case::{Candidate, Case, CaseError, Forbidden, MOST_POINTS, Question, Quota};
pub use explain::{OpeningAccount, Refusal, Unfilled, opening_account, quota_use, refusals, wish_rank};
pub use fill::best_score_first;
pub use stable::stable;

/// Who comes where, and what it is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// For each person the opening, if any.
    pub placed: Vec<Option<u32>>,
    /// Sum of the scores of those who are placed.
    pub total: u64,
    /// No allocation has a higher total; of a stable one not known.
    pub bound: Option<u64>,
    /// The total is the highest there is: proven, not only bounded.
    pub exact: bool,
    /// Price of a seat of each opening: what one more would add, exactly so where the allocation is exact and
    /// no quota covers the opening. Empty for a stable one.
    pub seat_prices: Vec<u64>,
    /// Price of each quota: about what one more under it would add. Empty for a stable one.
    pub quota_prices: Vec<u64>,
    /// Pairs that would rather have each other; counted for a stable allocation alone.
    pub blocking: Option<u64>,
}

impl Allocation {
    /// The allocation of people to places, with a bound and the prices that prove it.
    fn of(case: &Case, placed: Vec<Option<u32>>, (bound, prices): (u64, &bound::Prices)) -> Self {
        let total = case.total(&placed);
        let whole = |price: &i64| u64::try_from(*price).unwrap_or(0);
        let mut seat_prices: Vec<u64> = prices.of_caps.iter().map(whole).collect();
        let quota_prices = seat_prices.split_off(case.openings());
        let exact = bound == total;
        Self { placed, total, bound: Some(bound), exact, seat_prices, quota_prices, blocking: None }
    }

    /// How far the bound lies above the total, in percent of the bound; 0 without a bound.
    pub fn gap_percent(&self) -> f64 {
        match self.bound {
            Some(bound) if bound > 0 => (bound - self.total.min(bound)) as f64 * 100.0 / bound as f64,
            _ => 0.0,
        }
    }
}

/// Pairs times people up to which the exact way is taken.
const EXACT_WORK: u64 = 100_000_000;

/// The allocation of the highest total: exact where [the caps nest and the case is small](self), else by
/// auction with a true bound.
pub fn highest_total(case: &Case) -> Allocation {
    let work = (case.pairs() as u64).saturating_mul(case.people() as u64);
    let exact = if work <= EXACT_WORK { exact::solve(case) } else { None };
    exact.unwrap_or_else(|| auction::solve(case))
}

/// The allocation that an auction finds, whatever the size of the case.
pub fn by_auction(case: &Case) -> Allocation {
    auction::solve(case)
}
