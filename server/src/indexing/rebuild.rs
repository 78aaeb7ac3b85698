//! Making an index again from the tables, while readers go on with the old one.

use super::follow::FollowError;
use super::{Indexes, project};
use crate::clock::Clock;
use crate::db::Database;
use crate::figures::REBUILDS;
use crate::ids::{PersonId, VacancyId};
use crate::outbox::{self, Subject};
use crate::reference::ReferenceBook;
use crate::{people, vacancies};
use chrono::NaiveDate;
use sea_orm::DbErr;
use search::{BrokenOff, Document};
use std::sync::Arc;
use tokio::sync::mpsc;

/// Rows read with one query.
const PAGE: u64 = 1_000;

/// A page of rows on its way from the database to an index.
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
    let read = send(database, subject, today, &sender).await;
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

/// Shows all documents that an index should hold, page after page.
pub(crate) async fn each_page(
    database: &Database,
    book: &ReferenceBook,
    subject: Subject,
    today: NaiveDate,
    mut see: impl FnMut(Vec<Document>),
) -> Result<(), DbErr> {
    let mut after = None;
    while let Some((page, last)) = next(database, subject, after, today).await? {
        after = Some(last);
        see(documents(book, page, today));
    }
    Ok(())
}

fn documents(book: &ReferenceBook, page: Page, today: NaiveDate) -> Vec<Document> {
    match page {
        Page::Vacancies(rows) => rows.iter().map(|row| project::vacancy(book, row, today)).collect(),
        Page::People(rows) => rows.iter().map(|row| project::person(book, row, today)).collect(),
    }
}

async fn send(
    database: &Database,
    subject: Subject,
    today: NaiveDate,
    sender: &mpsc::Sender<Result<Page, BrokenOff>>,
) -> Result<(), DbErr> {
    let mut after = None;
    while let Some((page, last)) = next(database, subject, after, today).await? {
        after = Some(last);
        if sender.send(Ok(page)).await.is_err() {
            break;
        }
    }
    Ok(())
}

/// The rows behind `after` in the order of their ids, and the last of these; none where there are no more.
async fn next(
    database: &Database,
    subject: Subject,
    after: Option<u128>,
    today: NaiveDate,
) -> Result<Option<(Page, u128)>, DbErr> {
    let reader = database.reader();
    Ok(match subject {
        Subject::Vacancy => {
            let after = after.map(VacancyId::from_u128);
            let rows = vacancies::store::searchable_after(reader, after, PAGE, today).await?;
            rows.last().map(|row| row.id.as_u128()).map(|last| (Page::Vacancies(rows), last))
        }
        Subject::Person => {
            let rows = people::store::searchable_after(reader, after.map(PersonId::from_u128), PAGE).await?;
            rows.last().map(|row| row.id.as_u128()).map(|last| (Page::People(rows), last))
        }
    })
}
