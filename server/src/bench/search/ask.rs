//! One question in the forms in which the engines get it, and how long the answer takes.

use crate::app::Platform;
use crate::bench::BenchError;
use crate::bench::questions::Words;
use crate::bench::report::OURS;
use crate::bench::rivals::Asked;
use crate::bench::rivals::fts5::Fts5;
use crate::bench::rivals::meilisearch::Meilisearch;
use crate::bench::rivals::postgres::Postgres;
use crate::bench::words::plain;
use crate::ids::PersonId;
use crate::outbox::Subject;
use crate::people::store;
use ::search::{Filters, Request, Results};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Kinds of questions, as the report names them.
pub(crate) const ALL_WORDS: &str = "three words, all required, + province + occupation, top 20";
pub(crate) const ANY_WORD: &str = "three words, any, + province + occupation, top 20";
pub(crate) const ALL_ANYWHERE: &str = "three words, all required, top 20";
pub(crate) const ANY_ANYWHERE: &str = "three words, any, top 20";
pub(crate) const FACETS: &str = "two words, any, top 20 with facet counts";
pub(crate) const TYPED: &str = "as typed: concepts, any word, facets, highlighting";
pub(crate) const SUGGESTION: &str = "suggestion while typing, with one typo";

/// Completions that the search box shows.
const SUGGESTIONS: usize = 8;
/// Characters of a profile that a card shows.
const SNIPPET: usize = 240;

/// A question.
pub(crate) enum Question {
    /// Words, which rivals understand too.
    Words { request: Request, asked: Asked },
    /// What somebody typed, to be read, answered with facets, and marked in the results.
    Typed(Request),
    /// The beginning of a label.
    Beginning(String),
}

/// Who answers.
pub(crate) enum Engine {
    /// Our own.
    Ours(Arc<Platform>),
    /// SQLite FTS5.
    Fts5(Fts5),
    /// PostgreSQL.
    Postgres(Postgres),
    /// Meilisearch.
    Meilisearch(Meilisearch),
}

impl Engine {
    /// The name in the report.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Ours(_) => OURS,
            Self::Fts5(_) => super::engines::FTS5,
            Self::Postgres(_) => super::engines::POSTGRES,
            Self::Meilisearch(_) => super::engines::MEILISEARCH,
        }
    }

    /// Asks and says how long it took.
    pub(crate) async fn ask(&self, question: &Question) -> Result<Duration, BenchError> {
        let begun = Instant::now();
        match (self, question) {
            (Self::Ours(platform), Question::Words { request, .. }) => {
                search(platform, request)?;
            }
            (Self::Ours(platform), Question::Typed(request)) => {
                return typed_and_marked(platform, request).await;
            }
            (Self::Ours(platform), Question::Beginning(typed)) => {
                platform.book().lexicon.suggest(typed, SUGGESTIONS);
            }
            (Self::Fts5(rival), Question::Words { asked, .. }) => {
                rival.ask(asked).await?;
            }
            (Self::Postgres(rival), Question::Words { asked, .. }) => {
                rival.ask(asked).await?;
            }
            (Self::Meilisearch(rival), Question::Words { asked, .. }) => {
                rival.ask(asked).await?;
            }
            (
                Self::Fts5(_) | Self::Postgres(_) | Self::Meilisearch(_),
                Question::Typed(_) | Question::Beginning(_),
            ) => {}
        }
        Ok(begun.elapsed())
    }
}

/// Our answer.
pub(crate) fn search(platform: &Platform, request: &Request) -> Result<Results, BenchError> {
    Ok(platform.indexes.of(Subject::Person).search(&platform.book().lexicon, request)?)
}

/// Search and highlighting are timed, reading the rows between them is not.
async fn typed_and_marked(platform: &Platform, request: &Request) -> Result<Duration, BenchError> {
    let begun = Instant::now();
    let results = search(platform, request)?;
    let searching = begun.elapsed();
    let ids: Vec<PersonId> = results.hits.iter().map(|hit| PersonId::from_u128(hit.key.0)).collect();
    let rows = store::by_ids(platform.database.reader(), &ids).await?;
    let begun = Instant::now();
    for row in &rows {
        results.highlighter.mark(&row.person.headline);
        results.highlighter.snippet(&row.person.profile, SNIPPET);
    }
    Ok(searching + begun.elapsed())
}

fn words(question: &Words, count: usize) -> Vec<String> {
    question.three.iter().take(count).cloned().collect()
}

fn for_rivals(words: &[String], all: bool, filters: Option<(u32, u32)>, facets: bool) -> Asked {
    Asked { words: words.iter().map(|word| plain(word)).collect(), all, filters, facets }
}

/// Three words, all of them or any, within a province and an occupation or everywhere.
pub(crate) fn three(drawn: &[Words], today: i32, all_words: bool, within: bool) -> Arc<Vec<Question>> {
    let one = |question: &Words| {
        let &Words { province, occupation, .. } = question;
        let words = words(question, 3);
        let asked = for_rivals(&words, all_words, within.then_some((province.0, occupation.0)), false);
        let filters = if within {
            Filters { provinces: vec![province], occupations: vec![occupation], ..Filters::default() }
        } else {
            Filters::default()
        };
        let text = words.join(" ");
        let request = Request { text, as_words: true, all_words, filters, today, ..Request::default() };
        Question::Words { request, asked }
    };
    Arc::new(drawn.iter().map(one).collect())
}

/// Any of two words, everywhere, with counts.
pub(crate) fn with_facets(drawn: &[Words], today: i32) -> Arc<Vec<Question>> {
    let one = |question: &Words| {
        let words = words(question, 2);
        let asked = for_rivals(&words, false, None, true);
        let request =
            Request { text: words.join(" "), as_words: true, facets: true, today, ..Request::default() };
        Question::Words { request, asked }
    };
    Arc::new(drawn.iter().map(one).collect())
}

/// Texts as typed.
pub(crate) fn typed(texts: Vec<String>, today: i32) -> Arc<Vec<Question>> {
    let one = |text| Question::Typed(Request { text, facets: true, today, ..Request::default() });
    Arc::new(texts.into_iter().map(one).collect())
}

/// Beginnings of labels.
pub(crate) fn beginnings(texts: Vec<String>) -> Arc<Vec<Question>> {
    Arc::new(texts.into_iter().map(Question::Beginning).collect())
}
