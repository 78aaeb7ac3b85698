//! `/officer/vacancies`: the queue of whoever decides about vacancies, and the page of each.

use crate::access::model::{Permission, of_code};
use crate::http::errand::{Answer, Errand, Key, done, named, page, pairs, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::ids::VacancyId;
use crate::moderation::commands::{self, DecideError, Decided, Reviewer};
use crate::moderation::forms::DecideFields;
use crate::moderation::present::{self, DISMISS, Looked};
use crate::rules::commands::rules_of;
use crate::vacancies::model::StepRefused;
use axum::extract::RawForm;
use axum::extract::rejection::RawFormRejection;
use views::desk::DeskPage;
use views::posting::Problem;

pub(super) fn routes(routes: Routes) -> Routes {
    let review = Access::May(Permission::ReviewVacancies);
    routes.get(paths::OFFICER_VACANCIES, review, queue).get(paths::OFFICER_VACANCY, review, show).post(
        paths::OFFICER_VACANCY,
        review,
        decide,
    )
}

fn reviewer(errand: &Errand, holder: &Holder) -> Result<Reviewer, PageError> {
    let reviewer = Reviewer::of(&holder.grant, holder.viewer.account, errand.origin.clone());
    reviewer.ok_or(PageError::NotPermitted)
}

async fn queue(errand: Errand, holder: Holder) -> Answer {
    let reviewer = reviewer(&errand, &holder)?;
    let lists = commands::lists(errand.visit.platform.database.reader(), &reviewer).await?;
    Ok(page(&present::queue(&errand, &lists)))
}

async fn show(errand: Errand, holder: Holder, key: Key) -> Answer {
    let looked = Looked { done: errand.done()?.is_some(), problem: None };
    let reviewer = reviewer(&errand, &holder)?;
    Ok(page(&shown(&errand, &reviewer, named(key)?, looked).await?))
}

async fn shown(
    errand: &Errand,
    reviewer: &Reviewer,
    id: VacancyId,
    looked: Looked,
) -> Result<DeskPage, PageError> {
    let reader = errand.visit.platform.database.reader();
    let case = commands::case(reader, reviewer, id).await?.ok_or(PageError::NotFound)?;
    let found = case.checked.iter().flat_map(|(found, _)| {
        let flags = found.reading.flags.iter().map(|flag| flag.rule.clone());
        flags.chain(found.proof.findings.iter().map(|finding| finding.rule.clone()))
    });
    let codes: Vec<String> = found.collect();
    let rules = rules_of(reader, &codes).await.map_err(PageError::internal)?;
    Ok(present::decide(errand, &case, &rules, looked))
}

async fn decide(errand: Errand, holder: Holder, key: Key, sent: Result<RawForm, RawFormRejection>) -> Answer {
    let fields = DecideFields::of(pairs(sent)?);
    let (reviewer, id) = (reviewer(&errand, &holder)?, named(key)?);
    let platform = &errand.visit.platform;
    // What lies elsewhere is not there, whatever is sent to it.
    commands::case(platform.database.reader(), &reviewer, id).await?.ok_or(PageError::NotFound)?;
    let decided = match fields.step() {
        DISMISS => Decided::Dismiss,
        code => Decided::Step(of_code(code).ok_or(PageError::BadRequest)?),
    };
    let (base_url, now) = (platform.base_url(), platform.clock.now());
    let desk = (&platform.database, base_url.as_str());
    let problem = match commands::decide(desk, &reviewer, (id, decided), &fields.reason(), now).await {
        Ok(()) => return Ok(done(&paths::officer_vacancy(id), "yes")),
        Err(DecideError::Missing) => return Err(PageError::NotFound),
        Err(DecideError::Own) => return Err(PageError::NotPermitted),
        Err(DecideError::Refused(StepRefused::NoReason)) => Problem::Reason,
        Err(DecideError::Refused(StepRefused::NotNow | StepRefused::NotYours)) => Problem::NotNow,
        Err(DecideError::Warning(error)) => return Err(PageError::internal(error)),
        Err(DecideError::Database(error)) => return Err(error.into()),
    };
    let looked = Looked { done: false, problem: Some(problem) };
    Ok(unprocessable(&shown(&errand, &reviewer, id, looked).await?))
}
