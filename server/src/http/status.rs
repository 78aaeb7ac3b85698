//! Addresses for machines: is it alive, is it ready, what may be read, the script of the search box.

use super::routes::{Access, Routes};
use crate::app::Platform;
use crate::http::paths;
use crate::organisations;
use crate::outbox;
use crate::vacancies;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::time::Duration;
use views::Locale;
use views::sitemap::{SitemapEntry, robots, sitemap};

/// Vacancies in the sitemap; search engines read no more than 50,000 addresses.
const SITEMAP_JOBS: u64 = 45_000;
/// Verified employers in the sitemap.
const SITEMAP_EMPLOYERS: u64 = 4_000;
/// Pages in the sitemap beside vacancies.
const PAGES: [&str; 6] =
    [paths::HOME, paths::JOBS, paths::HELP, paths::PRIVACY, paths::ACCESSIBILITY, paths::OPERATOR];
/// Whoever asks whether it is ready wants to know soon.
const PATIENCE: Duration = Duration::from_secs(2);
/// A day's browser cache for what changes with the program only.
const A_DAY: &str = "public, max-age=86400";

/// Routes for machines.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get("/healthz", Access::Anyone, async || "alive\n")
        .get("/readyz", Access::Anyone, ready)
        .get("/robots.txt", Access::Anyone, robots_txt)
        .get("/sitemap.xml", Access::Anyone, sitemap_xml)
        .get("/opensearch.xml", Access::Anyone, opensearch_xml)
        .get("/assets/suggest.js", Access::Anyone, suggest_js)
}

/// Ready: the database answers, and indexes and matching columns have been brought to the present since the start.
async fn ready(State(platform): State<Arc<Platform>>) -> Response {
    let asked = outbox::horizon(platform.database.reader());
    let database = tokio::time::timeout(PATIENCE, asked).await.is_ok_and(|answer| answer.is_ok());
    match (database, platform.is_ready()) {
        (true, true) => "ready\n".into_response(),
        (true, false) => {
            (StatusCode::SERVICE_UNAVAILABLE, "index or matching columns are being brought to the present\n")
                .into_response()
        }
        (false, _) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response(),
    }
}

async fn robots_txt(State(platform): State<Arc<Platform>>) -> String {
    robots(&["/api/"], &format!("{}/sitemap.xml", platform.base_url()))
}

async fn sitemap_xml(State(platform): State<Arc<Platform>>) -> Result<Response, super::error::PageError> {
    let base = platform.base_url();
    let today = platform.clock.today();
    let mut entries: Vec<SitemapEntry> = PAGES.into_iter().map(|path| entry(&base, path, None)).collect();
    let open = vacancies::store::newest_changes(platform.database.reader(), SITEMAP_JOBS, today).await?;
    entries.extend(
        open.iter()
            .map(|(id, changed)| entry(&base, &paths::job(*id), Some(changed.date_naive().to_string()))),
    );
    let reader = platform.database.reader();
    let verified = organisations::commands::verified(reader, today, SITEMAP_EMPLOYERS).await?;
    entries.extend(verified.iter().map(|(id, changed)| {
        entry(&base, &paths::employer(*id), changed.map(|changed| changed.date_naive().to_string()))
    }));
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], sitemap(&entries)).into_response())
}

fn entry(base: &str, path: &str, changed: Option<String>) -> SitemapEntry {
    let languages = Locale::ALL
        .into_iter()
        .map(|locale| (locale.code().to_owned(), format!("{base}{path}?lang={}", locale.code())));
    SitemapEntry { href: format!("{base}{path}"), changed, languages: languages.collect() }
}

async fn opensearch_xml(State(platform): State<Arc<Platform>>) -> Response {
    let base = platform.base_url();
    let search = format!("{base}/jobs?q={{searchTerms}}");
    let text = views::sitemap::opensearch(Locale::Lao, &search);
    let kind = "application/opensearchdescription+xml; charset=utf-8";
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, A_DAY)], text).into_response()
}

async fn suggest_js() -> Response {
    let kind = "text/javascript; charset=utf-8";
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, A_DAY)], views::layout::SUGGEST_JS)
        .into_response()
}
