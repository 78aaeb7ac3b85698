//! `viak allocate`: seats to people, from a file or over all open vacancies.

use super::failure::Failure;
use super::{catch_up, output};
use crate::allocation::{self, Answer, Names, TEMPLATE, UNITS, Way};
use crate::app::Platform;
use crate::clock::Clock;
use crate::config::Settings;
use crate::ids::{PersonId, VacancyId};
use crate::vacancies;
use clap::Args;
use matching::allocation::{Candidate, Question};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// Units of the leaf in one of the 10,000 points of a match: scores are shown in percent.
const OF_A_MATCH: u64 = UNITS / 100;
/// Vacancies whose seats are read with one query.
const PAGE: u64 = 2_000;

/// What is allocated, and how it is shown.
#[derive(Args)]
#[command(after_long_help = FORMAT)]
#[expect(clippy::struct_excessive_bools, reason = "switches of a command line")]
pub(super) struct Arguments {
    /// File with openings, people, quotas and forbidden pairs (--help describes it)
    #[arg(required_unless_present_any = ["template", "open"], conflicts_with_all = ["template", "open"])]
    file: Option<PathBuf>,
    /// A stable allocation: people propose by wish and score, openings keep the highest scores
    #[arg(long)]
    stable: bool,
    /// Allocate the best people of the platform to its open vacancies
    #[arg(long, conflicts_with = "template")]
    open: bool,
    /// With --open: the best people that are considered for each vacancy
    #[arg(long, requires = "open", default_value_t = 50, value_name = "K", value_parser = limit())]
    limit: u32,
    /// Print a row for each opening instead of each person
    #[arg(long, conflicts_with = "json")]
    openings: bool,
    /// Print JSON: people, openings and quotas
    #[arg(long)]
    json: bool,
    /// Print a file to begin with
    #[arg(long)]
    template: bool,
}

fn limit() -> clap::builder::RangedI64ValueParser<u32> {
    clap::value_parser!(u32).range(1..=10_000)
}

const FORMAT: &str = "\
The file is a JSON object with up to four lists; `viak allocate --template` prints an example.
  openings   id, seats (0 to 1000000)
  people     id, scores {opening: 0 to 1000000, kept to six decimals},
             wishes [openings, the dearest first; none: any], groups [names]
  quotas     name, most, openings [none: all], group [none: everybody]
  forbidden  person, opening, reason
Ids are texts or whole numbers. A person comes to openings that have a score for the person, are among the
wishes, and are not forbidden. Ties go to the lower id; the order of the file does not matter.

Rows go to stdout, total, bound, gap and unfilled seats to stderr. The bound is a true one: no allocation has
a higher total. It equals the total in small cases without quotas that cross each other.";

/// Allocates and prints.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let Arguments { file, stable, open, limit, openings, json, template } = arguments;
    if template {
        return print(TEMPLATE);
    }
    let way = if stable { Way::Stable } else { Way::HighestTotal };
    let found = if open { Some(open_vacancies(settings, clock, limit as usize).await?) } else { None };
    let deciding = tokio::task::spawn_blocking(move || -> Result<Answer, Failure> {
        let (question, names) = match (found, file) {
            (Some(found), _) => found,
            (None, Some(file)) => allocation::read(&file)?,
            (None, None) => return Err(Failure::Usage("name a file, or give --open".to_owned())),
        };
        Ok(allocation::allocate(question, names, way)?)
    });
    let answer = deciding.await??;
    if json {
        return print(&format!("{:#}\n", allocation::as_json(&answer)));
    }
    let rows = if openings { allocation::opening_rows(&answer) } else { allocation::person_rows(&answer) }?;
    print(&rows)?;
    output::progress(allocation::summary(&answer));
    output::end_progress();
    Ok(())
}

fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // A reader that has seen enough ends the printing, not the command.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

/// The open vacancies with their seats, and for each the best people who are not known to fail a condition.
async fn open_vacancies(
    settings: Settings,
    clock: Clock,
    limit: usize,
) -> Result<(Question, Names), Failure> {
    let platform = catch_up::open_held(settings, clock).await?;
    platform.catch_up_columns().await?;
    let seats = seats(&platform).await?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let ranking = tokio::task::spawn_blocking(move || ranked(&platform, limit, threads));
    Ok(question(&seats, &ranking.await?))
}

/// How many people each open vacancy wants; one at least.
async fn seats(platform: &Arc<Platform>) -> Result<BTreeMap<u128, u32>, Failure> {
    let (reader, today) = (platform.database.reader(), platform.clock.today());
    let (mut seats, mut after) = (BTreeMap::new(), None);
    loop {
        let rows = vacancies::store::seats_after(reader, after, PAGE, today).await?;
        let Some((last, _)) = rows.last() else { return Ok(seats) };
        after = Some(*last);
        seats.extend(
            rows.iter().map(|(id, wanted)| (id.as_u128(), u32::try_from(*wanted).unwrap_or(1).max(1))),
        );
    }
}

/// Vacancy, person and score of all pairs that are considered.
fn ranked(platform: &Platform, limit: usize, threads: usize) -> Vec<(u128, u128, u64)> {
    let found = Mutex::new(Vec::new());
    platform.columns.fitting_for_all(limit, threads, &|opening, best| {
        let pairs =
            best.iter().map(|(person, score)| (opening, *person, u64::from(score.get()) * OF_A_MATCH));
        found.lock().unwrap_or_else(PoisonError::into_inner).extend(pairs);
    });
    found.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn question(seats: &BTreeMap<u128, u32>, pairs: &[(u128, u128, u64)]) -> (Question, Names) {
    let openings: BTreeMap<u128, u32> = seats.keys().copied().zip(0..).collect();
    let ids: BTreeSet<u128> = pairs.iter().map(|(_, person, _)| *person).collect();
    let numbers: BTreeMap<u128, usize> = ids.iter().copied().zip(0..).collect();
    let mut people = vec![Candidate::default(); ids.len()];
    for (vacancy, person, score) in pairs {
        let candidate = numbers.get(person).and_then(|number| people.get_mut(*number));
        if let (Some(candidate), Some(opening)) = (candidate, openings.get(vacancy)) {
            candidate.scores.push((*opening, *score));
        }
    }
    let names = Names {
        people: ids.iter().map(|id| PersonId::from_u128(*id).to_string()).collect(),
        openings: seats.keys().map(|id| VacancyId::from_u128(*id).to_string()).collect(),
        ..Names::default()
    };
    (Question { seats: seats.values().copied().collect(), people, ..Question::default() }, names)
}
