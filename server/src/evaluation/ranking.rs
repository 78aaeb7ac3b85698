//! Answers in the order in which `trec_eval` reads them.

use std::cmp::Ordering;

/// How many answers to a query count.
pub(crate) const DEPTH: usize = 100;

/// An answer: the id of a document and its score.
pub(crate) type Answer = (String, f32);

/// Puts answers in order, best first, and keeps the first [`DEPTH`]. `trec_eval` reads no ranks: it orders by
/// score in single precision, and equal scores by id, the later id first (`form_res_rels.c`).
pub(crate) fn in_order(mut answers: Vec<Answer>) -> Vec<Answer> {
    answers.sort_unstable_by(before);
    answers.truncate(DEPTH);
    answers
}

fn before(a: &Answer, b: &Answer) -> Ordering {
    b.1.partial_cmp(&a.1).unwrap_or(Ordering::Equal).then_with(|| b.0.as_bytes().cmp(a.0.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_scores_are_ordered_by_id_backwards() {
        let answers = [("a", 1.0), ("b", 2.0), ("c", 1.0), ("ab", 1.0)];
        let ordered = in_order(answers.map(|(id, score)| (id.to_owned(), score)).to_vec());
        assert_eq!(ordered.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["b", "c", "ab", "a"]);
    }

    #[test]
    fn what_lies_deeper_does_not_count() {
        let many = (0..250).map(|number| (number.to_string(), number as f32)).collect();
        let kept = in_order(many);
        assert_eq!((kept.len(), kept[99].0.as_str()), (DEPTH, "150"));
    }
}
