//! The pages of advice.

mod jobs;
mod people;
mod standing;
mod vacancies;

use crate::access::model::{Membership, Permission, Policy};
use crate::discovery::questions::MatchError;
use crate::http::errand::Errand;
use crate::http::error::PageError;
use crate::http::routes::Routes;
use crate::ids::OrganisationId;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    standing::routes(jobs::routes(people::routes(vacancies::routes(routes))))
}

/// The membership in an organisation; who has none there finds nothing.
fn seat_in(seats: &[Membership], organisation: OrganisationId) -> Result<&Membership, PageError> {
    seats.iter().find(|held| held.seat.organisation == Some(organisation)).ok_or(PageError::NotFound)
}

/// Whether the members of an organisation may see people as it stands.
fn stands(held: &Membership) -> bool {
    Policy::shipped().stands(Permission::SeePeople, held.held_at)
}

/// The page that an address asks for, from 1 to the last that can be opened.
fn number(errand: &Errand, last: u32) -> Result<u32, PageError> {
    Ok(u32::try_from(errand.page_number()?).unwrap_or(u32::MAX).clamp(1, last.max(1)))
}

/// What could not be asked, as a page.
fn fault(error: MatchError) -> PageError {
    match error {
        MatchError::NoVacancy(_) | MatchError::NoPerson(_) | MatchError::Closed(_) => PageError::NotFound,
        MatchError::Database(error) => error.into(),
        error @ (MatchError::Columns(_) | MatchError::Stopped(_)) => PageError::internal(error),
    }
}
