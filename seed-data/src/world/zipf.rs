//! How are few things made common and many rare?

use super::draw::Draw;

/// A discrete distribution, drawn in the logarithm of its size.
#[derive(Default)]
pub(crate) struct Weights {
    cumulative: Vec<u64>,
}

impl Weights {
    /// The distribution in which the chance of position `i` is proportional to the `i`-th weight.
    pub(crate) fn new(weights: impl IntoIterator<Item = u64>) -> Self {
        let mut total = 0;
        let cumulative = weights
            .into_iter()
            .map(|weight| {
                total += weight;
                total
            })
            .collect();
        Self { cumulative }
    }

    /// Zipf's law over `count` ranks with the exponent `numerator / denominator`.
    pub(crate) fn zipf(count: usize, numerator: u32, denominator: u32) -> Self {
        Self::new((1..=count).map(|rank| zipf_weight(rank as u32, numerator, denominator)))
    }

    /// A position; 0 when there is none.
    pub(crate) fn draw(&self, draw: &mut Draw) -> usize {
        let total = self.cumulative.last().copied().unwrap_or(0);
        let point = draw.below_wide(total);
        self.cumulative.partition_point(|reached| *reached <= point)
    }
}

/// `rank` to the power of minus `numerator / denominator`, in millionths.
///
/// The root is found by Newton's method with the four basic operations, which IEEE 754 rounds alike on
/// every machine; the power functions of mathematical libraries do not.
pub(crate) fn zipf_weight(rank: u32, numerator: u32, denominator: u32) -> u64 {
    let power = (0..numerator).fold(1.0, |product, _| product * f64::from(rank));
    let degree = f64::from(denominator);
    let mut root = f64::from(rank.max(1));
    for _ in 0..80 {
        let lower_power = (1..denominator).fold(1.0, |product, _| product * root);
        root = ((degree - 1.0) * root + power / lower_power) / degree;
    }
    (1_000_000.0 / root) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::draw::Kind;

    #[test]
    fn weights_follow_the_power_law() {
        assert_eq!(zipf_weight(1, 9, 10), 1_000_000);
        let at_100 = 1_000_000.0 / 100_f64.powf(0.9);
        assert!((zipf_weight(100, 9, 10) as f64 - at_100).abs() < 2.0);
        let at_18 = 1_000_000.0 / 18_f64.powf(0.8);
        assert!((zipf_weight(18, 4, 5) as f64 - at_18).abs() < 2.0);
    }

    #[test]
    fn draws_match_their_weights() {
        let weights = Weights::new([3, 0, 1]);
        let mut counts = [0_u32; 3];
        let mut draw = Draw::new(1, Kind::Report, 0);
        for _ in 0..4000 {
            counts[weights.draw(&mut draw)] += 1;
        }
        assert_eq!(counts[1], 0);
        assert!((2850..3150).contains(&counts[0]), "{counts:?}");
    }
}
