//! The records of imported adverts that are an organisation's own: an officer decides.

use super::officer::officer;
use super::{Answer, Errand, Key, done, named, no_form, page, saved, unprocessable};
use crate::access::model::Permission;
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::ids::OrganisationId;
use crate::organisations::commands::{self, HoldError, Officer};
use crate::organisations::forms::Fields;
use crate::organisations::present;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use views::organisation::{Problem, Problems};

type Sent = Result<Form<Fields>, FormRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    let verify = Access::May(Permission::VerifyOrganisations);
    routes.get("/officer/organisations/{id}/records", verify, show).post(
        "/officer/organisations/{id}/records",
        verify,
        decide,
    )
}

async fn show(errand: Errand, holder: Holder, key: Key) -> Answer {
    let fields = Fields { step: "hold".to_owned(), ..Fields::default() };
    shown(&errand, &officer(&holder)?, named(key)?, (&fields, &Problems::default())).await
}

async fn shown(
    errand: &Errand,
    officer: &Officer,
    id: OrganisationId,
    (fields, problems): (&Fields, &Problems),
) -> Answer {
    let platform = &errand.visit.platform;
    let reader = platform.database.reader();
    let moment = (errand.visit.today, platform.clock.now());
    let seen = commands::looked_at(reader, officer, id, moment).await?.ok_or(PageError::NotFound)?;
    let held = &seen.own.organisation;
    let names = (held.name.as_str(), held.latin_name.as_deref());
    let alike = commands::alike_to(reader, Some(id), names).await.map_err(PageError::internal)?;
    let alike: Vec<OrganisationId> = alike.iter().map(|of| of.id).collect();
    let records = commands::records(reader, id, &alike).await?;
    let typed = [fields.id.clone(), fields.step.clone(), fields.reason.clone()];
    let told = (done(errand) && problems.is_empty(), problems);
    let shown = present::records(errand, held, &records, typed, told);
    Ok(if problems.is_empty() { page(&shown) } else { unprocessable(&shown) })
}

async fn decide(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let (officer, id) = (officer(&holder)?, named(key)?);
    let platform = &errand.visit.platform;
    let (by, said) = ((&officer, errand.origin.clone()), (fields.reason.as_str(), platform.clock.now()));
    let record = fields.id.parse::<OrganisationId>();
    let decided = match (record, fields.step.as_str()) {
        (Ok(record), "hold") => commands::hold(&platform.database, by, (id, record), said).await,
        (Ok(record), "release") => commands::release(&platform.database, by, (id, record), said).await,
        (Ok(_), _) => {
            let problems = Problems::of("step", Problem::Choose);
            return shown(&errand, &officer, id, (&fields, &problems)).await;
        }
        (Err(_), _) => {
            let problems = Problems::of("id", Problem::Choose);
            return shown(&errand, &officer, id, (&fields, &problems)).await;
        }
    };
    let problems = match decided {
        Ok(()) => return Ok(saved(&paths::officer_records(id))),
        Err(HoldError::Unknown) => Problems::of("id", Problem::Choose),
        Err(HoldError::NotVerified | HoldError::Held) => Problems::whole(Problem::NotNow),
        Err(HoldError::Own) => Problems::whole(Problem::Own),
        Err(HoldError::NoReason) => Problems::of("reason", Problem::Reason),
        Err(error @ HoldError::Database(_)) => return Err(PageError::internal(error)),
    };
    shown(&errand, &officer, id, (&fields, &problems)).await
}
