//! Who looks at people: as whom, in which part of the country, for which organisation.

use super::known::Known;
use crate::access::model::{
    Area, Audience, Classes, DataClass, Field, Grant, Permission, Policy, Reach, Role, Seat, Sight, Tie, Ties,
};
use crate::discovery::Among;
use crate::ids::OrganisationId;
use crate::people::model::Visibility;
use std::collections::BTreeSet;

/// What owners are told that employers see of an open profile (`profile-visibility-open-what`).
const OPEN: [DataClass; 3] = [DataClass::Work, DataClass::Name, DataClass::Contact];

/// Whom somebody may find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everybody: the operator's own programs, which see nobody's name.
    Everybody,
    /// Whoever shows the profile.
    Shown,
    /// Everybody who lives in one of these areas, hidden or not.
    Within(BTreeSet<Area>),
}

/// Somebody who looks at people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Onlooker {
    /// Which column of the table of fields holds; of none nothing is seen.
    pub audience: Option<Audience>,
    /// In which role; none for the operator's own programs.
    pub role: Option<Role>,
    /// For which organisations.
    pub organisations: BTreeSet<OrganisationId>,
    /// Whom they may find.
    pub scope: Scope,
    /// Whether numbers and addresses stay covered until a purpose is told.
    pub reveals: bool,
}

impl Onlooker {
    /// Whoever holds a proof that people may be seen; none where it is of something else, or for nobody who may look.
    pub fn of(grant: &Grant) -> Option<Self> {
        if !matches!(grant.permission, Permission::SeePeople | Permission::RevealContacts) {
            return None;
        }
        let scope = scope(grant.audience?, &grant.reach.areas)?;
        let policy = Policy::shipped().role(grant.role)?;
        Some(Self {
            audience: grant.audience,
            role: Some(grant.role),
            organisations: grant.reach.organisations.clone(),
            scope,
            reveals: policy.permissions.contains(&Permission::RevealContacts),
        })
    }

    /// Anybody in a role, for an area and an organisation; none for a role whose holders may not look. Nobody looks by it:
    /// it is for saying what such a one would see.
    pub fn in_role(role: Role, area: Area) -> Option<Self> {
        let policy = Policy::shipped().role(role)?;
        let (permission, audience) = (Permission::SeePeople, policy.audience);
        let organisations = BTreeSet::from([OrganisationId::from(uuid::Uuid::nil())]);
        let reach = Reach { areas: BTreeSet::from([area]), organisations };
        let looks = policy.permissions.contains(&permission);
        looks.then_some(Grant { permission, role, audience, reach }).as_ref().and_then(Self::of)
    }

    /// A program of an organisation, which sees what its members in a role see; none for a role whose holders look in
    /// areas, or may not look at all.
    pub fn program_of(organisation: OrganisationId, role: Role) -> Option<Self> {
        let policy = Policy::shipped().role(role)?;
        let looks = policy.permissions.contains(&Permission::SeePeople);
        let scope =
            scope(policy.audience?, &BTreeSet::new()).filter(|scope| looks && *scope == Scope::Shown)?;
        let organisations = BTreeSet::from([organisation]);
        Some(Self { audience: policy.audience, role: Some(role), organisations, scope, reveals: false })
    }

    /// The operator's own programs: they find everybody, in an area if they are bound to one, and see of nobody who it is.
    pub fn operator(area: Option<Area>) -> Self {
        let scope = area.map_or(Scope::Everybody, |area| Scope::Within(BTreeSet::from([area])));
        let organisations = BTreeSet::new();
        Self { audience: None, role: None, organisations, scope, reveals: false }
    }

    /// The same as whom a ranking looks at.
    pub fn among(&self) -> Among {
        match &self.scope {
            Scope::Everybody => Among::Everybody,
            Scope::Shown => Among::Shown,
            Scope::Within(areas) => Among::Within(areas.clone()),
        }
    }

    /// A member of an organisation, as it sees people by that membership alone; none where the role may not look.
    pub fn member(seat: &Seat) -> Option<Self> {
        Self::program_of(seat.organisation?, seat.role)
    }

    /// Whether somebody may be found; a person who lets its work be seen is, whoever else may find the profile.
    pub fn may_find(&self, known: &Known, consented: Classes) -> bool {
        match &self.scope {
            Scope::Everybody => true,
            Scope::Shown => consented.hold(DataClass::Work) || known.visibility != Visibility::Hidden,
            Scope::Within(areas) => areas.iter().any(|area| area.holds(known.province, known.district)),
        }
    }

    /// What a person lets the onlooker see. An open profile is a consent to all employers: to what its owner was told.
    pub fn shown(&self, known: &Known, consented: Classes) -> Classes {
        let open = self.audience == Some(Audience::Employer) && known.visibility == Visibility::Open;
        if open { consented.and(Classes::of(OPEN)) } else { consented }
    }

    /// How the onlooker stands to a person, who lets it see something or nothing. Whoever consents to an agency is its
    /// candidate.
    pub fn ties(&self, known: &Known, shown: Classes) -> Ties {
        let consented = !shown.are_none();
        let within = match &self.scope {
            Scope::Everybody | Scope::Shown => false,
            Scope::Within(areas) => areas.iter().any(|area| area.holds(known.province, known.district)),
        };
        let candidate = self.audience == Some(Audience::Agency) && consented;
        Ties::default().and(Tie::Consent, consented).and(Tie::Candidate, candidate).and(Tie::Area, within)
    }

    /// What the onlooker sees of a field of everybody whom a search may find, whatever each lets it see besides.
    pub fn sees_of_all(&self, field: Field) -> Sight {
        let ties = Ties::default().and(Tie::Area, matches!(self.scope, Scope::Within(_)));
        self.audience.map_or(Sight::Nothing, |audience| Policy::shipped().sight(field, audience, ties))
    }

    /// Whether the onlooker verifies documents of somebody to whom it stands in these ties.
    pub fn verifies(&self, ties: Ties) -> bool {
        let policy = self.role.and_then(|role| Policy::shipped().role(role));
        ties.hold(Tie::Area)
            && policy.is_some_and(|policy| policy.permissions.contains(&Permission::DecideDuplicates))
    }

    /// Whether the onlooker advises somebody to whom it stands in these ties which jobs fit: officers do, at home in the
    /// person's area.
    pub fn advises(&self, ties: Ties) -> bool {
        ties.hold(Tie::Area) && self.audience == Some(Audience::DistrictOfficer)
    }

    /// Whether consents are to be asked for: those of audiences that see something by one.
    pub fn asks_for_consent(&self) -> bool {
        !self.organisations.is_empty() && matches!(self.audience, Some(Audience::Employer | Audience::Agency))
    }
}

fn scope(audience: Audience, areas: &BTreeSet<Area>) -> Option<Scope> {
    match audience {
        Audience::Employer | Audience::Agency | Audience::OverseasOfficer => Some(Scope::Shown),
        Audience::DistrictOfficer => Some(Scope::Within(areas.clone())),
        Audience::Seeker
        | Audience::School
        | Audience::LssoOrTax
        | Audience::Planner
        | Audience::Counterpart => None,
    }
}
