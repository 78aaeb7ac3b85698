//! The results page.

use super::no_hits::{Alternative, worth_showing};
use super::{card, facets};
use crate::http::language::of_labels;
use crate::http::paths;
use crate::http::visit::{About, Visit};
use crate::reference::ReferenceBook;
use crate::vacancies::query::{Ignored, JobsQuery, JobsSort, PAGE_SIZE, parameter_of};
use crate::vacancies::search::Answer;
use search::{Concept, How, Mention};
use views::jobs::{
    HiddenField, JobCard, JobsPage, NearFields, NoHits, Note, PageLink, Pagination, SearchForm, SelectOption,
    SortOption, UnderstoodKind, UnderstoodTag,
};
use views::layout::OpenGraph;
use views::words::{self, SortWord};
use views::{CountedLink, Link, Locale, alerts, jobs, text};

/// Words of a query that are read; see `search::Request`.
const LONGEST_QUERY: u32 = 64;

/// What the page is made of.
pub(crate) struct ResultsPage<'a> {
    pub(crate) asked: &'a JobsQuery,
    pub(crate) ignored: Vec<Ignored>,
    pub(crate) answer: &'a Answer,
    /// Counted alternatives where nothing was found.
    pub(crate) alternatives: Vec<(Alternative, JobsQuery, u64)>,
}

/// The results page of a search.
pub(crate) fn jobs_page(visit: &Visit, book: &ReferenceBook, page: ResultsPage<'_>) -> JobsPage {
    let ResultsPage { asked, ignored, answer, alternatives } = page;
    let (locale, results) = (visit.locale, &answer.results);
    let cards = answer
        .rows
        .iter()
        .map(|(hit, row)| {
            let card = card(book, row, Some(&results.highlighter), hit.km, (locale, visit.today));
            JobCard { href: asked.carried_to(card.href), ..card }
        })
        .collect();
    let unfiltered = JobsQuery { q: asked.q.clone(), sort: asked.sort, page: 1, ..JobsQuery::default() };
    let read_as_concepts = !results.understood.is_empty();
    JobsPage {
        chrome: visit.asking(asked.pairs()).chrome(about(visit, asked, results.total)),
        form: form(asked),
        total: results.total,
        understood: understood(book, asked, &results.understood, locale),
        as_words: read_as_concepts.then(|| asked.with(|changed| changed.as_words = true).href(paths::JOBS)),
        as_concepts: asked.as_words.then(|| asked.with(|changed| changed.as_words = false).href(paths::JOBS)),
        chosen: facets::chosen(book, asked, locale),
        clear: asked.is_filtered().then(|| unfiltered.href(paths::JOBS)),
        alert: Some(Link::new(plain(asked).href(paths::ALERT_NEW), alerts::ask(locale))),
        facets: facets::groups(book, &results.facets, asked, locale),
        near: Some(near_fields(book, asked, locale)),
        sorts: JobsSort::ALL.into_iter().map(|sort| sort_option(asked, sort, locale)).collect(),
        cards,
        pagination: pagination(asked, results.total),
        notes: notes(asked, answer, ignored),
        empty: (results.total == 0).then(|| no_hits(book, alternatives, locale)),
    }
}

fn about(visit: &Visit, asked: &JobsQuery, total: u64) -> About {
    let feed = asked.with(|changed| changed.sort = JobsSort::Relevance).href(paths::FEED);
    About {
        title: jobs::title(visit.locale, &asked.q, total),
        description: jobs::description(visit.locale),
        open_graph: Some(OpenGraph::Website),
        noindex: asked.is_filtered() || asked.page > 1 || total == 0,
        feed: Some(feed),
    }
}

/// A search without order and page: what can be waited for.
fn plain(asked: &JobsQuery) -> JobsQuery {
    asked.with(|changed| changed.sort = JobsSort::Relevance)
}

/// A search in words: what was typed, and what was chosen.
pub(crate) fn in_words(book: &ReferenceBook, asked: &JobsQuery, locale: Locale) -> String {
    let chosen = facets::chosen(book, asked, locale).into_iter().map(|tag| tag.label);
    let typed = Some(asked.q.clone()).filter(|q| !q.is_empty());
    typed.into_iter().chain(chosen).collect::<Vec<_>>().join(" · ")
}

/// The search form; what it shows no control for travels hidden.
pub(crate) fn form(asked: &JobsQuery) -> SearchForm {
    let unseen =
        asked.pairs().into_iter().filter(|(name, _)| matches!(*name, "skill" | "district" | "as_words"));
    SearchForm {
        action: paths::JOBS.to_owned(),
        q: asked.q.clone(),
        hidden: unseen.map(|(name, value)| HiddenField { name: name.to_owned(), value }).collect(),
    }
}

fn understood(
    book: &ReferenceBook,
    asked: &JobsQuery,
    mentions: &[Mention],
    locale: Locale,
) -> Vec<UnderstoodTag> {
    let tag = |mention: &Mention| {
        let typed = asked.q.get(mention.span.clone()).unwrap_or_default().to_owned();
        let mut rest = asked.q.clone();
        if rest.get(mention.span.clone()).is_some() {
            rest.replace_range(mention.span.clone(), " ");
        }
        let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
        UnderstoodTag {
            text: typed,
            label: book.name(mention.concept, of_labels(locale)).to_owned(),
            kind: match mention.concept {
                Concept::Occupation(_) => UnderstoodKind::Occupation,
                Concept::Skill(_) => UnderstoodKind::Skill,
                Concept::Place(_) => UnderstoodKind::Place,
            },
            remove_href: asked.with(|changed| changed.q = rest).href(paths::JOBS),
        }
    };
    let mut tags: Vec<UnderstoodTag> = Vec::new();
    for tag in mentions.iter().map(tag) {
        // A place and the unit that followed it bear one name: one tag says both.
        if !tags.iter().any(|held| held.text == tag.text && held.label == tag.label) {
            tags.push(tag);
        }
    }
    tags
}

fn sort_option(asked: &JobsQuery, sort: JobsSort, locale: Locale) -> SortOption {
    let word = match sort {
        JobsSort::Relevance => SortWord::Relevance,
        JobsSort::Newest => SortWord::Newest,
        JobsSort::Wage => SortWord::Wage,
        JobsSort::Near => SortWord::Near,
    };
    SortOption {
        value: sort.code().to_owned(),
        label: words::sort(locale, word),
        href: asked.with(|changed| changed.sort = sort).href(paths::JOBS),
        selected: asked.sort == sort,
    }
}

/// Distances to choose from, in km.
const DISTANCES: [u32; 5] = [5, 10, 25, 50, 100];

fn near_fields(book: &ReferenceBook, asked: &JobsQuery, locale: Locale) -> NearFields {
    let option = |value: String, label: String, selected| SelectOption { value, label, selected };
    let from = asked.from.as_deref();
    let places = book.provinces_at_home().iter().copied().chain(from.and_then(|code| book.codes.place(code)));
    let mut seen = std::collections::BTreeSet::new();
    let places = places.filter(|key| seen.insert(*key)).map(|key| {
        let concept = Concept::Place(key);
        let code = book.codes.code(concept).to_owned();
        let selected = from == Some(code.as_str());
        option(code, book.name(concept, of_labels(locale)).to_owned(), selected)
    });
    let within = DISTANCES
        .iter()
        .map(|km| option(km.to_string(), views::format::km(locale, *km), asked.within == Some(*km)));
    NearFields { places: places.collect(), within: within.collect() }
}

fn pagination(asked: &JobsQuery, total: u64) -> Option<Pagination> {
    let last = u32::try_from(total.div_ceil(PAGE_SIZE as u64)).unwrap_or(u32::MAX).min(500);
    if last < 2 {
        return None;
    }
    let current = asked.page.clamp(1, last);
    let href = |page: u32| JobsQuery { page, ..asked.clone() }.href(paths::JOBS);
    let near = |page: &u32| *page == 1 || *page == last || page.abs_diff(current) <= 2;
    Some(Pagination {
        current,
        last,
        pages: (1..=last).filter(near).map(|number| PageLink { number, href: href(number) }).collect(),
        previous: (current > 1).then(|| href(current - 1)),
        next: (current < last).then(|| href(current + 1)),
    })
}

fn notes(asked: &JobsQuery, answer: &Answer, ignored: Vec<Ignored>) -> Vec<Note> {
    let mut notes = Vec::new();
    if answer.results.cut || asked.q_cut {
        notes.push(Note::QueryCut { words: LONGEST_QUERY });
    }
    for mention in answer.results.understood.iter().filter(|mention| mention.how == How::Typo) {
        let typed = asked.q.get(mention.span.clone()).unwrap_or_default().to_owned();
        notes.push(Note::TypoCorrected { typed, read: mention.label.clone() });
    }
    if asked.page > 1 && answer.rows.is_empty() && answer.results.total > 0 {
        let first = JobsQuery { page: 1, ..asked.clone() };
        notes.push(Note::PageBeyondEnd { first: first.href(paths::JOBS) });
    }
    notes.extend(
        ignored
            .into_iter()
            .map(|left_out| Note::UnknownFilter { name: left_out.name, value: left_out.value }),
    );
    if asked.from.is_none() && (asked.sort == JobsSort::Near || asked.within.is_some()) {
        notes.push(Note::NearWithoutPlace);
    }
    notes
}

fn no_hits(book: &ReferenceBook, counted: Vec<(Alternative, JobsQuery, u64)>, locale: Locale) -> NoHits {
    let mut empty = NoHits { wider: Vec::new(), near: Vec::new(), without: Vec::new(), all: None };
    let name = |concept| book.name(concept, of_labels(locale)).to_owned();
    for (alternative, search, count) in worth_showing(counted) {
        let href = search.href(paths::JOBS);
        match alternative {
            Alternative::Wider(Some(place)) => empty.wider.push(CountedLink::new(href, name(place), count)),
            Alternative::Wider(None) => {
                empty.wider.push(CountedLink::new(href, text(locale, "everywhere"), count));
            }
            Alternative::Near(concept) => empty.near.push(CountedLink::new(href, name(concept), count)),
            Alternative::WithoutWord(word) => {
                empty.without.push(CountedLink::new(href, format!("“{word}”"), count));
            }
            Alternative::WithoutFilters => {
                empty.without.push(CountedLink::new(href, text(locale, "without-filters"), count));
            }
            Alternative::All => empty.all = Some(CountedLink::new(href, text(locale, "all-jobs"), count)),
        }
    }
    empty
}

/// Searches for a concept: for links from other pages.
pub(super) fn search_for(book: &ReferenceBook, concept: Concept) -> String {
    let (name, code) = parameter_of(book, concept);
    paths::with_query(paths::JOBS, &crate::http::query::encode([(name, code)]))
}
