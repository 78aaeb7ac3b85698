//! Addresses of recommendations, and of the records that belong to an organisation.

use super::{officer_organisation, person, with_query};
use crate::http::query;
use crate::ids::{OrganisationId, PersonId, VacancyId};

/// The records of imported adverts about which an officer decides whether they are an organisation's.
pub fn officer_records(id: OrganisationId) -> String {
    format!("{}/records", officer_organisation(id))
}

/// Why the members of an organisation may see nobody yet.
pub const STANDING: &str = "/organisations/standing";
/// The jobs that fit the own profile.
pub const OWN_JOBS: &str = "/me/jobs";

/// A page of them.
pub fn own_jobs(page: u32) -> String {
    paged(OWN_JOBS, page.into())
}

/// A page of the vacancies of an organisation.
pub fn organisation_vacancies(id: OrganisationId, page: u64) -> String {
    paged(&format!("/organisation/{id}/vacancies"), page)
}

/// A page of the people who fit a vacancy of an organisation.
pub fn fitting(id: OrganisationId, vacancy: VacancyId, page: u32) -> String {
    paged(&format!("/organisation/{id}/vacancies/{vacancy}/people"), page.into())
}

/// A person, with why it fits a vacancy.
pub fn person_for(id: PersonId, vacancy: VacancyId) -> String {
    with_query(&person(id), &query::encode([("for", vacancy.to_string().as_str())]))
}

fn paged(path: &str, page: u64) -> String {
    let number = page.to_string();
    with_query(path, &query::encode([("page", number.as_str())].into_iter().filter(|_| page > 1)))
}
