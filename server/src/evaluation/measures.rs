//! How good is one ranked list of answers? The measures of `trec_eval`, and RP@k.

use super::judgements::Grades;
use super::ranking::Answer;
use std::str::FromStr;

/// A measure of one query's answers, between 0 and 1; over queries it is the arithmetic mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Average precision: `map`.
    Map,
    /// One by the rank of the first right answer: `recip_rank`.
    Mrr,
    /// The first answer is right: `success_1`.
    Acc1,
    /// One of the first five is right: `success_5`.
    Hit5,
    /// One of the first ten is right: `success_10`.
    Hit10,
    /// Discounted gain of the first ten by that of the best order, the gain being the grade: `ndcg_cut_10`.
    Ndcg10,
    /// Right answers among the first five, by how many there can be (Decorte et al., 2022).
    Rp5,
    /// The same for ten.
    Rp10,
}

impl Measure {
    /// All measures.
    pub(crate) const ALL: [Self; 8] =
        [Self::Map, Self::Mrr, Self::Acc1, Self::Hit5, Self::Hit10, Self::Ndcg10, Self::Rp5, Self::Rp10];
    /// What is said of one right concept for each title.
    pub(crate) const OF_TITLES: [Self; 6] =
        [Self::Map, Self::Mrr, Self::Acc1, Self::Hit5, Self::Hit10, Self::Ndcg10];
    /// What is said of several right skills for each sentence.
    pub(crate) const OF_SKILLS: [Self; 3] = [Self::Rp5, Self::Rp10, Self::Mrr];

    /// Its name as it is printed.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Map => "MAP",
            Self::Mrr => "MRR",
            Self::Acc1 => "acc@1",
            Self::Hit5 => "hit@5",
            Self::Hit10 => "hit@10",
            Self::Ndcg10 => "nDCG@10",
            Self::Rp5 => "RP@5",
            Self::Rp10 => "RP@10",
        }
    }

    /// Measures answers in their order. A query without any right answer scores 0, as in `trec_eval`.
    pub(crate) fn of(self, judged: &Judged) -> f64 {
        match self {
            Self::Map => judged.average_precision(),
            Self::Mrr => judged.first().map_or(0.0, |rank| 1.0 / rank as f64),
            Self::Acc1 => judged.success(1),
            Self::Hit5 => judged.success(5),
            Self::Hit10 => judged.success(10),
            Self::Ndcg10 => judged.gain(10),
            Self::Rp5 => judged.right_of_possible(5),
            Self::Rp10 => judged.right_of_possible(10),
        }
    }
}

impl FromStr for Measure {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let named = Self::ALL.into_iter().find(|measure| measure.name().eq_ignore_ascii_case(name));
        named.ok_or_else(|| format!("no measure has the name {name}"))
    }
}

/// The grades of a ranked list.
#[derive(Debug)]
pub(crate) struct Judged {
    /// Of each answer, best answer first; 0 for one that nobody judged.
    answers: Vec<i64>,
    /// Of the right documents, whether found or not, best first.
    right: Vec<i64>,
}

impl Judged {
    /// Looks up what answers in their order are worth.
    pub(crate) fn new(answers: &[Answer], grades: &Grades) -> Self {
        let answers = answers.iter().map(|(id, _)| grades.get(id).copied().unwrap_or(0)).collect();
        let mut right: Vec<i64> = grades.values().copied().filter(|grade| *grade > 0).collect();
        right.sort_unstable_by(|a, b| b.cmp(a));
        Self { answers, right }
    }

    /// How many documents are right.
    pub(crate) fn right(&self) -> usize {
        self.right.len()
    }

    /// The rank of the first right answer, from 1 on.
    pub(crate) fn first(&self) -> Option<usize> {
        self.answers.iter().position(|grade| *grade > 0).map(|at| at + 1)
    }

    fn average_precision(&self) -> f64 {
        let mut found = 0.0;
        let mut sum = 0.0;
        for (at, grade) in self.answers.iter().enumerate() {
            if *grade > 0 {
                found += 1.0;
                sum += found / (at + 1) as f64;
            }
        }
        by(sum, self.right.len() as f64)
    }

    fn success(&self, depth: usize) -> f64 {
        if self.first().is_some_and(|rank| rank <= depth) { 1.0 } else { 0.0 }
    }

    fn gain(&self, depth: usize) -> f64 {
        by(discounted(&self.answers, depth), discounted(&self.right, depth))
    }

    fn right_of_possible(&self, depth: usize) -> f64 {
        let found = self.answers.iter().take(depth).filter(|grade| **grade > 0).count();
        by(found as f64, self.right.len().min(depth) as f64)
    }
}

/// Grades added up, each by the logarithm of its rank; grades below 0 are worth nothing.
fn discounted(grades: &[i64], depth: usize) -> f64 {
    let gains = grades.iter().take(depth).enumerate();
    gains
        .map(|(at, grade)| (*grade).max(0) as f64 / (at as f64 + 2.0).log2())
        .fold(0.0, |sum, gain| sum + gain)
}

/// A share; 0 of nothing.
fn by(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(answers: &[&str], grades: &[(&str, i64)]) -> Judged {
        let answers: Vec<Answer> = answers.iter().map(|id| ((*id).to_owned(), 0.0)).collect();
        Judged::new(&answers, &grades.iter().map(|(id, grade)| ((*id).to_owned(), *grade)).collect())
    }

    fn is(measure: Measure, judged: &Judged, expected: f64) {
        let found = measure.of(judged);
        assert!((found - expected).abs() < 1e-9, "{}: {found} instead of {expected}", measure.name());
    }

    #[test]
    fn measures_of_a_list_worked_out_by_hand() {
        let list = judged(&["x", "a", "y", "b"], &[("a", 1), ("b", 2), ("c", 1), ("x", 0)]);
        is(Measure::Map, &list, (1.0 / 2.0 + 2.0 / 4.0) / 3.0);
        is(Measure::Mrr, &list, 0.5);
        is(Measure::Acc1, &list, 0.0);
        is(Measure::Hit5, &list, 1.0);
        is(Measure::Rp5, &list, 2.0 / 3.0);
        let best = 2.0 + 1.0 / 3f64.log2() + 0.5;
        is(Measure::Ndcg10, &list, (1.0 / 3f64.log2() + 2.0 / 5f64.log2()) / best);
        assert_eq!((list.first(), list.right()), (Some(2), 3));
    }

    #[test]
    fn nothing_found_and_nothing_right_are_worth_nothing() {
        for list in [judged(&[], &[("a", 1)]), judged(&["a", "b"], &[("a", 0), ("b", -1)])] {
            for measure in Measure::ALL {
                is(measure, &list, 0.0);
            }
        }
    }

    #[test]
    fn names_are_found_in_any_case() {
        assert_eq!("ndcg@10".parse(), Ok(Measure::Ndcg10));
        assert!("precision".parse::<Measure>().is_err());
    }
}
