//! Part `match`: one opening against all people, one person against all openings, on one core; and all
//! openings at once.

mod batch;
mod everybody;

pub(crate) use batch::ALL_OPENINGS;

use super::report::{OURS, Outcome, Report, Row};
use super::timing::{Latency, ROUNDS};
use super::world::Site;
use super::{BenchError, Part, Tell};
use crate::discovery::questions::{matches_for_person, matches_for_vacancy};
use crate::ids::{PersonId, VacancyId};
use crate::{people, vacancies};
use ::matching::{Opening, Profile, Ranking};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// Matches that are asked for.
const TOP: usize = 50;
/// Openings and people that are asked about.
const ASKED: usize = 300;
/// Questions before anything is timed.
const WARM_UP: usize = 10;
/// A round ends here.
const BUDGET: Duration = Duration::from_secs(20);
/// Rankings that are compared with the ranking of everybody, scored one by one.
const COMPARED: usize = 5;

/// Measures both directions.
pub(crate) async fn measure(site: &Site, report: &mut Report, tell: Tell<'_>) -> Result<(), BenchError> {
    site.platform.catch_up_columns().await?;
    let platform = &site.platform;
    let open = vacancies::store::open_ids(platform.database.reader(), platform.clock.today()).await?;
    let openings = openings(site, &open).await?;
    let profiles = profiles(site).await?;
    let columns = &platform.columns;
    let (people, vacancies) = columns.sizes();
    tell(&format!("ranking {people} people for {} openings", openings.len()));
    rank(
        &Direction { what: "one opening against all people, top 50 with reasons", among: people },
        &openings,
        report,
        |opening, limit| columns.people_for(opening, limit),
    );
    tell(&format!("ranking {vacancies} openings for {} people", profiles.len()));
    rank(
        &Direction { what: "one person against all openings, top 50 with reasons", among: vacancies },
        &profiles,
        report,
        |profile, limit| columns.openings_for(profile, limit),
    );
    batch::measure(site, &open, report, tell).await
}

/// What is ranked for what.
struct Direction {
    what: &'static str,
    among: usize,
}

/// Times the ranking of all for each question, and compares some with the ranking that scores everybody.
fn rank<Q>(direction: &Direction, questions: &[Q], report: &mut Report, ask: impl Fn(&Q, usize) -> Ranking) {
    let Direction { what, among } = direction;
    for question in questions.iter().take(WARM_UP) {
        ask(question, TOP);
    }
    let (mut scanned, mut exact) = (0, 0);
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let until = Instant::now() + BUDGET;
        let mut times = Vec::new();
        for question in questions.iter().take_while(|_| Instant::now() < until) {
            let begun = Instant::now();
            let ranking = ask(question, TOP);
            times.push(begun.elapsed());
            scanned += ranking.scanned;
            exact += ranking.exact;
        }
        rounds.extend(Latency::of(times, 1));
    }
    let outcome = match Latency::median(&rounds) {
        Some(latency) => Outcome::Measured { latency, together: None },
        None => Outcome::NotRun("the world has nobody to rank".to_owned()),
    };
    report.rows.push(Row { part: Part::Match, what: (*what).to_owned(), engine: OURS.to_owned(), outcome });
    if scanned > 0 {
        let pruned = 100.0 - 100.0 * exact as f64 / scanned as f64;
        report.figure(
            Some(Part::Match),
            format!("{what}: never scored exactly, shut out by their bound"),
            pruned,
            "%",
        );
    }
    let compared = questions.iter().take(COMPARED);
    let equal = compared.clone().filter(|question| is_exact(*question, *among, &ask)).count();
    let text = format!("{what}: equal to scoring everybody in {equal} of {} cases", compared.len());
    report.check(Part::Match, text, equal == questions.len().min(COMPARED));
}

/// Are the best those that a ranking without any bound puts first?
fn is_exact<Q>(question: &Q, among: usize, ask: &impl Fn(&Q, usize) -> Ranking) -> bool {
    let everybody = ask(question, among);
    let best = everybody.matches.into_iter().take(TOP);
    ask(question, TOP).matches.into_iter().eq(best)
}

/// Some ids, spread over all.
fn spread(ids: &BTreeSet<u128>) -> impl Iterator<Item = u128> + '_ {
    let step = (ids.len() / ASKED).max(1);
    ids.iter().copied().step_by(step).take(ASKED)
}

async fn openings(site: &Site, open: &BTreeSet<u128>) -> Result<Vec<Opening>, BenchError> {
    let mut found = Vec::new();
    for id in spread(open) {
        found.push(matches_for_vacancy(&site.platform, VacancyId::from_u128(id), 1).await?.opening);
    }
    Ok(found)
}

async fn profiles(site: &Site) -> Result<Vec<Profile>, BenchError> {
    let ids = people::store::all_ids(site.platform.database.reader()).await?;
    let mut found = Vec::new();
    for id in spread(&ids) {
        found.push(matches_for_person(&site.platform, PersonId::from_u128(id), 1).await?.profile);
    }
    Ok(found)
}
