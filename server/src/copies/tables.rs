//! Which rows are about somebody, and which of their columns are nobody's to read?

/// Whose key a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// An account's.
    Account,
    /// A record's.
    Person,
}

/// Rows that are copied.
#[derive(Clone, Copy, Debug)]
pub struct Copied {
    /// Their table.
    pub table: &'static str,
    /// The column by which they belong to somebody.
    pub column: &'static str,
    /// Whose key stands there.
    pub of: Of,
    /// Columns that are left out: secrets, and who else was concerned.
    pub hidden: &'static [&'static str],
}

const fn of_account(table: &'static str, column: &'static str, hidden: &'static [&'static str]) -> Copied {
    Copied { table, column, of: Of::Account, hidden }
}

const fn of_person(table: &'static str, column: &'static str, hidden: &'static [&'static str]) -> Copied {
    Copied { table, column, of: Of::Person, hidden }
}

/// What is copied, in the order of the file.
pub const COPIED: &[Copied] = &[
    of_account("account", "id", &["password_hash", "totp_secret", "totp_step", "card_pin"]),
    of_account("recovery_code", "account_id", &["digest"]),
    of_account("notice_setting", "account_id", &[]),
    of_account("membership", "account_id", &["granted_by"]),
    of_account("message", "account", &["html", "claimed_by", "claimed_until", "last_error", "unsubscribe"]),
    // Of an account it is written where the account says.
    of_account("alert", "account_id", &["channel", "recipient"]),
    of_account("erasure", "account_id", &["person_id", "asked_by", "reason", "witness"]),
    of_person("person", "id", &["content_hash"]),
    of_person("person_occupation", "person_id", &[]),
    of_person("person_skill", "person_id", &[]),
    of_person("person_experience", "person_id", &[]),
    of_person("person_education", "person_id", &[]),
    // The number as it is sealed; the copy holds it opened.
    of_person("person_identifier", "person_id", &["number", "digest", "added_by", "verified_by"]),
    of_person("registration", "person_id", &["account_id", "key", "digest"]),
    of_person("application", "person_id", &["terms", "terms_hash", "version", "reminded_at"]),
    of_person("consent", "person_id", &["recorded_by"]),
    of_person("consent_request", "person_id", &["asked_by"]),
    // Who did it, and from where, is somebody else's; the page of the trail says in which role.
    of_person("audit_event", "person_id", &["personal", "actor", "salt", "digest", "seal", "position"]),
];

/// Columns that name an account or a record and are not copied, and why.
pub const LEFT_OUT: &[(&str, &str, &str)] = &[
    ("session", "account_id", "where somebody is signed in stands at /me/account, and is of use for a month"),
    ("challenge", "account_id", "codes that were sent are of use for minutes, and are secrets"),
    ("person", "account_id", "the record is copied by its own key"),
    ("person", "merged_into", "the record that is left is copied by its own key"),
    ("person_identifier", "added_by", "the paper is the person's whom it is about"),
    ("person_identifier", "verified_by", "the paper is the person's whom it is about"),
    ("person_merge", "survivor", "what was moved is copied where it is now"),
    ("person_merge", "merged", "what was moved is copied where it is now"),
    ("duplicate_case", "one", "a question about two records, of which the other may be somebody else's"),
    ("duplicate_case", "other", "a question about two records, of which the other may be somebody else's"),
    ("duplicate_case", "proposed_by", "what is asked about records is theirs"),
    ("duplicate_decision", "decided_by", "what is decided about records is theirs"),
    ("linkage_key", "person_id", "made of the record, and made afresh of it"),
    ("look_count", "account_id", "how often somebody looked at people on a day; of no use on the next"),
    ("alarm", "account_id", "whoever is watched shall not learn by it how"),
    ("alarm", "closed_by", "what is noted about others is theirs"),
    ("api_token", "revoked_by", "a token is of the operator or of an organisation"),
    ("registration", "account_id", "what a helper wrote down is the person's whom it is about"),
    ("registration", "card_account_id", "the account of a card is copied by its own key"),
    ("registration", "claimed_by", "the record is copied by its own key"),
    ("application_step", "member_id", "what is done for an organisation is the organisation's"),
    ("consent", "recorded_by", "what a helper wrote down is the person's whom it is about"),
    ("consent_request", "asked_by", "what is asked for an organisation is the organisation's"),
    ("erasure", "person_id", "an officer asked, who tells whoever came"),
    ("erasure", "asked_by", "what an officer asked for is the person's whom it is about"),
    ("membership", "granted_by", "a role is a copy of whoever has it"),
    ("invitation", "invited_by", "what is done for an organisation is the organisation's"),
    ("invitation", "accepted_by", "the role that came of it is copied"),
    ("organisation_decision", "decided_by", "what is decided about an organisation is the organisation's"),
    ("rule_version", "proposed_by", "what is decided about a rule is the country's"),
    ("rule_version", "confirmed_by", "what is decided about a rule is the country's"),
    ("rule_step", "account_id", "what is decided about a rule is the country's"),
    ("vacancy", "posted_by", "what is posted for an organisation is the organisation's"),
    ("vacancy_step", "account_id", "what is done about a vacancy is the organisation's"),
    ("advert_report", "account_id", "a report is about an advert, and kept for those whom it protects"),
    ("advert_report", "decided_by", "what is decided about an advert is the organisation's"),
    ("organisation_evidence", "added_by", "what is done for an organisation is the organisation's"),
];
