//! What do the codes in the copy mean, for a reader of the paper?

use crate::alerts::{FrequencyWord, StateWord};
use crate::consent::{ClassWord, Recipient};
use crate::hiring::{HandWord, StageWord};
use crate::identities::{Document, How};
use crate::{Locale, account, text, words};

/// What a code of a column means; none where there are no words for it.
pub fn word(locale: Locale, (table, column): (&str, &str), code: &str) -> Option<String> {
    match (table, column) {
        ("account", "status") => of_account(locale, code),
        ("message", "kind") => {
            account::about(locale, code).or_else(|| Some(text(locale, "copies-other-letter")))
        }
        ("message", "status") => of_letter(locale, code),
        ("message", "urgency") => of_urgency(locale, code),
        ("message" | "notice_setting", "channel") => of_channel(locale, code),
        ("erasure", "stage" | "held") => of_erasure(locale, code),
        ("person", "source") => Some(of_source(locale, code)),
        ("person", "sex" | "birth_precision" | "visibility") => of_person(locale, code),
        ("person_skill", "evidence") => Some(crate::profile::skill_evidence(locale, code)),
        ("person_identifier", "kind") => document(code).map(|document| document.said(locale)),
        ("person_identifier", "method") => how(code).map(|how| how.said(locale)),
        ("registration", _) => of_registration(locale, code),
        ("alert", "frequency") => FrequencyWord::from_code(code).map(|word| word.said(locale)),
        ("alert", "state") => StateWord::from_code(code).map(|word| word.said(locale)),
        ("application", "stage") => StageWord::of(code).map(|stage| stage.to_person(locale)),
        ("application", "next_actor") => HandWord::of(code).map(|hand| hand.said(locale)),
        ("consent", "audience") => of_audience(locale, code),
        ("consent", "channel") => of_way(locale, code),
        ("consent_request", "answer") => of_answer(locale, code),
        (_, "language") => Some(words::language(locale, code)),
        _ => None,
    }
}

/// Classes of what is shown, as a row holds them: codes between spaces.
pub fn classes(locale: Locale, codes: &str) -> String {
    let said = codes.split_whitespace().map(|code| class(locale, code).unwrap_or_else(|| code.to_owned()));
    said.collect::<Vec<_>>().join(", ")
}

fn class(locale: Locale, code: &str) -> Option<String> {
    Some(match code {
        "work" => ClassWord::Work.said(locale),
        "name" => ClassWord::Name.said(locale),
        "birth_date" => ClassWord::BirthDate.said(locale),
        "contact" => ClassWord::Contact.said(locale),
        "identifier" => ClassWord::Identifier.said(locale),
        "health" => ClassWord::Health.said(locale),
        _ => return None,
    })
}

fn of_account(locale: Locale, code: &str) -> Option<String> {
    Some(match code {
        "active" => text(locale, "copies-active"),
        "closed" => text(locale, "copies-closed"),
        _ => return None,
    })
}

fn of_letter(locale: Locale, code: &str) -> Option<String> {
    Some(match code {
        "waiting" => text(locale, "copies-waiting"),
        "sent" => text(locale, "copies-was-sent"),
        "dead" => text(locale, "notices-state-failed"),
        "withdrawn" => text(locale, "notices-state-withdrawn"),
        _ => return None,
    })
}

fn of_urgency(locale: Locale, code: &str) -> Option<String> {
    Some(match code {
        "now" => text(locale, "copies-at-once"),
        "can_wait" => text(locale, "copies-may-wait"),
        _ => return None,
    })
}

fn of_channel(locale: Locale, code: &str) -> Option<String> {
    Some(match code {
        "email" => text(locale, "profile-email"),
        "sms" => text(locale, "copies-sms"),
        _ => return None,
    })
}

fn of_erasure(locale: Locale, code: &str) -> Option<String> {
    Some(match code {
        "waiting" => text(locale, "copies-waiting"),
        "taken_back" => text(locale, "copies-taken-back"),
        "done" => text(locale, "copies-done"),
        "identity_case" => text(locale, "erasure-held-case"),
        "last_administrator" => text(locale, "erasure-held-administrator"),
        _ => return None,
    })
}

/// Where a record comes from: what is neither the owner's nor a helper's was taken over from a list.
fn of_source(locale: Locale, code: &str) -> String {
    match code {
        "own" => text(locale, "copies-by-you"),
        "helper" => text(locale, "copies-by-helper"),
        _ => text(locale, "copies-by-list"),
    }
}

fn of_person(locale: Locale, code: &str) -> Option<String> {
    Some(match code {
        "female" => text(locale, "profile-sex-female"),
        "male" => text(locale, "profile-sex-male"),
        "unknown" => text(locale, "profile-sex-unknown"),
        "day" => text(locale, "copies-to-the-day"),
        "month" => text(locale, "copies-to-the-month"),
        "year" => text(locale, "copies-to-the-year"),
        "hidden" => text(locale, "profile-visibility-hidden"),
        "anonymous" => text(locale, "profile-visibility-anonymous"),
        "open" => text(locale, "profile-visibility-open"),
        _ => return None,
    })
}

fn document(code: &str) -> Option<Document> {
    Some(match code {
        "chip_card" => Document::ChipCard,
        "old_card" => Document::OldCard,
        "household_book" => Document::HouseholdBook,
        "passport" => Document::Passport,
        "border_pass" => Document::BorderPass,
        "social_security" => Document::SocialSecurity,
        "tax" => Document::Tax,
        "school" => Document::School,
        _ => return None,
    })
}

fn how(code: &str) -> Option<How> {
    Some(match code {
        "original" => How::Original,
        "copy" => How::Copy,
        "register" => How::Register,
        _ => return None,
    })
}

fn of_registration(locale: Locale, code: &str) -> Option<String> {
    Some(match code {
        "nobody" => text(locale, "register-phone-nobody"),
        "own" => text(locale, "register-phone-own"),
        "shared" => text(locale, "register-phone-shared"),
        "helper" => text(locale, "copies-phone-helper"),
        "alone" => text(locale, "register-reads-alone"),
        "with_help" => text(locale, "register-reads-with-help"),
        "not_at_all" => text(locale, "register-reads-not-at-all"),
        _ => return None,
    })
}

fn of_audience(locale: Locale, code: &str) -> Option<String> {
    Some(match code {
        "officers_of_my_area" => Recipient::Officers.said(locale),
        "counterparts" => Recipient::Counterparts.said(locale),
        _ => return None,
    })
}

fn of_way(locale: Locale, code: &str) -> Option<String> {
    Some(match code {
        "own" => text(locale, "copies-way-own"),
        "officer_assisted" => text(locale, "copies-way-read"),
        "audio" => text(locale, "copies-way-played"),
        _ => return None,
    })
}

fn of_answer(locale: Locale, code: &str) -> Option<String> {
    Some(match code {
        "given" => text(locale, "copies-said-yes"),
        "refused" => text(locale, "copies-said-no"),
        "lapsed" => text(locale, "copies-said-nothing"),
        _ => return None,
    })
}
