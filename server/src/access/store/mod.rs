//! Rows of memberships and invitations.

mod invitations;
mod memberships;

pub(in crate::access) use invitations::{
    accept, insert_invitation, invitation_of_digest, invitations_for, invitations_to, sent_since, withdraw,
};
pub(in crate::access) use memberships::{
    administrators, confirm, end, founded, held_in, held_in_none, held_in_role, insert_membership, keys_of,
    live_of, membership,
};

use super::model::{Area, Role, Seat};
use crate::ids::OrganisationId;

/// The columns of a seat.
struct Columns {
    role: Role,
    organisation_id: Option<OrganisationId>,
    province_id: Option<i32>,
    district_id: Option<i32>,
    administers: bool,
}

impl From<&Seat> for Columns {
    fn from(seat: &Seat) -> Self {
        let Seat { role, organisation, area, administers } = seat;
        let (province_id, district_id) = match area {
            None | Some(Area::Country) => (None, None),
            Some(Area::Province(province)) => (Some(*province), None),
            Some(Area::District { province, district }) => (Some(*province), Some(*district)),
        };
        Self {
            role: *role,
            organisation_id: *organisation,
            province_id,
            district_id,
            administers: *administers,
        }
    }
}

impl From<Columns> for Seat {
    fn from(columns: Columns) -> Self {
        let Columns { role, organisation_id, province_id, district_id, administers } = columns;
        let area = province_id.map(|province| match district_id {
            Some(district) => Area::District { province, district },
            None => Area::Province(province),
        });
        Self { role, organisation: organisation_id, area, administers }
    }
}
