//! What is seen of an organisation: by those who look after it, by an officer, and beside it.

use super::{Decision, Evidence, Likeness, Missing, Organisation, Site, Standing, Step};
use crate::ids::OrganisationId;

/// What those see who look after an organisation.
#[derive(Clone, Debug)]
pub struct Own {
    /// The organisation.
    pub organisation: Organisation,
    /// Its papers, the oldest first, without those taken back.
    pub papers: Vec<Evidence>,
    /// What is missing on the day.
    pub missing: Vec<Missing>,
    /// Its sites.
    pub sites: Vec<Site>,
    /// What was decided, the newest first.
    pub history: Vec<Decision>,
}

/// What an officer sees of an organisation.
#[derive(Clone, Debug)]
pub struct Seen {
    /// What those see who look after it.
    pub own: Own,
    /// The steps that the officer may take; none for a member.
    pub steps: Vec<Step>,
    /// Whether the officer is a member, and does not decide.
    pub within: bool,
}

/// An organisation whose name is alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlikeName {
    /// Its key.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// How far it was verified.
    pub standing: Standing,
    /// How alike.
    pub likeness: Likeness,
}

/// What a form lets choose: codes with names.
#[derive(Clone, Debug)]
pub struct Choices {
    /// Countries, by name.
    pub countries: Vec<(String, String)>,
    /// Sections of ISIC, by code.
    pub sections: Vec<(String, String)>,
}
