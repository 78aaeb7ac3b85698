//! One request of one visitor: the platform, the moment, the language, the address.

use super::error::PageError;
use super::{language, query};
use crate::accounts::model::Viewer;
use crate::app::Platform;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use chrono::NaiveDate;
use std::convert::Infallible;
use std::sync::Arc;
use views::Locale;
use views::layout::{Chrome, Guide, OpenGraph, Own};

/// The pages that explain, to which every page leads.
const GUIDE: Guide = Guide {
    help: super::paths::HELP,
    privacy: super::paths::PRIVACY,
    accessibility: super::paths::ACCESSIBILITY,
    contact: super::paths::OPERATOR,
    rules: super::paths::RULES,
};

/// What a handler of a page is given.
#[derive(Clone)]
pub struct Visit {
    /// The platform.
    pub platform: Arc<Platform>,
    /// The language of the page.
    pub locale: Locale,
    /// Path of the request.
    pub path: String,
    /// Query of the request, as it came.
    pub query: String,
    /// The day in Asia/Vientiane.
    pub today: NaiveDate,
    /// Whoever is signed in.
    pub viewer: Option<Viewer>,
    /// A program that says it reads pages for a search engine.
    pub crawler: bool,
}

/// What a page says about itself.
pub struct About {
    /// Title, without the platform's name.
    pub title: String,
    /// Description for search engines and shared links.
    pub description: String,
    /// What a shared link shows.
    pub open_graph: Option<OpenGraph>,
    /// Keeps search engines away.
    pub noindex: bool,
    /// Address of the feed with the page's vacancies.
    pub feed: Option<String>,
}

impl Visit {
    /// The visit of a request.
    pub fn of(parts: &Parts, platform: Arc<Platform>) -> Self {
        let asked = language::asked_for(parts.uri.query());
        let locale =
            asked.or_else(|| language::remembered(&parts.headers, platform.is_secure())).unwrap_or_default();
        let today = platform.clock.today();
        let (path, query) = (parts.uri.path().to_owned(), parts.uri.query().unwrap_or_default().to_owned());
        let crawler = parts.headers.get(header::USER_AGENT).is_some_and(is_crawler);
        let viewer = parts.extensions.get::<Viewer>().cloned();
        Self { platform, locale, path, query, today, viewer, crawler }
    }

    /// What stands in the address by a name; the first where it stands there more than once.
    pub fn asked(&self, name: &str) -> Result<Option<String>, PageError> {
        let pairs = query::pairs(&self.query)?;
        Ok(pairs.into_iter().find(|(held, _)| held == name).map(|(_, value)| value))
    }

    /// The page of a list for which the address asks, from 1; what is no number is the first.
    pub fn page_number(&self) -> Result<u64, PageError> {
        let asked = self.asked("page")?.and_then(|number| number.trim().parse::<u64>().ok());
        // Offsets beyond what a database counts are no pages.
        Ok(asked.unwrap_or(1).clamp(1, u64::from(u32::MAX)))
    }

    /// The same visit of the page alone, without what came with its address but the language.
    #[must_use]
    pub fn bare(&self) -> Self {
        Self { query: String::new(), ..self.clone() }
    }

    /// The same visit as its page understood it, without what else came with the address.
    #[must_use]
    pub fn asking<N: AsRef<str>, V: AsRef<str>>(&self, pairs: impl IntoIterator<Item = (N, V)>) -> Self {
        Self { query: query::encode(pairs), ..self.clone() }
    }

    /// What surrounds a page of this visit.
    pub fn chrome(&self, about: About) -> Chrome {
        let languages = Locale::ALL.into_iter().map(|locale| (locale, self.in_language(locale))).collect();
        Chrome {
            locale: self.locale,
            title: about.title,
            description: about.description,
            path: self.in_language(self.locale),
            home: super::paths::HOME.to_owned(),
            jobs: super::paths::JOBS.to_owned(),
            own: Some(self.own()),
            guide: Some(GUIDE),
            languages,
            open_graph: about.open_graph,
            robots_noindex: about.noindex,
            base_url: self.platform.base_url(),
            feed: about.feed,
        }
    }

    /// The way in, or to one's own pages.
    fn own(&self) -> Own {
        match self.viewer {
            Some(_) => Own::Account(super::paths::ME.to_owned()),
            None => Own::WayIn(super::paths::SIGN_IN.to_owned()),
        }
    }

    /// The same page in another language.
    fn in_language(&self, locale: Locale) -> String {
        let mut pairs = query::pairs(&self.query).unwrap_or_default();
        pairs.retain(|(name, _)| name != language::LANGUAGE);
        pairs.push((language::LANGUAGE.to_owned(), locale.code().to_owned()));
        super::paths::with_query(&self.path, &query::encode(pairs))
    }
}

/// What crawlers that name themselves have in their names.
fn is_crawler(agent: &HeaderValue) -> bool {
    let agent = String::from_utf8_lossy(agent.as_bytes()).to_ascii_lowercase();
    ["bot", "crawl", "spider", "slurp"].iter().any(|sign| agent.contains(sign))
}

impl FromRequestParts<Arc<Platform>> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, Infallible> {
        Ok(Self::of(parts, platform.clone()))
    }
}
