//! Where records come in: the form of the page, and the queue of a browser that was offline.

use super::{Sent, fields, helper};
use crate::access::model::Permission;
use crate::accounts::commands as accounts;
use crate::http::errand::{Answer, Errand, done, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::security::Script;
use crate::http::session::Holder;
use crate::identities::model::IdKind;
use crate::ids::RegistrationId;
use crate::people::profile::LANGUAGES;
use crate::registration::commands::{self, Helper, RegisterError, Registered, agreed_on, words_of};
use crate::registration::forms::{Fields, Problems, understand};
use crate::registration::present;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde_json::json;
use uuid::Uuid;
use views::Locale;
use views::registration::{Consent, Offered, Problem, Queue, RegisterPage, Typed};

pub(super) fn routes(routes: Routes) -> Routes {
    let may = Access::May(Permission::RegisterPeople);
    routes.get(paths::HELPER_REGISTER, may, show).post(paths::HELPER_REGISTER, may, register).post(
        paths::HELPER_RECORDS,
        may,
        take,
    )
}

/// The page, which says that it has scripts and a worker that keeps it.
fn with_worker(page: Response) -> Response {
    (Extension(Script::WithWorker), page).into_response()
}

/// Names a helper to a browser, which keeps it with each record; the same for no other account.
fn owner(errand: &Errand, helper: &Helper) -> Result<String, PageError> {
    let keys = errand.visit.platform.keys().map_err(PageError::internal)?;
    Ok(keys.digest("queue", &helper.account().to_string()).chars().take(16).collect())
}

async fn form(
    errand: &Errand,
    helper: &Helper,
    typed: &Typed,
    key: String,
) -> Result<RegisterPage, PageError> {
    let platform = &errand.visit.platform;
    let locale = errand.visit.locale;
    let (version, texts) = words_of(errand.visit.today).ok_or(PageError::NotFound)?;
    let known = accounts::addressee(platform.database.reader(), helper.account()).await?;
    let queue = Queue {
        records: paths::HELPER_RECORDS.to_owned(),
        owner: owner(errand, helper)?,
        owner_known_as: known.map(|known| known.recipient.masked()),
        sign_in: paths::then(paths::SIGN_IN, paths::HELPER_REGISTER),
        sign_out: paths::SIGN_OUT.to_owned(),
        scripts: ("/helper/queue.js", "/helper/register.js"),
    };
    let districts =
        present::districts(&platform.book(), locale, |province, district| helper.reaches(province, district));
    Ok(views::registration::register(
        (errand.chrome(), paths::HELPER.to_owned()),
        (paths::HELPER_REGISTER.to_owned(), key),
        typed,
        Offered { districts, kinds: IdKind::named() },
        (&LANGUAGES, &Consent { version, texts }),
        queue,
    ))
}

async fn show(errand: Errand, holder: Holder) -> Answer {
    let helper = helper(&errand, &holder)?;
    let key = RegistrationId::new(errand.visit.platform.clock.now()).to_string();
    // Where several languages are spoken, Lao is heard most.
    let lao = [("heard_in", Locale::default().code()), ("speaks_lo", "yes")];
    let values = lao.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    let typed = Typed { values, problems: Vec::new() };
    Ok(with_worker(page(&form(&errand, &helper, &typed, key).await?)))
}

/// Stores a record, or tells what is wrong with it.
async fn store(
    errand: &Errand,
    helper: &Helper,
    fields: &Fields,
) -> Result<Result<RegistrationId, Problems>, PageError> {
    let platform = &errand.visit.platform;
    let book = platform.book();
    let agreed_on = agreed_on(fields.get("agreed_on"), errand.visit.today);
    let heard = agreed_on.and_then(|day| words_of(day).map(|(version, _)| (day, version)));
    let read = match fields.record(&book, errand.visit.today, heard) {
        Ok(read) => read,
        Err(problems) => return Ok(Err(problems)),
    };
    let record = platform.turns.take(move || understand(&book, read)).await.map_err(PageError::internal)?;
    let base_url = platform.base_url();
    let problem = match commands::register(&errand.desk(&base_url)?, helper, record).await {
        Ok(Registered::New(id) | Registered::Before(id)) => return Ok(Ok(id)),
        Err(RegisterError::Outside) => ("district", Problem::Outside),
        Err(RegisterError::Other) => ("key", Problem::Other),
        Err(RegisterError::NoPhone) => ("phone_of", Problem::NoPhone),
        Err(RegisterError::NoText) => ("agreed", Problem::OldText),
        Err(RegisterError::Document) => {
            ("document_number", Problem::Document(views::identities::Problem::Already))
        }
        Err(RegisterError::TooManyToday) => return Err(PageError::TooMany),
        Err(RegisterError::Keys(error)) => return Err(PageError::internal(error)),
        Err(RegisterError::Database(error)) => return Err(error.into()),
    };
    Ok(Err(vec![problem]))
}

async fn register(errand: Errand, holder: Holder, sent: Sent) -> Answer {
    let helper = helper(&errand, &holder)?;
    let fields = fields(sent)?;
    match store(&errand, &helper, &fields).await? {
        Ok(id) => Ok(done(&paths::helper_record(id), "registered")),
        Err(problems) => {
            // Of a record that arrived under this key another is told apart by a fresh one.
            let other = problems.iter().any(|(_, problem)| *problem == Problem::Other);
            let held = fields.get("key").parse::<Uuid>().ok().filter(|_| !other);
            let fresh = || RegistrationId::new(errand.visit.platform.clock.now()).as_uuid();
            let key = held.unwrap_or_else(fresh).to_string();
            let typed = Typed { values: fields.0, problems };
            Ok(with_worker(unprocessable(&form(&errand, &helper, &typed, key).await?)))
        }
    }
}

/// A record from a queue: answered with where it is, or with what is wrong in the reader's words. What another account
/// saved is not taken: the page may be open still when somebody else has signed in.
async fn take(errand: Errand, holder: Holder, sent: Sent) -> Answer {
    let helper = helper(&errand, &holder)?;
    let fields = fields(sent)?;
    if fields.get("owner") != owner(&errand, &helper)? {
        let text = views::registration::of_another(errand.visit.locale);
        let told = json!({ "problems": [{ "field": "", "text": text }] });
        return Ok((StatusCode::PRECONDITION_FAILED, Json(told)).into_response());
    }
    match store(&errand, &helper, &fields).await? {
        Ok(id) => Ok(Json(json!({ "href": paths::helper_record(id) })).into_response()),
        Err(problems) => {
            let locale = errand.visit.locale;
            let other = problems.iter().any(|(_, problem)| *problem == Problem::Other);
            let status = if other { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
            let told: Vec<_> = problems
                .iter()
                .map(|(field, problem)| json!({ "field": field, "text": problem.said(locale) }))
                .collect();
            Ok((status, Json(json!({ "problems": told }))).into_response())
        }
    }
}
