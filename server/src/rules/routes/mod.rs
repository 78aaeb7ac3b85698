//! Handlers of the pages of rules.

mod desk;

use super::commands;
use super::model::Topic;
use super::present::{self, Asked};
use crate::http::errand::{Answer, Key, page};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::visit::{About, Visit};
use crate::imports::understand::date;
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use sea_orm::ActiveEnum;
use views::Render;
use views::layout::{Chrome, OpenGraph};

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    let routes = routes.get(paths::RULES, Access::Anyone, rules).get(paths::RULE, Access::Anyone, rule);
    desk::routes(routes)
}

fn chrome(visit: &Visit) -> Chrome {
    visit.chrome(About {
        title: String::new(),
        description: String::new(),
        open_graph: Some(OpenGraph::Website),
        noindex: false,
        feed: None,
    })
}

async fn rules(visit: Visit) -> Answer {
    let typed = visit.asked("on")?.unwrap_or_default().trim().to_owned();
    let day = date::day(&typed).ok();
    let topic = visit.asked("topic")?.and_then(|code| Topic::try_from_value(&code).ok());
    let problem = day.is_none() && !typed.is_empty();
    let asked = Asked { day: day.unwrap_or(visit.today), typed, problem, topic };
    let reader = visit.platform.database.reader();
    let shelved = commands::shelved(reader).await.map_err(PageError::internal)?;
    Ok(Html(present::rules(chrome(&visit), &asked, &shelved).render().into_string()).into_response())
}

async fn rule(visit: Visit, key: Key) -> Answer {
    let Path(code) = key.map_err(|_| PageError::NotFound)?;
    let reader = visit.platform.database.reader();
    let found = commands::rule(reader, &code).await.map_err(PageError::internal)?;
    let (rule, versions) = found.ok_or(PageError::NotFound)?;
    let instruments = commands::instruments(reader).await.map_err(PageError::internal)?;
    Ok(page(&present::history(chrome(&visit), &rule, &versions, &instruments, visit.today)))
}
