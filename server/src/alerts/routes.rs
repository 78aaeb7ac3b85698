//! The pages of alerts: asking for one, the page to which letters lead, the own ones.

use super::commands::{self, ActError, AskError, Desk, Wish};
use super::forms::{ActFields, AskFields};
use super::model::is_signed;
use super::present;
use crate::http::errand::{Answer, Errand, done, no_form, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::ids::AlertId;
use crate::vacancies::query::{JobsQuery, JobsSort};
use axum::extract::rejection::{FormRejection, PathRejection};
use axum::extract::{Form, Path};
use views::alerts::{ActProblem, AskProblem, Done, Typed};

/// Longest search that is kept, in bytes.
const LONGEST: usize = 4_000;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::ALERT_NEW, Access::Anyone, show_new)
        .post(paths::ALERT_NEW, Access::Anyone, ask)
        .get(paths::ALERT, Access::Anyone, show)
        .post(paths::ALERT, Access::Anyone, act)
        .get(paths::ALERTS, Access::SignedIn, list)
}

/// The search of an address as alerts keep it: what it means, without order and page.
fn search(errand: &Errand, raw: &str) -> Result<String, PageError> {
    let (asked, _) = JobsQuery::parse(raw, &errand.visit.platform.book())?;
    let plain = asked.with(|changed| changed.sort = JobsSort::Relevance);
    let query = crate::http::query::encode(plain.pairs());
    if query.len() > LONGEST { Err(PageError::BadRequest) } else { Ok(query) }
}

fn desk<'a>(errand: &'a Errand, base_url: &'a str) -> Result<Desk<'a>, PageError> {
    let platform = &errand.visit.platform;
    Ok(Desk {
        database: &platform.database,
        keys: platform.keys().map_err(PageError::internal)?,
        base_url,
        language: errand.visit.locale,
        origin: &errand.origin,
        at: platform.clock.now(),
    })
}

async fn show_new(errand: Errand) -> Answer {
    if errand.done()?.is_some() {
        return Ok(page(&present::asked(&errand)));
    }
    let query = search(&errand, &errand.visit.query)?;
    let typed = Typed { frequency: super::model::Frequency::Daily.code().to_owned(), ..Typed::default() };
    Ok(page(&present::new(&errand, (&query, typed), Vec::new())))
}

async fn ask(errand: Errand, sent: Result<Form<AskFields>, FormRejection>) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let query = search(&errand, &fields.search)?;
    let again = |problems: Vec<AskProblem>| {
        Ok(unprocessable(&present::new(&errand, (&query, fields.typed()), problems)))
    };
    let base_url = errand.visit.platform.base_url();
    let desk = desk(&errand, &base_url)?;
    let asked = match (&errand.visit.viewer, fields.contact(), fields.frequency()) {
        (Some(viewer), _, Ok(frequency)) => {
            let wish = Wish { query: query.clone(), frequency };
            commands::keep(desk, viewer.account, &wish).await.map(|_| done(paths::ALERTS, "kept"))
        }
        (Some(_), _, Err(problem)) => return again(vec![problem]),
        (None, Ok(contact), Ok(frequency)) => {
            let wish = Wish { query: query.clone(), frequency };
            commands::ask(desk, &contact, &wish, paths::alert).await.map(|()| done(paths::ALERT_NEW, "asked"))
        }
        (None, contact, frequency) => {
            return again(contact.err().into_iter().chain(frequency.err()).collect());
        }
    };
    match asked {
        Ok(answer) => Ok(answer),
        Err(AskError::TooManyLetters) => again(vec![AskProblem::TooManyLetters]),
        Err(AskError::TooMany) => again(vec![AskProblem::TooMany]),
        Err(AskError::NoShortMessages) => again(vec![AskProblem::NoShortMessages]),
        Err(AskError::NotAtOnce) => again(vec![AskProblem::NotAtOnce]),
        Err(AskError::Database(error)) => Err(error.into()),
    }
}

type Signed = Result<Path<(String, String)>, PathRejection>;

/// The alert of an address, if its signature is right.
fn signed(errand: &Errand, key: Signed) -> Result<(AlertId, String), PageError> {
    let Path((id, signature)) = key.map_err(|_| PageError::NotFound)?;
    let id: AlertId = id.parse().map_err(|_| PageError::NotFound)?;
    let keys = errand.visit.platform.keys().map_err(PageError::internal)?;
    if is_signed(keys, id, &signature) {
        Ok((id, paths::alert(id, &signature)))
    } else {
        Err(PageError::NotFound)
    }
}

async fn show(errand: Errand, key: Signed) -> Answer {
    let (id, address) = signed(&errand, key)?;
    let alert = commands::one(errand.visit.platform.database.reader(), id).await?;
    let alert = alert.ok_or(PageError::NotFound)?;
    let said = errand.done()?.and_then(|code| Done::from_code(&code));
    Ok(page(&present::one(&errand, (&alert, address), (said, None))))
}

async fn act(errand: Errand, key: Signed, sent: Result<Form<ActFields>, FormRejection>) -> Answer {
    let (id, address) = signed(&errand, key)?;
    let Form(fields) = sent.map_err(no_form)?;
    let deed = fields.deed().ok_or(PageError::BadRequest)?;
    let base_url = errand.visit.platform.base_url();
    let problem = match commands::act(desk(&errand, &base_url)?, id, deed).await {
        Ok(()) => return Ok(done(&address, &fields.deed)),
        Err(ActError::Gone) => return Err(PageError::NotFound),
        Err(ActError::NotNow) => ActProblem::NotNow,
        Err(ActError::TooMany) => ActProblem::TooMany,
        Err(ActError::NotAtOnce) => ActProblem::NotAtOnce,
        Err(ActError::Database(error)) => return Err(error.into()),
    };
    let alert = commands::one(errand.visit.platform.database.reader(), id).await?;
    let alert = alert.ok_or(PageError::NotFound)?;
    Ok(unprocessable(&present::one(&errand, (&alert, address), (None, Some(problem)))))
}

async fn list(errand: Errand, Owner(viewer): Owner) -> Answer {
    let platform = &errand.visit.platform;
    let all = commands::of_account(platform.database.reader(), viewer.account).await?;
    let keys = platform.keys().map_err(PageError::internal)?;
    let said = errand.done()?.map(|_| Done::Kept);
    Ok(page(&present::list(&errand, keys, &all, said)))
}
