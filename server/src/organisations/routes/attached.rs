//! Papers and sites of one's organisation.

use super::own::{back, held};
use super::{Answer, Errand, Key, administers, choices, doer, no_form, page, saved, unprocessable};
use crate::access::model::Permission;
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::organisations::commands::{self, AttachError};
use crate::organisations::forms::Fields;
use crate::organisations::model::Own;
use crate::organisations::present::{chrome, offered, paper_kinds};
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use views::organisation::{self as pages, Problem, Problems};

type Sent = Result<Form<Fields>, FormRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    let edit = Access::May(Permission::EditOrganisation);
    routes
        .get("/organisation/{id}/evidence", edit, show_evidence)
        .post("/organisation/{id}/evidence", edit, evidence)
        .post("/organisation/{id}/evidence/withdraw", edit, withdraw)
        .get("/organisation/{id}/sites", edit, show_site)
        .post("/organisation/{id}/sites", edit, site)
        .post("/organisation/{id}/sites/close", edit, close)
}

/// What was refused, as a problem of the form; or the fault behind it.
fn refused(error: AttachError) -> Result<Problems, PageError> {
    match error {
        AttachError::Unknown => Err(PageError::NotFound),
        AttachError::Verified => Ok(Problems::whole(Problem::Verified)),
        AttachError::Barred => Ok(Problems::whole(Problem::NotNow)),
        AttachError::TooMany => Ok(Problems::whole(Problem::TooMany)),
        error @ AttachError::Database(_) => Err(PageError::internal(error)),
    }
}

async fn show_evidence(errand: Errand, holder: Holder, key: Key) -> Answer {
    let held = held(&errand, administers(&holder, key)?).await?;
    Ok(evidence_page(&errand, &held, (&Fields::default(), &Problems::default())))
}

fn evidence_page(
    errand: &Errand,
    held: &Own,
    (fields, problems): (&Fields, &Problems),
) -> axum::response::Response {
    let (chrome, typed) = (chrome(&errand.visit, String::new()), fields.typed_paper());
    let to = paths::organisation_evidence(held.organisation.id);
    let kinds = paper_kinds();
    let shown = pages::evidence(&chrome, (&to, back(held)), (&typed, &kinds), problems);
    if problems.is_empty() { page(&shown) } else { unprocessable(&shown) }
}

async fn evidence(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let administrator = administers(&holder, key)?;
    let held = held(&errand, administrator).await?;
    let platform = &errand.visit.platform;
    let new = match fields.evidence() {
        Ok(new) => new,
        Err(problems) => return Ok(evidence_page(&errand, &held, (&fields, &problems))),
    };
    let by = (&doer(&errand, &holder), administrator);
    match commands::add_evidence(&platform.database, by, &new, platform.clock.now()).await {
        Ok(_) => Ok(saved(&paths::organisation(administrator.organisation()))),
        Err(error) => Ok(evidence_page(&errand, &held, (&fields, &refused(error)?))),
    }
}

async fn withdraw(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let administrator = administers(&holder, key)?;
    let id = fields.id.parse().map_err(|_| PageError::NotFound)?;
    let platform = &errand.visit.platform;
    let by = (&doer(&errand, &holder), administrator);
    match commands::withdraw_evidence(&platform.database, by, id, platform.clock.now()).await {
        Ok(()) => Ok(saved(&paths::organisation(administrator.organisation()))),
        Err(error) => {
            let problem = refused(error)?.whole;
            Ok(unprocessable(&super::own::shown(&errand, administrator, problem).await?))
        }
    }
}

async fn show_site(errand: Errand, holder: Holder, key: Key) -> Answer {
    let held = held(&errand, administers(&holder, key)?).await?;
    site_page(&errand, &held, (&Fields::default(), &Problems::default())).await
}

async fn site_page(errand: &Errand, held: &Own, (fields, problems): (&Fields, &Problems)) -> Answer {
    let choices = choices(errand).await?;
    let (chrome, offered) = (chrome(&errand.visit, String::new()), offered(&errand.visit, &choices));
    let to = paths::organisation_sites(held.organisation.id);
    let typed = (fields.name.as_str(), fields.district.as_str(), fields.address.as_str());
    let shown = pages::site(&chrome, (&to, back(held)), (typed, &offered), problems);
    Ok(if problems.is_empty() { page(&shown) } else { unprocessable(&shown) })
}

async fn site(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let administrator = administers(&holder, key)?;
    let held = held(&errand, administrator).await?;
    let platform = &errand.visit.platform;
    let new = match fields.site(&platform.book()) {
        Ok(new) => new,
        Err(problems) => return site_page(&errand, &held, (&fields, &problems)).await,
    };
    let by = (&doer(&errand, &holder), administrator);
    match commands::add_site(&platform.database, by, &new, platform.clock.now()).await {
        Ok(_) => Ok(saved(&paths::organisation(administrator.organisation()))),
        Err(error) => site_page(&errand, &held, (&fields, &refused(error)?)).await,
    }
}

async fn close(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let administrator = administers(&holder, key)?;
    let id = fields.id.parse().map_err(|_| PageError::NotFound)?;
    let platform = &errand.visit.platform;
    let by = (&doer(&errand, &holder), administrator);
    match commands::close_site(&platform.database, by, id, platform.clock.now()).await {
        Ok(()) => Ok(saved(&paths::organisation(administrator.organisation()))),
        Err(error) => {
            let problem = refused(error)?.whole;
            Ok(unprocessable(&super::own::shown(&errand, administrator, problem).await?))
        }
    }
}
