//! What somebody may do, by all memberships together.

use super::area::{Area, Reach};
use super::membership::{Membership, Seat};
use super::permission::Permission;
use super::policy::{Policy, RolePolicy};
use super::role::{Audience, Role, Span};

/// The memberships of an account that hold now, and whether it showed a second factor when it signed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    memberships: Vec<Membership>,
    strong: bool,
}

/// That somebody may do something: the proof that finders and commands ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// What.
    pub permission: Permission,
    /// In which role.
    pub role: Role,
    /// As whom fields of a person are seen.
    pub audience: Option<Audience>,
    /// How far.
    pub reach: Reach,
}

/// Why somebody may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No role permits it.
    NotPermitted,
    /// A role does, but asks for a second factor.
    SecondFactor,
    /// A role does, but its organisation does not stand as it has to.
    Standing,
}

impl Rights {
    /// Rights by these memberships; `strong` says that a second factor was shown.
    pub fn of(memberships: Vec<Membership>, strong: bool) -> Self {
        Self { memberships, strong }
    }

    /// The memberships.
    pub fn memberships(&self) -> &[Membership] {
        &self.memberships
    }

    /// Whether any membership asks for a second factor.
    pub fn ask_for_second_factor(&self, policy: &Policy) -> bool {
        self.memberships.iter().any(|held| asks_for_second_factor(policy, &held.seat))
    }

    /// Whether a role waits for a second factor that was not shown.
    pub fn is_weak(&self, policy: &Policy) -> bool {
        !self.strong && self.ask_for_second_factor(policy)
    }

    /// Proof of a permission: in the role that reaches farthest, as far as all roles of the same audience reach together. To
    /// look after an organisation shows nobody, so that it reaches all that somebody administers.
    pub fn grant(&self, policy: &Policy, permission: Permission) -> Result<Grant, Refusal> {
        let giving = self.memberships.iter().filter(|held| permits(policy, &held.seat, permission));
        let (usable, weak): (Vec<&Membership>, Vec<&Membership>) =
            giving.partition(|held| self.strong || !asks_for_second_factor(policy, &held.seat));
        let (usable, fallen): (Vec<&Membership>, Vec<&Membership>) =
            usable.into_iter().partition(|held| policy.stands(permission, held.held_at));
        let span = |held: &&Membership| policy.role(held.seat.role).map(|role| role.span);
        let Some(first) =
            usable.iter().copied().reduce(|best, held| if span(&held) > span(&best) { held } else { best })
        else {
            return Err(match (fallen.is_empty(), weak.is_empty()) {
                (false, _) => Refusal::Standing,
                (true, false) => Refusal::SecondFactor,
                (true, true) => Refusal::NotPermitted,
            });
        };
        let audience = policy.role(first.seat.role).and_then(|role| role.audience);
        let alike = usable.iter().filter_map(|held| Some((*held, policy.role(held.seat.role)?)));
        let shows_nobody = Permission::OF_ADMINISTRATORS.contains(&permission);
        let mut reach = Reach::default();
        for (held, role) in alike.filter(|(_, role)| shows_nobody || role.audience == audience) {
            extend(&mut reach, held, role, permission);
        }
        Ok(Grant { permission, role: first.seat.role, audience, reach })
    }
}

impl Rights {
    /// The memberships in some roles that may be used now.
    pub fn seats(&self, policy: &Policy, roles: &[Role]) -> Result<Vec<Membership>, Refusal> {
        let held = self.memberships.iter().filter(|held| roles.contains(&held.seat.role));
        let (usable, weak): (Vec<&Membership>, Vec<&Membership>) =
            held.partition(|held| self.strong || !asks_for_second_factor(policy, &held.seat));
        match (usable.is_empty(), weak.is_empty()) {
            (false, _) => Ok(usable.into_iter().cloned().collect()),
            (true, false) => Err(Refusal::SecondFactor),
            (true, true) => Err(Refusal::NotPermitted),
        }
    }

    /// Proof of the first of some permissions that is held.
    pub fn grant_any(&self, policy: &Policy, permissions: &[Permission]) -> Result<Grant, Refusal> {
        let mut refusal = Refusal::NotPermitted;
        for permission in permissions {
            match self.grant(policy, *permission) {
                Err(Refusal::NotPermitted) => {}
                Err(other) => refusal = other,
                held @ Ok(_) => return held,
            }
        }
        Err(refusal)
    }
}

/// Whether a seat may only be used by whoever showed a second factor.
fn asks_for_second_factor(policy: &Policy, seat: &Seat) -> bool {
    seat.administers || policy.role(seat.role).is_none_or(|role| role.second_factor)
}

fn permits(policy: &Policy, seat: &Seat, permission: Permission) -> bool {
    let of_role = policy.role(seat.role).is_some_and(|role| role.permissions.contains(&permission));
    of_role || (seat.administers && Permission::OF_ADMINISTRATORS.contains(&permission))
}

fn extend(reach: &mut Reach, held: &Membership, role: &RolePolicy, permission: Permission) {
    let Seat { role: _, organisation, area, administers: _ } = &held.seat;
    if Permission::OF_ADMINISTRATORS.contains(&permission) {
        reach.organisations.extend(*organisation);
        return;
    }
    match role.span {
        Span::Own => {}
        Span::Organisation => reach.organisations.extend(*organisation),
        // An area that was never named is none.
        Span::District | Span::Province => {
            if let Some(area) = area {
                reach.add(*area);
            }
        }
        Span::Country => reach.add(Area::Country),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{AccountId, MembershipId, OrganisationId};
    use crate::organisations::model::{OrganisationKind, Standing};
    use chrono::{DateTime, Utc};
    use std::collections::BTreeSet;

    const HERE: Area = Area::District { province: 13, district: 1301 };

    fn member(
        role: Role,
        organisation: Option<OrganisationId>,
        area: Option<Area>,
        administers: bool,
    ) -> Membership {
        let at = DateTime::<Utc>::UNIX_EPOCH;
        let seat = Seat { role, organisation, area, administers };
        let (id, account) = (MembershipId::new(at), AccountId::new(at));
        Membership { id, account, seat, held_at: None, granted_at: at, until: None, confirmed_at: at }
    }

    fn granted(memberships: Vec<Membership>, permission: Permission) -> Grant {
        Rights::of(memberships, true).grant(Policy::shipped(), permission).unwrap()
    }

    #[test]
    fn nobody_may_anything_without_a_role() {
        let rights = Rights::of(Vec::new(), true);
        assert_eq!(rights.grant(Policy::shipped(), Permission::SeePeople), Err(Refusal::NotPermitted));
    }

    #[test]
    fn an_officer_reaches_the_own_area_and_no_further() {
        let grant =
            granted(vec![member(Role::DistrictOfficer, None, Some(HERE), false)], Permission::SeePeople);
        assert_eq!((grant.audience, grant.reach.is_country()), (Some(Audience::DistrictOfficer), false));
        assert!(grant.reach.holds(Some(13), Some(1301)) && !grant.reach.holds(Some(13), Some(1302)));
        let nowhere = granted(vec![member(Role::DistrictOfficer, None, None, false)], Permission::SeePeople);
        assert!(nowhere.reach.is_empty());
    }

    #[test]
    fn roles_that_ask_for_a_second_factor_are_none_without() {
        let weak = Rights::of(vec![member(Role::DistrictOfficer, None, Some(HERE), false)], false);
        assert_eq!(weak.grant(Policy::shipped(), Permission::SeePeople), Err(Refusal::SecondFactor));
        let employer = OrganisationId::new(DateTime::<Utc>::UNIX_EPOCH);
        let of_employer = |administers| member(Role::EmployerUser, Some(employer), None, administers);
        assert!(
            Rights::of(vec![of_employer(false)], false)
                .grant(Policy::shipped(), Permission::SeePeople)
                .is_ok()
        );
        let administrator = Rights::of(vec![of_employer(true)], false);
        assert_eq!(
            administrator.grant(Policy::shipped(), Permission::ManageMembers),
            Err(Refusal::SecondFactor)
        );
    }

    #[test]
    fn officials_agencies_administrators_and_those_who_run_the_platform_show_a_second_factor() {
        let seat = |role, administers| Seat { role, organisation: None, area: None, administers };
        let asks = |role: &Role| asks_for_second_factor(Policy::shipped(), &seat(*role, false));
        let asking: BTreeSet<String> = Role::all().filter(asks).map(Role::code).collect();
        let officials = [
            "district_officer",
            "provincial_officer",
            "overseas_officer",
            "licence_officer",
            "inspector",
            "complaint_handler",
            "lsso_officer",
            "tax_link_officer",
            "planner",
            "counterpart_user",
        ];
        let others = ["agency_user", "auditor", "system_admin"];
        let wanted: BTreeSet<String> = officials.into_iter().chain(others).map(str::to_owned).collect();
        assert_eq!(asking, wanted);
        assert!(Role::all().all(|role| asks_for_second_factor(Policy::shipped(), &seat(role, true))));
    }

    #[test]
    fn an_organisation_that_does_not_stand_as_it_has_to_adds_no_reach() {
        let employer = |standing| {
            let id = OrganisationId::new(DateTime::<Utc>::UNIX_EPOCH);
            let held_at = Some((OrganisationKind::Employer, standing));
            Membership { held_at, ..member(Role::EmployerUser, Some(id), None, false) }
        };
        let (verified, suspended) = (employer(Standing::Verified), employer(Standing::Suspended));
        let seen =
            |memberships| Rights::of(memberships, true).grant(Policy::shipped(), Permission::SeePeople);
        assert_eq!(seen(vec![suspended.clone()]), Err(Refusal::Standing));
        let both = seen(vec![suspended, verified.clone()]).unwrap();
        assert_eq!(both.reach.organisations, verified.seat.organisation.into_iter().collect());
    }

    #[test]
    fn administrators_look_after_their_own_organisation_alone() {
        let (one, other) = (
            OrganisationId::new(DateTime::<Utc>::UNIX_EPOCH),
            OrganisationId::new(DateTime::<Utc>::UNIX_EPOCH),
        );
        let members = vec![
            member(Role::EmployerUser, Some(one), None, true),
            member(Role::EmployerUser, Some(other), None, false),
        ];
        assert_eq!(granted(members, Permission::ManageMembers).reach.organisations, [one].into());
    }

    #[test]
    fn an_officer_and_employer_looks_at_people_as_an_officer_and_only_within_the_area() {
        let employer = OrganisationId::new(DateTime::<Utc>::UNIX_EPOCH);
        let both = vec![
            member(Role::EmployerUser, Some(employer), None, false),
            member(Role::DistrictOfficer, None, Some(HERE), false),
        ];
        let grant = granted(both, Permission::SeePeople);
        assert_eq!((grant.role, grant.reach.organisations.len()), (Role::DistrictOfficer, 0));
    }
}
