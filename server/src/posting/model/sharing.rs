//! Which adverts come from one hand?

use crate::ids::{OrganisationId, VacancyId};
use crate::vacancies::model::{MarkKind, VacancyStatus};

/// A vacancy that shares a mark with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// Which.
    pub id: VacancyId,
    /// Its title.
    pub title: String,
    /// Whose.
    pub organisation: OrganisationId,
    /// Its name.
    pub employer: String,
    /// Where it stands.
    pub status: VacancyStatus,
    /// What they share, each kind once, in order; of likeness, how many.
    pub by: Vec<(MarkKind, usize)>,
}
