//! What can be done with roles: one file for each errand.

mod end;
mod founding;
mod grant;
mod invite;
mod members;
mod rights;
mod term;
mod watchers;

pub use end::{EndError, confirm, confirm_any, end, end_any, is_last_anywhere, leave};
pub use founding::{FoundError, administrators, found, founded, holders, is_member};
pub use grant::{GrantError, grant};
pub use invite::{AcceptError, InviteError, Inviting, accept, invite, invited, offered, withdraw};
pub use members::{Steward, keys_of, members, of_role, own, to_confirm};
pub use rights::rights;
pub use term::longest;
pub use watchers::{of_permission, watchers};

use super::model::{Area, Policy, Role, Seat, Span};
use crate::audit::model::{Action, Actor, Code, Origin, Subject};
use crate::audit::{self, Event};
use crate::ids::AccountId;
use crate::organisations;
use crate::organisations::model::{Brief, OrganisationKind};
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// A membership, as a kind of thing.
const MEMBERSHIP: Code = Code::known("membership");
/// The role of whoever looks after the members of an organisation.
const ADMINISTRATOR: Code = Code::known("administrator");

/// Who gives or takes a role, from where.
#[derive(Clone, Debug)]
pub struct Giver {
    /// Who; nobody at the command line.
    pub account: Option<AccountId>,
    /// In which role, as the trail names it.
    pub role: Code,
    /// From where.
    pub origin: Origin,
}

impl Giver {
    /// Somebody at the command line.
    pub fn at_command_line() -> Self {
        Self { account: None, role: audit::model::OPERATOR, origin: Origin::default() }
    }

    /// Whoever looks after an organisation's members.
    pub fn administrator(account: AccountId, origin: Origin) -> Self {
        Self { account: Some(account), role: ADMINISTRATOR, origin }
    }

    /// A member who does something with the own membership.
    pub fn member(account: AccountId, origin: Origin) -> Self {
        Self { account: Some(account), role: Code::known("owner"), origin }
    }

    /// Somebody who gives roles to anybody.
    pub fn system_admin(account: AccountId, origin: Origin) -> Self {
        Self { account: Some(account), role: Code::known("system_admin"), origin }
    }

    /// Records what was done to a membership.
    async fn record(
        &self,
        transaction: &DatabaseTransaction,
        action: Action,
        key: uuid::Uuid,
        (reason, at): (&str, DateTime<Utc>),
    ) -> Result<(), DbErr> {
        let actor = self.account.map_or(Actor::CommandLine, |account| Actor::Account(account.as_uuid()));
        let event = Event::new(actor, self.role.clone(), action, Subject::of(MEMBERSHIP, key));
        audit::record(transaction, &event.because(reason).from(self.origin.clone()), at).await
    }
}

/// Why a seat is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SeatError {
    /// Everybody has it anyway.
    #[error("everybody is a seeker; there is nothing to be given")]
    Seeker,
    /// The organisation is gone.
    #[error("there is no such organisation")]
    NoOrganisation,
    /// The role asks for an organisation of another kind.
    #[error("the role cannot be had in this organisation")]
    NotThere,
    /// The role asks for an organisation.
    #[error("the role belongs to an organisation")]
    OrganisationMissing,
    /// The role reaches a district, or a province, and none was named.
    #[error("the role reaches an area, which has to be named")]
    AreaMissing,
    /// The role is given for so many days at most, and was to last longer, or without an end.
    #[error("the role is given for {0} days at most: its last day has to be named")]
    End(u32),
    /// The area lies outside of that of the office.
    #[error("the area lies outside of that of the office")]
    AreaOutside,
}

/// The organisation of a seat that can be given, if it has one.
async fn checked(
    connection: &impl ConnectionTrait,
    seat: &Seat,
) -> Result<Result<Option<Brief>, SeatError>, DbErr> {
    let organisation = match seat.organisation {
        None => None,
        Some(id) => match organisations::commands::brief(connection, id).await? {
            Some(brief) => Some(brief),
            None => return Ok(Err(SeatError::NoOrganisation)),
        },
    };
    Ok(fits(Policy::shipped(), seat, organisation.as_ref()).map(|()| organisation))
}

/// Whether a seat can be given in an organisation.
fn fits(policy: &Policy, seat: &Seat, organisation: Option<&Brief>) -> Result<(), SeatError> {
    let Some(role) = policy.role(seat.role).filter(|_| seat.role != Role::Seeker) else {
        return Err(SeatError::Seeker);
    };
    let Some(organisation) = organisation else {
        return if role.of.is_empty() {
            area_fits(role.span, seat.area, Some(Area::Country))
        } else {
            Err(SeatError::OrganisationMissing)
        };
    };
    if !role.of.contains(&organisation.kind) {
        return Err(SeatError::NotThere);
    }
    let reach = match Area::of_office(organisation) {
        None if organisation.kind == OrganisationKind::Office => Some(Area::Country),
        reach => reach,
    };
    area_fits(role.span, seat.area, reach)
}

/// Whether a role over an area can be given where `reach` is reached, if it is known what is.
fn area_fits(span: Span, area: Option<Area>, reach: Option<Area>) -> Result<(), SeatError> {
    let named = match (span, area) {
        (Span::District, Some(area @ Area::District { .. }))
        | (Span::Province, Some(area @ Area::Province(_))) => area,
        (Span::District | Span::Province, _) => return Err(SeatError::AreaMissing),
        (Span::Country, _) => Area::Country,
        (Span::Own | Span::Organisation, _) => return Ok(()),
    };
    match reach {
        Some(reach) if reach.covers(named) => Ok(()),
        Some(_) | None => Err(SeatError::AreaOutside),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::OrganisationId;
    use crate::organisations::model::Verification;

    fn organisation(kind: OrganisationKind, province: Option<i32>) -> Brief {
        let id = OrganisationId::new(DateTime::<Utc>::UNIX_EPOCH);
        let verification = Verification::none(false);
        Brief { id, kind, name: "x".to_owned(), verification, province, district: None }
    }

    fn seat(role: Role, area: Option<Area>) -> Seat {
        Seat { role, organisation: None, area, administers: false }
    }

    #[test]
    fn a_role_is_given_where_it_belongs_and_over_an_area_of_the_office() {
        let (employer, office) = (
            organisation(OrganisationKind::Employer, None),
            organisation(OrganisationKind::Office, Some(13)),
        );
        let fits = |seat: &Seat, organisation| fits(Policy::shipped(), seat, organisation);
        assert_eq!(fits(&seat(Role::EmployerUser, None), Some(&employer)), Ok(()));
        assert_eq!(fits(&seat(Role::DistrictOfficer, None), Some(&employer)), Err(SeatError::NotThere));
        assert_eq!(fits(&seat(Role::EmployerUser, None), None), Err(SeatError::OrganisationMissing));
        assert_eq!(fits(&seat(Role::Seeker, None), Some(&employer)), Err(SeatError::Seeker));
        let district = |province, district| Some(Area::District { province, district });
        assert_eq!(fits(&seat(Role::DistrictOfficer, district(13, 1301)), Some(&office)), Ok(()));
        assert_eq!(
            fits(&seat(Role::DistrictOfficer, district(1, 101)), Some(&office)),
            Err(SeatError::AreaOutside)
        );
        assert_eq!(fits(&seat(Role::DistrictOfficer, None), Some(&office)), Err(SeatError::AreaMissing));
        assert_eq!(
            fits(&seat(Role::DistrictOfficer, Some(Area::Province(13))), Some(&office)),
            Err(SeatError::AreaMissing)
        );
        assert_eq!(fits(&seat(Role::SystemAdmin, None), None), Ok(()));
    }

    /// Whoever looks after a district's office gives nobody the country, and an organisation that told no place no district.
    #[test]
    fn nobody_gives_more_than_their_organisation_reaches() {
        let fits = |seat: &Seat, organisation: &Brief| fits(Policy::shipped(), seat, Some(organisation));
        let (province, ministry) =
            (organisation(OrganisationKind::Office, Some(13)), organisation(OrganisationKind::Office, None));
        for role in [Role::LicenceOfficer, Role::OverseasOfficer, Role::Planner, Role::CounterpartUser] {
            assert_eq!(fits(&seat(role, None), &province), Err(SeatError::AreaOutside), "{role:?}");
            assert_eq!(fits(&seat(role, None), &ministry), Ok(()), "{role:?}");
        }
        let helper = seat(Role::ProxyHelper, Some(Area::District { province: 13, district: 1301 }));
        let nowhere = organisation(OrganisationKind::Agency, None);
        assert_eq!(fits(&helper, &nowhere), Err(SeatError::AreaOutside));
        assert_eq!(fits(&helper, &organisation(OrganisationKind::Agency, Some(13))), Ok(()));
        assert_eq!(fits(&helper, &ministry), Ok(()));
    }
}
