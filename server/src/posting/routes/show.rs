//! An organisation's own page of a vacancy, and the steps that are taken there.

use super::{Keyed, ROLES, Visiting, keys_of};
use crate::access::model::of_code;
use crate::http::device::Device;
use crate::http::errand::{Answer, Errand, done, page, pairs, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::{Owner, Seats};
use crate::ids::VacancyId;
use crate::imports::understand::date;
use crate::posting::commands::{self, SubmitError, TakeError};
use crate::posting::forms::Fields;
use crate::posting::present::{self, Looked};
use crate::vacancies::model::{StepRefused, VacancyStep};
use axum::extract::RawForm;
use axum::extract::rejection::RawFormRejection;
use views::desk::DeskPage;
use views::posting::Problem;

pub(super) fn routes(routes: Routes) -> Routes {
    let members = Access::As(ROLES);
    routes.get(paths::OWN_VACANCY, members, show).post(paths::OWN_VACANCY, members, step)
}

async fn show(errand: Errand, owner: Owner, Seats(seats): Seats, device: Device, keys: Keyed) -> Answer {
    let (organisation, id) = keys_of(keys)?;
    let did = errand.done()?.and_then(|code| match code.as_str() {
        "saved" => Some(VacancyStep::Change),
        code => of_code(code),
    });
    let visiting = Visiting::of(errand, (owner, seats), &device, organisation).await?;
    Ok(page(&shown(&visiting, id, Looked { done: did, problem: None }).await?))
}

async fn shown(visiting: &Visiting, id: VacancyId, looked: Looked) -> Result<DeskPage, PageError> {
    let own = visiting.own(id).await?;
    let grounds = commands::grounds_of(&own.posting, &visiting.rules, visiting.today);
    let codes: Vec<String> = grounds.iter().map(|ground| ground.code.clone()).collect();
    let rules = (&*visiting.rules, &*visiting.book);
    let proof = commands::recheck(rules, &own.posting, &codes, visiting.today);
    let reader = visiting.platform().database.reader();
    let codes = proof.findings.iter().map(|finding| finding.rule.clone()).collect::<Vec<_>>();
    let said = crate::rules::commands::rules_of(reader, &codes).await.map_err(PageError::internal)?;
    let beside = visiting.beside(&own).await?;
    let words: Vec<String> = grounds.into_iter().map(|ground| ground.words).collect();
    let of = (&visiting.organisation, &own);
    Ok(present::own(&visiting.errand, of, (&proof, &said, &words), beside, looked))
}

async fn step(
    errand: Errand,
    owner: Owner,
    Seats(seats): Seats,
    (device, keys): (Device, Keyed),
    sent: Result<RawForm, RawFormRejection>,
) -> Answer {
    let (organisation, id) = keys_of(keys)?;
    let fields = Fields::of(pairs(sent)?);
    let visiting = Visiting::of(errand, (owner, seats), &device, organisation).await?;
    visiting.own(id).await?;
    let step: VacancyStep = of_code(fields.text("step")).ok_or(PageError::BadRequest)?;
    match taken(&visiting, (id, step), &fields).await? {
        Ok(()) => Ok(done(&paths::own_vacancy(organisation, id), &step.code())),
        Err(problem) => {
            let looked = Looked { done: None, problem: Some(problem) };
            Ok(unprocessable(&shown(&visiting, id, looked).await?))
        }
    }
}

async fn taken(
    visiting: &Visiting,
    (id, step): (VacancyId, VacancyStep),
    fields: &Fields,
) -> Result<Result<(), Problem>, PageError> {
    let keys = visiting.keys()?;
    let desk = visiting.desk(keys);
    if step == VacancyStep::Submit {
        return match commands::submit(&desk, &visiting.poster, id).await {
            Ok(_) => Ok(Ok(())),
            Err(SubmitError::Missing) => Err(PageError::NotFound),
            Err(SubmitError::NotVerified) => Ok(Err(Problem::NotVerified)),
            Err(SubmitError::Past) => Ok(Err(Problem::Past)),
            Err(SubmitError::Rules(_)) => Ok(Err(Problem::Rules)),
            Err(SubmitError::Refused(refused)) => Ok(Err(problem(refused))),
            Err(SubmitError::Database(error)) => Err(error.into()),
        };
    }
    let reason = fields.text(&format!("reason_{}", step.code())).to_owned();
    let last = date::day(fields.text(&format!("day_{}", step.code()))).ok();
    match commands::take(&desk, &visiting.poster, (id, step), (&reason, last)).await {
        Ok(_) => Ok(Ok(())),
        Err(TakeError::Missing) => Err(PageError::NotFound),
        Err(TakeError::Day) => Ok(Err(Problem::Day)),
        Err(TakeError::Refused(refused)) => Ok(Err(problem(refused))),
        Err(TakeError::Database(error)) => Err(error.into()),
    }
}

fn problem(refused: StepRefused) -> Problem {
    match refused {
        StepRefused::NotNow | StepRefused::NotYours => Problem::NotNow,
        StepRefused::NoReason => Problem::Reason,
    }
}
