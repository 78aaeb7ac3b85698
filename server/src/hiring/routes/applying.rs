//! `/jobs/{id}/apply`: what is sent, and sending it.

use super::desk;
use crate::hiring::commands::{self, Applicant, ApplyError};
use crate::hiring::forms::ApplyFields;
use crate::hiring::present;
use crate::http::errand::{Answer, Errand, Key, done, named, no_form, page, see_other, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::ids::VacancyId;
use crate::organisations;
use crate::people::commands::profile;
use crate::people::profile::Profile;
use crate::vacancies::advert::Advert;
use crate::vacancies::commands::seats::advert;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use views::desk::DeskPage;
use views::hiring::ApplyProblem;

type Sent = Result<Form<ApplyFields>, FormRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    let path = "/jobs/{id}/apply";
    routes.get(path, Access::SignedIn, show).post(path, Access::SignedIn, send)
}

/// Somebody who applies, before a vacancy.
struct Applying {
    advert: Advert,
    organisation: String,
    own: Option<Profile>,
}

impl Applying {
    async fn of(errand: &Errand, Owner(viewer): &Owner, id: VacancyId) -> Result<Self, PageError> {
        let reader = errand.visit.platform.database.reader();
        let advert = advert(reader, id, errand.visit.today).await?.ok_or(PageError::NotFound)?;
        let brief = organisations::commands::brief(reader, advert.organisation).await?;
        let organisation = brief.map_or_else(|| advert.employer.clone(), |brief| brief.name);
        Ok(Self { advert, organisation, own: profile::own(reader, viewer.account).await? })
    }

    fn page(&self, errand: &Errand, fields: &ApplyFields, problem: Option<ApplyProblem>) -> DeskPage {
        let of = (&self.advert, self.organisation.as_str());
        present::apply(errand, of, self.own.as_ref(), &fields.shared(), problem)
    }
}

async fn show(errand: Errand, owner: Owner, key: Key) -> Answer {
    let id = named(key)?;
    let applying = Applying::of(&errand, &owner, id).await?;
    let (platform, at) = (&errand.visit.platform, errand.visit.platform.clock.now());
    let reader = platform.database.reader();
    let takes = commands::takes_applications(reader, applying.advert.organisation, at).await?;
    let held = match &applying.own {
        Some(own) => commands::own_open(reader, (id, own.id)).await?,
        None => None,
    };
    // Whoever applied is shown how it stands; where nobody can apply any more, or here, the vacancy says what else to do.
    if let Some(held) = held.filter(crate::hiring::model::Application::is_answered) {
        return Ok(see_other(&paths::own_application(held.id)));
    }
    if !takes || !applying.advert.open {
        return Ok(see_other(&paths::job(id)));
    }
    Ok(page(&applying.page(&errand, &ApplyFields::all(), None)))
}

async fn send(errand: Errand, owner: Owner, key: Key, sent: Sent) -> Answer {
    let (id, Form(fields)) = (named(key)?, sent.map_err(no_form)?);
    let applying = Applying::of(&errand, &owner, id).await?;
    let again = |problem| Ok(unprocessable(&applying.page(&errand, &fields, problem)));
    let Some(own) = applying.own.as_ref().filter(|own| present::missing(&errand, Some(own)).is_empty())
    else {
        return again(None);
    };
    let (account, language) = (owner.0.account, errand.visit.locale.code());
    let applicant = Applicant { account, person: own.id, language };
    let base_url = errand.visit.platform.base_url();
    match commands::apply(desk(&errand, &base_url), applicant, id, &fields.shared()).await {
        Ok(sent) | Err(ApplyError::Already(sent)) => Ok(done(&paths::own_application(sent), "sent")),
        Err(ApplyError::Unknown) => Err(PageError::NotFound),
        Err(ApplyError::Closed | ApplyError::NotTaken) => again(Some(ApplyProblem::Closed)),
        Err(ApplyError::TooMany) => again(Some(ApplyProblem::TooMany)),
        Err(ApplyError::Database(error)) => Err(error.into()),
        Err(error @ (ApplyError::Consent(_) | ApplyError::Step(_))) => Err(PageError::internal(error)),
    }
}
