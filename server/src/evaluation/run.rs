//! Ranked answers to many questions: asked of an engine, or read from a TREC run file.

use super::defect::Defect;
use super::judgements::Judgements;
use super::lines::Lines;
use super::measures::{Judged, Measure};
use super::ranking::{Answer, DEPTH, in_order};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::Path;

/// The answers to each question, best first, at most [`DEPTH`] of them.
#[derive(Debug, Default)]
pub(crate) struct Run {
    queries: Vec<(String, Vec<Answer>)>,
    place: HashMap<String, usize>,
}

/// A question by id and words.
pub(crate) type Question<'a> = (&'a str, &'a str);

impl Run {
    /// Asks each question on all processors. `rank` gives places in `ids` with scores, best first.
    pub(crate) fn ask(
        questions: &[Question<'_>],
        ids: &[&str],
        rank: impl Fn(&str, usize) -> Vec<(usize, f32)> + Sync,
    ) -> Self {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let share = questions.len().div_ceil(threads).max(1);
        let answer = |(id, text): &Question<'_>| {
            let found = rank(text, DEPTH).into_iter();
            let answers =
                found.filter_map(|(place, score)| Some(((*ids.get(place)?).to_owned(), score))).collect();
            ((*id).to_owned(), in_order(answers))
        };
        let mut queries = Vec::with_capacity(questions.len());
        std::thread::scope(|scope| {
            let parts = questions.chunks(share);
            let asked: Vec<_> =
                parts.map(|part| scope.spawn(|| part.iter().map(answer).collect::<Vec<_>>())).collect();
            for part in asked {
                match part.join() {
                    Ok(answered) => queries.extend(answered),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
        });
        let place = queries.iter().enumerate().map(|(place, (id, _))| (id.clone(), place)).collect();
        Self { queries, place }
    }

    /// Reads a run file: `query Q0 document rank score name` on each line. Ranks are not believed.
    pub(crate) fn read(path: &Path) -> Result<Self, Defect> {
        let mut lines = Lines::open(path)?;
        let mut queries: Vec<(String, HashMap<String, f32>)> = Vec::new();
        let mut place: HashMap<String, usize> = HashMap::new();
        while let Some((_, line)) = lines.next()? {
            let taken = parse(line).and_then(|(query, document, score)| {
                let at = *place.entry(query.clone()).or_insert(queries.len());
                if at == queries.len() {
                    queries.push((query, HashMap::new()));
                }
                let (query, answers) = queries.get_mut(at).ok_or_else(String::new)?;
                match answers.entry(document) {
                    Entry::Vacant(new) => {
                        new.insert(score);
                        Ok(())
                    }
                    Entry::Occupied(held) => Err(format!("{:?} answers {query:?} already", held.key())),
                }
            });
            taken.map_err(|what| lines.defect(what))?;
        }
        if queries.is_empty() {
            return Err(lines.whole("the file holds no answers"));
        }
        let queries = queries.into_iter().map(|(id, answers)| (id, in_order(answers.into_iter().collect())));
        Ok(Self { queries: queries.collect(), place })
    }

    /// The answers to a query; none if it found nothing or was not asked.
    pub(crate) fn of(&self, query: &str) -> &[Answer] {
        let held = self.place.get(query).and_then(|place| self.queries.get(*place));
        held.map_or(&[], |(_, answers)| answers)
    }

    /// Whether there are answers to a query.
    pub(crate) fn answers(&self, query: &str) -> bool {
        !self.of(query).is_empty()
    }

    /// The queries in their order.
    pub(crate) fn queries(&self) -> impl Iterator<Item = &str> {
        self.queries.iter().map(|(id, _)| id.as_str())
    }

    /// A measure of each judged query of `queries`, in their order.
    pub(crate) fn measured<'a>(
        &self,
        measure: Measure,
        queries: impl IntoIterator<Item = &'a str>,
        judgements: &Judgements,
    ) -> Vec<f64> {
        let grades = queries.into_iter().filter_map(|query| Some((query, judgements.of(query)?)));
        grades.map(|(query, grades)| measure.of(&Judged::new(self.of(query), grades))).collect()
    }

    /// The run as a file that `trec_eval` reads. Scores are written so that they read back as they are.
    ///
    /// # Errors
    /// An id that holds a blank, which the layout cannot tell from the next column.
    pub(crate) fn file(&self, name: &str) -> Result<String, String> {
        let mut file = String::new();
        for (query, answers) in &self.queries {
            for (at, (document, score)) in answers.iter().enumerate() {
                for id in [query, document] {
                    if id.contains(char::is_whitespace) {
                        return Err(format!(
                            "a run file cannot hold the _id {id:?}, which has a blank in it"
                        ));
                    }
                }
                let (rank, score) = ((at + 1).to_string(), score.to_string());
                file.extend([query, " Q0 ", document, " ", &rank, " ", &score, " ", name, "\n"]);
            }
        }
        Ok(file)
    }
}

/// The arithmetic mean; 0 of nothing.
pub(crate) fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
}

fn parse(line: &str) -> Result<(String, String, f32), String> {
    let cells: Vec<&str> = line.split_whitespace().collect();
    let [query, _, document, _, score, _] = cells.as_slice() else {
        let columns = cells.len();
        return Err(format!("{columns} columns instead of query, Q0, document, rank, score and name"));
    };
    // Double precision first, then single: so does `trec_eval`, and ties depend on it.
    let score = score.parse::<f64>().ok().filter(|score| !score.is_nan());
    let score = score.ok_or_else(|| format!("the score of {document:?} is not a number"))?;
    Ok(((*query).to_owned(), (*document).to_owned(), score as f32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Run, String> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.run");
        std::fs::write(&file, text).unwrap();
        Run::read(&file).map_err(|defect| defect.to_string())
    }

    #[test]
    fn what_is_asked_is_written_and_read_back_in_order() {
        let ids = ["a", "b", "c"];
        let rank = |text: &str, _| if text == "none" { vec![] } else { vec![(0, 0.1), (2, 0.1), (1, 0.3)] };
        let run = Run::ask(&[("q", "x"), ("p", "none"), ("r", "y")], &ids, rank);
        let file = run.file("viak").unwrap();
        assert!(file.starts_with("q Q0 b 1 0.3 viak\nq Q0 c 2 0.1 viak\nq Q0 a 3 0.1 viak\nr Q0 b 1"));
        let back = read(&file).unwrap();
        assert_eq!((back.of("q"), back.of("r"), back.answers("p")), (run.of("q"), run.of("r"), false));
        assert_eq!(run.queries().collect::<Vec<_>>(), ["q", "p", "r"]);
    }

    #[test]
    fn an_id_with_a_blank_does_not_fit_into_a_run_file() {
        let run = Run::ask(&[("q 1", "x")], &["a"], |_, _| vec![(0, 1.0)]);
        assert!(run.file("viak").unwrap_err().contains("\"q 1\""));
    }

    #[test]
    fn what_is_no_answer_is_refused_with_its_line() {
        for (text, said) in [
            ("q Q0 a 1 0.5 x\nq Q0 a 2 0.4 x\n", "line 2: \"a\" answers \"q\" already"),
            ("q Q0 a 1 high x\n", "line 1: the score of \"a\" is not a number"),
            ("q Q0 a 1 NaN x\n", "line 1: the score of \"a\" is not a number"),
            ("q a 1\n", "line 1: 3 columns instead of query, Q0, document, rank, score and name"),
            ("\n", "a.run: the file holds no answers"),
        ] {
            let refused = read(text).unwrap_err();
            assert!(refused.ends_with(said), "{refused}");
        }
    }
}
