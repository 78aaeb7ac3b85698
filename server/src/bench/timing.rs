//! How long did it take? Percentiles of one round, and the median over rounds.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Rounds of every measurement; with rivals, the engines take turns within each round.
pub(crate) const ROUNDS: usize = 3;

/// Waiting times of one round, in milliseconds, and questions answered per second.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Latency {
    /// Questions that were timed.
    pub questions: usize,
    /// Half were answered within this time.
    pub p50: f64,
    /// 95 of 100.
    pub p95: f64,
    /// 99 of 100.
    pub p99: f64,
    /// The slowest.
    pub max: f64,
    /// Questions per second, all clients together.
    pub per_second: f64,
}

impl Latency {
    /// The figures of a round in which each of `clients` asked its next question when it had an answer;
    /// none for a round without questions.
    pub(crate) fn of(mut times: Vec<Duration>, clients: usize) -> Option<Self> {
        times.sort_unstable();
        let busy: Duration = times.iter().sum();
        let per_second = times.len() as f64 * clients as f64 / busy.as_secs_f64().max(f64::MIN_POSITIVE);
        Some(Self {
            questions: times.len(),
            p50: percentile(&times, 50)?,
            p95: percentile(&times, 95)?,
            p99: percentile(&times, 99)?,
            max: percentile(&times, 100)?,
            per_second,
        })
    }

    /// The median of each figure over rounds; none without rounds.
    pub(crate) fn median(rounds: &[Self]) -> Option<Self> {
        let middle = |figure: fn(&Self) -> f64| {
            let mut all: Vec<f64> = rounds.iter().map(figure).collect();
            all.sort_unstable_by(f64::total_cmp);
            all.get(all.len() / 2).copied()
        };
        Some(Self {
            questions: rounds.iter().map(|round| round.questions).sum(),
            p50: middle(|round| round.p50)?,
            p95: middle(|round| round.p95)?,
            p99: middle(|round| round.p99)?,
            max: middle(|round| round.max)?,
            per_second: middle(|round| round.per_second)?,
        })
    }
}

/// The time within which `percent` of 100 were answered (nearest rank), in milliseconds.
fn percentile(sorted: &[Duration], percent: usize) -> Option<f64> {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).map(|time| time.as_secs_f64() * 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn milliseconds(times: impl IntoIterator<Item = u64>) -> Vec<Duration> {
        times.into_iter().map(Duration::from_millis).collect()
    }

    #[test]
    fn percentiles_are_times_that_were_measured() {
        let latency = Latency::of(milliseconds((1..=200).rev()), 1).unwrap();
        assert_eq!((latency.p50, latency.p95, latency.p99, latency.max), (100.0, 190.0, 198.0, 200.0));
        assert_eq!(latency.questions, 200);
    }

    #[test]
    fn two_clients_answer_twice_as_much_in_the_same_time() {
        let one = Latency::of(milliseconds([5; 100]), 1).unwrap().per_second;
        let two = Latency::of(milliseconds([5; 100]), 2).unwrap().per_second;
        assert!((one - 200.0).abs() < 1e-6 && (two - 400.0).abs() < 1e-6, "{one} {two}");
    }

    #[test]
    fn one_noisy_round_of_three_changes_no_median() {
        let quiet = Latency::of(milliseconds([2; 10]), 1).unwrap();
        let noisy = Latency::of(milliseconds([90; 10]), 1).unwrap();
        let median = Latency::median(&[quiet, noisy, quiet]).unwrap();
        assert_eq!((median.p50, median.max, median.questions), (2.0, 2.0, 30));
    }

    #[test]
    fn nothing_measured_gives_nothing() {
        assert_eq!(Latency::of(Vec::new(), 1), None);
        assert_eq!(Latency::median(&[]), None);
    }
}
