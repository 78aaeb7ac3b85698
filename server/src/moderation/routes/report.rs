//! `/jobs/{id}/report`: anybody says what is wrong with an advert that people can see.

use crate::http::errand::{Answer, Errand, Key, named, no_form, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::ids::VacancyId;
use crate::moderation::commands::{self, ReportError};
use crate::moderation::forms::ReportFields;
use crate::moderation::present;
use crate::vacancies::commands::draft_of;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use views::posting::{Problem, Problems};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::REPORT_JOB, Access::Anyone, show).post(paths::REPORT_JOB, Access::Anyone, send)
}

/// The title of an advert that people see, or saw.
async fn advert(errand: &Errand, key: Key) -> Result<(VacancyId, String), PageError> {
    let id = named(key)?;
    let found = draft_of(errand.visit.platform.database.reader(), id).await?;
    let seen = found.filter(|((row, _), _)| row.status.was_public());
    let ((row, _), _) = seen.ok_or(PageError::NotFound)?;
    Ok((id, row.title))
}

async fn show(errand: Errand, key: Key) -> Answer {
    let (id, title) = advert(&errand, key).await?;
    if errand.done()?.is_some() {
        return Ok(page(&present::reported(&errand, id)));
    }
    Ok(page(&present::report(&errand, (id, &title), ("", ""), Problems::default())))
}

async fn send(errand: Errand, key: Key, sent: Result<Form<ReportFields>, FormRejection>) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let (id, title) = advert(&errand, key).await?;
    let problems = match fields.read() {
        Ok((reason, said)) => {
            let platform = &errand.visit.platform;
            let keys = platform.keys().map_err(PageError::internal)?;
            let by = (errand.visit.viewer.as_ref().map(|viewer| viewer.account), &errand.origin);
            let stored =
                commands::report((&platform.database, keys), by, id, (reason, &said), platform.clock.now());
            match stored.await {
                Ok(()) => return Ok(crate::http::errand::done(&paths::report_job(id), "yes")),
                Err(ReportError::TooMany) => Problems::whole(Problem::TooManyReports),
                Err(ReportError::Database(error)) => return Err(error.into()),
            }
        }
        Err(problems) => problems,
    };
    let typed = (fields.reason.as_str(), fields.said.as_str());
    Ok(unprocessable(&present::report(&errand, (id, &title), typed, problems)))
}
