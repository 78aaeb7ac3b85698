//! What a user could use instead, fed with the same documents, segmented beforehand.

pub(crate) mod fts5;
pub(crate) mod meilisearch;
pub(crate) mod postgres;

use super::BenchError;
use super::words::Segmenter;
use crate::app::Platform;
use crate::ids::PersonId;
use crate::indexing::project;
use crate::people::store;
use ::search::{Concept, WAGE_BANDS};
use std::collections::HashMap;

/// Documents given to a rival at once.
const PAGE: u64 = 1_000;

/// A name that no other run uses, for what a rival keeps.
pub(crate) fn fresh_name() -> String {
    format!("viak_bench_{}", uuid::Uuid::new_v4().simple())
}

/// A document as rivals get it.
#[derive(Clone, Debug)]
pub(crate) struct Fed {
    /// Number of the row, from 1.
    pub(crate) id: i32,
    /// Words of the title.
    pub(crate) title: Vec<String>,
    /// Words of the body.
    pub(crate) body: Vec<String>,
    /// Keys of province, unit group and sub-major group, 0 where not stated.
    pub(crate) province: i32,
    pub(crate) occupation: i32,
    pub(crate) group: i32,
    /// Index into the wage bands, −1 where no wage is stated.
    pub(crate) band: i32,
}

/// A question as rivals get it.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// Words in the form of [`Fed`].
    pub(crate) words: Vec<String>,
    /// All of them, not any.
    pub(crate) all: bool,
    /// Province and unit group that are required.
    pub(crate) filters: Option<(u32, u32)>,
    /// Count by province, occupation group and wage band as well.
    pub(crate) facets: bool,
}

/// All people, page by page, in the form for rivals.
pub(crate) struct Feed<'a> {
    platform: &'a Platform,
    segmenter: Segmenter,
    after: Option<PersonId>,
    next: i32,
    /// Texts of which words were lost.
    pub(crate) cut: usize,
}

impl<'a> Feed<'a> {
    /// From the first person on.
    pub(crate) fn new(platform: &'a Platform) -> Self {
        Self { platform, segmenter: Segmenter::default(), after: None, next: 1, cut: 0 }
    }

    /// The next page; empty at the end.
    pub(crate) async fn page(&mut self) -> Result<Vec<Fed>, BenchError> {
        let rows = store::searchable_after(self.platform.database.reader(), self.after, PAGE).await?;
        self.after = rows.last().map(|row| row.id).or(self.after);
        let (book, today) = (self.platform.book(), self.platform.clock.today());
        let documents = rows.iter().map(|row| project::person(&book, row, today));
        Ok(documents.map(|document| self.fed(&document)).collect())
    }

    fn fed(&mut self, document: &::search::Document) -> Fed {
        let (title, title_cut) = self.segmenter.words(&document.title);
        let (body, body_cut) = self.segmenter.words(&document.body);
        self.cut += usize::from(title_cut || body_cut);
        let id = self.next;
        self.next += 1;
        let key = |concept: Option<Concept>| concept.map_or(0, |concept| number(concept.number()));
        Fed {
            id,
            title,
            body,
            province: key(document.province.map(Concept::Place)),
            occupation: key(document.occupation.map(Concept::Occupation)),
            group: key(document.occupation_group.map(Concept::Occupation)),
            band: document.wage.map_or(-1, band),
        }
    }
}

/// A key as databases hold it.
pub(crate) fn number(key: u32) -> i32 {
    i32::try_from(key).unwrap_or(i32::MAX)
}

fn band(wage: u64) -> i32 {
    let reached = WAGE_BANDS.iter().filter(|least| **least <= wage).count();
    i32::try_from(reached).unwrap_or(0) - 1
}

/// Counts by dimension and value, as two columns and a count of an SQL answer say it.
pub(crate) type Counts = HashMap<(i32, i32), i64>;

/// Reads counts from rows of dimension, value and count.
pub(crate) fn counts(rows: &[sea_orm::QueryResult]) -> Result<Counts, sea_orm::DbErr> {
    let mut found = Counts::new();
    for row in rows {
        let dimension: i32 = row.try_get_by_index(0)?;
        let value: i32 = row.try_get_by_index(1)?;
        *found.entry((dimension, value)).or_default() += row.try_get_by_index::<i64>(2)?;
    }
    Ok(found)
}
