//! Which texts begin almost as something that was typed?
//!
//! The texts stand in order, so those with one beginning stand together. The walk goes from beginning to beginning
//! as through a tree, letter by letter, with the distances of the typed text's beginnings to where it stands;
//! where all of them exceed one edit it turns back.

use std::ops::Range;

/// Texts in order.
#[derive(Debug, Default)]
pub(crate) struct Beginnings {
    texts: String,
    /// Where each text begins, and where the last one ends.
    starts: Vec<u32>,
}

/// The distances (optimal string alignment) of each beginning of what was typed to where the walk stands, no
/// further than two.
type Distances = Vec<u8>;

/// Where the walk stands.
struct Place<'a> {
    texts: Range<usize>,
    depth: usize,
    distances: &'a Distances,
    /// The letter that led here, and the distances before it.
    before: Option<(char, &'a Distances)>,
}

/// Further away than allowed.
const FAR: u8 = 2;

impl Beginnings {
    /// Takes texts in ascending order.
    pub(crate) fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut all = Self::default();
        for text in texts {
            all.starts.push(all.texts.len() as u32);
            all.texts.push_str(text);
        }
        all.starts.push(all.texts.len() as u32);
        all
    }

    fn text(&self, number: usize) -> &str {
        let bounds = self.starts.get(number).zip(self.starts.get(number + 1));
        bounds.and_then(|(from, to)| self.texts.get(*from as usize..*to as usize)).unwrap_or_default()
    }

    /// Numbers of the texts of which some beginning is at most one edit away from `typed`; a swap of
    /// neighbours is one edit.
    pub(crate) fn near(&self, typed: &str) -> Vec<Range<usize>> {
        let wanted: Vec<char> = typed.chars().collect();
        let distances: Distances = (0..=wanted.len()).map(|place| place.min(FAR.into()) as u8).collect();
        let texts = 0..self.starts.len().saturating_sub(1);
        let mut found = Vec::new();
        self.walk(&wanted, &Place { texts, depth: 0, distances: &distances, before: None }, &mut found);
        found
    }

    fn walk(&self, wanted: &[char], here: &Place<'_>, found: &mut Vec<Range<usize>>) {
        if here.distances.last().is_some_and(|distance| *distance < FAR) {
            found.push(here.texts.clone());
            return;
        }
        if here.distances.iter().all(|distance| *distance >= FAR) {
            return;
        }
        let mut from = here.texts.start;
        while from < here.texts.end {
            let Some(letter) = self.text(from).get(here.depth..).and_then(|rest| rest.chars().next()) else {
                from += 1;
                continue;
            };
            let end = self.end_of(letter, from..here.texts.end, here.depth);
            let distances = step(wanted, letter, here);
            let place = Place {
                texts: from..end,
                depth: here.depth + letter.len_utf8(),
                distances: &distances,
                before: Some((letter, here.distances)),
            };
            self.walk(wanted, &place, found);
            from = end;
        }
    }

    /// The end of the texts that go on with a letter, as the first of them does.
    fn end_of(&self, letter: char, texts: Range<usize>, depth: usize) -> usize {
        let has = |number: usize| self.text(number).get(depth..).is_some_and(|rest| rest.starts_with(letter));
        let (mut inside, mut stride) = (texts.start, 1);
        while inside + stride < texts.end && has(inside + stride) {
            inside += stride;
            stride *= 2;
        }
        let mut outside = (inside + stride).min(texts.end);
        while inside + 1 < outside {
            let middle = usize::midpoint(inside, outside);
            if has(middle) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        outside
    }
}

/// The distances one letter further.
fn step(wanted: &[char], letter: char, here: &Place<'_>) -> Distances {
    let mut next = Vec::with_capacity(here.distances.len());
    let above = |at: usize| here.distances.get(at).copied().unwrap_or(FAR);
    let mut left = above(0).saturating_add(1).min(FAR);
    next.push(left);
    let mut last = None;
    for (at, c) in wanted.iter().enumerate() {
        let replaced = above(at) + u8::from(*c != letter);
        let mut best = replaced.min(above(at + 1) + 1).min(left + 1);
        if let (Some((previous, before)), Some(last)) = (here.before, last)
            && previous == *c
            && last == letter
        {
            let swapped =
                at.checked_sub(1).and_then(|at| before.get(at)).map_or(FAR, |distance| distance + 1);
            best = best.min(swapped);
        }
        left = best.min(FAR);
        next.push(left);
        last = Some(*c);
    }
    next
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lexicon::fuzzy::distance;

    /// What the walk must find, by comparing every beginning of every text.
    fn plainly(texts: &[String], typed: &str) -> Vec<usize> {
        let wanted: Vec<char> = typed.chars().collect();
        let near = |text: &String| {
            let letters: Vec<char> = text.chars().collect();
            (0..=letters.len()).any(|length| distance(&wanted, &letters[..length], 1).is_some())
        };
        (0..texts.len()).filter(|number| near(&texts[*number])).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn the_walk_finds_what_comparing_all_finds(
            mut texts in prop::collection::vec("[abກິ]{0,8}", 0..40),
            typed in "[abກິ]{2,7}",
        ) {
            texts.sort();
            let beginnings = Beginnings::of(texts.iter().map(String::as_str));
            let found: Vec<usize> = beginnings.near(&typed).into_iter().flatten().collect();
            prop_assert_eq!(found, plainly(&texts, &typed));
        }
    }
}
