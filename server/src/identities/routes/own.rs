//! The own documents.

use super::Sent;
use crate::http::errand::{Answer, Errand, done, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::identities::commands::{self, TellError};
use crate::identities::model::Formats;
use crate::identities::present::{self, Told};
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use views::desk::DeskPage;
use views::identities::{OwnDone, OwnProblem, Problem};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::PROFILE_DOCUMENTS, Access::SignedIn, show).post(
        paths::PROFILE_DOCUMENTS,
        Access::SignedIn,
        save,
    )
}

async fn shown(errand: &Errand, Owner(viewer): &Owner, told: Told) -> Result<DeskPage, PageError> {
    let reader = errand.visit.platform.database.reader();
    let held = commands::papers(reader, viewer.account).await?;
    Ok(present::own(errand, held, told))
}

async fn show(errand: Errand, owner: Owner) -> Answer {
    let done = match errand.done()?.as_deref() {
        Some("added") => Some(OwnDone::Added),
        Some("removed") => Some(OwnDone::Removed),
        _ => None,
    };
    Ok(page(&shown(&errand, &owner, Told { done, ..Told::default() }).await?))
}

async fn save(errand: Errand, owner: Owner, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(|_| PageError::BadRequest)?;
    let base_url = errand.visit.platform.base_url();
    let (desk, account) = (errand.desk(&base_url)?, owner.0.account);
    if fields.what == "remove" {
        let id = fields.id.parse().map_err(|_| PageError::NotFound)?;
        return match commands::remove(&desk, account, id).await {
            Ok(()) => Ok(done(paths::PROFILE_DOCUMENTS, "removed")),
            Err(error) => refused(&errand, &owner, (error, Told::default())).await,
        };
    }
    let told = |problems| Told { typed: fields.typed(), problems, ..Told::default() };
    let new = match fields.document(Formats::shipped(), errand.visit.today) {
        Ok(new) => new,
        Err(problems) => return Ok(unprocessable(&shown(&errand, &owner, told(problems)).await?)),
    };
    match commands::add(&desk, (account, errand.visit.locale.code()), &new).await {
        Ok(()) => Ok(done(paths::PROFILE_DOCUMENTS, "added")),
        Err(error) => refused(&errand, &owner, (error, told(Vec::new()))).await,
    }
}

/// What the owner is told of a step that was not taken.
async fn refused(errand: &Errand, owner: &Owner, (error, told): (TellError, Told)) -> Answer {
    let told = match error {
        TellError::Unknown => return Err(PageError::NotFound),
        TellError::Already => Told { problems: vec![("number", Problem::Already)], ..told },
        TellError::TooOften => {
            let told = Told { problem: Some(OwnProblem::TooOften), ..told };
            let said = page(&shown(errand, owner, told).await?);
            return Ok((StatusCode::TOO_MANY_REQUESTS, said).into_response());
        }
        TellError::TooMany => Told { problem: Some(OwnProblem::TooMany), ..told },
        TellError::Verified => Told { problem: Some(OwnProblem::Verified), ..told },
        TellError::Keys(error) => return Err(PageError::internal(error)),
        TellError::Database(error) => return Err(error.into()),
    };
    Ok(unprocessable(&shown(errand, owner, told).await?))
}
