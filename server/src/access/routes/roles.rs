//! The roles of all accounts, for whoever keeps the platform going.

use super::Sent;
use super::members::problem_of;
use crate::access::commands::{self, EndError, Giver, GrantError, SeatError};
use crate::access::forms::Fields;
use crate::access::model::{Permission, Role};
use crate::access::present;
use crate::http::errand::{Answer, Errand, done, no_form, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use axum::extract::Form;
use views::desk::{DeskPage, GrantForm, MembersProblem, RolesDone, RolesProblem};

const MAY: Access = Access::May(Permission::ManageAccounts);

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::ROLES, MAY, show)
        .post(paths::GRANT_ROLE, MAY, grant)
        .post(paths::END_ROLE, MAY, end)
        .post(paths::KEEP_ROLE, MAY, keep)
}

async fn show(errand: Errand, _: Holder) -> Answer {
    let what = errand.done()?;
    let what = match what.as_deref() {
        Some("granted") => Some(RolesDone::Granted),
        Some("ended") => Some(RolesDone::Ended),
        Some("kept") => Some(RolesDone::Kept),
        Some(_) | None => None,
    };
    Ok(page(&shown(&errand, GrantForm::default(), (what, None)).await?))
}

async fn shown(
    errand: &Errand,
    typed: GrantForm,
    told: (Option<RolesDone>, Option<RolesProblem>),
) -> Result<DeskPage, PageError> {
    let platform = &errand.visit.platform;
    let mut held = Vec::new();
    for role in Role::all() {
        held.extend(commands::of_role(platform.database.reader(), role, platform.clock.now()).await?);
    }
    Ok(present::roles((errand.chrome(), &platform.book()), held, typed, told, platform.clock.now()))
}

async fn grant(errand: Errand, holder: Holder, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let problem = match given(&errand, &holder, &fields).await? {
        Ok(()) => return Ok(done(paths::ROLES, "granted")),
        Err(problem) => problem,
    };
    Ok(unprocessable(&shown(&errand, fields.typed_grant(), (None, Some(problem))).await?))
}

async fn given(
    errand: &Errand,
    holder: &Holder,
    fields: &Fields,
) -> Result<Result<(), RolesProblem>, PageError> {
    let platform = &errand.visit.platform;
    let (contact, seat, until) = match fields.grant(&platform.book(), platform.clock.today()) {
        Ok(read) => read,
        Err(problem) => return Ok(Err(problem)),
    };
    let giver = Giver::system_admin(holder.viewer.account, errand.origin.clone());
    let when = (platform.clock.now(), until);
    match commands::grant(&platform.database, &giver, &contact, &seat, when).await {
        Ok(_) => Ok(Ok(())),
        Err(GrantError::Nobody) => Ok(Err(RolesProblem::Nobody)),
        Err(GrantError::Oneself) => Ok(Err(RolesProblem::Seat(MembersProblem::Oneself))),
        Err(GrantError::Held) => Ok(Err(RolesProblem::Held)),
        Err(GrantError::Seat(SeatError::NoOrganisation | SeatError::OrganisationMissing)) => {
            Ok(Err(RolesProblem::Organisation))
        }
        Err(GrantError::Seat(SeatError::End(days))) => Ok(Err(RolesProblem::End(days))),
        Err(GrantError::Seat(error)) => Ok(Err(RolesProblem::Seat(problem_of(error)))),
        Err(GrantError::Database(error)) => Err(error.into()),
    }
}

async fn end(errand: Errand, holder: Holder, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let id = fields.id.parse().map_err(|_| PageError::NotFound)?;
    let platform = &errand.visit.platform;
    let giver = Giver::system_admin(holder.viewer.account, errand.origin.clone());
    let (base_url, at) = (platform.base_url(), platform.clock.now());
    match commands::end_any(&platform.database, (&giver, &holder.grant), id, (&base_url, at)).await {
        Ok(()) => Ok(done(paths::ROLES, "ended")),
        Err(EndError::Unknown) => Err(PageError::NotFound),
        Err(EndError::LastAdministrator) => {
            let told = (None, Some(RolesProblem::Seat(MembersProblem::Last)));
            Ok(unprocessable(&shown(&errand, GrantForm::default(), told).await?))
        }
        Err(EndError::Database(error)) => Err(error.into()),
    }
}

async fn keep(errand: Errand, holder: Holder, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let id = fields.id.parse().map_err(|_| PageError::NotFound)?;
    let platform = &errand.visit.platform;
    let giver = Giver::system_admin(holder.viewer.account, errand.origin.clone());
    match commands::confirm_any(&platform.database, (&giver, &holder.grant), id, platform.clock.now()).await {
        Ok(()) => Ok(done(paths::ROLES, "kept")),
        Err(EndError::Unknown | EndError::LastAdministrator) => Err(PageError::NotFound),
        Err(EndError::Database(error)) => Err(error.into()),
    }
}
