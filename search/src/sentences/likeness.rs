//! Which known words are like a given one, by the groups of characters that they share?

use crate::hash::QuickMap;

/// Characters of a group.
const GROUP: usize = 3;
/// Words less like each other than this are different words.
const ALIKE: f32 = 0.5;
/// Shorter words are alike by chance, in characters.
const SHORTEST: usize = 4;

/// Known words by their groups of characters.
#[derive(Debug, Default)]
pub(super) struct Likeness {
    /// For each group, the words that have it.
    words: QuickMap<u64, Vec<u32>>,
    /// For each word, how many groups it has; 0 if it is never like another.
    sizes: Vec<u16>,
}

impl Likeness {
    /// Takes in words with their numbers, which count from 0 without a gap.
    pub(super) fn of(numbers: &QuickMap<Box<str>, u32>) -> Self {
        let mut likeness = Self { words: QuickMap::default(), sizes: vec![0; numbers.len()] };
        let mut all: Vec<(&u32, &str)> = numbers.iter().map(|(word, number)| (number, &**word)).collect();
        all.sort_unstable();
        for (number, word) in all {
            let groups = groups(word);
            if let Some(size) = likeness.sizes.get_mut(*number as usize) {
                *size = u16::try_from(groups.len()).unwrap_or(u16::MAX);
            }
            for group in groups {
                likeness.words.entry(group).or_default().push(*number);
            }
        }
        likeness
    }

    /// The numbers of words like this one, with Dice's coefficient of their groups: twice the shared ones by
    /// all of both, from [`ALIKE`] to 1.
    pub(super) fn like(&self, word: &str) -> Vec<(u32, f32)> {
        let groups = groups(word);
        let mut shared: QuickMap<u32, u32> = QuickMap::default();
        for group in &groups {
            for number in self.words.get(group).into_iter().flatten() {
                *shared.entry(*number).or_default() += 1;
            }
        }
        let dice = |(number, shared): (u32, u32)| {
            let size = self.sizes.get(number as usize).copied()?;
            let dice = 2.0 * shared as f32 / (groups.len() as f32 + f32::from(size));
            (dice >= ALIKE).then_some((number, dice))
        };
        shared.into_iter().filter_map(dice).collect()
    }
}

/// The distinct groups of a word between marks of its ends, as numbers; none of a short word and of one in a
/// script without spaces, which is a group itself.
fn groups(word: &str) -> Vec<u64> {
    if word.chars().count() < SHORTEST {
        return Vec::new();
    }
    let marked: Vec<char> = std::iter::once('<').chain(word.chars()).chain(['>']).collect();
    let number = |group: &[char]| group.iter().fold(0u64, |sum, c| (sum << 21) | u64::from(u32::from(*c)));
    let mut groups: Vec<u64> = marked.windows(GROUP).map(number).collect();
    groups.sort_unstable();
    groups.dedup();
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_root_are_alike() {
        let words = ["negoti", "projektleitung", "java", "javascript", "sql"];
        let numbers = words.iter().zip(0..).map(|(word, number)| (Box::from(*word), number)).collect();
        let likeness = Likeness::of(&numbers);
        let like = |word: &str| likeness.like(word).into_iter().map(|(number, _)| number).collect::<Vec<_>>();
        assert_eq!(like("projektleiter"), [1]);
        assert_eq!(like("negotiator"), [0]);
        assert_eq!(like("sqlx"), Vec::<u32>::new());
        assert_eq!(like("java"), [2]);
        assert!(likeness.like("java")[0].1 > 0.999);
    }
}
