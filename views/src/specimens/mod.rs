//! Every page as it looks when it is empty, typical, longest and failing, for tests and the
//! gallery of the development server.

mod account;
mod admin;
mod advice;
mod alerts;
mod consent;
mod copies;
mod design;
mod desk;
mod erasure;
mod errors;
mod guide;
mod hiring;
mod home;
mod identities;
mod job;
mod jobs;
mod letters;
mod naming;
mod notices;
mod organisation;
mod people;
mod posting;
mod profile;
mod reasons;
mod registration;
mod retention;
mod reviewing;
mod rules;
mod samples;
mod schools;
mod tokens;
mod trail;
mod verifying;
mod work;

use crate::Locale;
use crate::mail::Letter;

pub use jobs::typical_page as results_page;

/// A page with sample content.
#[derive(Debug, Clone, Copy)]
pub struct Specimen {
    /// Name, as it may stand in an address.
    pub name: &'static str,
    /// The whole document in a language.
    pub render: fn(Locale) -> String,
}

/// All specimens, page by page.
pub fn all() -> Vec<Specimen> {
    let mut all = vec![
        specimen("design", design::page),
        specimen("home-typical", home::typical),
        specimen("home-empty", home::empty),
        specimen("jobs-typical", jobs::typical),
        specimen("jobs-empty", jobs::empty),
        specimen("jobs-longest", jobs::longest),
        specimen("jobs-failing", jobs::failing),
        specimen("job-typical", job::typical),
        specimen("job-bare", job::bare),
        specimen("job-longest", job::longest),
        specimen("job-closed", job::closed),
        specimen("guide-help", guide::help),
        specimen("guide-privacy", guide::privacy),
        specimen("guide-accessibility", guide::accessibility),
        specimen("guide-contact-unset", guide::contact_unset),
        specimen("guide-contact-longest", guide::contact_longest),
        specimen("desk-members", desk::members),
        specimen("desk-members-longest", desk::members_longest),
        specimen("desk-invitation", desk::invitation),
        specimen("desk-invitation-another", desk::invitation_another),
        specimen("desk-invitation-gone", desk::invitation_gone),
        specimen("desk-home", desk::home),
        specimen("desk-home-bare", desk::home_bare),
        specimen("desk-roles", desk::roles),
        specimen("error-bad-request", errors::bad_request),
        specimen("error-too-large", errors::too_large),
        specimen("error-not-found", errors::not_found),
        specimen("error-gone", errors::gone),
        specimen("error-refused", errors::refused),
        specimen("error-not-permitted", errors::not_permitted),
        specimen("error-too-many-requests", errors::too_many_requests),
        specimen("error-internal", errors::internal),
        specimen("error-unavailable", errors::unavailable),
        specimen("reasons", reasons::page),
    ];
    all.extend(of_accounts());
    all.extend(of_organisations());
    all.extend(of_people());
    all.extend(admin::all());
    all.extend(work::all());
    all
}

fn specimen(name: &'static str, render: fn(Locale) -> String) -> Specimen {
    Specimen { name, render }
}

/// Those of accounts.
fn of_accounts() -> Vec<Specimen> {
    vec![
        specimen("account-sign-up", account::sign_up),
        specimen("account-sign-up-failing", account::sign_up_failing),
        specimen("account-sign-in", account::sign_in),
        specimen("account-sign-in-failing", account::sign_in_failing),
        specimen("account-sign-in-or-code", account::sign_in_or_code),
        specimen("account-code", account::code),
        specimen("account-card", account::card),
        specimen("account-card-code", account::card_code),
        specimen("account-second-step", account::second_step),
        specimen("account-recover", account::recover),
        specimen("account-choose-password", account::choose_password),
        specimen("account-choose-password-failing", account::choose_password_failing),
        specimen("account-change-contact", account::change_contact),
        specimen("account-change-contact-failing", account::change_contact_failing),
        specimen("account-change-password", account::change_password),
        specimen("account-new-codes", account::new_codes),
        specimen("account-bare", account::bare),
        specimen("account-longest", account::longest),
        specimen("account-set-up", account::set_up),
        specimen("account-recovery-codes", account::recovery_codes),
        specimen("notices-empty", notices::empty),
        specimen("notices-longest", notices::longest),
        specimen("notices-failing", notices::failing),
    ]
}

/// Those of people, and of what is kept about them.
fn of_people() -> Vec<Specimen> {
    [
        profile::all(),
        schools::all(),
        identities::all(),
        consent::all(),
        copies::all(),
        erasure::all(),
        tokens::all(),
        trail::all(),
        people::all(),
        advice::all(),
        alerts::all(),
        registration::all(),
        retention::all(),
        rules::all(),
        hiring::all(),
        posting::all(),
        reviewing::all(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Those of organisations.
fn of_organisations() -> Vec<Specimen> {
    vec![
        specimen("organisation-new", organisation::new),
        specimen("organisation-new-failing", organisation::new_failing),
        specimen("organisation-amend", organisation::amend),
        specimen("organisation-profile", organisation::profile),
        specimen("organisation-evidence-failing", organisation::evidence_failing),
        specimen("organisation-site", organisation::site),
        specimen("organisation-bare", organisation::bare),
        specimen("organisation-longest", organisation::longest),
        specimen("organisation-list-empty", organisation::list_empty),
        specimen("organisation-list", organisation::list),
        specimen("organisation-queue-empty", verifying::queue_empty),
        specimen("organisation-queue-longest", verifying::queue_longest),
        specimen("organisation-officer", verifying::officer),
        specimen("organisation-officer-failing", verifying::officer_failing),
        specimen("employer-bare", verifying::employer_bare),
        specimen("employer-longest", verifying::employer_longest),
    ]
}

/// A letter with sample content.
#[derive(Debug, Clone, Copy)]
pub struct LetterSpecimen {
    /// Name, as it may stand in an address.
    pub name: &'static str,
    /// The letter in a language.
    pub letter: fn(Locale) -> Letter,
}

/// Specimens of all letters.
pub fn letters() -> Vec<LetterSpecimen> {
    let specimen = |name, letter| LetterSpecimen { name, letter };
    vec![
        specimen("letter-sign-in-code", letters::sign_in_code as fn(Locale) -> Letter),
        specimen("letter-confirm-contact", letters::confirm_contact),
        specimen("letter-claim-record", letters::claim_record),
        specimen("letter-recovery", letters::recovery),
        specimen("letter-already-registered", letters::already_registered),
        specimen("letter-invitation", letters::invitation),
        specimen("letter-new-device", letters::new_device),
        specimen("letter-contact-changed", letters::contact_changed),
        specimen("letter-password-changed", letters::password_changed),
        specimen("letter-second-factor-on", letters::second_factor_on),
        specimen("letter-second-factor-off", letters::second_factor_off),
        specimen("letter-verification-ends", letters::verification_ends),
        specimen("letter-verification-over", letters::verification_over),
        specimen("letter-consent-asked", letters::consent_asked),
        specimen("letter-erasure-asked", letters::erasure_asked),
        specimen("letter-erasure-warned", letters::erasure_warned),
        specimen("letter-erased", letters::erased),
        specimen("letter-record-lapses", letters::record_lapses),
        specimen("letter-application-to-employer", letters::application_to_employer),
        specimen("letter-application-to-person", letters::application_to_person),
        specimen("letter-application-due", letters::application_due),
        specimen("letter-alarm", letters::alarm),
        specimen("letter-advert-held", letters::advert_held),
        specimen("letter-advert-decided", letters::advert_decided),
        specimen("letter-advert-taken-down", letters::advert_taken_down),
        specimen("letter-token-ends", letters::token_ends),
        specimen("letter-alert-asked", letters::alert_asked),
        specimen("letter-alert-hits", letters::alert_hits),
        specimen("letter-account-closed", letters::account_closed),
        specimen("letter-account-opened", letters::account_opened),
        specimen("letter-role-ended", letters::role_ended),
        specimen("letter-short-messages", letters::short_messages),
        specimen("letter-test", letters::test),
        specimen("letter-profile-asked", letters::profile_asked),
        specimen("letter-profile-warned", letters::profile_warned),
        specimen("letter-profile-hidden", letters::profile_hidden),
        specimen("letter-records-alike", letters::records_alike),
        specimen("letter-records-joined", letters::records_joined),
        specimen("letter-records-parted", letters::records_parted),
    ]
}
