//! Letters: what was given up, what waits; sent again, taken back, tried.

use super::Sent;
use crate::access::model::Permission;
use crate::accounts::model::Contact;
use crate::admin::present;
use crate::audit::By;
use crate::audit::model::Code;
use crate::http::errand::{Answer, Errand, no_form, page, see_other, unprocessable};
use crate::http::error::PageError;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::http::{paths, query};
use crate::mail::commands::{self, ChangeError, Which};
use crate::mail::{Status, list};
use axum::extract::Form;
use axum::response::Response;
use views::admin::{MessageDone, MessagesPage, MessagesProblem};

const MAY: Access = Access::May(Permission::ResendMessages);
/// Letters that are shown at most.
const SHOWN: u64 = 100;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::MESSAGES, MAY, show)
        .post(paths::MESSAGES_RESEND, MAY, resend)
        .post(paths::MESSAGES_WITHDRAW, MAY, withdraw)
        .post(paths::MESSAGES_TEST, MAY, test)
}

fn by(errand: &Errand, holder: &Holder) -> Result<By, PageError> {
    let role: Code = holder.grant.role.code().parse().map_err(PageError::internal)?;
    Ok(By::account(holder.viewer.account.as_uuid(), role, errand.origin.clone()))
}

async fn show(errand: Errand, _: Holder) -> Answer {
    let state = errand.asked("status")?;
    let count = errand.asked("count")?.and_then(|count| count.parse().ok()).unwrap_or(1);
    let what = match errand.done()?.as_deref() {
        Some("resent") => Some(MessageDone::Resent(count)),
        Some("withdrawn") => Some(MessageDone::Withdrawn(count)),
        Some("tested") => Some(MessageDone::Tested),
        Some(_) | None => None,
    };
    let shown = shown(&errand, present::status(state.as_deref())).await?;
    Ok(page(&views::admin::messages(MessagesPage { done: what, ..shown })))
}

async fn shown(errand: &Errand, status: Status) -> Result<MessagesPage, PageError> {
    let database = &errand.visit.platform.database;
    let letters = list::newest(database, Some(status), SHOWN).await?;
    let sums = list::sums(database).await?;
    Ok(present::messages(errand.chrome(), status, letters, &sums))
}

/// One letter, or all of a kind.
fn which(id: &str, kind: String) -> Result<Which, PageError> {
    if kind.is_empty() {
        Ok(Which::These(vec![id.parse().map_err(|_| PageError::NotFound)?]))
    } else {
        Ok(Which::Kind(kind))
    }
}

fn told(status: &str, what: &str, count: usize) -> Response {
    let count = count.to_string();
    let pairs = [("status", status), ("done", what), ("count", &count)];
    see_other(&paths::with_query(paths::MESSAGES, &query::encode(pairs)))
}

async fn resend(errand: Errand, holder: Holder, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let which = which(&fields.id, fields.kind)?;
    let platform = &errand.visit.platform;
    let by = by(&errand, &holder)?;
    match commands::resend(&platform.database, &by, &which, platform.clock.now()).await {
        Ok(count) => Ok(told("dead", "resent", count)),
        Err(error) => refused(&errand, Status::Dead, error).await,
    }
}

async fn withdraw(errand: Errand, holder: Holder, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let which = which(&fields.id, fields.kind)?;
    let platform = &errand.visit.platform;
    let by = by(&errand, &holder)?;
    match commands::withdraw(&platform.database, &by, &which, platform.clock.now()).await {
        Ok(count) => Ok(told("waiting", "withdrawn", count)),
        Err(error) => refused(&errand, Status::Waiting, error).await,
    }
}

async fn refused(errand: &Errand, status: Status, error: ChangeError) -> Answer {
    match error {
        ChangeError::Unknown(_) => return Err(PageError::NotFound),
        ChangeError::Database(error) => return Err(error.into()),
        ChangeError::NotDead(_)
        | ChangeError::Erased(_)
        | ChangeError::NotWaiting(_)
        | ChangeError::BeingSent(_) => {}
    }
    let page = MessagesPage { problem: Some(MessagesProblem::NotNow), ..shown(errand, status).await? };
    Ok(unprocessable(&views::admin::messages(page)))
}

async fn test(errand: Errand, holder: Holder, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let Ok(contact) = fields.contact.parse::<Contact>() else {
        let shown = shown(&errand, Status::Dead).await?;
        let (problem, typed) = (Some(MessagesProblem::Address), fields.contact);
        return Ok(unprocessable(&views::admin::messages(MessagesPage { problem, typed, ..shown })));
    };
    let platform = &errand.visit.platform;
    let (by, to) = (by(&errand, &holder)?, (contact.recipient(), errand.visit.locale));
    let moment = (platform.base_url(), platform.clock.now());
    commands::try_sending(&platform.database, &by, to, (&moment.0, moment.1)).await?;
    Ok(told("waiting", "tested", 1))
}
