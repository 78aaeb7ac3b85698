//! `/organisation/{id}/vacancies`: the own vacancies of an organisation, and how many people fit each.

use super::{fault, number, seat_in, stands};
use crate::access::model::{Permission, Policy, Role};
use crate::advice::{ask, present};
use crate::http::errand::{Answer, Errand, Key, named, page};
use crate::http::error::PageError;
use crate::http::routes::{Access, Routes};
use crate::http::session::Seats;
use crate::ids::OrganisationId;
use crate::organisations;

/// Who looks at an organisation's vacancies.
const ROLES: &[Role] = &[Role::EmployerUser, Role::LabourUnitPlanner];
/// Pages beyond this one are the last.
const LAST: u32 = 10_000;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get("/organisation/{id}/vacancies", Access::As(ROLES), show)
}

async fn show(errand: Errand, Seats(seats): Seats, key: Key) -> Answer {
    let id: OrganisationId = named(key)?;
    let held = seat_in(&seats, id)?;
    let platform = &errand.visit.platform;
    let reader = platform.database.reader();
    let organisation = organisations::commands::brief(reader, id).await?.ok_or(PageError::NotFound)?;
    let (asked, told) = (u64::from(number(&errand, LAST)?), stands(held));
    let (rows, total) = ask::offered(platform, (id, told), asked).await.map_err(fault)?;
    let role = Policy::shipped().role(held.seat.role);
    let sees = role.is_some_and(|role| role.permissions.contains(&Permission::SeePeople));
    Ok(page(&present::offered(&errand, &organisation, (told, sees), (&rows, total), asked)))
}
