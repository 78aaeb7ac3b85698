//! An event before it is stored, and as it is read again.

use super::model::{Action, Actor, Code, Origin, Subject};
use crate::db::entities::audit_event;
use crate::ids::{EventId, PersonId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Longest reason, in characters.
const REASON: usize = 500;

/// Something that was done or read, to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Who.
    pub actor: Actor,
    /// In which role.
    pub role: Code,
    /// What for, where that has to be said.
    pub purpose: Option<Code>,
    /// What was done.
    pub action: Action,
    /// To what.
    pub subject: Subject,
    /// About whom, so that the person may read it.
    pub person: Option<PersonId>,
    /// Names of the fields that were read or changed.
    pub fields: Vec<String>,
    /// Why, in the actor's own words or the command's.
    pub reason: String,
    /// From where.
    pub origin: Origin,
}

impl Event {
    /// An event with what every event has.
    pub fn new(actor: Actor, role: Code, action: Action, subject: Subject) -> Self {
        let (purpose, person, fields) = (None, None, Vec::new());
        let (reason, origin) = (String::new(), Origin::default());
        Self { actor, role, purpose, action, subject, person, fields, reason, origin }
    }

    /// What for.
    #[must_use]
    pub fn purpose(self, purpose: Code) -> Self {
        Self { purpose: Some(purpose), ..self }
    }

    /// About whom: the person finds it in the own trail.
    #[must_use]
    pub fn about(self, person: PersonId) -> Self {
        Self { person: Some(person), ..self }
    }

    /// Which fields were read or changed.
    #[must_use]
    pub fn fields(self, names: &[&str]) -> Self {
        Self { fields: names.iter().map(|name| (*name).to_owned()).collect(), ..self }
    }

    /// Why; what goes beyond 500 characters is cut.
    #[must_use]
    pub fn because(self, reason: &str) -> Self {
        Self { reason: reason.chars().take(REASON).collect(), ..self }
    }

    /// From where.
    #[must_use]
    pub fn from(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }
}

/// The personal part of an event, as it is stored and sealed: always the same fields in the same order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Personal {
    /// Who did it.
    pub actor: String,
    /// Key of the thing to which it was done.
    pub subject: String,
    /// About whom.
    pub person: Option<PersonId>,
    /// Names of fields.
    pub fields: Vec<String>,
    /// Why.
    pub reason: String,
    /// The office.
    pub office: Option<String>,
    /// The network of the caller.
    pub network: Option<String>,
}

impl Personal {
    /// The personal part of an event.
    pub(super) fn of(event: &Event) -> Self {
        let Event { actor, role: _, purpose: _, action: _, subject, person, fields, reason, origin } = event;
        let Origin { office, network } = origin.clone();
        Self {
            actor: actor.to_string(),
            subject: subject.key.clone(),
            person: *person,
            fields: fields.clone(),
            reason: reason.clone(),
            office,
            network,
        }
    }
}

/// An event as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recorded {
    /// Its id.
    pub id: EventId,
    /// When.
    pub at: DateTime<Utc>,
    /// Code of what was done.
    pub action: String,
    /// Code of the kind of thing to which it was done.
    pub subject: String,
    /// Code of the role.
    pub role: String,
    /// Code of the purpose; empty where nobody had to say.
    pub purpose: String,
    /// Who, to what and to whom; none where it was erased, or somebody has spoilt it.
    pub personal: Option<Personal>,
    /// Number of its seal; none while it waits.
    pub seal: Option<i64>,
}

impl From<audit_event::Model> for Recorded {
    fn from(row: audit_event::Model) -> Self {
        let audit_event::Model { id, at, action, subject, role, purpose, personal, seal, .. } = row;
        let personal = personal.and_then(|text| serde_json::from_str(&text).ok());
        Self { id, at, action, subject, role, purpose, personal, seal }
    }
}
