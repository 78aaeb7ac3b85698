//! What hiring is made of: applications, their stages, the steps between them, and the tables that steps go by.

mod application;
mod offer;
mod stage;
mod steps;
mod tables;

pub use application::{Application, Case, Queue, Taken, Terms};
pub use offer::{Offer, paid};
pub use stage::{Hand, Stage, Step};
pub use steps::{Line, TABLE, after};
pub use tables::{Reason, Tables, TablesError, Template, Term};

use crate::access::model::{Membership, Permission, Policy, Role};
use crate::ids::{AccountId, OrganisationId};

/// The roles whose holders hire for their organisation.
pub const HIRING: &[Role] = &[Role::EmployerUser];

/// Proof that somebody hires for an organisation that may see people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hirer {
    account: AccountId,
    organisation: OrganisationId,
}

impl Hirer {
    /// Proof by memberships; none where nobody of them hires there, or the organisation does not stand as it has to.
    pub fn of(seats: &[Membership], account: AccountId, organisation: OrganisationId) -> Option<Self> {
        let hires = |held: &&Membership| {
            held.account == account
                && held.seat.organisation == Some(organisation)
                && HIRING.contains(&held.seat.role)
                && Policy::shipped().stands(Permission::SeePeople, held.held_at)
        };
        seats.iter().find(hires).map(|_| Self { account, organisation })
    }

    /// Who.
    pub fn account(self) -> AccountId {
        self.account
    }

    /// For which organisation.
    pub fn organisation(self) -> OrganisationId {
        self.organisation
    }
}
