//! What is printed of the accounts: one line each, then what an authenticator takes.

use super::accounts::{Cast, Player};
use crate::access::model::Role;
use crate::commands::output::line;

/// Prints everybody with the password, and what the role is for.
pub(super) fn print(cast: &Cast) {
    line("accounts of this demonstration; nobody in it is real, and `viak serve` refuses this database");
    line(format_args!("  {:<36}{:<22}{:<6}for", "sign in as", "password", "code"));
    for Player { role, contact, made } in &cast.players {
        let password = made.password.as_deref().unwrap_or("(changed since)");
        let code = if made.authenticator.is_some() { "yes" } else { "no" };
        line(format_args!("  {:<36}{password:<22}{code:<6}{}", contact.as_str(), what(*role)));
    }
    line("where a code is asked for: `viak demo code ADDRESS`, or an authenticator app with one of these");
    for Player { contact, made, .. } in &cast.players {
        if let Some(address) = &made.authenticator {
            line(format_args!("  {:<36}{address}", contact.as_str()));
        }
    }
}

/// What somebody does in a role, in a few words.
fn what(role: Role) -> &'static str {
    match role {
        Role::Seeker => "looking for work; owns a generated profile that employers see",
        Role::ProxyHelper => "registering people of the district who cannot do so themselves",
        Role::EmployerUser => "offering work: a verified employer with vacancies, and its members",
        Role::LabourUnitPlanner => "planning the need of a labour unit, which has brought no papers yet",
        Role::AgencyUser => "placing workers abroad: a verified agency, and its members",
        Role::SchoolRegistrar => "registering graduates of a school that waits to be verified",
        Role::Assessor => "assessing skills at that school",
        Role::DistrictOfficer => "verifying organisations, helping people of the district",
        Role::ProvincialOfficer => "the same over the province",
        Role::OverseasOfficer => "work abroad",
        Role::LicenceOfficer => "licences of agencies, verifying organisations of the country",
        Role::Inspector => "inspecting employers and agencies of the province",
        Role::ComplaintHandler => "complaints of the province",
        Role::LssoOfficer => "social security",
        Role::TaxLinkOfficer => "payroll taxes",
        Role::Planner => "planning: what is searched for in vain",
        Role::CounterpartUser => "the labour ministry of a partner country",
        Role::Auditor => "reading the audit trail",
        Role::SystemAdmin => "accounts, roles, letters, labels, settings",
    }
}
