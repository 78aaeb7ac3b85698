//! That an account has a role: where, for how long.

use super::area::Area;
use super::role::Role;
use crate::ids::{AccountId, MembershipId, OrganisationId};
use crate::organisations::model::{OrganisationKind, Standing};
use chrono::{DateTime, TimeDelta, Utc};

/// What a membership is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The role.
    pub role: Role,
    /// In which organisation.
    pub organisation: Option<OrganisationId>,
    /// Over which area, where the role reaches less than the country.
    pub area: Option<Area>,
    /// Whether it comes with looking after the organisation's members.
    pub administers: bool,
}

/// That an account has a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Its key.
    pub id: MembershipId,
    /// Whose it is.
    pub account: AccountId,
    /// What it is of.
    pub seat: Seat,
    /// What its organisation is, and how that stood on the day on which it was asked for.
    pub held_at: Option<(OrganisationKind, Standing)>,
    /// When it was given.
    pub granted_at: DateTime<Utc>,
    /// When it ends by itself.
    pub until: Option<DateTime<Utc>>,
    /// When somebody last said that it is still needed.
    pub confirmed_at: DateTime<Utc>,
}

/// After so long an administrator is asked whether a membership is still needed: a quarter.
const ASKED_AGAIN: TimeDelta = TimeDelta::days(91);

impl Membership {
    /// Whether it is time to ask whether it is still needed.
    pub fn is_to_be_confirmed(&self, at: DateTime<Utc>) -> bool {
        at - self.confirmed_at >= ASKED_AGAIN
    }

    /// Whether that is to be asked of whoever gives roles to anybody: it is in no organisation whose administrator would
    /// be asked.
    pub fn is_to_be_confirmed_by_the_platform(&self, at: DateTime<Utc>) -> bool {
        self.seat.organisation.is_none() && self.is_to_be_confirmed(at)
    }
}
