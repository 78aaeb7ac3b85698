//! What can be done with applications: one file for each errand.

mod answer;
mod apply;
mod clock;
mod invite;
mod offer;
mod read;
mod start;
mod step;
mod taken_down;

pub use answer::{Answered, Deed, answer, answer_many, withdraw};
pub use apply::{Applicant, ApplyError, applied_for_here, apply, takes_applications};
pub use clock::{Turned, turn};
pub use invite::{InviteError, invite};
pub use offer::{AcceptError, accept, decline, offer};
pub use read::{case, own, own_all, own_open, queue};
pub use start::{started_by_employer, started_by_person};
pub use step::StepError;
pub use taken_down::taken_down;

use crate::audit::model::{Code, Origin};
use crate::db::Database;
use chrono::{DateTime, Utc};

/// An application, as a kind of thing.
const APPLICATION: Code = Code::known("application");

/// Where, from where and when something is done.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The tables.
    pub database: &'a Database,
    /// Address of the site, for letters.
    pub base_url: &'a str,
    /// From where.
    pub origin: &'a Origin,
    /// The present moment.
    pub at: DateTime<Utc>,
}
