//! Chance that comes out the same every time.

/// Numbers from a seed (splitmix64).
pub(crate) struct Draw(u64);

impl Draw {
    pub(crate) fn new(number: u64, purpose: u64) -> Self {
        Self(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ purpose.wrapping_mul(0xd1b5_4a32_d192_ed03))
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, count: usize) -> usize {
        (self.next() % count.max(1) as u64) as usize
    }

    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// The text with two neighbouring letters swapped, one lost or one doubled, not at its beginning.
    pub(crate) fn slip(&mut self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        if letters.len() < 4 {
            return text.to_owned();
        }
        let at = 1 + self.below(letters.len() - 2);
        match self.below(3) {
            0 => letters.swap(at, at + 1),
            1 => {
                letters.remove(at);
            }
            _ => {
                let again = letters.get(at).copied().unwrap_or(' ');
                letters.insert(at, again);
            }
        }
        letters.into_iter().collect()
    }
}

/// The first of so many is drawn most, the others by a power of their rank.
pub(crate) struct Zipf(Vec<f64>);

impl Zipf {
    pub(crate) fn new(count: usize, power: f64) -> Self {
        let mut sum = 0.0;
        let sums = (1..=count).map(|rank| {
            sum += (rank as f64).powf(-power);
            sum
        });
        Self(sums.collect())
    }

    pub(crate) fn pick(&self, draw: &mut Draw) -> usize {
        let wanted = draw.share() * self.0.last().copied().unwrap_or(1.0);
        self.0.partition_point(|sum| *sum < wanted).min(self.0.len() - 1)
    }
}
