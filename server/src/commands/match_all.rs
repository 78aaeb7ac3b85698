//! `viak match all`: the best people for every open vacancy, as rows of CSV.

use super::failure::Failure;
use super::output;
use crate::app::Platform;
use crate::ids::{PersonId, VacancyId};
use std::io::{BufWriter, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Vacancies between two words about progress.
const TELL_EVERY: usize = 10_000;

/// Ranks everybody for every opening and prints `vacancy,rank,person,percent`; the rows of one vacancy
/// stand together, vacancies in no order.
pub(super) async fn run(platform: Arc<Platform>, limit: usize) -> Result<(), Failure> {
    platform.catch_up_columns().await?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let ranking = tokio::task::spawn_blocking(move || {
        let out = Mutex::new((BufWriter::new(std::io::stdout()), Ok(())));
        let ranked = AtomicUsize::new(0);
        write(&out, "vacancy,rank,person,percent\n");
        platform.columns.best_for_all(limit, threads, &|opening, best| {
            let vacancy = VacancyId::from_u128(opening);
            let rows = best.iter().zip(1..).map(|((person, score), rank)| {
                format!("{vacancy},{rank},{},{}\n", PersonId::from_u128(*person), score.percent())
            });
            write(&out, &rows.collect::<String>());
            let done = ranked.fetch_add(1, Ordering::Relaxed) + 1;
            if done.is_multiple_of(TELL_EVERY) {
                output::progress(format_args!("{done} vacancies ranked"));
            }
        });
        output::end_progress();
        let (mut out, written) = out.into_inner().unwrap_or_else(PoisonError::into_inner);
        written.and_then(|()| out.flush())
    });
    Ok(ranking.await??)
}

/// Writes on; after a failure, which is reported at the end, nothing more.
fn write(out: &Mutex<(impl Write, std::io::Result<()>)>, text: &str) {
    let mut held = out.lock().unwrap_or_else(PoisonError::into_inner);
    let (out, written) = &mut *held;
    if written.is_ok() {
        *written = out.write_all(text.as_bytes());
    }
}
