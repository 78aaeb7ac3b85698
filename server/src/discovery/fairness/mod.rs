//! Who is recommended? Exposure and selection by sex, age and province, over all open vacancies.
//!
//! For each open vacancy everybody is ranked as for whoever asks; its best people are its recommendations.
//! Three measures, each with its ratio to the group that has most:
//!
//! - *exposure*: the sum of 1/log₂(rank + 1) over all recommendations of a group (the discount of DCG, Järvelin and
//!   Kekäläinen 2002; as exposure, Singh and Joachims 2018), for each person of the group;
//! - *selection rate*: of all pairs of an open vacancy and a person who has worked in its occupation, the share in
//!   which the person is recommended. Those people are the ones who could be; vacancies without an occupation
//!   have none;
//! - *reached*: the share of the people of a group who are recommended for at least one vacancy.

mod groups;
mod tally;

pub use groups::{Dimension, HIDDEN_BELOW};
pub use tally::{Cell, Counted, Measures};

use super::FollowColumnsError;
use crate::app::Platform;
use crate::{people, vacancies};
use sea_orm::DbErr;
use std::collections::HashMap;
use std::sync::Arc;
use tally::Tally;

/// What the report says of itself, in words.
pub const NOTES: [&str; 5] = [
    "Scores never see sex, age, name or phone: matching has no field for them, and a test holds it to that \
     (tests/tests/it/facts_that_never_count.rs). Sex and year of birth are read for this report only.",
    "A place enters a score only as the distance between a person and the work, and as a wish to work abroad.",
    "Who could be selected for a vacancy: people who have worked in its occupation (the same group of ISCO-08).",
    "The report describes the people and vacancies of this database, not the labour market. Groups differ in what \
     their people can do and wish and in where work is offered; the report says that they differ, not why.",
    "Groups with fewer than ten people are hidden, and one more where the hidden one could be reckoned from the rest.",
];

/// The report.
#[derive(Debug)]
pub struct Report {
    /// Recommendations of a vacancy.
    pub top: usize,
    /// Everybody.
    pub people: usize,
    /// Open vacancies.
    pub vacancies: usize,
    /// Those of them with an occupation.
    pub with_occupation: usize,
    /// Groups of each dimension.
    pub dimensions: Vec<(Dimension, Vec<Cell>)>,
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum FairnessError {
    /// The database refused.
    #[error("the rows could not be read")]
    Database(#[from] DbErr),
    /// The matching columns are not to be had.
    #[error(transparent)]
    Columns(#[from] FollowColumnsError),
    /// The ranking task was ended.
    #[error("the ranking was stopped")]
    Stopped(#[from] tokio::task::JoinError),
}

/// Ranks everybody for every open vacancy and reports on the best `top` of each.
pub async fn report(platform: &Arc<Platform>, top: usize) -> Result<Report, FairnessError> {
    platform.catch_up_columns().await?;
    let (reader, today) = (platform.database.reader(), platform.clock.today());
    let people = people::store::belonging_of_all(reader).await?;
    let openings = vacancies::store::open_occupations(reader, today).await?;
    let columns = platform.columns.clone();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let ranking = tokio::task::spawn_blocking(move || {
        let rows: HashMap<u128, usize> =
            people.iter().enumerate().map(|(row, person)| (person.id.as_u128(), row)).collect();
        let tally = Tally::new(people, &openings);
        columns.best_for_all(top, threads, &|opening, best| {
            let occupation = openings.get(&opening).copied().flatten();
            let ranked = best.iter().enumerate().filter_map(|(at, (id, _))| Some((at + 1, *rows.get(id)?)));
            tally.recommended(occupation, ranked);
        });
        (tally, openings)
    });
    let (tally, openings) = ranking.await?;
    let book = platform.book();
    let year = chrono::Datelike::year(&today);
    Ok(Report {
        top,
        people: tally.people(),
        vacancies: openings.len(),
        with_occupation: openings.values().flatten().count(),
        dimensions: Dimension::ALL
            .into_iter()
            .map(|dimension| (dimension, tally.cells(|person| dimension.group_of(&book, person, year))))
            .collect(),
    })
}
