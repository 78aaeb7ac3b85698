//! Those who hire offer the work, and say that it began.

use super::employer::{Hiring, too_many};
use super::{desk, refused};
use crate::hiring::commands::{self, StepError};
use crate::hiring::forms::{AnswerFields, OfferFields, amount};
use crate::hiring::model::HIRING;
use crate::hiring::present::Said;
use crate::http::errand::{Answer, Errand, done, no_form, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::{Owner, Seats};
use crate::ids::ApplicationId;
use axum::extract::rejection::{FormRejection, PathRejection};
use axum::extract::{Form, Path};
use views::hiring::Offering;

type KeysOfOne = Result<Path<(String, String, String)>, PathRejection>;
type Sent<T> = Result<Form<T>, FormRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    let members = Access::As(HIRING);
    routes
        .post("/organisation/{id}/vacancies/{vacancy}/applications/{application}/offer", members, offer)
        .post("/organisation/{id}/vacancies/{vacancy}/applications/{application}/start", members, start)
}

async fn offer(
    errand: Errand,
    owner: Owner,
    seats: Seats,
    keys: KeysOfOne,
    sent: Sent<OfferFields>,
) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let (hiring, id) = opened(errand, (owner, seats), keys).await?;
    let (wage, day) = fields.read(hiring.errand.visit.today);
    let version = fields.version.trim().parse().unwrap_or(0);
    let offering = Offering {
        wage: fields.wage.clone(),
        starts: fields.starts.clone(),
        advertised: String::new(),
        wage_wrong: wage.is_none(),
        day_wrong: day.is_none(),
    };
    let Some(terms) = wage.zip(day) else {
        return again(&hiring, id, Said { offering: Some(offering), ..Said::default() }).await;
    };
    let base_url = hiring.errand.visit.platform.base_url();
    let came = commands::offer(desk(&hiring.errand, &base_url), hiring.hirer, (id, version), terms).await;
    answered(&hiring, id, (came.map(drop), Some(offering))).await
}

async fn start(
    errand: Errand,
    owner: Owner,
    seats: Seats,
    keys: KeysOfOne,
    sent: Sent<AnswerFields>,
) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let (hiring, id) = opened(errand, (owner, seats), keys).await?;
    let base_url = hiring.errand.visit.platform.base_url();
    let (which, wage) = ((id, fields.version()), amount(&fields.wage));
    let came =
        commands::started_by_employer(desk(&hiring.errand, &base_url), hiring.hirer, which, wage).await;
    answered(&hiring, id, (came, None)).await
}

/// An application to the own organisation.
async fn opened(
    errand: Errand,
    who: (Owner, Seats),
    keys: KeysOfOne,
) -> Result<(Hiring, ApplicationId), PageError> {
    let Path((organisation, vacancy, id)) = keys.map_err(|_| PageError::NotFound)?;
    let id: ApplicationId = id.parse().map_err(|_| PageError::NotFound)?;
    let hiring = Hiring::of(errand, who, (organisation, vacancy)).await?;
    hiring.case(id).await?;
    Ok((hiring, id))
}

async fn again(hiring: &Hiring, id: ApplicationId, said: Said<'_>) -> Answer {
    Ok(hiring.page(id, said).await?.map_or_else(too_many, |shown| unprocessable(&shown)))
}

async fn answered(
    hiring: &Hiring,
    id: ApplicationId,
    (came, offering): (Result<(), StepError>, Option<Offering>),
) -> Answer {
    match came {
        Ok(()) => Ok(done(&paths::application(hiring.advert.organisation, hiring.advert.id, id), "answered")),
        Err(error) => {
            let problem = Some(refused(error)?);
            again(hiring, id, Said { offering, problem, ..Said::default() }).await
        }
    }
}
