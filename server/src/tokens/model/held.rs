//! What somebody showed as a token, and what its holder may.

use super::{Role, Scope};
use crate::access::model::Area;
use crate::ids::OrganisationId;
use crate::seen::model::Onlooker;
use chrono::{DateTime, Utc};

/// What somebody showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presented {
    /// Nothing that was ever made here.
    Unknown,
    /// A token that came to its end.
    Ended(DateTime<Utc>),
    /// A token that was taken back.
    Revoked(DateTime<Utc>),
    /// A token that is good.
    Held(Held),
}

/// A token that was presented and is good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its digest, by which its calls are counted.
    pub digest: String,
    /// What it may; none for a role that this program does not know.
    pub role: Option<Role>,
    /// The source whose vacancies it may write.
    pub source: String,
    /// The organisation whose members' sight it has.
    pub organisation: Option<OrganisationId>,
    /// Where it finds people; none for all of the country.
    pub area: Option<Area>,
    /// When it was last noted as used.
    pub used_at: Option<DateTime<Utc>>,
}

impl Held {
    /// May the holder do this?
    pub fn may(&self, scope: Scope) -> bool {
        self.role.is_some_and(|role| role.scopes_within(self.area.is_some()).contains(&scope))
    }

    /// As whom its holder looks at people; none if it may not.
    pub fn onlooker(&self) -> Option<Onlooker> {
        let role = self.role?;
        match (role.of_members(), self.organisation) {
            (Some(role), Some(organisation)) => Onlooker::program_of(organisation, role),
            (None, None) => self.may(Scope::PeopleRead).then(|| Onlooker::operator(self.area)),
            (Some(_), None) | (None, Some(_)) => None,
        }
    }
}
