//! Making an index again from the tables, while readers go on with the old one.

use super::follow::FollowError;
use super::{Indexes, project};
use crate::clock::Clock;
use crate::db::Database;
use crate::figures::REBUILDS;
use crate::outbox::{self, Subject};
use crate::reference::ReferenceBook;
use crate::{people, vacancies};
use search::{BrokenOff, Document};
use std::sync::Arc;
use tokio::sync::mpsc;

/// Rows read with one query.
const PAGE: u64 = 1_000;

/// A page of rows on its way from the database to the index.
enum Page {
    Vacancies(Vec<vacancies::store::Searchable>),
    People(Vec<people::store::Searchable>),
}

/// Makes the index of `subject` again; returns how many documents it holds then.
///
/// The position is taken before the first row is read: what changes meanwhile is applied once more
/// by the follower afterwards.
pub async fn rebuild(
    database: &Database,
    book: &Arc<ReferenceBook>,
    indexes: &Indexes,
    subject: Subject,
    clock: &Clock,
) -> Result<u64, FollowError> {
    let today = clock.today();
    let horizon = outbox::horizon(database.reader()).await?;
    let (sender, mut receiver) = mpsc::channel::<Result<Page, BrokenOff>>(4);
    let index = indexes.of(subject).clone();
    let writing = {
        let book = book.clone();
        tokio::task::spawn_blocking(move || {
            let pages = std::iter::from_fn(|| receiver.blocking_recv());
            index.rebuild_from(&book.lexicon, pages, |page| documents(&book, page, today), horizon.0)
        })
    };
    let read = match subject {
        Subject::Vacancy => send_vacancies(database, &sender, clock).await,
        Subject::Person => send_people(database, &sender).await,
    };
    // Half the rows are no index: the writer has to know, or it would take the end for the end.
    if read.is_err() {
        sender.send(Err(BrokenOff)).await.ok();
    }
    drop(sender);
    let written = writing.await.map_err(FollowError::Stopped)?;
    read?;
    let written = written?;
    metrics::counter!(REBUILDS, "index" => subject.name()).increment(1);
    Ok(written)
}

fn documents(book: &ReferenceBook, page: Page, today: chrono::NaiveDate) -> Vec<Document> {
    match page {
        Page::Vacancies(rows) => rows.iter().map(|row| project::vacancy(book, row, today)).collect(),
        Page::People(rows) => rows.iter().map(|row| project::person(book, row, today)).collect(),
    }
}

async fn send_vacancies(
    database: &Database,
    sender: &mpsc::Sender<Result<Page, BrokenOff>>,
    clock: &Clock,
) -> Result<(), FollowError> {
    let mut after = None;
    loop {
        let reader = database.reader();
        let rows = vacancies::store::searchable_after(reader, after, PAGE, clock.today()).await?;
        after = rows.last().map(|row| row.id);
        if after.is_none() || sender.send(Ok(Page::Vacancies(rows))).await.is_err() {
            return Ok(());
        }
    }
}

async fn send_people(
    database: &Database,
    sender: &mpsc::Sender<Result<Page, BrokenOff>>,
) -> Result<(), FollowError> {
    let mut after = None;
    loop {
        let rows = people::store::searchable_after(database.reader(), after, PAGE).await?;
        after = rows.last().map(|row| row.id);
        if after.is_none() || sender.send(Ok(Page::People(rows))).await.is_err() {
            return Ok(());
        }
    }
}
