//! The pages of hiring: of whoever applies, and of those who hire.

mod answering;
mod applying;
mod employer;
mod offering;
mod own;

use super::commands::{Desk, StepError};
use crate::http::errand::Errand;
use crate::http::error::PageError;
use crate::http::routes::Routes;
use views::hiring::StepProblem;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    offering::routes(employer::routes(answering::routes(own::routes(applying::routes(routes)))))
}

/// Where, from where and when something is done.
fn desk<'a>(errand: &'a Errand, base_url: &'a str) -> Desk<'a> {
    let platform = &errand.visit.platform;
    Desk { database: &platform.database, base_url, origin: &errand.origin, at: platform.clock.now() }
}

/// Why a step was not taken, for the page; what is not there, and faults, have pages of their own.
fn refused(error: StepError) -> Result<StepProblem, PageError> {
    match error {
        StepError::Unknown => Err(PageError::NotFound),
        StepError::Stale => Ok(StepProblem::Stale),
        StepError::NotNow => Ok(StepProblem::NotNow),
        StepError::Reason => Ok(StepProblem::Reason),
        StepError::Banned => Ok(StepProblem::Banned),
        StepError::Database(error) => Err(error.into()),
    }
}
