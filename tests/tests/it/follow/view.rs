//! What a follower has come to: everything that searches and matches would say.

use matching::{Match, Ranking};
use search::{DocumentKey, Facets, Request, Sort};
use server::clock::day_number;
use server::discovery::Columns;
use server::indexing;
use server::outbox::Subject;
use tests::TestApp;

/// Searches whose answers are compared: everything, concepts in three languages, plain words, a place.
const PROBES: &[&str] = &["", "welder", "ຊ່າງເຊື່ອມ", "cook savannakhet", "mekong", "night", "thợ hàn"];

/// The answer to one probe.
#[derive(Debug, PartialEq)]
pub(super) struct Answered {
    probe: &'static str,
    total: u64,
    hits: Vec<(DocumentKey, f32)>,
    facets: Facets,
}

/// What the indexes answer to the probes, in two orders.
pub(super) fn answers(app: &TestApp, subject: Subject) -> Vec<Answered> {
    let book = app.book();
    let today = day_number(app.platform().clock.today());
    let mut answers = Vec::new();
    for probe in PROBES {
        for sort in [Sort::Relevance, Sort::Newest] {
            let text = (*probe).to_owned();
            let request = Request { text, sort, limit: 100, facets: true, today, ..Request::default() };
            let found = app.platform().indexes.of(subject).search(&book.lexicon, &request).unwrap();
            let hits = found.hits.iter().map(|hit| (hit.key, hit.score)).collect();
            answers.push(Answered { probe, total: found.total, hits, facets: found.facets });
        }
    }
    answers
}

/// Makes both indexes again from the tables.
pub(super) async fn rebuild(app: &TestApp) {
    let platform = app.platform();
    for subject in [Subject::Vacancy, Subject::Person] {
        indexing::rebuild(&platform.database, &app.book(), &platform.indexes, subject, &platform.clock)
            .await
            .unwrap();
    }
}

/// How all people rank for an opening of each kind, and all openings for a person of each kind: the matches,
/// and of how many. How many blocks that took to find out depends on what came when, and is no answer.
pub(super) fn rankings(columns: &Columns, probes: &Probes) -> Vec<(Vec<Match>, usize)> {
    let people = probes.openings.iter().map(|opening| columns.people_for(opening, 50));
    let rankings = people.chain(probes.profiles.iter().map(|profile| columns.openings_for(profile, 50)));
    rankings.map(|Ranking { matches, scanned, .. }| (matches, scanned)).collect()
}

/// Openings and people that rankings are asked for.
pub(super) struct Probes {
    openings: Vec<matching::Opening>,
    profiles: Vec<matching::Profile>,
}

impl Probes {
    /// One of each occupation.
    pub(super) fn of(occupations: &[&str]) -> Self {
        let codes = || occupations.iter().map(|code| matching::IscoCode::try_from(*code).unwrap());
        let openings =
            codes().map(|isco| matching::Opening { id: 1, isco: Some(isco), ..Default::default() });
        let held = |isco| vec![matching::HeldOccupation { isco, months: Some(24) }];
        let profiles =
            codes().map(|isco| matching::Profile { id: 1, occupations: held(isco), ..Default::default() });
        Self { openings: openings.collect(), profiles: profiles.collect() }
    }
}

/// Columns made afresh from the tables.
pub(super) async fn fresh_columns(app: &TestApp) -> Columns {
    let columns = Columns::new(app.folder().join("no-columns"), false);
    let platform = app.platform();
    columns.catch_up(&platform.database, &app.book(), None, &platform.clock).await.unwrap();
    columns
}
