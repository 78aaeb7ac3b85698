//! What are the tables and columns of the copy called, for a reader of the paper?

use crate::{Arg, Locale, text, text_args};

/// What a table holds; none where no part of the paper is made of it.
pub fn heading(locale: Locale, table: &str) -> Option<String> {
    Some(match table {
        "account" => text(locale, "copies-of-account"),
        "recovery_code" => text(locale, "copies-of-codes"),
        "notice_setting" => text(locale, "notices-title"),
        "membership" => text(locale, "copies-of-roles"),
        "message" => text(locale, "notices-sent"),
        "erasure" => text(locale, "copies-of-erasure"),
        "alert" => text(locale, "alerts-title"),
        "person" => text(locale, "profile-title"),
        "person_occupation" => text(locale, "copies-of-occupations"),
        "person_skill" => text(locale, "profile-part-skills"),
        "person_experience" => text(locale, "profile-part-experience"),
        "person_education" => text(locale, "profile-part-education"),
        "person_identifier" => text(locale, "id-title"),
        "registration" => text(locale, "copies-of-registrations"),
        "application" => text(locale, "copies-of-applications"),
        "consent" => text(locale, "copies-of-consents"),
        "consent_request" => text(locale, "copies-of-requests"),
        "audit_event" => text(locale, "trail-title"),
        _ => return None,
    })
}

/// What a column of a table says; none for keys, and for columns that are no fact by themselves.
pub fn column(locale: Locale, table: &str, column: &str) -> Option<String> {
    match table {
        "account" | "recovery_code" | "notice_setting" | "membership" => of_account(locale, column),
        "message" | "erasure" => of_letters(locale, column),
        "person" => of_person(locale, column).or_else(|| of_wishes(locale, column)),
        "person_occupation" | "person_skill" | "person_experience" | "person_education" => {
            of_work(locale, column)
        }
        "person_identifier" | "registration" => of_papers(locale, column),
        "application" => of_applications(locale, column),
        "consent" | "consent_request" => of_consents(locale, column),
        "alert" => of_alerts(locale, column),
        _ => None,
    }
}

fn of_alerts(locale: Locale, column: &str) -> Option<String> {
    Some(match column {
        "query" => text(locale, "copies-alert-query"),
        "language" => text(locale, "copies-language"),
        "frequency" => text(locale, "alerts-frequency"),
        "state" => text(locale, "copies-state"),
        "next_due" => text(locale, "copies-alert-due"),
        "created_at" => text(locale, "copies-created"),
        "changed_at" => text(locale, "copies-updated"),
        _ => return None,
    })
}

fn of_account(locale: Locale, column: &str) -> Option<String> {
    Some(match column {
        "phone" => text(locale, "profile-phone"),
        "email" => text(locale, "profile-email"),
        "language" => text(locale, "copies-language"),
        "totp_since" => text(locale, "copies-second-step"),
        "status" => text(locale, "copies-state"),
        "created_at" => text(locale, "copies-created"),
        "updated_at" => text(locale, "copies-updated"),
        "card" => text(locale, "copies-card"),
        "card_contact" => text(locale, "copies-card-contact"),
        "demo" => text(locale, "copies-demo"),
        "locked_at" => text(locale, "copies-locked"),
        "lock_reason" => text(locale, "copies-why"),
        "used_at" => text(locale, "copies-used"),
        "channel" => text(locale, "copies-channel"),
        "quiet_from" => text(locale, "notices-quiet-from"),
        "quiet_to" => text(locale, "notices-quiet-to"),
        "role" => text(locale, "copies-role"),
        "organisation_id" => text(locale, "copies-organisation"),
        "province_id" => text(locale, "profile-province"),
        "district_id" => text(locale, "profile-district"),
        "administers" => text(locale, "copies-administers"),
        "granted_at" => text(locale, "copies-given"),
        "until" => text(locale, "copies-until"),
        "confirmed_at" => text(locale, "copies-confirmed"),
        "ended_at" => text(locale, "copies-ended"),
        _ => return None,
    })
}

fn of_applications(locale: Locale, column: &str) -> Option<String> {
    Some(match column {
        "organisation_id" => text(locale, "copies-organisation"),
        "stage" => text(locale, "copies-application-stage"),
        "next_actor" => text(locale, "copies-application-next"),
        "since" => text(locale, "copies-application-since"),
        "made_at" => text(locale, "copies-application-made"),
        "closed_at" => text(locale, "copies-application-closed"),
        "due_on" => text(locale, "copies-application-due"),
        _ => return None,
    })
}

fn of_letters(locale: Locale, column: &str) -> Option<String> {
    Some(match column {
        "channel" => text(locale, "copies-channel"),
        "kind" => text(locale, "copies-about"),
        "recipient" => text(locale, "copies-recipient"),
        "language" => text(locale, "copies-language"),
        "subject" => text(locale, "copies-subject"),
        "text" => text(locale, "copies-text"),
        "secret" => text(locale, "copies-secret"),
        "urgency" => text(locale, "copies-urgency"),
        "status" | "stage" => text(locale, "copies-state"),
        "attempts" => text(locale, "copies-attempts"),
        "next_attempt_at" => text(locale, "copies-next-attempt"),
        "created_at" => text(locale, "copies-created"),
        "sent_at" => text(locale, "copies-sent"),
        "expires_at" => text(locale, "copies-expires"),
        "asked_at" => text(locale, "copies-asked"),
        "due_at" => text(locale, "copies-due"),
        "warned_at" => text(locale, "copies-warned"),
        "held" => text(locale, "copies-held"),
        "ended_at" => text(locale, "copies-ended"),
        _ => return None,
    })
}

fn of_person(locale: Locale, column: &str) -> Option<String> {
    Some(match column {
        "source" => text(locale, "copies-source"),
        "given_name" => text(locale, "profile-given"),
        "family_name" => text(locale, "profile-family"),
        "latin_name" => text(locale, "profile-latin"),
        "sex" => text(locale, "profile-sex"),
        "birth_date" => text(locale, "profile-seen-birth"),
        "birth_precision" => text(locale, "copies-precision"),
        "phone" => text(locale, "profile-phone"),
        "email" => text(locale, "profile-email"),
        "place_text" => text(locale, "copies-place"),
        "province_id" => text(locale, "profile-province"),
        "district_id" => text(locale, "profile-district"),
        "profile" => text(locale, "copies-profile"),
        "language" => text(locale, "copies-language"),
        "visibility" => text(locale, "profile-visibility"),
        "visibility_since" => text(locale, "copies-visibility-since"),
        "visibility_asked_at" => text(locale, "copies-visibility-asked"),
        "visibility_told" => text(locale, "copies-visibility-told"),
        "created_at" => text(locale, "copies-created"),
        "updated_at" => text(locale, "copies-updated"),
        _ => return None,
    })
}

fn of_wishes(locale: Locale, column: &str) -> Option<String> {
    Some(match column {
        "headline" => text(locale, "copies-headline"),
        "wage_wish" => text(locale, "profile-wage"),
        "qualification" => text(locale, "copies-qualification"),
        "experience_months" => text(locale, "copies-months"),
        "available_from" => text(locale, "profile-available"),
        "shifts" => text(locale, "profile-shifts"),
        "abroad" => text(locale, "profile-abroad"),
        "max_distance_km" => text(locale, "profile-distance"),
        "licences" => text(locale, "profile-part-licences"),
        "languages" => text(locale, "profile-part-languages"),
        _ => return None,
    })
}

fn of_work(locale: Locale, column: &str) -> Option<String> {
    Some(match column {
        "occupation_id" => text(locale, "copies-occupation"),
        "skill_id" => text(locale, "copies-skill"),
        "months" => text(locale, "copies-months"),
        "confidence" => text(locale, "copies-confidence"),
        "level" => text(locale, "profile-school-level"),
        "evidence" => text(locale, "profile-evidence"),
        "title" => text(locale, "copies-job"),
        "employer" => text(locale, "copies-employer"),
        "began" => text(locale, "copies-from"),
        "ended" => text(locale, "copies-until"),
        "tasks" => text(locale, "copies-tasks"),
        "field" => text(locale, "profile-school-field"),
        "school" => text(locale, "profile-school-name"),
        "school_id" => text(locale, "copies-school-here"),
        "year" => text(locale, "profile-school-year"),
        "finished" => text(locale, "profile-school-done"),
        "certificate" => text(locale, "profile-school-paper"),
        "created_at" => text(locale, "copies-created"),
        _ => return None,
    })
}

fn of_papers(locale: Locale, column: &str) -> Option<String> {
    Some(match column {
        "kind" => text(locale, "id-kind"),
        "number" => text(locale, "id-number"),
        "last_four" => text(locale, "copies-last-four"),
        "issuer" => text(locale, "id-issuer"),
        "issued_on" => text(locale, "id-issued"),
        "expires_on" => text(locale, "id-expires"),
        "added_at" | "created_at" => text(locale, "copies-created"),
        "verified_at" => text(locale, "copies-verified"),
        "method" => text(locale, "id-method"),
        "phone_of" => text(locale, "copies-phone-of"),
        "reads" => text(locale, "copies-reads"),
        "claimed_at" => text(locale, "copies-claimed"),
        _ => return None,
    })
}

fn of_consents(locale: Locale, column: &str) -> Option<String> {
    Some(match column {
        "purpose" => text(locale, "copies-purpose"),
        "organisation_id" | "audience" => text(locale, "copies-to"),
        "classes" => text(locale, "copies-classes"),
        "text_version" => text(locale, "copies-version"),
        "language" => text(locale, "copies-language"),
        "channel" => text(locale, "copies-how"),
        "witness" => text(locale, "copies-witness"),
        "given_at" => text(locale, "copies-given"),
        "starts" => text(locale, "copies-from"),
        "ends" => text(locale, "copies-until"),
        "withdrawn_at" => text(locale, "copies-withdrawn"),
        "reason" => text(locale, "copies-why"),
        "asked_at" => text(locale, "copies-asked"),
        "open_until" => text(locale, "copies-open-until"),
        "answered_at" => text(locale, "copies-answered"),
        "answer" => text(locale, "copies-answer"),
        _ => return None,
    })
}

/// What stands above the parts.
pub fn lead(locale: Locale) -> Vec<String> {
    vec![text(locale, "copies-paper-lead"), text(locale, "copies-kept-out")]
}

/// What stands where a part is empty.
pub fn none(locale: Locale) -> String {
    text(locale, "copies-none")
}

/// A code that was not used yet.
pub fn unused_code(locale: Locale) -> String {
    text(locale, "copies-unused")
}

/// Who looked, of which only the last entries are printed.
pub fn last_entries(locale: Locale, count: usize) -> String {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    text_args(locale, "copies-trail", &[("count", Arg::Number(count))])
}

/// Yes or no.
pub fn truth(locale: Locale, truth: bool) -> String {
    if truth { text(locale, "profile-yes") } else { text(locale, "profile-no") }
}
