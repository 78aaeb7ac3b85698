//! `/me/applications`: the own applications, one of them, and taking it back.

use super::{desk, refused};
use crate::hiring::commands::{self, Applicant};
use crate::hiring::forms::StepFields;
use crate::hiring::present;
use crate::http::errand::{Answer, Errand, Key, done, named, no_form, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::ids::{ApplicationId, PersonId};
use crate::people::commands::records;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use views::hiring::StepProblem;

type Sent = Result<Form<StepFields>, FormRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::OWN_APPLICATIONS, Access::SignedIn, list)
        .get("/me/applications/{id}", Access::SignedIn, show)
        .post("/me/applications/{id}/withdraw", Access::SignedIn, withdraw)
}

/// The reader's record; without one nothing was sent.
pub(super) async fn person(errand: &Errand, Owner(viewer): &Owner) -> Result<Option<PersonId>, PageError> {
    Ok(records::of_account(errand.visit.platform.database.reader(), viewer.account).await?)
}

async fn list(errand: Errand, owner: Owner) -> Answer {
    let all = match person(&errand, &owner).await? {
        Some(person) => commands::own_all(errand.visit.platform.database.reader(), person).await?,
        None => Vec::new(),
    };
    Ok(page(&present::own_list(&errand, &all)))
}

async fn show(errand: Errand, owner: Owner, key: Key) -> Answer {
    let (id, person) = (named(key)?, person(&errand, &owner).await?.ok_or(PageError::NotFound)?);
    let platform = &errand.visit.platform;
    let case = commands::own(platform.database.reader(), (person, id), platform.clock.now()).await?;
    let case = case.ok_or(PageError::NotFound)?;
    Ok(page(&present::own_case(&errand, &case, (errand.done()?.is_some(), None, false))))
}

async fn withdraw(errand: Errand, owner: Owner, key: Key, sent: Sent) -> Answer {
    let (id, Form(fields)) = (named(key)?, sent.map_err(no_form)?);
    let person = person(&errand, &owner).await?.ok_or(PageError::NotFound)?;
    let applicant = Applicant { account: owner.0.account, person, language: errand.visit.locale.code() };
    let base_url = errand.visit.platform.base_url();
    let which = (id, fields.version());
    match commands::withdraw(desk(&errand, &base_url), applicant, which, &fields.reason).await {
        Ok(()) => Ok(done(&paths::own_application(id), "withdrawn")),
        Err(error) => again(&errand, (person, id), (Some(refused(error)?), false)).await,
    }
}

/// The page again with why something was not done.
pub(super) async fn again(
    errand: &Errand,
    which: (PersonId, ApplicationId),
    (problem, taken): (Option<StepProblem>, bool),
) -> Answer {
    let platform = &errand.visit.platform;
    let case = commands::own(platform.database.reader(), which, platform.clock.now()).await?;
    let case = case.ok_or(PageError::NotFound)?;
    Ok(unprocessable(&present::own_case(errand, &case, (false, problem, taken))))
}
