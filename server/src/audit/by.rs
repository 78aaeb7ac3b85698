//! Who does something, in which role, from where.

use super::event::Event;
use super::model::{Action, Actor, Code, OPERATOR, Origin, PLATFORM, Subject};
use uuid::Uuid;

/// Who does something, in which role, from where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    actor: Actor,
    role: Code,
    origin: Origin,
}

impl By {
    /// Somebody at the command line.
    pub fn at_command_line() -> Self {
        Self { actor: Actor::CommandLine, role: OPERATOR, origin: Origin::default() }
    }

    /// The owner of an account, in a role.
    pub fn account(account: Uuid, role: Code, origin: Origin) -> Self {
        Self { actor: Actor::Account(account), role, origin }
    }

    /// A program, by its token's digest, in the role of the token.
    pub fn program(digest: &str, role: Code, origin: Origin) -> Self {
        Self { actor: Actor::token(digest), role, origin }
    }

    /// The platform itself.
    pub fn platform() -> Self {
        Self { actor: Actor::System, role: PLATFORM, origin: Origin::default() }
    }

    /// What they do to a thing, as an event.
    pub fn does(&self, action: Action, subject: Subject) -> Event {
        Event::new(self.actor.clone(), self.role.clone(), action, subject).from(self.origin.clone())
    }
}
