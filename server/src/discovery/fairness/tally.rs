//! Counting recommendations of groups; in whole numbers, so that it comes out the same on any number of threads.

use super::groups::hidden;
use crate::people::store::Belonging;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};

/// Parts of one exposure.
const PARTS: f64 = 1_000_000.0;

/// What is counted of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Its people.
    pub people: u64,
    /// Those who could be selected for at least one vacancy.
    pub who_could: u64,
    /// Pairs of a vacancy and a person who could be selected for it.
    pub pairs: u64,
    /// Those of the pairs in which the person is recommended.
    pub selected: u64,
    /// People who are recommended for any vacancy.
    pub reached: u64,
    /// Recommendations.
    pub recommendations: u64,
    /// Exposure in millionths.
    pub exposure: u64,
}

/// The measures of a group; none where there is nobody to divide by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// Exposure for each person.
    pub exposure: Option<f64>,
    /// Selected pairs among all.
    pub selection_rate: Option<f64>,
    /// Reached people among all.
    pub reached: Option<f64>,
}

impl Counted {
    /// The measures.
    pub fn measures(&self) -> Measures {
        let share = |part: f64, all: u64| (all > 0).then(|| part / all as f64);
        Measures {
            exposure: share(self.exposure as f64 / PARTS, self.people),
            selection_rate: share(self.selected as f64, self.pairs),
            reached: share(self.reached as f64, self.people),
        }
    }

    fn add(&mut self, person: &Row) {
        let held = |count: &AtomicU64| count.load(Ordering::Relaxed);
        let recommendations = held(&person.recommendations);
        self.people += 1;
        self.who_could += u64::from(person.pairs > 0);
        self.pairs += person.pairs;
        self.selected += held(&person.selected);
        self.reached += u64::from(recommendations > 0);
        self.recommendations += recommendations;
        self.exposure += held(&person.exposure);
    }
}

/// A group of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its name.
    pub name: String,
    /// Its counts; none where they are hidden.
    pub counted: Option<Counted>,
}

/// A person while counting.
struct Row {
    person: Belonging,
    pairs: u64,
    selected: AtomicU64,
    recommendations: AtomicU64,
    exposure: AtomicU64,
}

/// Recommendations by person.
pub(super) struct Tally(Vec<Row>);

impl Tally {
    /// Nobody recommended yet; `openings` are the occupations of the open vacancies.
    pub(super) fn new(people: Vec<Belonging>, openings: &HashMap<u128, Option<i32>>) -> Self {
        let mut offered: HashMap<i32, u64> = HashMap::new();
        for occupation in openings.values().flatten() {
            *offered.entry(*occupation).or_default() += 1;
        }
        let row = |person: Belonging| Row {
            pairs: person.occupations.iter().filter_map(|occupation| offered.get(occupation)).sum(),
            person,
            selected: AtomicU64::new(0),
            recommendations: AtomicU64::new(0),
            exposure: AtomicU64::new(0),
        };
        Self(people.into_iter().map(row).collect())
    }

    /// How many people there are.
    pub(super) fn people(&self) -> usize {
        self.0.len()
    }

    /// Counts the recommendations of a vacancy: ranks from 1 and rows of people.
    pub(super) fn recommended(&self, occupation: Option<i32>, ranked: impl Iterator<Item = (usize, usize)>) {
        for (rank, row) in ranked {
            let Some(row) = self.0.get(row) else { continue };
            let could = occupation.is_some_and(|wanted| row.person.occupations.contains(&wanted));
            let parts = (PARTS / ((rank + 1) as f64).log2()).round() as u64;
            row.exposure.fetch_add(parts, Ordering::Relaxed);
            row.recommendations.fetch_add(1, Ordering::Relaxed);
            row.selected.fetch_add(u64::from(could), Ordering::Relaxed);
        }
    }

    /// The groups that `group` makes, in the order of what it orders them by.
    pub(super) fn cells(&self, group: impl Fn(&Belonging) -> (String, String)) -> Vec<Cell> {
        let mut counted: BTreeMap<(String, String), Counted> = BTreeMap::new();
        for row in &self.0 {
            counted.entry(group(&row.person)).or_default().add(row);
        }
        hidden(counted.into_iter().map(|((_, name), counted)| (name, counted)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::PersonId;
    use crate::people::model::Sex;

    fn person(number: u128, sex: Sex, occupation: i32) -> Belonging {
        let id = PersonId::from_u128(number);
        Belonging { id, sex, birth_year: None, province_id: None, occupations: vec![occupation] }
    }

    #[test]
    fn exposure_is_discounted_by_rank_and_selection_counts_those_who_could_be() {
        let people = (0..20).map(|n| person(n, if n < 10 { Sex::Female } else { Sex::Male }, 1)).collect();
        let openings = HashMap::from([(1, Some(1)), (2, Some(2)), (3, None)]);
        let tally = Tally::new(people, &openings);
        tally.recommended(Some(1), [(1, 0), (3, 10)].into_iter());
        tally.recommended(Some(2), [(1, 0)].into_iter());
        let cells = tally.cells(|person| (format!("{:?}", person.sex), String::new()));
        let [women, men] = [0, 1].map(|at: usize| cells[at].counted.unwrap());
        assert_eq!((women.people, women.pairs, women.selected, women.recommendations), (10, 10, 1, 2));
        assert_eq!((women.exposure, men.exposure), (2_000_000, 500_000), "1/log2(2) and 1/log2(4)");
        assert_eq!((women.reached, men.reached), (1, 1));
        let measures = men.measures();
        assert_eq!((measures.selection_rate, measures.reached), (Some(0.1), Some(0.1)));
        assert_eq!(Counted::default().measures().exposure, None);
    }
}
