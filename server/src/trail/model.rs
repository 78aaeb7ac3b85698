//! What an entry of the trail says.

use crate::access::model::Role;
use crate::audit::model::Action;
use crate::ids::EventId;
use chrono::{DateTime, Utc};

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// The reader.
    You,
    /// The platform itself.
    Platform,
    /// Whoever runs it, or a program of theirs.
    Operator,
    /// Whoever tried to sign in and could not.
    Stranger,
    /// Somebody else.
    Somebody {
        /// In which role, as far as it is known.
        role: Option<Role>,
        /// The organisation to which the role belonged.
        organisation: Option<String>,
    },
    /// It was erased.
    Erased,
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its key.
    pub id: EventId,
    /// When.
    pub at: DateTime<Utc>,
    /// What was done; none where a newer program wrote it.
    pub action: Option<Action>,
    /// Code of the kind of thing to which it was done.
    pub subject: String,
    /// Who did it.
    pub who: Who,
    /// Names of the fields.
    pub fields: Vec<String>,
    /// Code of the purpose; empty where nobody had to say.
    pub purpose: String,
    /// Why, in the words of whoever did it; empty where they said nothing to the reader.
    pub reason: String,
}
