//! `/organisation/{id}/vacancies/{vacancy}/people`: the people who fit a vacancy of the own organisation.

use super::{fault, number, seat_in, stands};
use crate::access::model::{Membership, Role};
use crate::advice::model::ON_A_PAGE;
use crate::advice::{ask, present};
use crate::discovery::questions::MatchError;
use crate::http::errand::{Answer, Errand, page, see_other};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::{Owner, Seats};
use crate::ids::{OrganisationId, VacancyId};
use crate::seen::commands::{By, recommendation_counted};
use crate::seen::model::{Limits, Onlooker};
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use std::collections::BTreeSet;
use views::advice::{Asked, Nobody};

type Keys = Result<Path<(String, String)>, PathRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    let members = Access::As(&[Role::EmployerUser]);
    routes.get("/organisation/{id}/vacancies/{vacancy}/people", members, show)
}

/// Whoever looks for the organisation alone, whatever else they are.
fn by(errand: &Errand, Owner(viewer): &Owner, held: &Membership) -> Result<By, PageError> {
    let onlooker = Onlooker::member(&held.seat).ok_or(PageError::NotPermitted)?;
    Ok(By { account: viewer.account, onlooker, origin: errand.origin.clone() })
}

async fn show(errand: Errand, owner: Owner, Seats(seats): Seats, keys: Keys) -> Answer {
    let Path((organisation, vacancy)) = keys.map_err(|_| PageError::NotFound)?;
    let organisation: OrganisationId = organisation.parse().map_err(|_| PageError::NotFound)?;
    let vacancy: VacancyId = vacancy.parse().map_err(|_| PageError::NotFound)?;
    let held = seat_in(&seats, organisation)?;
    let platform = &errand.visit.platform;
    let found = ask::vacancy_of(platform, &BTreeSet::from([organisation]), vacancy).await.map_err(fault)?;
    let (_, found) = found.ok_or(PageError::NotFound)?;
    if !stands(held) {
        return Ok(see_other(paths::STANDING));
    }
    let by = by(&errand, &owner, held)?;
    let number = number(&errand, Limits::shipped().pages)?;
    let of = (organisation, &found);
    let asked = match errand.done()?.as_deref() {
        Some("invited") => Some(Asked::Done),
        Some("before") => Some(Asked::Before),
        Some("nobody") => Some(Asked::Nobody),
        _ => None,
    };
    let told = |nobody| Ok(page(&present::people(&errand, of, Err(nobody), (number, asked))));
    if !platform.columns.are_ready() {
        return told(Nobody::NotReady);
    }
    let skipped = usize::try_from(number - 1).unwrap_or(usize::MAX).saturating_mul(ON_A_PAGE);
    let recommended = match ask::recommended(platform, &by.onlooker, vacancy, (skipped, ON_A_PAGE)).await {
        Ok(recommended) => recommended,
        Err(MatchError::Closed(_) | MatchError::NoVacancy(_)) => return told(Nobody::Closed),
        Err(error) => return Err(fault(error)),
    };
    let people: Vec<_> = recommended.people.iter().map(|held| &held.seen).collect();
    let listed = (vacancy, people.as_slice());
    if !recommendation_counted(&platform.database, &by, listed, platform.clock.now()).await? {
        return Ok(StatusCode::TOO_MANY_REQUESTS.into_response());
    }
    Ok(page(&present::people(&errand, of, Ok(&recommended), (number, asked))))
}
