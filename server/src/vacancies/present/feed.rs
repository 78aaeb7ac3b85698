//! Results as an Atom feed.

use super::{card, wage};
use crate::http::paths;
use crate::http::visit::Visit;
use crate::reference::ReferenceBook;
use crate::vacancies::query::JobsQuery;
use crate::vacancies::search::Answer;
use crate::vacancies::store::Listed;
use chrono::{DateTime, SecondsFormat, Utc};
use views::atom::{Entry, Feed};
use views::jobs;

/// The newest vacancies that meet a search.
pub(crate) fn feed(visit: &Visit, book: &ReferenceBook, asked: &JobsQuery, answer: &Answer) -> Feed {
    let base = visit.platform.base_url();
    let page_href = format!("{base}{}", asked.href(paths::JOBS));
    let updated = answer.rows.iter().map(|(_, vacancy)| vacancy.updated_at).max();
    Feed {
        locale: visit.locale,
        title: jobs::title(visit.locale, &asked.q, answer.results.total),
        id: page_href.clone(),
        self_href: format!("{base}{}", asked.href(paths::FEED)),
        page_href,
        updated: stamp(updated.unwrap_or_else(|| visit.platform.clock.now())),
        entries: answer.rows.iter().map(|(_, vacancy)| entry(visit, book, &base, vacancy)).collect(),
    }
}

fn entry(visit: &Visit, book: &ReferenceBook, base: &str, vacancy: &Listed) -> Entry {
    let (wage, about) = wage::advertised(book, vacancy, visit.locale, visit.today);
    let facts = [Some(vacancy.employer.clone()), card::place(book, vacancy, visit.locale), wage, about];
    let summary: Vec<String> = facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect();
    let midnight = vacancy.posted_on.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc();
    Entry {
        id: format!("urn:uuid:{}", vacancy.id),
        title: vacancy.title.clone(),
        href: format!("{base}{}", paths::job(vacancy.id)),
        published: stamp(midnight),
        updated: stamp(vacancy.updated_at),
        author: Some(vacancy.employer.clone()).filter(|name| !name.is_empty()),
        summary: summary.join(" · "),
        lang: Some(vacancy.language.clone()).filter(|lang| !lang.is_empty()),
    }
}

fn stamp(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}
