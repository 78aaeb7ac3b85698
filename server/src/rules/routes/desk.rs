//! Handlers of the pages of those who look after rules.

use super::super::commands::{self, DecideError, Keeper, ProposeError};
use super::super::forms::{DecideFields, ProposeFields};
use super::super::model::{Refused, Step, value_field};
use super::super::present::desk::{self, Looked};
use crate::access::commands::rights;
use crate::access::model::{Permission, Policy};
use crate::http::errand::{Answer, Errand, Key, done, no_form, page, pairs, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use axum::extract::rejection::{FormRejection, RawFormRejection};
use axum::extract::{Form, Path, RawForm};
use axum::response::IntoResponse;
use views::rules::DeskProblem;

pub(super) fn routes(routes: Routes) -> Routes {
    let may = Access::May;
    routes
        .get(paths::OFFICER_RULES, may(Permission::ProposeRules), waiting)
        .get(paths::OFFICER_RULE, may(Permission::ProposeRules), show)
        .post(paths::OFFICER_RULE_PROPOSE, may(Permission::ProposeRules), propose)
        .post(paths::OFFICER_RULE_CHECK, may(Permission::CheckRules), decide)
        .post(paths::OFFICER_RULE_DECIDE, may(Permission::ApproveRules), decide)
}

fn keeper(errand: &Errand, holder: &Holder) -> Result<Keeper, PageError> {
    let keeper = Keeper::of(&holder.grant, holder.viewer.account, errand.origin.clone());
    keeper.ok_or(PageError::NotPermitted)
}

async fn waiting(errand: Errand, _: Holder) -> Answer {
    let reader = errand.visit.platform.database.reader();
    let waiting = commands::waiting(reader).await.map_err(PageError::internal)?;
    let rules = commands::rules(reader).await.map_err(PageError::internal)?;
    Ok(page(&desk::waiting(&errand, &waiting, &rules)))
}

async fn show(errand: Errand, holder: Holder, key: Key) -> Answer {
    let Path(code) = key.map_err(|_| PageError::NotFound)?;
    let looked = Looked { done: errand.done()?, ..Looked::default() };
    Ok(page(&rule(&errand, &holder, &code, &looked).await?))
}

/// The page of a rule with what the reader may do.
async fn rule(
    errand: &Errand,
    holder: &Holder,
    code: &str,
    looked: &Looked,
) -> Result<views::desk::DeskPage, PageError> {
    let platform = &errand.visit.platform;
    let reader = platform.database.reader();
    let found =
        commands::rule(reader, code).await.map_err(PageError::internal)?.ok_or(PageError::NotFound)?;
    let instruments = commands::instruments(reader).await.map_err(PageError::internal)?;
    let rights = rights(reader, &holder.viewer, platform.clock.now()).await?;
    let may = |permission| rights.grant(Policy::shipped(), permission).is_ok();
    let may = Permission::OF_RULES.into_iter().filter(|permission| may(*permission)).collect::<Vec<_>>();
    Ok(desk::rule(errand, (&found.0, &found.1), &instruments, (&may, holder.viewer.account), looked))
}

async fn propose(
    errand: Errand,
    holder: Holder,
    key: Key,
    sent: Result<RawForm, RawFormRejection>,
) -> Answer {
    let Path(code) = key.map_err(|_| PageError::NotFound)?;
    let fields = ProposeFields::of(pairs(sent)?);
    let platform = &errand.visit.platform;
    let found = commands::rule(platform.database.reader(), &code).await.map_err(PageError::internal)?;
    let (definition, _) = found.ok_or(PageError::NotFound)?;
    let wrong = match fields.read(&definition) {
        Ok(proposal) => {
            let keeper = keeper(&errand, &holder)?;
            match commands::propose(&platform.database, &keeper, proposal, platform.clock.now()).await {
                Ok(_) => return Ok(done(&paths::officer_rule(&code), "proposed")),
                Err(ProposeError::Unknown) => return Err(PageError::NotFound),
                Err(ProposeError::Value(name)) => vec![value_field(&name)],
                Err(ProposeError::NoInstrument) => vec!["citation".to_owned()],
                Err(ProposeError::Backwards) => vec!["until".to_owned()],
                Err(ProposeError::Read(error)) => return Err(PageError::internal(error)),
                Err(ProposeError::Database(error)) => return Err(error.into()),
            }
        }
        Err(wrong) => wrong,
    };
    let looked = Looked { typed: fields.0, wrong, ..Looked::default() };
    Ok(unprocessable(&rule(&errand, &holder, &code, &looked).await?).into_response())
}

async fn decide(
    errand: Errand,
    holder: Holder,
    key: Key,
    sent: Result<Form<DecideFields>, FormRejection>,
) -> Answer {
    let Path(code) = key.map_err(|_| PageError::NotFound)?;
    let Form(fields) = sent.map_err(no_form)?;
    let (version, step) = fields.read().ok_or(PageError::BadRequest)?;
    let platform = &errand.visit.platform;
    let of_rule = commands::rule(platform.database.reader(), &code).await.map_err(PageError::internal)?;
    let (_, versions) = of_rule.ok_or(PageError::NotFound)?;
    if !versions.iter().any(|(held, _)| held.key.0 == version) {
        return Err(PageError::NotFound);
    }
    let keeper = keeper(&errand, &holder)?;
    let problem = match commands::decide(
        &platform.database,
        &keeper,
        (version, step),
        &fields.reason,
        platform.clock.now(),
    )
    .await
    {
        Ok(_) => return Ok(done(&paths::officer_rule(&code), done_word(step))),
        Err(DecideError::Refused(refused)) => problem(refused),
        Err(DecideError::NotYours) => return Err(PageError::NotPermitted),
        Err(DecideError::Unknown) => return Err(PageError::NotFound),
        Err(DecideError::Read(error)) => return Err(PageError::internal(error)),
        Err(DecideError::Database(error)) => return Err(error.into()),
    };
    let looked =
        Looked { problem: Some(problem), reason: Some((version, step, fields.reason)), ..Looked::default() };
    Ok(unprocessable(&rule(&errand, &holder, &code, &looked).await?).into_response())
}

fn done_word(step: Step) -> &'static str {
    if step == Step::Reject { "rejected" } else { "decided" }
}

fn problem(refused: Refused) -> DeskProblem {
    match refused {
        Refused::NotNow => DeskProblem::NotNow,
        Refused::SameHands => DeskProblem::SameHands,
        Refused::NoReason => DeskProblem::NoReason,
        Refused::Overlap => DeskProblem::Overlap,
    }
}
