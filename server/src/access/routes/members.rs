//! The members of an organisation, for those who look after them.

use super::Sent;
use crate::access::commands::{self, EndError, Giver, InviteError, Inviting, SeatError, Steward};
use crate::access::forms::Fields;
use crate::access::model::Permission;
use crate::access::present;
use crate::http::errand::{Answer, Errand, Key, done, named, no_form, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use axum::extract::Form;
use views::desk::{DeskPage, InviteForm, MembersDone, MembersProblem};

const MAY: Access = Access::May(Permission::ManageMembers);

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::MEMBERS, MAY, show)
        .post(paths::INVITE, MAY, invite)
        .post(paths::END_MEMBERSHIP, MAY, end)
        .post(paths::KEEP_MEMBERSHIP, MAY, keep)
        .post(paths::WITHDRAW_INVITATION, MAY, withdraw)
}

/// What may have been done just now, by its name in the address.
const DONE: [(&str, MembersDone); 4] = [
    ("invited", MembersDone::Invited),
    ("ended", MembersDone::Ended),
    ("kept", MembersDone::Kept),
    ("withdrawn", MembersDone::Withdrawn),
];

/// Proof that whoever asks looks after the organisation of the address; others are told that nothing is there.
fn steward(holder: &Holder, key: Key) -> Result<Steward, PageError> {
    Steward::of(&holder.grant, named(key)?).ok_or(PageError::NotFound)
}

fn giver(errand: &Errand, holder: &Holder) -> Giver {
    Giver::administrator(holder.viewer.account, errand.origin.clone())
}

async fn show(errand: Errand, holder: Holder, key: Key) -> Answer {
    let steward = steward(&holder, key)?;
    let what = errand.done()?;
    let what = DONE.iter().find(|(name, _)| what.as_deref() == Some(name)).map(|(_, done)| *done);
    Ok(page(&shown(&errand, steward, InviteForm::default(), (what, None)).await?))
}

async fn shown(
    errand: &Errand,
    steward: Steward,
    typed: InviteForm,
    told: (Option<MembersDone>, Option<MembersProblem>),
) -> Result<DeskPage, PageError> {
    let platform = &errand.visit.platform;
    let at = platform.clock.now();
    let members = commands::members(platform.database.reader(), steward, at).await?;
    let members = members.ok_or(PageError::NotFound)?;
    Ok(present::members((errand.chrome(), &platform.book()), members, typed, told, at))
}

async fn invite(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let steward = steward(&holder, key)?;
    let Form(fields) = sent.map_err(no_form)?;
    let problem = match send(&errand, &holder, steward, &fields).await? {
        Ok(()) => return Ok(done(&paths::members(steward.organisation()), "invited")),
        Err(problem) => problem,
    };
    Ok(unprocessable(&shown(&errand, steward, fields.typed(), (None, Some(problem))).await?))
}

async fn send(
    errand: &Errand,
    holder: &Holder,
    steward: Steward,
    fields: &Fields,
) -> Result<Result<(), MembersProblem>, PageError> {
    let platform = &errand.visit.platform;
    let (contact, seat) = match fields.seat(&platform.book(), Some(steward.organisation())) {
        Ok(read) => read,
        Err(problem) => return Ok(Err(problem)),
    };
    let base_url = platform.base_url();
    let inviting = Inviting {
        contact: &contact,
        seat: &seat,
        language: errand.visit.locale,
        base_url: &base_url,
        page: paths::INVITATIONS,
    };
    let giver = giver(errand, holder);
    match commands::invite(&platform.database, (&giver, steward), &inviting, platform.clock.now()).await {
        Ok(_) => Ok(Ok(())),
        Err(InviteError::Seat(error)) => Ok(Err(problem_of(error))),
        Err(InviteError::Oneself) => Ok(Err(MembersProblem::Oneself)),
        Err(InviteError::Waits) => Ok(Err(MembersProblem::Waits)),
        Err(InviteError::TooMany) => Ok(Err(MembersProblem::TooMany)),
        Err(InviteError::Elsewhere) => Err(PageError::NotFound),
        Err(error @ (InviteError::Random(_) | InviteError::Database(_))) => Err(PageError::internal(error)),
    }
}

/// What is wrong with a seat, in the words of the form.
pub(super) fn problem_of(error: SeatError) -> MembersProblem {
    match error {
        SeatError::AreaMissing | SeatError::AreaOutside => MembersProblem::Area,
        SeatError::Seeker
        | SeatError::NoOrganisation
        | SeatError::NotThere
        | SeatError::OrganisationMissing
        | SeatError::End(_) => MembersProblem::Role,
    }
}

async fn end(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let steward = steward(&holder, key)?;
    let Form(fields) = sent.map_err(no_form)?;
    let id = fields.id.parse().map_err(|_| PageError::NotFound)?;
    let platform = &errand.visit.platform;
    let giver = giver(&errand, &holder);
    let (base_url, at) = (platform.base_url(), platform.clock.now());
    match commands::end(&platform.database, (&giver, steward), id, (&base_url, at)).await {
        Ok(()) => Ok(done(&paths::members(steward.organisation()), "ended")),
        Err(EndError::LastAdministrator) => {
            let told = (None, Some(MembersProblem::Last));
            Ok(unprocessable(&shown(&errand, steward, InviteForm::default(), told).await?))
        }
        Err(error) => Err(refused(error)),
    }
}

async fn keep(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let steward = steward(&holder, key)?;
    let Form(fields) = sent.map_err(no_form)?;
    let id = fields.id.parse().map_err(|_| PageError::NotFound)?;
    let platform = &errand.visit.platform;
    let giver = giver(&errand, &holder);
    let kept = commands::confirm(&platform.database, (&giver, steward), id, platform.clock.now()).await;
    kept.map_err(refused)?;
    Ok(done(&paths::members(steward.organisation()), "kept"))
}

fn refused(error: EndError) -> PageError {
    match error {
        EndError::Unknown | EndError::LastAdministrator => PageError::NotFound,
        EndError::Database(error) => error.into(),
    }
}

async fn withdraw(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let steward = steward(&holder, key)?;
    let Form(fields) = sent.map_err(no_form)?;
    let id = fields.id.parse().map_err(|_| PageError::NotFound)?;
    let platform = &errand.visit.platform;
    let giver = giver(&errand, &holder);
    if commands::withdraw(&platform.database, (&giver, steward), id, platform.clock.now()).await? {
        return Ok(done(&paths::members(steward.organisation()), "withdrawn"));
    }
    Err(PageError::NotFound)
}
