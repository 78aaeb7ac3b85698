//! Words for what the trail speaks of: no code of the program reaches a reader.

use crate::desk::{RoleWord, role};
use crate::{Arg, Locale, text, text_args};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionWord {
    /// Read.
    Read,
    /// A masked value was shown in full.
    Revealed,
    /// Stored.
    Created,
    /// Changed.
    Changed,
    /// Removed or taken back.
    Removed,
    /// Written to a file.
    Exported,
    /// Taken over from a file.
    Imported,
    /// Granted.
    Approved,
    /// Refused.
    Rejected,
    /// Given to others.
    Shared,
    /// Signed in.
    SignedIn,
    /// Signed out.
    SignedOut,
    /// A try at signing in.
    SignInRefused,
    /// Personal parts were erased.
    Erased,
    /// Something that this program does not know.
    Other,
}

impl ActionWord {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Read,
        Self::Revealed,
        Self::Created,
        Self::Changed,
        Self::Removed,
        Self::Exported,
        Self::Imported,
        Self::Approved,
        Self::Rejected,
        Self::Shared,
        Self::SignedIn,
        Self::SignedOut,
        Self::SignInRefused,
        Self::Erased,
        Self::Other,
    ];

    /// What was done to what.
    pub fn said(self, locale: Locale, what: &str) -> String {
        let what = [("what", Arg::Text(what))];
        match self {
            Self::Read => text_args(locale, "trail-read", &what),
            Self::Revealed => text_args(locale, "trail-revealed", &what),
            Self::Created => text_args(locale, "trail-created", &what),
            Self::Changed => text_args(locale, "trail-changed", &what),
            Self::Removed => text_args(locale, "trail-removed", &what),
            Self::Exported => text_args(locale, "trail-exported", &what),
            Self::Imported => text_args(locale, "trail-imported", &what),
            Self::Approved => text_args(locale, "trail-approved", &what),
            Self::Rejected => text_args(locale, "trail-rejected", &what),
            Self::Shared => text_args(locale, "trail-shared", &what),
            Self::SignedIn => text(locale, "trail-signed-in"),
            Self::SignedOut => text(locale, "trail-signed-out"),
            Self::SignInRefused => text(locale, "trail-sign-in-refused"),
            Self::Erased => text_args(locale, "trail-erased", &what),
            Self::Other => text_args(locale, "trail-other", &what),
        }
    }
}

/// What it was for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PurposeWord {
    /// Nobody had to say.
    Unsaid,
    /// By its name.
    Named(String),
    /// One that has no name here.
    Other,
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhoWord {
    /// The reader.
    You,
    /// The platform.
    Platform,
    /// Whoever runs it.
    Operator,
    /// Whoever tried to sign in and could not.
    Stranger,
    /// Somebody in a role.
    Somebody {
        /// The role, where it is known.
        role: Option<RoleWord>,
        /// The organisation, where it is known.
        organisation: Option<String>,
    },
    /// It was erased.
    Erased,
}

impl WhoWord {
    /// Who that is.
    pub fn said(&self, locale: Locale) -> String {
        match self {
            Self::You => text(locale, "trail-you"),
            Self::Platform => text(locale, "trail-platform"),
            Self::Operator => text(locale, "trail-operator"),
            Self::Stranger => text(locale, "trail-stranger"),
            Self::Erased => text(locale, "trail-who-erased"),
            Self::Somebody { role: held, organisation } => {
                let role = held.map_or_else(|| text(locale, "trail-somebody"), |held| role(locale, held));
                match organisation {
                    Some(organisation) => format!("{role}, {organisation}"),
                    None => role,
                }
            }
        }
    }
}

/// What is said in one word where action and thing would say it clumsily.
pub(super) fn deed(locale: Locale, action: ActionWord, subject: &str) -> Option<String> {
    match (action, subject) {
        (ActionWord::Approved, "consent") => Some(text(locale, "trail-consent-given")),
        (ActionWord::Removed, "consent") => Some(text(locale, "trail-consent-withdrawn")),
        (ActionWord::Created, "consent_request") => Some(text(locale, "trail-consent-asked")),
        (ActionWord::Rejected, "consent_request") => Some(text(locale, "trail-consent-refused")),
        (ActionWord::Read, "duplicate_case") => Some(text(locale, "trail-twins-read")),
        (ActionWord::Created, "duplicate_case") => Some(text(locale, "trail-twins-asked")),
        (ActionWord::Approved, "duplicate_case") => Some(text(locale, "trail-twins-same")),
        (ActionWord::Rejected, "duplicate_case") => Some(text(locale, "trail-twins-different")),
        (ActionWord::Changed, "duplicate_case") => Some(text(locale, "trail-twins-changed")),
        (ActionWord::Approved, "person_identifier") => Some(text(locale, "trail-document-checked")),
        (ActionWord::Rejected, "person_identifier") => Some(text(locale, "trail-document-refused")),
        (ActionWord::Created, "erasure") => Some(text(locale, "trail-erasure-asked")),
        (ActionWord::Removed, "erasure") => Some(text(locale, "trail-erasure-kept")),
        (ActionWord::Created, "membership") => Some(text(locale, "trail-role-began")),
        (ActionWord::Removed, "membership") => Some(text(locale, "trail-role-ended")),
        (ActionWord::Approved, "membership") => Some(text(locale, "trail-role-confirmed")),
        (ActionWord::Exported, "account") => Some(text(locale, "trail-copied")),
        _ => None,
    }
}

/// What a kind of thing is called.
pub(super) fn subject(locale: Locale, code: &str) -> String {
    match code {
        "person" => text(locale, "trail-of-person"),
        "account" => text(locale, "trail-of-account"),
        "membership" => text(locale, "trail-of-membership"),
        "application" => text(locale, "trail-of-application"),
        "consent" => text(locale, "trail-of-consent"),
        "consent_request" => text(locale, "trail-of-request"),
        "person_identifier" => text(locale, "trail-of-document"),
        "duplicate_case" => text(locale, "trail-of-duplicate"),
        "erasure" => text(locale, "trail-of-erasure"),
        "alert" => text(locale, "trail-of-alert"),
        _ => text(locale, "trail-of-other"),
    }
}

/// What a field is called; none that has no name of its own.
fn field(locale: Locale, name: &str) -> Option<String> {
    Some(match name {
        "name" | "names" | "given_name" | "family_name" | "latin_name" => text(locale, "trail-field-name"),
        "sex" => text(locale, "trail-field-sex"),
        "birth_date" => text(locale, "trail-field-birth"),
        "phone" => text(locale, "trail-field-phone"),
        "email" => text(locale, "trail-field-email"),
        "contact" => text(locale, "trail-field-contact"),
        "identifier" | "identifiers" => text(locale, "trail-field-identifier"),
        "province" | "district" | "village" | "address" => text(locale, "trail-field-place"),
        "headline" | "wishes" | "wage" => text(locale, "trail-field-wishes"),
        "visibility" => text(locale, "trail-field-visibility"),
        "skills" => text(locale, "trail-field-skills"),
        "languages" => text(locale, "trail-field-languages"),
        "licences" => text(locale, "trail-field-licences"),
        "experience" | "occupations" | "work" => text(locale, "trail-field-work"),
        "education" | "qualification" => text(locale, "trail-field-education"),
        "status" => text(locale, "trail-field-status"),
        "password" => text(locale, "trail-field-password"),
        "session" | "sessions" => text(locale, "trail-field-sessions"),
        "second_factor" | "recovery_codes" => text(locale, "trail-field-second"),
        "ends" => text(locale, "trail-field-ends"),
        "card" => text(locale, "trail-field-card"),
        "owner" => text(locale, "trail-field-owner"),
        "witness" => text(locale, "trail-field-witness"),
        "language" => text(locale, "trail-field-language"),
        "code" => return None,
        _ => text(locale, "trail-field-other"),
    })
}

/// Fields in a line, each once.
pub(super) fn fields(locale: Locale, names: &[String]) -> String {
    let mut said: Vec<String> = Vec::new();
    for name in names.iter().filter_map(|name| field(locale, name)) {
        if !said.contains(&name) {
            said.push(name);
        }
    }
    said.join(", ")
}
