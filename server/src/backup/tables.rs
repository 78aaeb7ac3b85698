//! Which tables does a backup hold, and which not, and why?

/// A table that is taken.
#[derive(Clone, Copy, Debug)]
pub struct TakenTable {
    /// Its name.
    pub name: &'static str,
    /// Which of its rows, in the words of both databases; all of them where nothing is said.
    pub only: Option<&'static str>,
}

const fn all(name: &'static str) -> TakenTable {
    TakenTable { name, only: None }
}

/// What is taken, in an order in which rows come after those that they refer to.
pub const TAKEN: &[TakenTable] = &[
    // The identity of a database, the floor of its outbox, how far it was followed, whom it told of short messages and its
    // last backup belong to that database alone.
    TakenTable {
        name: "setting",
        only: Some(
            "name not in ('database_id', 'outbox_floor', 'twins_position', 'twins_walked', 'sms_told', 'last_backup')",
        ),
    },
    all("concept"),
    all("label"),
    all("place"),
    all("skill_link"),
    all("country"),
    all("isic_section"),
    all("exchange_rate"),
    all("instrument"),
    all("rule"),
    all("rule_version"),
    all("rule_step"),
    all("organisation"),
    all("organisation_site"),
    all("organisation_evidence"),
    all("organisation_decision"),
    all("vacancy"),
    all("vacancy_skill"),
    all("vacancy_terms"),
    all("vacancy_step"),
    all("vacancy_check"),
    all("vacancy_mark"),
    all("advert_report"),
    all("person"),
    all("person_occupation"),
    all("person_skill"),
    all("person_education"),
    all("person_experience"),
    all("person_identifier"),
    all("duplicate_case"),
    all("duplicate_decision"),
    all("person_merge"),
    all("application"),
    all("application_step"),
    all("consent"),
    all("consent_request"),
    all("api_token"),
    all("idempotency_key"),
    all("closed_day"),
    all("search_log"),
    all("search_click"),
    all("search_sum"),
    all("synonym_decision"),
    all("account"),
    all("recovery_code"),
    all("alert"),
    all("alert_hit"),
    all("membership"),
    all("invitation"),
    all("registration"),
    // A code that waits to be sent belongs to a challenge, and those are left out.
    TakenTable { name: "message", only: Some("not (secret and status = 'waiting')") },
    all("undeliverable"),
    all("notice_setting"),
    all("alarm"),
    all("erasure"),
    all("erased_record"),
    all("retention_run"),
    all("audit_seal"),
    all("audit_event"),
];

/// What is left out, and why.
pub const LEFT_OUT: &[(&str, &str)] = &[
    ("session", "whoever holds a backup shall not be signed in as anybody: people sign in again"),
    ("challenge", "codes that were sent are of use for minutes: people ask for another"),
    ("throttle", "counts of tries that are of use for minutes"),
    ("look_count", "how often somebody looked at people on a day; of no use on the next"),
    ("lease", "says which process works now; none does after a restore"),
    ("linkage_key", "made of the people: whoever looks for twins makes them afresh"),
    ("outbox", "its positions mean nothing on another database: followers begin again from the tables"),
];

/// When columns are set that cannot be there when their row is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Later {
    /// After some rows.
    Soon,
    /// After all rows of the table: they refer to rows that come later. Their pairs are held in memory till then.
    AtTheEnd,
}

/// Columns that are set later than their row is written: the table, its key, the columns, when.
pub(super) const SET_LATER: &[(&str, &str, &[&str], Later)] = &[
    ("concept", "id", &["parent_id"], Later::AtTheEnd),
    // As the program itself does it: the guards of the trail refuse an event that comes with a seal.
    ("audit_event", "id", &["seal", "position"], Later::Soon),
];
