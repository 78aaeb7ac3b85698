//! Everybody scored by the formula, one pair after the other: what an exact ranking must come to.

use ::matching::{Opening, Profile, Score, Verdict, explain, score};
use std::cmp::Reverse;
use std::collections::HashMap;

/// The best so far of each opening, while people come by.
pub(super) struct Everybody<'a> {
    openings: Vec<Best<'a>>,
}

/// Where somebody stands: who fails a condition behind all others, then by score, ties by id.
type Standing = (bool, Reverse<Score>, u128);

/// The best so far of one opening.
struct Best<'a> {
    opening: &'a Opening,
    limit: usize,
    /// In order.
    standings: Vec<Standing>,
}

impl<'a> Everybody<'a> {
    /// Nobody yet.
    pub(super) fn for_openings(openings: &[&'a Opening], limit: usize) -> Self {
        let best = |opening: &&'a Opening| Best { opening, limit, standings: Vec::new() };
        Self { openings: openings.iter().map(best).collect() }
    }

    /// How many openings are ranked.
    pub(super) fn openings(&self) -> usize {
        self.openings.len()
    }

    /// Scores people, the openings shared by so many threads.
    pub(super) fn score(&mut self, profiles: &[Profile], threads: usize) {
        let share = self.openings.len().div_ceil(threads).max(1);
        std::thread::scope(|scope| {
            for some in self.openings.chunks_mut(share) {
                scope.spawn(|| some.iter_mut().for_each(|best| best.meet(profiles)));
            }
        });
    }

    /// Goes on with so many openings at most, and with one at least.
    pub(super) fn keep(&mut self, most: usize) {
        self.openings.truncate(most.max(1));
    }

    /// The best of each opening.
    pub(super) fn best(self) -> HashMap<u128, Vec<(u128, Score)>> {
        let plain = |best: Best<'_>| {
            let people = best.standings.into_iter().map(|(_, Reverse(score), id)| (id, score));
            (best.opening.id, people.collect())
        };
        self.openings.into_iter().map(plain).collect()
    }
}

impl Best<'_> {
    fn meet(&mut self, profiles: &[Profile]) {
        for profile in profiles {
            let score = Reverse(score(profile, self.opening));
            // Conditions are looked at only where the score would do if all were met.
            let full = self.standings.len() == self.limit;
            if full && self.standings.last().is_some_and(|last| (false, score, profile.id) > *last) {
                continue;
            }
            let conditions = explain(profile, self.opening).conditions;
            let fails = conditions.iter().any(|(_, verdict)| *verdict == Verdict::NotMet);
            let standing = (fails, score, profile.id);
            let at = self.standings.partition_point(|other| *other < standing);
            if at < self.limit {
                self.standings.insert(at, standing);
                self.standings.truncate(self.limit);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: u128, months: u32) -> Profile {
        Profile { id, experience_months: Some(months), ..Profile::default() }
    }

    #[test]
    fn the_best_are_those_of_sorting_everybody() {
        let opening = Opening { id: 7, experience_months: Some(90), ..Opening::default() };
        let people: Vec<Profile> = (0..200).map(|id| person(id, (id as u32 * 37) % 101)).collect();
        let mut sorted: Vec<_> = people.iter().map(|person| (person.id, score(person, &opening))).collect();
        sorted.sort_by_key(|(id, score)| (Reverse(*score), *id));
        sorted.truncate(10);
        let openings = [&opening];
        let mut all = Everybody::for_openings(&openings, 10);
        people.chunks(33).for_each(|some| all.score(some, 2));
        assert_eq!(all.best(), HashMap::from([(7, sorted)]));
    }

    #[test]
    fn openings_are_left_out_and_one_always_stays() {
        let openings: Vec<Opening> = (0..10).map(|id| Opening { id, ..Opening::default() }).collect();
        let openings: Vec<&Opening> = openings.iter().collect();
        let mut all = Everybody::for_openings(&openings, 10);
        for (most, left) in [(15, 10), (5, 5), (0, 1)] {
            all.keep(most);
            assert_eq!(all.openings(), left);
        }
    }
}
