//! Addresses of vacancies that organisations post, of the officers' queue, and of reports.

use crate::ids::{OrganisationId, VacancyId};

/// Vacancies that wait for an officer.
pub const OFFICER_VACANCIES: &str = "/officer/vacancies";
/// One of them.
pub const OFFICER_VACANCY: &str = "/officer/vacancies/{id}";
/// The form of a new vacancy.
pub const NEW_VACANCY: &str = "/organisation/{id}/vacancies/new";
/// An organisation's own page of a vacancy.
pub const OWN_VACANCY: &str = "/organisation/{id}/vacancies/{vacancy}";
/// The form in which it is changed.
pub const EDIT_VACANCY: &str = "/organisation/{id}/vacancies/{vacancy}/edit";
/// Where anybody says what is wrong with an advert.
pub const REPORT_JOB: &str = "/jobs/{id}/report";

/// The form of a new vacancy of an organisation.
pub fn new_vacancy(organisation: OrganisationId) -> String {
    format!("/organisation/{organisation}/vacancies/new")
}

/// The same, filled in from another vacancy.
pub fn copied_vacancy(organisation: OrganisationId, of: VacancyId) -> String {
    format!("{}?copy={of}", new_vacancy(organisation))
}

/// An organisation's own page of a vacancy.
pub fn own_vacancy(organisation: OrganisationId, id: VacancyId) -> String {
    format!("/organisation/{organisation}/vacancies/{id}")
}

/// The form in which it is changed.
pub fn edit_vacancy(organisation: OrganisationId, id: VacancyId) -> String {
    format!("{}/edit", own_vacancy(organisation, id))
}

/// Where an officer decides about a vacancy.
pub fn officer_vacancy(id: VacancyId) -> String {
    format!("{OFFICER_VACANCIES}/{id}")
}

/// Where anybody says what is wrong with an advert.
pub fn report_job(id: VacancyId) -> String {
    format!("{}/report", super::job(id))
}
