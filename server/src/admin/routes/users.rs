//! Accounts: found exactly, looked at, signed out, closed and opened again.

use super::Sent;
use crate::access;
use crate::access::model::Permission;
use crate::accounts::commands::administer::{self, AdministerError, Keeper};
use crate::accounts::model::Reason;
use crate::admin::present;
use crate::http::errand::{Answer, Errand, Key, done, named, no_form, page, see_other, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::ids::AccountId;
use axum::extract::Form;
use views::admin::{UserDone, UserPage, UserProblem};

const MAY: Access = Access::May(Permission::ManageAccounts);

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::USERS, MAY, search)
        .post(paths::USERS, MAY, find)
        .get(paths::USER, MAY, show)
        .post(paths::USER_SESSIONS_END, MAY, end_sessions)
        .post(paths::USER_LOCK, MAY, lock)
        .post(paths::USER_UNLOCK, MAY, unlock)
}

fn keeper(errand: &Errand, holder: &Holder) -> Result<Keeper, PageError> {
    let keeper = Keeper::of(&holder.grant, holder.viewer.account, errand.origin.clone());
    keeper.ok_or(PageError::NotPermitted)
}

async fn search(errand: Errand, _: Holder) -> Answer {
    Ok(page(&present::users(errand.chrome(), ("", false))))
}

async fn find(errand: Errand, holder: Holder, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let keeper = keeper(&errand, &holder)?;
    let typed = fields.contact.trim();
    match administer::named(errand.visit.platform.database.reader(), &keeper, typed).await? {
        Some(id) => Ok(see_other(&paths::user(id))),
        None => Ok(unprocessable(&present::users(errand.chrome(), (typed, true)))),
    }
}

async fn show(errand: Errand, holder: Holder, key: Key) -> Answer {
    let what = match errand.done()?.as_deref() {
        Some("ended") => Some(UserDone::Ended),
        Some("locked") => Some(UserDone::Locked),
        Some("unlocked") => Some(UserDone::Unlocked),
        Some(_) | None => None,
    };
    let shown = shown(&errand, &holder, named(key)?, (what, None)).await?;
    Ok(page(&views::admin::user(shown)))
}

async fn shown(
    errand: &Errand,
    holder: &Holder,
    id: AccountId,
    (done, problem): (Option<UserDone>, Option<UserProblem>),
) -> Result<UserPage, PageError> {
    let platform = &errand.visit.platform;
    let at = platform.clock.now();
    let keeper = keeper(errand, holder)?;
    let looked = administer::look(&platform.database, &keeper, id, at).await?.ok_or(PageError::NotFound)?;
    let roles = access::commands::own(platform.database.reader(), id, at).await?;
    Ok(UserPage { done, problem, ..present::user((errand.chrome(), &platform.book()), looked, roles) })
}

async fn end_sessions(errand: Errand, holder: Holder, key: Key) -> Answer {
    let (id, keeper) = (named(key)?, keeper(&errand, &holder)?);
    let platform = &errand.visit.platform;
    let ended = administer::end_sessions(&platform.database, &keeper, id, platform.clock.now()).await;
    answered(&errand, &holder, (id, "ended"), ended.map(|_| ())).await
}

async fn lock(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let (id, keeper) = (named(key)?, keeper(&errand, &holder)?);
    let Ok(reason) = fields.reason.parse::<Reason>() else {
        let told = (None, Some(UserProblem::Reason));
        let shown = shown(&errand, &holder, id, told).await?;
        return Ok(unprocessable(&views::admin::user(UserPage { typed: fields.reason, ..shown })));
    };
    let platform = &errand.visit.platform;
    let (base_url, at) = (platform.base_url(), platform.clock.now());
    let locked = administer::lock(&platform.database, &keeper, (id, &reason), (&base_url, at)).await;
    answered(&errand, &holder, (id, "locked"), locked).await
}

async fn unlock(errand: Errand, holder: Holder, key: Key) -> Answer {
    let (id, keeper) = (named(key)?, keeper(&errand, &holder)?);
    let platform = &errand.visit.platform;
    let (base_url, at) = (platform.base_url(), platform.clock.now());
    let opened = administer::unlock(&platform.database, &keeper, id, (&base_url, at)).await;
    answered(&errand, &holder, (id, "unlocked"), opened).await
}

async fn answered(
    errand: &Errand,
    holder: &Holder,
    (id, what): (AccountId, &str),
    came: Result<(), AdministerError>,
) -> Answer {
    let problem = match came {
        Ok(()) => return Ok(done(&paths::user(id), what)),
        Err(AdministerError::Unknown) => return Err(PageError::NotFound),
        Err(AdministerError::Database(error)) => return Err(error.into()),
        Err(AdministerError::Own) => UserProblem::Own,
        Err(AdministerError::NotNow) => UserProblem::NotNow,
    };
    let shown = shown(errand, holder, id, (None, Some(problem))).await?;
    Ok(unprocessable(&views::admin::user(shown)))
}
