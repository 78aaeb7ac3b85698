//! The queue of an officer, and the page on which one is decided about.

use super::{Answer, Errand, Key, choices, done, named, no_form, page, saved, unprocessable};
use crate::access::model::{Permission, of_code};
use crate::clock::days_after;
use crate::http::errand::last_page;
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::ids::OrganisationId;
use crate::organisations::commands::{self, Asked, Officer};
use crate::organisations::forms::Fields;
use crate::organisations::model::{Step, Terms};
use crate::organisations::present;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::response::Response;
use views::organisation::{Problem, Problems};

type Sent = Result<Form<Fields>, FormRejection>;

/// Organisations on a page of the queue.
const ON_A_PAGE: u64 = 20;

pub(super) fn routes(routes: Routes) -> Routes {
    let verify = Access::May(Permission::VerifyOrganisations);
    routes
        .get(paths::OFFICER_ORGANISATIONS, verify, queue)
        .get("/officer/organisations/{id}", verify, show)
        .post("/officer/organisations/{id}", verify, decide)
}

pub(super) fn officer(holder: &Holder) -> Result<Officer, PageError> {
    Officer::of(&holder.grant, holder.viewer.account).ok_or(PageError::NotPermitted)
}

async fn queue(errand: Errand, holder: Holder) -> Answer {
    let officer = officer(&holder)?;
    let ending = Asked::Ending(days_after(errand.visit.today, u64::from(Terms::shipped().renewal_opens)));
    let asked = match errand.asked("standing")?.unwrap_or_default().as_str() {
        "ending" => ending,
        code => of_code(code).map_or(Asked::Waiting, Asked::In),
    };
    let wanted = errand.page_number()?;
    let reader = errand.visit.platform.database.reader();
    let mut found = commands::queue(reader, &officer, asked, (wanted, ON_A_PAGE)).await?;
    let last = last_page(found.total, ON_A_PAGE);
    if wanted > last {
        found = commands::queue(reader, &officer, asked, (last, ON_A_PAGE)).await?;
    }
    Ok(page(&present::queue(&errand.visit, (asked, ending), &found, (wanted.min(last), last))))
}

async fn show(errand: Errand, holder: Holder, key: Key) -> Answer {
    let done = done(&errand);
    shown(&errand, &officer(&holder)?, named(key)?, (done, ("", ""), &Problems::default())).await
}

async fn shown(
    errand: &Errand,
    officer: &Officer,
    id: OrganisationId,
    (done, typed, problems): (bool, (&str, &str), &Problems),
) -> Result<Response, PageError> {
    let platform = &errand.visit.platform;
    let reader = platform.database.reader();
    let moment = (errand.visit.today, platform.clock.now());
    let seen = commands::looked_at(reader, officer, id, moment).await?.ok_or(PageError::NotFound)?;
    let held = &seen.own.organisation;
    let names = (held.name.as_str(), held.latin_name.as_deref());
    let alike = commands::alike_to(reader, Some(id), names).await.map_err(PageError::internal)?;
    let decide = present::decide_form(errand.visit.locale, &seen, typed, problems);
    let choices = choices(errand).await?;
    let shown = present::officer(&errand.visit, (&seen, &choices), &alike, (done, decide));
    Ok(if problems.is_empty() { page(&shown) } else { unprocessable(&shown) })
}

async fn decide(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let (officer, id) = (officer(&holder)?, named(key)?);
    let typed = (fields.step.as_str(), fields.reason.as_str());
    let Some(step) = of_code::<Step>(&fields.step) else {
        let problems = Problems::of("step", Problem::Choose);
        return shown(&errand, &officer, id, (false, typed, &problems)).await;
    };
    let platform = &errand.visit.platform;
    let by = (&officer, errand.origin.clone());
    match commands::decide(&platform.database, by, (id, step), &fields.reason, platform.clock.now()).await {
        Ok(()) => Ok(saved(&paths::officer_organisation(id))),
        Err(error) => {
            let problems = super::problems(error)?;
            shown(&errand, &officer, id, (false, typed, &problems)).await
        }
    }
}
