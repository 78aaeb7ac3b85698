//! What is done about adverts that somebody has to look at: one file for each errand.

mod decide;
mod read;
mod report;

pub(crate) use decide::{DecideError, Decided, decide};
pub(crate) use read::{case, lists, waiting_count};
pub(crate) use report::{ReportError, report};

use crate::access::model::{Grant, Permission, Reach};
use crate::audit::By;
use crate::audit::model::{Origin, PLATFORM};
use crate::ids::AccountId;

/// Proof that somebody decides about vacancies of an area.
#[derive(Clone, Debug)]
pub(crate) struct Reviewer {
    account: AccountId,
    by: By,
    origin: Origin,
    reach: Reach,
}

impl Reviewer {
    /// Proof by a grant; none where it is of something else.
    pub(crate) fn of(grant: &Grant, account: AccountId, origin: Origin) -> Option<Self> {
        let role = grant.role.code().parse().unwrap_or(PLATFORM);
        let by = By::account(account.as_uuid(), role, origin.clone());
        let holds = grant.permission == Permission::ReviewVacancies;
        holds.then(|| Self { account, by, origin, reach: grant.reach.clone() })
    }
}
