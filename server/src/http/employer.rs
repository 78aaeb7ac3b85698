//! The public page of an employer: what is known of it, how far that was verified, and its open vacancies.

use super::errand::{Key, named};
use super::error::PageError;
use super::language::of_labels;
use super::paths;
use super::routes::{Access, Routes};
use super::visit::{About, Visit};
use crate::ids::OrganisationId;
use crate::organisations::{self, present};
use crate::vacancies;
use axum::response::Html;
use views::layout::OpenGraph;
use views::organisation::EmployerPage;
use views::{Render, organisation};

/// Vacancies on the page, the newest first.
const SHOWN: u64 = 50;

/// Routes of the page.
pub(super) fn routes(routes: Routes) -> Routes {
    routes.get("/employers/{id}", Access::Anyone, employer)
}

async fn employer(visit: Visit, key: Key) -> Result<Html<String>, PageError> {
    let id: OrganisationId = named(key)?;
    let (locale, book) = (visit.locale, visit.platform.book());
    let reader = visit.platform.database.reader();
    let found = organisations::commands::public(reader, id, of_labels(locale)).await?;
    let (held, sector, since) = found.ok_or(PageError::NotFound)?;
    let (total, rows) = vacancies::store::open_of(reader, id, (SHOWN, visit.today)).await?;
    let card = |row: &vacancies::store::Listed| {
        vacancies::present::card(&book, row, None, None, (locale, visit.today))
    };
    let verified = present::shown(locale, &held, since);
    let about = About {
        title: held.name.clone(),
        description: organisation::meaning(locale, verified.standing),
        open_graph: Some(OpenGraph::Website),
        // What nobody verified is found by those who know its vacancies, not by search engines.
        noindex: !held.verification.may_publish(visit.today),
        feed: None,
    };
    let page = EmployerPage {
        chrome: visit.bare().chrome(about),
        name: held.name.clone(),
        verified,
        facts: present::public_facts(&book, locale, &held, sector),
        about: present::about_lines(&held),
        jobs: rows.iter().map(card).collect(),
        total,
        json_ld: present::json_ld(&visit.platform.base_url(), &book, &held).to_string(),
    };
    debug_assert!(page.chrome.path.starts_with(&paths::employer(id)), "one page, one address");
    Ok(Html(page.render().into_string()))
}
