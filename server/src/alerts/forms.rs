//! What people type when they ask for an alert, and when they change one.

use super::model::{Deed, Frequency};
use crate::accounts::model::Contact;
use serde::Deserialize;
use views::alerts::{AskProblem, Typed};

/// An alert that is asked for, as it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AskFields {
    /// The search as the address of the results page says it.
    pub(super) search: String,
    /// Where to write to; empty of somebody who is signed in.
    pub(super) contact: String,
    /// How often.
    pub(super) frequency: String,
}

impl AskFields {
    /// What stands in the form again.
    pub(super) fn typed(&self) -> Typed {
        Typed { contact: self.contact.clone(), frequency: self.frequency.clone() }
    }

    /// How often, or what is wrong with it.
    pub(super) fn frequency(&self) -> Result<Frequency, AskProblem> {
        Frequency::from_code(&self.frequency).ok_or(AskProblem::Frequency)
    }

    /// Where to write to, or what is wrong with it.
    pub(super) fn contact(&self) -> Result<Contact, AskProblem> {
        self.contact.parse().map_err(|_| AskProblem::Contact)
    }
}

/// What is to be done with an alert, as it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ActFields {
    /// Which deed.
    pub(super) deed: String,
    /// How often, where that is changed.
    pub(super) frequency: String,
}

impl ActFields {
    /// The deed; none for one that there is not.
    pub(super) fn deed(&self) -> Option<Deed> {
        Some(match self.deed.as_str() {
            "confirm" => Deed::Confirm,
            "change" => Deed::Change(Frequency::from_code(&self.frequency)?),
            "pause" => Deed::Pause,
            "resume" => Deed::Resume,
            "stop" => Deed::Stop,
            _ => return None,
        })
    }
}
