//! Vectors as bytes and back: a mark, sizes, languages, numbers of known words, scales, rows, and a sum that tells damage.

use super::matrix::WIDTH;
use super::vectors::{ROWS, Vectors};
use crate::hash::Fingerprint;

/// What the bytes begin with; the digit is the version.
const MARK: &[u8; 8] = b"viakvec2";
/// Bytes of the sum at the end.
const SUM: usize = 8;

/// Why bytes are no vectors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VectorsError {
    /// They begin otherwise.
    #[error("this is not a file of vectors, or one of another version")]
    Unknown,
    /// They are too short, too long, or not what was written.
    #[error("the vectors are damaged: their sum or their size is not what was written")]
    Damaged,
}

impl Vectors {
    /// The vectors as bytes; the same vectors give the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let languages = self.languages.join(" ");
        let mut bytes = MARK.to_vec();
        for size in [ROWS, WIDTH, languages.len(), self.words.len()] {
            bytes.extend((size as u32).to_le_bytes());
        }
        bytes.extend(languages.as_bytes());
        bytes.extend(self.words.iter().flat_map(|word| word.to_le_bytes()));
        bytes.extend(self.scales.iter().flat_map(|scale| scale.to_le_bytes()));
        bytes.extend(self.rows.iter().flat_map(|value| value.to_le_bytes()));
        let sum = sum(&bytes);
        bytes.extend(sum.to_le_bytes());
        bytes
    }

    /// The vectors that these bytes were made of.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VectorsError> {
        let (content, end) =
            bytes.split_at_checked(bytes.len().saturating_sub(SUM)).ok_or(VectorsError::Damaged)?;
        let rest = content.strip_prefix(MARK).ok_or(VectorsError::Unknown)?;
        if sum(content).to_le_bytes() != end {
            return Err(VectorsError::Damaged);
        }
        Self::read(rest).ok_or(VectorsError::Damaged)
    }

    fn read(rest: &[u8]) -> Option<Self> {
        let (rows, rest) = number(rest)?;
        let (width, rest) = number(rest)?;
        let (length, rest) = number(rest)?;
        let (known, rest) = number(rest)?;
        let (languages, rest) = rest.split_at_checked(length)?;
        let (words, rest) = rest.split_at_checked(known.checked_mul(4)?)?;
        if rows != ROWS || width != WIDTH || rest.len() != ROWS * (WIDTH + 4) {
            return None;
        }
        let (scales, values) = rest.split_at_checked(ROWS * 4)?;
        let scales: Vec<f32> = scales
            .chunks_exact(4)
            .map(|four| four.try_into().map(f32::from_le_bytes).ok().filter(|scale| scale.is_finite()))
            .collect::<Option<_>>()?;
        let words = words.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four)).collect();
        let languages = std::str::from_utf8(languages).ok()?.split_whitespace().map(str::to_owned).collect();
        let rows = values.iter().map(|byte| byte.cast_signed()).collect();
        Some(Self { languages, words, scales, rows })
    }
}

fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (four, rest) = bytes.split_first_chunk::<4>()?;
    Some((u32::from_le_bytes(*four) as usize, rest))
}

fn sum(bytes: &[u8]) -> u64 {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(bytes);
    fingerprint.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vectors() -> Vectors {
        let rows = (0..ROWS * WIDTH).map(|number| ((number % 251) as u8).cast_signed()).collect();
        Vectors {
            languages: vec!["en".into(), "lo".into()],
            words: vec![3, 7],
            scales: vec![0.5; ROWS],
            rows,
        }
    }

    #[test]
    fn vectors_come_back_from_their_bytes() {
        let bytes = vectors().to_bytes();
        assert_eq!(Vectors::from_bytes(&bytes), Ok(vectors()));
        assert!(bytes.len() < 8 << 20);
    }

    #[test]
    fn damaged_bytes_are_an_error() {
        let bytes = vectors().to_bytes();
        for at in [0, 9, 30, 5_000, bytes.len() - 1] {
            let mut damaged = bytes.clone();
            damaged[at] ^= 4;
            assert!(Vectors::from_bytes(&damaged).is_err(), "byte {at}");
        }
        for length in [0, 3, 8, 20, bytes.len() - 1] {
            assert!(Vectors::from_bytes(&bytes[..length]).is_err(), "{length} bytes");
        }
        assert_eq!(Vectors::from_bytes(b"something else, longer than a mark"), Err(VectorsError::Unknown));
    }
}
