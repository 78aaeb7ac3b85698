//! What becomes of each row about somebody when they are erased?

pub use views::erasure::Class;

/// Whose key, or what else, a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// An account's.
    Account,
    /// A record's.
    Person,
    /// A phone number or mailbox of an account.
    Contact,
}

/// What is done with rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// They go.
    Delete,
    /// They stay, and the column is emptied.
    Blank,
    /// They stay as they are: the key that they hold leads to nobody any more. The reason.
    Stay(&'static str),
    /// The audit trail does it itself: personal parts go with their salts, digests stay.
    Trail,
}

/// Rows about somebody.
#[derive(Clone, Copy, Debug)]
pub struct Erased {
    /// Their table.
    pub table: &'static str,
    /// The column by which they are about somebody.
    pub column: &'static str,
    /// What stands there.
    pub of: Of,
    /// What is done.
    pub deed: Deed,
    /// What they are to their owner.
    pub class: Class,
}

const fn row(table: &'static str, column: &'static str, of: Of, deed: Deed, class: Class) -> Erased {
    Erased { table, column, of, deed, class }
}

const fn gone(table: &'static str, column: &'static str, of: Of, class: Class) -> Erased {
    row(table, column, of, Deed::Delete, class)
}

/// What somebody did in an office, for an organisation or as a helper: others rely on it, and can ask who it was.
const fn work(table: &'static str, column: &'static str) -> Erased {
    let why = "what was done for others stays with them, under a key that leads to nobody";
    row(table, column, Of::Account, Deed::Stay(why), Class::Work)
}

use Of::{Account, Contact, Person};

/// What is done, in the order in which it is done.
pub const ERASED: &[Erased] = &[
    row("audit_event", "person_id", Person, Deed::Trail, Class::Trail),
    // Both halves of records that were joined go, so that nothing is left to be parted.
    gone("person_merge", "survivor", Person, Class::Cases),
    gone("person_merge", "merged", Person, Class::Cases),
    gone("duplicate_case", "one", Person, Class::Cases),
    gone("duplicate_case", "other", Person, Class::Cases),
    gone("linkage_key", "person_id", Person, Class::Cases),
    gone("person_identifier", "person_id", Person, Class::Papers),
    gone("person_occupation", "person_id", Person, Class::Profile),
    gone("person_skill", "person_id", Person, Class::Profile),
    gone("person_education", "person_id", Person, Class::Profile),
    gone("person_experience", "person_id", Person, Class::Profile),
    gone("application", "person_id", Person, Class::Applications),
    gone("consent", "person_id", Person, Class::Consents),
    gone("consent_request", "person_id", Person, Class::Consents),
    gone("registration", "person_id", Person, Class::Registration),
    gone("registration", "card_account_id", Account, Class::Registration),
    gone("registration", "claimed_by", Account, Class::Registration),
    gone("person", "merged_into", Person, Class::Profile),
    gone("person", "account_id", Account, Class::Profile),
    gone("person", "id", Person, Class::Profile),
    gone("session", "account_id", Account, Class::Account),
    gone("challenge", "account_id", Account, Class::Account),
    gone("challenge", "contact", Contact, Class::Account),
    gone("recovery_code", "account_id", Account, Class::Account),
    gone("notice_setting", "account_id", Account, Class::Account),
    gone("look_count", "account_id", Account, Class::Account),
    gone("alert", "account_id", Account, Class::Letters),
    gone("alert", "recipient", Contact, Class::Letters),
    gone("message", "account", Account, Class::Letters),
    gone("message", "recipient", Contact, Class::Letters),
    gone("undeliverable", "recipient", Contact, Class::Letters),
    gone("membership", "account_id", Account, Class::Roles),
    gone("invitation", "accepted_by", Account, Class::Roles),
    gone("invitation", "contact", Contact, Class::Roles),
    gone("account", "id", Account, Class::Account),
    row("erasure", "account_id", Account, Deed::Blank, Class::Account),
    row("erasure", "person_id", Person, Deed::Blank, Class::Account),
    work("erasure", "asked_by"),
    work("person_identifier", "added_by"),
    work("person_identifier", "verified_by"),
    work("duplicate_case", "proposed_by"),
    work("duplicate_decision", "decided_by"),
    work("alarm", "account_id"),
    work("alarm", "closed_by"),
    work("api_token", "revoked_by"),
    work("registration", "account_id"),
    work("application_step", "member_id"),
    work("consent", "recorded_by"),
    work("consent_request", "asked_by"),
    work("membership", "granted_by"),
    work("invitation", "invited_by"),
    work("organisation_decision", "decided_by"),
    work("rule_version", "proposed_by"),
    work("rule_version", "confirmed_by"),
    work("rule_step", "account_id"),
    work("vacancy", "posted_by"),
    work("vacancy_step", "account_id"),
    work("advert_report", "account_id"),
    work("advert_report", "decided_by"),
    work("organisation_evidence", "added_by"),
];

/// Whether rows of a class go, at least some; else all of them stay.
pub fn goes(class: Class) -> bool {
    ERASED.iter().any(|row| row.class == class && matches!(row.deed, Deed::Delete | Deed::Blank))
}
