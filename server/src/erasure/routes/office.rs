//! An officer has somebody erased who came to the office.

use super::Sent;
use crate::access::model::Permission;
use crate::erasure::commands::{self, At, OfficeError};
use crate::erasure::forms::Fields;
use crate::erasure::model::Terms;
use crate::erasure::present::{self, Told};
use crate::http::errand::{Answer, Errand, Key, done, named, page, see_other, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::identities::commands::{Officer, ReadError, papers_of};
use crate::ids::PersonId;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use views::erasure::{OfficeDone, OfficeProblem};

pub(super) fn routes(routes: Routes) -> Routes {
    let decide = Access::May(Permission::DecideDuplicates);
    routes
        .get("/officer/people/{id}/erasure", decide, show)
        .post("/officer/people/{id}/erasure", decide, ask)
        .post("/officer/people/{id}/erasure/keep", decide, keep)
}

/// Somebody in the officer's area, of whom the officer sees the name.
struct Reached {
    person: PersonId,
    name: String,
}

/// Whom an address names, noted in the trail; or where the record went.
async fn reached(errand: &Errand, holder: &Holder, key: Key) -> Result<Result<Reached, Response>, PageError> {
    let id: PersonId = named(key)?;
    let officer = Officer::of(&holder.grant, holder.viewer.account).ok_or(PageError::NotPermitted)?;
    let platform = &errand.visit.platform;
    let by = (&officer, &errand.origin);
    match papers_of(&platform.database, by, id, platform.clock.now()).await {
        Ok(held) => Ok(Ok(Reached { person: id, name: held.record.name() })),
        Err(ReadError::Moved(survivor)) => Ok(Err(see_other(&paths::officer_erasure(survivor)))),
        Err(ReadError::TooMany) => Ok(Err(StatusCode::TOO_MANY_REQUESTS.into_response())),
        Err(ReadError::Unknown) => Err(PageError::NotFound),
        Err(ReadError::Database(error)) => Err(error.into()),
    }
}

async fn shown(errand: &Errand, reached: Reached, told: Told) -> Answer {
    let platform = &errand.visit.platform;
    let seen = commands::waiting_for(&platform.database, reached.person, platform.clock.now()).await?;
    let term = Terms::shipped().map_err(PageError::internal)?.office;
    let refused = told.problem.is_some() || told.wrong != (false, false);
    let shown =
        present::office(errand, (reached.person, reached.name), (&seen, term, super::trail_term()?), told);
    Ok(if refused { unprocessable(&shown) } else { page(&shown) })
}

async fn show(errand: Errand, holder: Holder, key: Key) -> Answer {
    let reached = match reached(&errand, &holder, key).await? {
        Ok(reached) => reached,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let done = match errand.done()?.as_deref() {
        Some("asked") => Some(OfficeDone::Asked),
        Some("kept") => Some(OfficeDone::Kept),
        Some(_) | None => None,
    };
    shown(&errand, reached, Told { done, ..Told::default() }).await
}

fn at<'a>(errand: &'a Errand, holder: &Holder) -> At<'a> {
    let at = errand.visit.platform.clock.now();
    At { officer: holder.viewer.account, origin: &errand.origin, at }
}

async fn ask(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(|_| PageError::BadRequest)?;
    let reached = match reached(&errand, &holder, key).await? {
        Ok(reached) => reached,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let spoken = fields.spoken();
    let Fields { reason, witness, .. } = fields;
    let told = Told { typed: (reason, witness), ..Told::default() };
    let spoken = match spoken {
        Ok(spoken) => spoken,
        Err(wrong) => return shown(&errand, reached, Told { wrong, ..told }).await,
    };
    let database = &errand.visit.platform.database;
    let problem = match commands::ask_for(database, at(&errand, &holder), reached.person, &spoken).await {
        Ok(_) => return Ok(done(&paths::officer_erasure(reached.person), "asked")),
        Err(OfficeError::Owned) => OfficeProblem::Owned,
        Err(OfficeError::Own) => OfficeProblem::Own,
        Err(OfficeError::Already) => OfficeProblem::Moved,
        Err(OfficeError::Database(error)) => return Err(error.into()),
        Err(error @ OfficeError::Terms(_)) => return Err(PageError::internal(error)),
    };
    shown(&errand, reached, Told { problem: Some(problem), ..told }).await
}

async fn keep(errand: Errand, holder: Holder, key: Key) -> Answer {
    let reached = match reached(&errand, &holder, key).await? {
        Ok(reached) => reached,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let database = &errand.visit.platform.database;
    if commands::keep_for(database, at(&errand, &holder), reached.person).await? {
        return Ok(done(&paths::officer_erasure(reached.person), "kept"));
    }
    shown(&errand, reached, Told { problem: Some(OfficeProblem::Moved), ..Told::default() }).await
}
