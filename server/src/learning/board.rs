//! What was searched for in vain, and what may be meant by it?

use super::evidence::{Evidence, Openings, evidence, unexplained};
use super::model::{Decision, Ruling, language_of};
use super::store;
use crate::clock::days_after;
use crate::db::{Database, settings};
use crate::reference::ReferenceBook;
use crate::reference::model::row_id;
use chrono::{Days, NaiveDate};
use sea_orm::DbErr;
use search::Language;
use std::collections::HashSet;

pub use super::store::{Totals, Tried};

/// For how many days the texts of searches are kept where the setting says nothing.
pub const KEPT_DAYS: u32 = 90;
/// So often a query must have found something before few openings say anything.
const LOW_CLICK_FROM: i64 = 10;

/// What the log says of a stretch of days.
#[derive(Debug)]
pub struct Board {
    /// The first day.
    pub from: NaiveDate,
    /// How many days, with today.
    pub days: u32,
    /// For how many days texts are kept; of earlier days there are sums only.
    pub kept_days: u32,
    /// All searches.
    pub totals: Totals,
    /// Different queries that were asked so rarely that none is listed.
    pub rare_queries: i64,
    /// Queries that found nothing, most often first.
    pub without_hits: Vec<Line>,
    /// Queries whose results hardly anybody opened, most asked first.
    pub low_click: Vec<Line>,
}

/// A query with what may be done about it.
#[derive(Debug)]
pub struct Line {
    /// The query and its counts.
    pub tried: Tried,
    /// Is there anything to do?
    pub state: State,
    /// What may be meant, most likely first.
    pub proposals: Vec<Proposal>,
}

/// Is there anything to do about a query?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A part of it is not understood.
    NotUnderstood,
    /// All of it is understood now: there was nothing to be found, or a synonym was approved since.
    Understood,
}

/// A wording that may be a name of a concept.
#[derive(Debug)]
pub struct Proposal {
    /// By which it is approved or rejected; the same for the same wording, language and concept.
    pub id: String,
    /// The wording.
    pub wording: String,
    /// Its language.
    pub language: Language,
    /// The concept, and what speaks for it.
    pub evidence: Evidence,
}

/// For how many days the texts of searches are kept here.
pub async fn kept_days(database: &Database) -> Result<u32, DbErr> {
    let held = settings::read(database.reader(), settings::SEARCH_LOG_DAYS).await?;
    Ok(held.and_then(|days| days.parse().ok()).unwrap_or(KEPT_DAYS))
}

/// The first of `days` days that end with `today`.
pub(super) fn first_of(today: NaiveDate, days: u32) -> NaiveDate {
    today.checked_sub_days(Days::new(u64::from(days.max(1)) - 1)).unwrap_or_default()
}

/// Reads the board of the last `days` days, or of as many as are kept.
pub async fn read(
    database: &Database,
    book: &ReferenceBook,
    days: Option<u32>,
    today: NaiveDate,
) -> Result<Board, DbErr> {
    let kept_days = kept_days(database).await?;
    let days = days.unwrap_or(kept_days);
    let from = first_of(today, days);
    let reader = database.reader();
    let decided = store::decided(reader).await?;
    let openings = Openings::of(store::clicked(reader, from).await?);
    let lines = |tried: Vec<Tried>| -> Vec<Line> {
        tried.into_iter().map(|tried| line(book, &openings, &decided, tried)).collect()
    };
    Ok(Board {
        from,
        days,
        kept_days,
        totals: store::totals(reader, from).await?,
        rare_queries: store::small(reader, from).await?,
        without_hits: lines(store::failing(reader, from).await?),
        low_click: lines(store::low_click(reader, from, LOW_CLICK_FROM).await?),
    })
}

fn line(book: &ReferenceBook, openings: &Openings, decided: &[Ruling], tried: Tried) -> Line {
    let Some(wording) = unexplained(book, &tried.query) else {
        return Line { tried, state: State::Understood, proposals: Vec::new() };
    };
    let language = language_of(&wording, &tried.language);
    let rejected: HashSet<i32> = decided
        .iter()
        .filter(|ruling| ruling.decision == Decision::Rejected && ruling.language == language.code())
        .filter(|ruling| search::fold(&ruling.wording) == search::fold(&wording))
        .map(|ruling| ruling.concept_id)
        .collect();
    let proposals = evidence(book, openings, &wording)
        .into_iter()
        .filter(|evidence| !rejected.contains(&row_id(evidence.concept)))
        .map(|evidence| Proposal {
            id: id(book, &wording, language, &evidence),
            wording: wording.clone(),
            language,
            evidence,
        })
        .collect();
    Line { tried, state: State::NotUnderstood, proposals }
}

fn id(book: &ReferenceBook, wording: &str, language: Language, evidence: &Evidence) -> String {
    let kind = evidence.concept.kind();
    let name = format!("{wording}\n{}\n{kind:?}\n{}", language.code(), book.codes.code(evidence.concept));
    crate::digest::sha256(name.as_bytes()).chars().take(8).collect()
}

impl Board {
    /// The proposal with an id.
    pub fn proposal(&self, id: &str) -> Option<&Proposal> {
        let lines = self.without_hits.iter().chain(&self.low_click);
        lines.flat_map(|line| &line.proposals).find(|proposal| proposal.id == id)
    }

    /// The share of searches that found nothing, 0 to 1; none without any search.
    pub fn share_without_hits(&self) -> Option<f64> {
        let Totals { asked, without_hits, .. } = self.totals;
        (asked > 0).then(|| without_hits as f64 / asked as f64)
    }

    /// The last day.
    pub fn to(&self) -> NaiveDate {
        days_after(self.from, u64::from(self.days.max(1)) - 1)
    }
}

/// The approved synonyms, newest first.
pub async fn approved(database: &Database) -> Result<Vec<Ruling>, DbErr> {
    store::approved(database.reader()).await
}
