//! Addresses of applications.

use super::{job, with_query};
use crate::http::query;
use crate::ids::{ApplicationId, OrganisationId, VacancyId};

/// The own applications.
pub const OWN_APPLICATIONS: &str = "/me/applications";

/// One of them.
pub fn own_application(id: ApplicationId) -> String {
    format!("{OWN_APPLICATIONS}/{id}")
}

/// Where it is taken back.
pub fn own_application_end(id: ApplicationId) -> String {
    format!("{OWN_APPLICATIONS}/{id}/withdraw")
}

/// Where somebody applies for a vacancy.
pub fn apply(id: VacancyId) -> String {
    format!("{}/apply", job(id))
}

/// The applications for a vacancy of an organisation.
pub fn applications(organisation: OrganisationId, vacancy: VacancyId) -> String {
    format!("/organisation/{organisation}/vacancies/{vacancy}/applications")
}

/// Those of a stage by its code, and a page of them.
pub fn applications_at(
    (organisation, vacancy): (OrganisationId, VacancyId),
    stage: Option<&str>,
    page: u64,
) -> String {
    let number = page.to_string();
    let stage = stage.map(|stage| ("stage", stage));
    let page = (page > 1).then_some(("page", number.as_str()));
    with_query(&applications(organisation, vacancy), &query::encode([stage, page].into_iter().flatten()))
}

/// An application to an organisation.
pub fn application(organisation: OrganisationId, vacancy: VacancyId, id: ApplicationId) -> String {
    format!("{}/{id}", applications(organisation, vacancy))
}

/// Where somebody who fits a vacancy is asked to apply.
pub fn invitation_to_apply(organisation: OrganisationId, vacancy: VacancyId) -> String {
    format!("/organisation/{organisation}/vacancies/{vacancy}/people/invite")
}
