//! Between which bounds does a mean lie, judged by drawing the same values again and again?

/// How often the values are drawn again.
pub(super) const DRAWS: usize = 10_000;

/// The interval that holds 95 of 100 means of values drawn with replacement (Efron's percentile interval).
/// The same seed gives the same bounds; no values give none.
pub(super) fn interval(values: &[f64], seed: u64) -> Option<(f64, f64)> {
    if values.is_empty() {
        return None;
    }
    let mut stream = Stream(seed);
    let mut means: Vec<f64> = (0..DRAWS)
        .map(|_| {
            let drawn = values.iter().map(|_| values.get(stream.below(values.len())).copied().unwrap_or(0.0));
            drawn.sum::<f64>() / values.len() as f64
        })
        .collect();
    means.sort_unstable_by(f64::total_cmp);
    let outside = DRAWS / 40;
    Some((*means.get(outside)?, *means.get(DRAWS - 1 - outside)?))
}

/// Numbers from a seed (`SplitMix64`; Steele, Lea and Flood, 2014).
struct Stream(u64);

impl Stream {
    /// A number below `bound`, which is not 0, by the high half of a product (Lemire, 2019).
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let mixed = mixed ^ (mixed >> 31);
        ((u128::from(mixed) * bound as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_of_coin_tosses_is_as_wide_as_theory_says() {
        let tosses: Vec<f64> = (0..400).map(|number| f64::from(number % 2)).collect();
        let (low, high) = interval(&tosses, 1).unwrap();
        // 1.96 standard errors of .5 / √400 on either side.
        assert!((low - 0.451).abs() < 0.006 && (high - 0.549).abs() < 0.006, "{low} {high}");
        assert_eq!(interval(&tosses, 1), Some((low, high)));
    }

    #[test]
    fn what_never_varies_has_no_width() {
        assert_eq!(interval(&[0.25; 7], 3), Some((0.25, 0.25)));
        assert_eq!(interval(&[], 3), None);
    }
}
