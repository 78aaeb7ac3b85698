//! The documents of a person, as an officer verifies them.

use super::{Sent, officer};
use crate::access::model::{Permission, of_code};
use crate::http::errand::{Answer, Errand, Key, done, named, page, see_other, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::identities::commands::{self, Officer, ReadError, Verified, VerifyError};
use crate::identities::forms::of_number;
use crate::identities::model::Method;
use crate::identities::present::{self, OfficerTold};
use crate::ids::{IdentifierId, PersonId};
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use views::identities::{OfficerDone, Problem, Wrong};

pub(super) fn routes(routes: Routes) -> Routes {
    let decide = Access::May(Permission::DecideDuplicates);
    let path = "/officer/people/{id}/documents";
    routes.get(path, decide, show).post(path, decide, verify)
}

async fn shown(errand: &Errand, officer: &Officer, id: PersonId, told: OfficerTold) -> Answer {
    let platform = &errand.visit.platform;
    let by = (officer, &errand.origin);
    match commands::papers_of(&platform.database, by, id, platform.clock.now()).await {
        Ok(held) => {
            let seen = (&held.record, held.papers.as_slice());
            let shown = present::officer(errand, officer.audience(), seen, &told);
            Ok(if told.own || told.wrong.is_some() { unprocessable(&shown) } else { page(&shown) })
        }
        // Both keys of a person lead to the record that stays.
        Err(ReadError::Moved(survivor)) => Ok(see_other(&paths::officer_documents(survivor))),
        Err(ReadError::Unknown) => Err(PageError::NotFound),
        Err(ReadError::TooMany) => Ok(StatusCode::TOO_MANY_REQUESTS.into_response()),
        Err(ReadError::Database(error)) => Err(error.into()),
    }
}

async fn show(errand: Errand, holder: Holder, key: Key) -> Answer {
    let done = match errand.done()?.as_deref() {
        Some("verified") => Some(OfficerDone::Verified),
        Some("looked") => Some(OfficerDone::Looked),
        _ => None,
    };
    let told = OfficerTold { done, ..OfficerTold::default() };
    shown(&errand, &officer(&holder)?, named(key)?, told).await
}

async fn verify(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(|_| PageError::BadRequest)?;
    let (officer, person) = (officer(&holder)?, named::<PersonId>(key)?);
    let id: IdentifierId = fields.id.parse().map_err(|_| PageError::NotFound)?;
    let wrong = |problems| {
        let (method, number) = (fields.method.clone(), fields.number.clone());
        Some(Wrong { id: id.to_string(), method, number, problems })
    };
    let refused = |problems| OfficerTold { wrong: wrong(problems), ..OfficerTold::default() };
    let Some(method) = of_code::<Method>(&fields.method) else {
        return shown(&errand, &officer, person, refused(vec![("method", Problem::Choose)])).await;
    };
    let base_url = errand.visit.platform.base_url();
    let address = paths::officer_documents(person);
    let typed = (method, fields.number.as_str());
    let problem = match commands::verify(&errand.desk(&base_url)?, &officer, (person, id), typed).await {
        Ok(Verified::Done) => return Ok(done(&address, "verified")),
        Ok(Verified::Looked) => return Ok(done(&address, "looked")),
        Err(VerifyError::Own) => {
            let told = OfficerTold { own: true, ..OfficerTold::default() };
            return shown(&errand, &officer, person, told).await;
        }
        Err(VerifyError::Number(error)) => of_number(error),
        Err(VerifyError::Differs) => Problem::Differs,
        Err(VerifyError::TooOften) => Problem::TooOften,
        Err(VerifyError::Unknown) => return Err(PageError::NotFound),
        Err(VerifyError::Database(error)) => return Err(error.into()),
    };
    shown(&errand, &officer, person, refused(vec![("number", problem)])).await
}
