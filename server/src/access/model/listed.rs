//! What those who deal with roles of others are shown.

use super::invitation::Invitation;
use super::membership::Membership;
use crate::accounts::model::Entry;
use crate::organisations::model::Brief;

/// A member.
#[derive(Clone, Debug)]
pub struct Member {
    /// The membership.
    pub membership: Membership,
    /// How the member is reached.
    pub entry: Entry,
    /// The name of the organisation, if it is in one.
    pub organisation: Option<String>,
}

/// Who is in an organisation.
#[derive(Clone, Debug)]
pub struct Members {
    /// The organisation.
    pub organisation: Brief,
    /// Its members, the oldest first.
    pub members: Vec<Member>,
    /// Who was asked to come, and has not come yet.
    pub invited: Vec<Invitation>,
}

/// What an invitation is to.
#[derive(Clone, Debug)]
pub struct Offered {
    /// The invitation.
    pub invitation: Invitation,
    /// The organisation, if it is of one.
    pub organisation: Option<Brief>,
}
