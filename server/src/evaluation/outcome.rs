//! What a method answered to a set of questions, and how good that is.

use super::judgements::Judgements;
use super::measures::{Judged, Measure};
use super::run::{Question, Run, mean};

/// Questions, what may answer them, and what does.
pub(crate) struct Set<'a> {
    /// Judged questions by id and words.
    pub(crate) questions: Vec<Question<'a>>,
    /// Ids of what is ranked.
    pub(crate) ids: Vec<&'a str>,
    /// Names of what is ranked, in the same order.
    pub(crate) names: Vec<&'a str>,
    /// What is right.
    pub(crate) judgements: &'a Judgements,
}

/// The answers to a set.
pub(crate) struct Outcome {
    /// The ranked answers.
    pub(crate) run: Run,
    /// The mean of each measure over all questions.
    pub(crate) means: Vec<(Measure, f64)>,
    /// Questions that found nothing; they score 0.
    pub(crate) unanswered: usize,
    /// One row for each question, as CSV.
    pub(crate) table: String,
}

impl Outcome {
    /// Asks all questions and measures the answers.
    pub(super) fn of(set: &Set<'_>, rank: impl Fn(&str, usize) -> Vec<(usize, f32)> + Sync) -> Self {
        let run = Run::ask(&set.questions, &set.ids, rank);
        let ids = || set.questions.iter().map(|(id, _)| *id);
        let means =
            Measure::ALL.map(|measure| (measure, mean(&run.measured(measure, ids(), set.judgements))));
        let unanswered = ids().filter(|id| !run.answers(id)).count();
        let table = table(set, &run);
        Self { run, means: means.to_vec(), unanswered, table }
    }

    /// The mean of a measure.
    pub(crate) fn mean(&self, measure: Measure) -> f64 {
        self.means.iter().find(|(held, _)| *held == measure).map_or(0.0, |(_, mean)| *mean)
    }
}

/// Each question with the rank of its first right answer, its best answer, a right one, and its measures.
fn table(set: &Set<'_>, run: &Run) -> String {
    let names: std::collections::HashMap<&str, &str> =
        set.ids.iter().copied().zip(set.names.iter().copied()).collect();
    let name = |id: &str| names.get(id).copied().unwrap_or_default().to_owned();
    let mut rows = csv::Writer::from_writer(Vec::new());
    let header = ["query", "text", "right", "rank", "best", "best_name", "right_name"].map(str::to_owned);
    let measures = Measure::ALL.map(|measure| measure.name().to_owned());
    let mut records = vec![header.into_iter().chain(measures).collect::<Vec<String>>()];
    for (id, text) in &set.questions {
        let Some(grades) = set.judgements.of(id) else { continue };
        let answers = run.of(id);
        let judged = Judged::new(answers, grades);
        let best = answers.first().map_or("", |(best, _)| best.as_str());
        let right = grades.iter().filter(|(_, grade)| **grade > 0).map(|(right, _)| right).min();
        let mut record = vec![
            (*id).to_owned(),
            (*text).to_owned(),
            judged.right().to_string(),
            judged.first().map_or(String::new(), |rank| rank.to_string()),
            best.to_owned(),
            name(best),
            right.map_or(String::new(), |right| name(right)),
        ];
        record.extend(Measure::ALL.map(|measure| measure.of(&judged).to_string()));
        records.push(record);
    }
    let written = records.iter().try_for_each(|record| rows.write_record(record));
    // Writing into memory does not fail.
    let bytes = written.ok().and_then(|()| rows.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
