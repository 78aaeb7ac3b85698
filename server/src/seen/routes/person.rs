//! `/people/{id}`: a person as whoever asks may see it, and covered values that are shown for a purpose.

use super::{Answer, Sent, by, too_many};
use crate::access::model::Permission;
use crate::http::errand::{Errand, page, unprocessable};
use crate::http::error::PageError;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::ids::PersonId;
use crate::seen::commands::{self, By, Opened, RevealError};
use crate::seen::model::{Covered, Sighted};
use crate::seen::present::{self, Asked};
use axum::extract::rejection::PathRejection;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use views::people::RevealProblem;

type Key = Result<Path<String>, PathRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get("/people/{id}", Access::May(Permission::SeePeople), show).post(
        "/people/{id}/reveal",
        Access::May(Permission::RevealContacts),
        reveal,
    )
}

fn named(key: Key) -> Result<PersonId, PageError> {
    let Path(key) = key.map_err(|_| PageError::BadRequest)?;
    key.parse().map_err(|_| PageError::NotFound)
}

/// The person, noted in its trail; or what is answered instead.
async fn opened(errand: &Errand, by: &By, id: PersonId) -> Result<Result<Sighted, Response>, PageError> {
    let platform = &errand.visit.platform;
    match commands::open(&platform.database, by, id, platform.clock.now()).await? {
        Opened::Seen(seen) => Ok(Ok(*seen)),
        Opened::Nobody => Err(PageError::NotFound),
        Opened::TooMany => Ok(Err(too_many())),
    }
}

async fn show(errand: Errand, holder: Holder, key: Key) -> Answer {
    let by = by(&errand, &holder)?;
    let seen = match opened(&errand, &by, named(key)?).await? {
        Ok(seen) => seen,
        Err(answer) => return Ok(answer),
    };
    Ok(page(&present::person(&errand, &by.onlooker, &seen, Asked::default())))
}

async fn reveal(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let (by, id) = (by(&errand, &holder)?, named(key)?);
    let Form(fields) = sent.map_err(|_| PageError::BadRequest)?;
    let seen = match opened(&errand, &by, id).await? {
        Ok(seen) => seen,
        Err(answer) => return Ok(answer),
    };
    let refused = |problem| {
        let typed = (fields.what.clone(), fields.purpose.clone(), fields.words.clone());
        let asked = Asked { typed, problem: Some(problem), revealed: None };
        present::person(&errand, &by.onlooker, &seen, asked)
    };
    let Some(covered) = Covered::of(&fields.what) else {
        return Ok(unprocessable(&refused(RevealProblem::What)));
    };
    let platform = &errand.visit.platform;
    let (base_url, at) = (platform.base_url(), platform.clock.now());
    let said = (fields.purpose.as_str(), fields.words.as_str());
    let shown = commands::reveal(&platform.database, &by, (id, covered), said, (&base_url, at)).await;
    let problem = match shown {
        Ok(value) => {
            let asked = Asked { revealed: Some((covered, value)), ..Asked::default() };
            return Ok(page(&present::person(&errand, &by.onlooker, &seen, asked)));
        }
        Err(RevealError::TooMany) => {
            let said = page(&refused(RevealProblem::TooMany));
            return Ok((StatusCode::TOO_MANY_REQUESTS, said).into_response());
        }
        Err(RevealError::Nobody) => return Err(PageError::NotFound),
        Err(RevealError::Nothing) => RevealProblem::What,
        Err(RevealError::Purpose) => RevealProblem::Purpose,
        Err(RevealError::Words) => RevealProblem::Words,
        Err(RevealError::Database(error)) => return Err(error.into()),
    };
    Ok(unprocessable(&refused(problem)))
}
