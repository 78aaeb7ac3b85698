//! That somebody may become a member.

use super::membership::Seat;
use crate::ids::InvitationId;
use chrono::{DateTime, TimeDelta, Utc};

/// An invitation can be accepted for so long.
pub const INVITATION_LIVES: TimeDelta = TimeDelta::days(14);

/// That whoever has a contact may become a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its key.
    pub id: InvitationId,
    /// The phone or mailbox to which it was sent.
    pub contact: String,
    /// What it is to.
    pub seat: Seat,
    /// When it was sent.
    pub created_at: DateTime<Utc>,
    /// Until when it can be accepted.
    pub expires_at: DateTime<Utc>,
}
