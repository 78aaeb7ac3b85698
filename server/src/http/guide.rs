//! Pages that explain: help, what is kept about people, accessibility, whom to ask.

use super::error::PageError;
use super::paths;
use super::routes::{Access, Routes};
use super::visit::{About, Visit};
use super::who_sees;
use crate::config::Contact;
use crate::learning::board;
use crate::retention::model::{Class, Schedule};
use axum::response::Html;
use views::Render;
use views::guide::{self, GuidePage, Kept, Operator, Shell, Ways};
use views::layout::OpenGraph;

const WAYS: Ways = Ways {
    jobs: paths::JOBS,
    sign_up: paths::SIGN_UP,
    recover: paths::RECOVER,
    account: paths::ACCOUNT,
    notices: paths::NOTICES,
    help: paths::HELP,
    privacy: paths::PRIVACY,
    accessibility: paths::ACCESSIBILITY,
    contact: paths::OPERATOR,
};

/// The routes of these pages.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::HELP, Access::Anyone, help)
        .get(paths::PRIVACY, Access::Anyone, privacy)
        .get(paths::ACCESSIBILITY, Access::Anyone, accessibility)
        .get(paths::OPERATOR, Access::Anyone, contact)
}

async fn help(visit: Visit) -> Result<Html<String>, PageError> {
    Ok(page(&guide::help(&shell(&visit)?)))
}

async fn privacy(visit: Visit) -> Result<Html<String>, PageError> {
    let days = board::kept_days(&visit.platform.database).await?;
    let schedule = Schedule::shipped().map_err(PageError::internal)?;
    let term = |class| schedule.term(class).map_err(PageError::internal);
    let kept = Kept {
        search_days: days,
        messages: term(Class::Letter)?.word(),
        trail: term(Class::Trail)?.word(),
        records: term(Class::UnclaimedRecord)?.word(),
    };
    let sights = who_sees::sights(visit.today);
    Ok(page(&guide::privacy(&shell(&visit)?, kept, &sights)))
}

async fn accessibility(visit: Visit) -> Result<Html<String>, PageError> {
    Ok(page(&guide::accessibility(&shell(&visit)?)))
}

async fn contact(visit: Visit) -> Result<Html<String>, PageError> {
    let Contact { name, address, phone, email } = visit.platform.settings.contact.clone();
    Ok(page(&guide::contact(&shell(&visit)?, &Operator { name, address, phone, email })))
}

fn page(guide: &GuidePage) -> Html<String> {
    Html(guide.render().into_string())
}

/// What the pages share; an address that cannot be read is told as on every page.
fn shell(visit: &Visit) -> Result<Shell, PageError> {
    super::query::pairs(&visit.query)?;
    let about = About {
        title: String::new(),
        description: String::new(),
        open_graph: Some(OpenGraph::Website),
        noindex: false,
        feed: None,
    };
    Ok(Shell { chrome: visit.bare().chrome(about), ways: WAYS })
}
