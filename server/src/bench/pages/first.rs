//! How long after its start does a server answer a first search, and a first match?

use crate::bench::child::Served;
use crate::bench::http_client::Connection;
use crate::bench::memory::Memory;
use crate::bench::report::Report;
use crate::bench::timing::ROUNDS;
use crate::bench::world::{Ground, Site};
use crate::bench::{BenchError, Part, Tell, Traces};
use crate::{api, vacancies};
use std::time::{Duration, Instant};

/// No further start is measured after so long.
const BUDGET: Duration = Duration::from_secs(30);
/// What a server says that is not ready yet, or took too long.
const NOT_READY: u16 = 503;
/// How long it is asked again, and the time between two questions.
const PATIENCE: Duration = Duration::from_mins(10);
const PAUSE: Duration = Duration::from_millis(5);
/// What a results page holds for every vacancy on it.
const CARD: &str = "href=\"/jobs/";
/// Addresses among which one with hits is looked for.
const TRIED: usize = 50;

/// A search that finds something, and a match with the token that it needs.
pub(super) struct Questions {
    search: String,
    matching: String,
}

/// When a server had done what, counted from its start.
struct Start {
    listening: Duration,
    searched: Duration,
    matched: Duration,
}

/// Chooses the questions while the world is open.
pub(super) async fn questions(site: &Site, addresses: &[String]) -> Result<Questions, BenchError> {
    let platform = &site.platform;
    let ids = vacancies::store::open_ids(platform.database.reader(), platform.clock.today()).await?;
    let Some(id) = ids.first() else { return Err(BenchError::TooSmall("no open vacancy")) };
    let token = api::token::create(&platform.database, "operator", "bench", platform.clock.now()).await?;
    let id = crate::ids::VacancyId::from_u128(*id);
    let matching = format!(
        "GET /api/v1/vacancies/{id}/matches HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\n\r\n"
    );
    let address = found_something(site, addresses)?;
    let search = format!("GET {address} HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\n\r\n");
    Ok(Questions { search, matching })
}

/// The first of the addresses whose text finds something.
fn found_something(site: &Site, addresses: &[String]) -> Result<String, BenchError> {
    for address in addresses.iter().take(TRIED) {
        let query = address.split_once('?').map_or("", |(_, query)| query);
        let text = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "q");
        let Some((_, text)) = text else { continue };
        let request = ::search::Request {
            text: text.into_owned(),
            today: crate::clock::day_number(site.platform.clock.today()),
            ..::search::Request::default()
        };
        let index = site.platform.indexes.of(crate::outbox::Subject::Vacancy);
        if index.search(&site.platform.book().lexicon, &request)?.total > 0 {
            return Ok(address.clone());
        }
    }
    Err(BenchError::TooSmall("no question finds anything"))
}

/// Starts the server a few times and leaves the last one running.
pub(super) async fn starts<'a>(
    ground: &Ground,
    questions: &Questions,
    (traces, memory): (&'a Traces, &'a Memory),
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<Served<'a>, BenchError> {
    let begun = Instant::now();
    let mut all = Vec::new();
    loop {
        tell("starting a server over the world");
        let (server, start) = start(ground, questions, (traces, memory)).await?;
        all.push(start);
        if all.len() == ROUNDS || begun.elapsed() > BUDGET {
            note(&all, report);
            return Ok(server);
        }
        server.end();
    }
}

async fn start<'a>(
    ground: &Ground,
    questions: &Questions,
    (traces, memory): (&'a Traces, &'a Memory),
) -> Result<(Served<'a>, Start), BenchError> {
    let begun = Instant::now();
    let server = Served::start(&ground.settings.data, traces, memory).await?;
    let listening = begun.elapsed();
    let mut connection = Connection::open(server.address).await?;
    let status = answered(&mut connection, &questions.search).await?;
    let searched = begun.elapsed();
    let page = String::from_utf8_lossy(connection.body());
    if status != 200 || !page.contains(CARD) {
        return Err(BenchError::Server(format!("found nothing: status {status}")));
    }
    let status = answered(&mut connection, &questions.matching).await?;
    let matched = begun.elapsed();
    let answer: serde_json::Value = serde_json::from_slice(connection.body()).unwrap_or_default();
    let found = answer.get("items").and_then(serde_json::Value::as_array).is_some_and(|all| !all.is_empty());
    if status != 200 || !found {
        return Err(BenchError::Server(format!("gave no match: status {status}")));
    }
    Ok((server, Start { listening, searched, matched }))
}

/// The status of an answer. A server that is not ready yet is asked again, which counts as waiting.
async fn answered(connection: &mut Connection, request: &str) -> Result<u16, BenchError> {
    let begun = Instant::now();
    loop {
        let status = connection.ask(request, b"").await?.status;
        if status != NOT_READY || begun.elapsed() > PATIENCE {
            return Ok(status);
        }
        tokio::time::sleep(PAUSE).await;
    }
}

fn note(starts: &[Start], report: &mut Report) {
    let moments = |of: fn(&Start) -> Duration| starts.iter().map(of).collect::<Vec<_>>();
    for (what, mut times) in [
        ("start to listening", moments(|start| start.listening)),
        ("start to first search", moments(|start| start.searched)),
        ("start to first search and first match", moments(|start| start.matched)),
    ] {
        times.sort_unstable();
        let middle = times.get(times.len() / 2).copied().unwrap_or_default();
        report.figure(Some(Part::Pages), what, middle.as_secs_f64(), "s");
    }
    report.figure(Some(Part::Pages), "starts of which the median is shown", starts.len() as f64, "starts");
}
