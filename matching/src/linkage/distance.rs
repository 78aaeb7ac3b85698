//! How far apart are two spellings? Letters in, no script known.

/// Letters of a spelling that are looked at; the rest of a longer one is left out.
pub(super) const LONGEST: usize = 64;

/// Length of the common beginning that Winkler's measure rewards.
const BEGINNING: usize = 4;

/// Jaro–Winkler similarity from 0 to 1, after Winkler, "String comparator metrics and enhanced decision rules
/// in the Fellegi–Sunter model" (1990), with the customary scale of a tenth. Looks at the first
/// 64 letters. Symmetric; 1 for equal spellings, 0 if either is empty.
pub fn jaro_winkler(one: &[char], other: &[char]) -> f64 {
    let (one, other) = (cut(one), cut(other));
    let jaro = jaro(one, other);
    let common = one.iter().zip(other).take(BEGINNING).take_while(|(a, b)| a == b).count();
    jaro + common as f64 * 0.1 * (1.0 - jaro)
}

fn cut(letters: &[char]) -> &[char] {
    letters.get(..LONGEST).unwrap_or(letters)
}

fn jaro(one: &[char], other: &[char]) -> f64 {
    // The matching is greedy from the left; always from the shorter side it is the same either way round.
    let (short, long) = if (one.len(), one) <= (other.len(), other) { (one, other) } else { (other, one) };
    if short.is_empty() {
        return if long.is_empty() { 1.0 } else { 0.0 };
    }
    let window = (long.len() / 2).saturating_sub(1);
    let (mut of_short, mut of_long) = (0_u64, 0_u64);
    for (at, letter) in short.iter().enumerate() {
        let from = at.saturating_sub(window);
        let near = long.iter().enumerate().skip(from).take(at + window + 1 - from);
        let free = near.into_iter().find(|(place, near)| *near == letter && of_long >> place & 1 == 0);
        if let Some((place, _)) = free {
            of_short |= 1 << at;
            of_long |= 1 << place;
        }
    }
    let matched = f64::from(of_short.count_ones());
    if of_short == 0 {
        return 0.0;
    }
    let pairs = marked(short, of_short).zip(marked(long, of_long));
    let moved = pairs.filter(|(a, b)| a != b).count() as f64 / 2.0;
    (matched / short.len() as f64 + matched / long.len() as f64 + (matched - moved) / matched) / 3.0
}

/// The letters whose bits are set.
fn marked(letters: &[char], mask: u64) -> impl Iterator<Item = char> + '_ {
    letters.iter().enumerate().filter(move |(at, _)| mask >> at & 1 == 1).map(|(_, letter)| *letter)
}

/// Are `most` edits enough to make one spelling the other? An edit inserts, removes or replaces a letter, or
/// swaps two neighbours (optimal string alignment after Damerau, 1964). For small `most`: each edit
/// multiplies the ways by up to four. Symmetric.
pub fn within(one: &[char], other: &[char], most: u8) -> bool {
    if one.len().abs_diff(other.len()) > usize::from(most) {
        return false;
    }
    match (one, other) {
        ([], rest) | (rest, []) => rest.len() <= usize::from(most),
        ([a, one @ ..], [b, other @ ..]) if a == b => within(one, other, most),
        _ if most == 0 => false,
        ([_, after_one @ ..], [_, after_other @ ..]) => {
            let swapped = match (one, other) {
                ([a, b, one @ ..], [c, d, other @ ..]) if a == d && b == c => within(one, other, most - 1),
                _ => false,
            };
            swapped
                || within(after_one, after_other, most - 1)
                || within(after_one, other, most - 1)
                || within(one, after_other, most - 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn letters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    /// Optimal string alignment by the whole table.
    fn by_table(one: &[char], other: &[char]) -> usize {
        let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
        for row in 0..=one.len() {
            for column in 0..=other.len() {
                table[row][column] = if row == 0 || column == 0 {
                    row + column
                } else {
                    let differs = usize::from(one[row - 1] != other[column - 1]);
                    let mut best = (table[row - 1][column] + 1)
                        .min(table[row][column - 1] + 1)
                        .min(table[row - 1][column - 1] + differs);
                    let swapped = row > 1
                        && column > 1
                        && one[row - 1] == other[column - 2]
                        && one[row - 2] == other[column - 1];
                    if swapped {
                        best = best.min(table[row - 2][column - 2] + 1);
                    }
                    best
                };
            }
        }
        table[one.len()][other.len()]
    }

    #[test]
    fn the_published_examples_come_out() {
        let of = |one: &str, other: &str| jaro_winkler(&letters(one), &letters(other));
        assert!((of("martha", "marhta") - 0.961_1).abs() < 0.000_1);
        assert!((of("dwayne", "duane") - 0.84).abs() < 0.000_1);
        assert!((of("dixon", "dicksonx") - 0.813_3).abs() < 0.000_1);
        assert!(of("abc", "xyz") < f64::EPSILON);
    }

    proptest! {
        #[test]
        fn edits_are_counted_as_by_the_whole_table(one in "[abc]{0,7}", other in "[abc]{0,7}", most in 0..4u8) {
            let (one, other) = (letters(&one), letters(&other));
            prop_assert_eq!(within(&one, &other, most), by_table(&one, &other) <= usize::from(most));
        }

        #[test]
        fn similarity_is_symmetric_and_bounded(one in "[abc]{0,9}", other in "[abc]{0,9}") {
            let (one, other) = (letters(&one), letters(&other));
            let similar = jaro_winkler(&one, &other);
            prop_assert_eq!(similar.to_bits(), jaro_winkler(&other, &one).to_bits());
            prop_assert!((0.0..=1.0).contains(&similar));
            prop_assert!((jaro_winkler(&one, &one) - 1.0).abs() < 1e-12);
        }
    }
}
