//! Everybody and every open vacancy from the tables, as matching knows them.

use super::columns::FollowColumnsError;
use super::project;
use crate::db::Database;
use crate::people::{self, store::WithSkills};
use crate::reference::ReferenceBook;
use crate::vacancies::{self, store::WithEmployer};
use chrono::NaiveDate;
use matching::{Opening, Openings, People};
use sea_orm::{ConnectionTrait, DbErr};
use std::sync::Arc;
use tokio::sync::mpsc;

/// Rows read with one query.
const PAGE: u64 = 2_000;
/// Pages that wait for the columns.
const WAITING: usize = 4;

/// All people and all open vacancies. Rows are read here while another thread takes them in.
pub(super) async fn everything(
    database: &Database,
    book: &Arc<ReferenceBook>,
    today: NaiveDate,
) -> Result<(People, Openings), FollowColumnsError> {
    let (sender, mut pages) = mpsc::channel::<Vec<WithSkills>>(WAITING);
    let taking = {
        let book = book.clone();
        tokio::task::spawn_blocking(move || {
            let mut people = People::builder();
            while let Some(rows) = pages.blocking_recv() {
                for row in rows.iter().filter(|row| row.may_be_ranked()) {
                    people.push(&project::profile(&book, row, today));
                }
            }
            people.finish()
        })
    };
    let read = send_people(database.reader(), &sender).await;
    drop(sender);
    let people = taking.await?;
    read?;
    let mut openings = Openings::builder();
    let mut after = None;
    loop {
        let rows = vacancies::store::published_after(database.reader(), after, PAGE, today).await?;
        let Some(last) = rows.last() else { break };
        after = Some(last.0.id);
        for opening in self::openings(database.reader(), book, &rows, today).await? {
            openings.push(&opening);
        }
    }
    Ok((people, tokio::task::spawn_blocking(move || openings.finish()).await?))
}

async fn send_people(
    connection: &impl ConnectionTrait,
    sender: &mpsc::Sender<Vec<WithSkills>>,
) -> Result<(), DbErr> {
    let mut after = None;
    loop {
        let rows = people::store::all_after(connection, after, PAGE).await?;
        after = rows.last().map(|row| row.person.id);
        if after.is_none() || sender.send(rows).await.is_err() {
            return Ok(());
        }
    }
}

/// Rows of vacancies with their skills as openings.
pub(super) async fn openings(
    connection: &impl ConnectionTrait,
    book: &ReferenceBook,
    rows: &[WithEmployer],
    today: NaiveDate,
) -> Result<Vec<Opening>, DbErr> {
    let ids: Vec<_> = rows.iter().map(|(row, _)| row.id).collect();
    let skills = vacancies::store::skills_of(connection, &ids).await?;
    let wanted = |id| skills.get(id).map_or(&[][..], Vec::as_slice);
    Ok(rows.iter().map(|(row, _)| project::opening(book, row, wanted(&row.id), today)).collect())
}
