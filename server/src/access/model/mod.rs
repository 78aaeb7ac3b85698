//! What access is made of: roles, permissions, reaches, and what each audience sees.

mod area;
mod class;
mod invitation;
mod listed;
mod membership;
mod permission;
mod policy;
mod rights;
mod role;
mod sight;
mod stay;
mod word;

pub use area::{Area, Reach};
pub use class::{Classes, DataClass};
pub use invitation::{INVITATION_LIVES, Invitation};
pub use listed::{Member, Members, Offered};
pub use membership::{Membership, Seat};
pub use permission::Permission;
pub use policy::{Policy, PolicyError, RolePolicy};
pub use rights::{Grant, Refusal, Rights};
pub use role::{Audience, Role, Span};
pub use sight::{Field, Sight, Tie, Ties};
pub use stay::{Stay, Stays, StaysError};

use sea_orm::ActiveEnum;

/// The value of a code, if it is one.
pub(crate) fn of_code<T: ActiveEnum<Value = String>>(code: &str) -> Option<T> {
    T::try_from_value(&code.to_owned()).ok()
}
