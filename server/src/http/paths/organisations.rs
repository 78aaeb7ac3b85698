//! Addresses of organisations, and of what officers look at and decide.

use super::with_query;
use crate::ids::{CaseId, OrganisationId, PersonId};

/// The organisations that somebody looks after.
pub const ORGANISATIONS: &str = "/organisations";
/// Where one is founded.
pub const NEW_ORGANISATION: &str = "/organisations/new";
/// The queue of whoever verifies organisations.
pub const OFFICER_ORGANISATIONS: &str = "/officer/organisations";

/// Records that may be of one person.
pub const OFFICER_DUPLICATES: &str = "/officer/duplicates";

/// Two of them side by side.
pub fn officer_duplicate(id: CaseId) -> String {
    format!("{OFFICER_DUPLICATES}/{id}")
}

/// A part of those by its code, and a page of it.
pub fn officer_duplicates(part: &str, page: u64) -> String {
    let number = page.to_string();
    let pairs = [("part", part), ("page", number.as_str())];
    let wanted = [!part.is_empty(), page > 1];
    let pairs = pairs.into_iter().zip(wanted).filter(|(_, wanted)| *wanted).map(|(pair, _)| pair);
    with_query(OFFICER_DUPLICATES, &crate::http::query::encode(pairs))
}

/// The documents of a person, for an officer.
pub fn officer_documents(id: PersonId) -> String {
    format!("/officer/people/{id}/documents")
}

/// What everybody sees of an organisation.
pub fn employer(id: OrganisationId) -> String {
    format!("/employers/{id}")
}

/// An organisation for those who look after it.
pub fn organisation(id: OrganisationId) -> String {
    format!("/organisation/{id}")
}

/// Where its name, numbers and place are changed.
pub fn organisation_edit(id: OrganisationId) -> String {
    format!("/organisation/{id}/edit")
}

/// Where it changes what it says of itself.
pub fn organisation_profile(id: OrganisationId) -> String {
    format!("/organisation/{id}/profile")
}

/// Where its papers are handed in.
pub fn organisation_submit(id: OrganisationId) -> String {
    format!("/organisation/{id}/submit")
}

/// Where it brings papers.
pub fn organisation_evidence(id: OrganisationId) -> String {
    format!("/organisation/{id}/evidence")
}

/// Where it takes one back.
pub fn organisation_evidence_end(id: OrganisationId) -> String {
    format!("/organisation/{id}/evidence/withdraw")
}

/// Where it tells sites.
pub fn organisation_sites(id: OrganisationId) -> String {
    format!("/organisation/{id}/sites")
}

/// Where it gives one up.
pub fn organisation_site_end(id: OrganisationId) -> String {
    format!("/organisation/{id}/sites/close")
}

/// An organisation for an officer.
pub fn officer_organisation(id: OrganisationId) -> String {
    format!("{OFFICER_ORGANISATIONS}/{id}")
}

/// A part of the officer's queue by its code, and a page of it.
pub fn officer_queue(part: &str, page: u64) -> String {
    let number = page.to_string();
    let pairs = [("standing", part), ("page", number.as_str())];
    let wanted = [!part.is_empty(), page > 1];
    let pairs = pairs.into_iter().zip(wanted).filter(|(_, wanted)| *wanted).map(|(pair, _)| pair);
    with_query(OFFICER_ORGANISATIONS, &crate::http::query::encode(pairs))
}
