//! Asking to be erased, and taking that back.

use super::Sent;
use crate::accounts::commands::{ContactChangeError, shows_both};
use crate::accounts::model::{Code, Password};
use crate::erasure::commands::{self, AskError, Asking};
use crate::erasure::model::Terms;
use crate::erasure::present;
use crate::http::device::Device;
use crate::http::errand::{Answer, Errand, done, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use axum::extract::Form;
use views::account::{Problem, Problems};
use views::desk::DeskPage;
use views::erasure::Done;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::ERASURE, Access::SignedIn, show).post(paths::ERASURE, Access::SignedIn, ask).post(
        paths::ERASURE_BACK,
        Access::SignedIn,
        keep,
    )
}

async fn shown(
    errand: &Errand,
    Owner(viewer): &Owner,
    problems: Problems,
    what: Option<Done>,
) -> Result<DeskPage, PageError> {
    let platform = &errand.visit.platform;
    let now = platform.clock.now();
    let seen = commands::waiting(platform.database.reader(), viewer.account, now).await?;
    let term = Terms::shipped().map_err(PageError::internal)?.own;
    Ok(present::own(errand, (&seen, term, super::trail_term()?), (viewer.second_factor, problems), what))
}

async fn show(errand: Errand, owner: Owner) -> Answer {
    let what = match errand.done()?.as_deref() {
        Some("asked") => Some(Done::Asked),
        Some("kept") => Some(Done::Kept),
        Some(_) | None => None,
    };
    Ok(page(&shown(&errand, &owner, Problems::default(), what).await?))
}

async fn ask(errand: Errand, device: Device, owner: Owner, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(|_| PageError::BadRequest)?;
    let platform = &errand.visit.platform;
    let base_url = platform.base_url();
    let proof = (&Password::typed(&fields.password), &Code::typed(&fields.code));
    let problems = match shows_both(&device.desk(&errand.visit, &base_url)?, &owner.0, proof).await {
        Ok(()) => {
            let link = format!("{base_url}{}", paths::ERASURE);
            let asking = Asking {
                database: &platform.database,
                origin: &errand.origin,
                base_url: &base_url,
                link: &link,
                at: platform.clock.now(),
            };
            return match commands::ask(&asking, owner.0.account).await {
                // What waits already waits on: the page says until when.
                Ok(_) | Err(AskError::Already) => Ok(done(paths::ERASURE, "asked")),
                Err(AskError::Database(error)) => Err(error.into()),
                Err(error @ AskError::Terms(_)) => Err(PageError::internal(error)),
            };
        }
        Err(ContactChangeError::Password) => Problems::of("password", Problem::PasswordWrong),
        Err(ContactChangeError::Code) => Problems::of("code", Problem::CodeWrong),
        Err(ContactChangeError::TooMany) => Problems::whole(Problem::TooManyWait),
        Err(ContactChangeError::Gone) => return Err(PageError::NotFound),
        Err(
            error @ (ContactChangeError::Known
            | ContactChangeError::NoShortMessages
            | ContactChangeError::Trouble(_)),
        ) => return Err(PageError::internal(error)),
    };
    Ok(unprocessable(&shown(&errand, &owner, problems, None).await?))
}

async fn keep(errand: Errand, Owner(viewer): Owner) -> Answer {
    let platform = &errand.visit.platform;
    let now = platform.clock.now();
    commands::take_back(&platform.database, viewer.account, &errand.origin, now).await?;
    Ok(done(paths::ERASURE, "kept"))
}
