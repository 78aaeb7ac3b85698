//! Words and labels that are one or two edits away.

/// Edits allowed for a word of so many characters: one from 4 on, two from 8 on.
pub(crate) fn allowed(characters: usize) -> usize {
    match characters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Longer texts are not compared.
const LONGEST: usize = 48;

/// A text: its characters, a bit for each letter that occurs, the caller's number.
type Known = (Box<[char]>, u64, u32);

/// A list of texts, by number of characters, that can be asked for what is near.
#[derive(Debug, Default)]
pub(crate) struct Nearby {
    by_length: Vec<Vec<Known>>,
}

impl Nearby {
    /// Takes in a text.
    pub(crate) fn add(&mut self, text: &str, number: u32) {
        let characters: Box<[char]> = text.chars().collect();
        if characters.len() > LONGEST {
            return;
        }
        if self.by_length.len() <= characters.len() {
            self.by_length.resize_with(characters.len() + 1, Vec::new);
        }
        let letters = letters(&characters);
        if let Some(list) = self.by_length.get_mut(characters.len()) {
            list.push((characters, letters, number));
        }
    }

    /// The numbers of the nearest texts and their distance, at most `most` of them.
    pub(crate) fn find(&self, text: &str, most: usize) -> Vec<(u32, usize)> {
        let wanted: Vec<char> = text.chars().collect();
        let limit = allowed(wanted.len());
        if limit == 0 || wanted.len() > LONGEST {
            return Vec::new();
        }
        let mask = letters(&wanted);
        let mut found: Vec<(usize, bool, u32)> = Vec::new();
        for length in wanted.len() - limit..=wanted.len() + limit {
            for (other, other_mask, number) in self.by_length.get(length).into_iter().flatten() {
                if (mask ^ other_mask).count_ones() as usize > 2 * limit {
                    continue;
                }
                if let Some(edits) = distance(&wanted, other, limit) {
                    found.push((edits, other.first() != wanted.first(), *number));
                }
            }
        }
        found.sort_unstable();
        let best = found.first().map_or(0, |first| first.0);
        found.into_iter().take_while(|hit| hit.0 == best).take(most).map(|hit| (hit.2, hit.0)).collect()
    }
}

fn letters(characters: &[char]) -> u64 {
    characters.iter().fold(0, |mask, c| mask | 1 << (*c as u32 % 64))
}

/// Insertions, deletions, replacements and swaps of neighbours between two texts (optimal string
/// alignment), if they are at most `limit`.
pub(crate) fn distance(a: &[char], b: &[char], limit: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut earlier: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut before_a = None;
    for (row, left) in a.iter().enumerate() {
        let mut now = Vec::with_capacity(b.len() + 1);
        now.push(row + 1);
        let mut before_b = None;
        let mut least = row + 1;
        for (column, right) in b.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX / 2);
            let replaced = at(&above, column) + usize::from(left != right);
            let mut best = replaced.min(at(&above, column + 1) + 1).min(at(&now, column) + 1);
            if before_a == Some(right) && before_b == Some(left) && column > 0 {
                best = best.min(at(&earlier, column - 1) + 1);
            }
            least = least.min(best);
            now.push(best);
            before_b = Some(right);
        }
        if least > limit {
            return None;
        }
        earlier = std::mem::replace(&mut above, now);
        before_a = Some(left);
    }
    above.last().copied().filter(|edits| *edits <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted_with_swaps() {
        let of =
            |a: &str, b: &str| distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>(), 2);
        assert_eq!(of("welder", "wedler"), Some(1));
        assert_eq!(of("welder", "wlder"), Some(1));
        assert_eq!(of("welder", "walter"), Some(2));
        assert_eq!(of("welder", "cook"), None);
    }
}
