//! Are these the bytes that were written?

/// Odd, with its bits well spread: the golden ratio in 64 bits.
const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
/// Independent lanes of eight bytes, so that multiplications overlap.
const LANES: usize = 8;

/// A number that differs, but for chance, where any byte differs. Each step can be undone, so a change
/// within one word is always seen. No protection against someone who wants the same number.
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    let mut lanes: [u64; LANES] = [MIX; LANES];
    let (rounds, rest) = bytes.as_chunks::<{ 8 * LANES }>();
    for round in rounds {
        let (words, _) = round.as_chunks::<8>();
        for (lane, word) in lanes.iter_mut().zip(words) {
            *lane = step(*lane, u64::from_le_bytes(*word));
        }
    }
    let mut sum = step(MIX, bytes.len() as u64);
    for lane in lanes {
        sum = step(sum, lane);
    }
    for byte in rest {
        sum = step(sum, u64::from(*byte));
    }
    sum ^ (sum >> 32)
}

fn step(state: u64, word: u64) -> u64 {
    (state ^ word).wrapping_mul(MIX).rotate_left(29)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_single_flipped_bit_is_seen() {
        let mut bytes: Vec<u8> = (0..200u8).collect();
        let sound = checksum(&bytes);
        for at in 0..bytes.len() {
            for bit in 0..8 {
                bytes[at] ^= 1 << bit;
                assert_ne!(checksum(&bytes), sound, "byte {at}, bit {bit}");
                bytes[at] ^= 1 << bit;
            }
        }
        assert_ne!(checksum(&bytes[..199]), sound);
    }
}
