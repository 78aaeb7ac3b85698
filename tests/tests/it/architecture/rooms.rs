//! Which room of `server` may look into which: the rules as data, and their exceptions with reasons.

/// Rooms with the inner order model, draft, store, commands, present, routes.
pub(super) const FEATURES: &[&str] = &[
    "vacancies",
    "people",
    "organisations",
    "discovery",
    "learning",
    "mail",
    "audit",
    "accounts",
    "access",
    "identities",
    "consent",
    "trail",
    "copies",
    "erasure",
    "retention",
    "seen",
    "registration",
    "tokens",
    "admin",
    "homes",
    "advice",
    "rules",
    "alerts",
    "hiring",
    "posting",
    "moderation",
];

/// Rooms that must not look into others. Patterns are module paths from the crate's root; `{feature}`
/// stands for any feature.
pub(super) struct Ban {
    pub(super) from: &'static [&'static str],
    pub(super) never: &'static [&'static str],
    pub(super) why: &'static str,
}

/// What stands above everything that is stored and decided.
const ABOVE: &[&str] = &["app", "http", "api", "commands", "service"];

pub(super) const BANS: &[Ban] = &[
    Ban {
        from: &["{feature}::model", "{feature}::draft"],
        never: &[
            "{feature}::store",
            "{feature}::commands",
            "{feature}::forms",
            "{feature}::present",
            "{feature}::routes",
            "db",
        ],
        why: "what a thing is does not know how it is stored, changed or shown",
    },
    Ban {
        from: &["{feature}::store"],
        never: &["{feature}::commands", "{feature}::forms", "{feature}::present", "{feature}::routes"],
        why: "rows do not know who asks for them",
    },
    Ban {
        from: &["{feature}::commands"],
        never: &["{feature}::forms", "{feature}::present", "{feature}::routes", "db::entities"],
        why: "a command decides on domain values, whoever gives it",
    },
    Ban {
        from: &["{feature}::present"],
        never: &["{feature}::commands", "{feature}::forms", "{feature}::routes"],
        why: "presenting changes nothing",
    },
    Ban {
        from: &["{feature}::model", "{feature}::draft", "{feature}::store", "{feature}::commands"],
        never: ABOVE,
        why: "what is stored and decided does not know the web, the command line or the process",
    },
    Ban {
        from: &[
            "db",
            "outbox",
            "leases",
            "ids",
            "money",
            "clock",
            "config",
            "limits",
            "reference",
            "wording",
            "indexing",
            "imports",
            "allocation",
            "audit",
            "backup",
            "documents",
            "printing",
        ],
        never: ABOVE,
        why: "the ground floor carries the house and does not lean on it",
    },
    Ban {
        from: &["db", "outbox", "ids", "money", "clock", "config"],
        never: &[
            "{feature}::store",
            "{feature}::commands",
            "{feature}::present",
            "{feature}::routes",
            "indexing",
            "discovery",
        ],
        why: "the database knows the types of its columns, nothing else of a feature",
    },
    Ban {
        from: &["documents", "printing"],
        never: &["db", "outbox", "config", "keys", "app", "{feature}"],
        why: "what reads a stranger's file, or prints a person's facts, sees bytes and values alone",
    },
    Ban {
        from: &["http", "api", "commands", "service", "checks", "seeding", "imports", "app"],
        never: &["db::entities"],
        why: "tables are asked through stores",
    },
];

/// What of a feature is closed to every other room.
pub(super) const CLOSED: &[&str] = &["store", "forms", "present", "routes", "query", "search"];

/// One look into a room that the rules forbid, and why it is right all the same.
pub(super) struct Exception {
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    pub(super) why: &'static str,
}

const fn but(from: &'static str, to: &'static str, why: &'static str) -> Exception {
    Exception { from, to, why }
}

pub(super) const EXCEPTIONS: &[Exception] = &[
    but("indexing", "{feature}::store", "a follower reads the rows that the outbox names, of every feature"),
    but("discovery", "{feature}::store", "the matching columns follow the same outbox"),
    but("http::router", "{feature}::routes", "the router assembles the pages"),
    but("http::home", "vacancies", "the home page is a page of vacancies that lies at the root"),
    but("http::employer", "vacancies", "the page of an employer shows its open vacancies as lists do"),
    but("http::employer", "organisations::present", "and joins them with what is known of the employer"),
    but("http::status", "vacancies::store", "the sitemap lists every open vacancy"),
    but(
        "commands",
        "{feature}",
        "a verb of the command line is a handler as a route is: it asks, decides and shows",
    ),
    but("seen::store", "people::store", "a row of a person is read in one place, whoever looks at it"),
    but(
        "people::store",
        "consent::store",
        "whom a person lets see it is a column of the question about the person",
    ),
    but("people::present", "seen::present", "an owner is shown what employers see, worded as to them"),
    but("service", "alerts::present", "letters name a search in the words of its pages"),
    but("alerts", "vacancies::query", "an alert is a search of the results page, read and written as there"),
    but("alerts", "vacancies::present", "and told in the words of its filters"),
    but("alerts::commands", "vacancies::store", "a follower reads the rows that the outbox names"),
    but("advice", "vacancies::present", "where a vacancy is and what it pays is worded in one place"),
    but(
        "hiring::present",
        "vacancies::present",
        "what a wage and a contract are called is worded in one place",
    ),
    but("hiring::present", "seen::present", "an applicant is shown as the pages of people show it"),
    but("advice", "vacancies::store", "a vacancy is shown as its row says it"),
    but("advice::present", "discovery::present", "why somebody fits is worded in one place"),
    but("advice::present", "posting::present", "where a posted vacancy stands is worded in one place"),
    but("posting", "vacancies::store", "a posted vacancy is read as its row says it"),
    but(
        "posting::present",
        "vacancies::present",
        "where a vacancy is and what it pays is worded in one place",
    ),
    but("posting::present", "rules::present", "what a rule says is worded in one place, wherever it is told"),
    but("moderation", "vacancies::store", "a vacancy that is decided about is read as its row says it"),
    but("moderation::present", "vacancies::present", "and worded as everywhere"),
    but("moderation::present", "posting::present", "what rules said of a vacancy is worded in one place"),
    but(
        "advice::present",
        "organisations::present",
        "how far an organisation was verified is worded in one place",
    ),
    but("advice::present", "seen::present", "a person is shown as the pages of people show it"),
    but("seen::present", "discovery::present", "a person's page says why the person fits a vacancy"),
    but(
        "seen::present",
        "advice::present",
        "and which jobs fit the person, where a job's terms are worded in one place",
    ),
    but("seen::routes", "vacancies::store", "for a vacancy of the reader's own organisation"),
    but(
        "homes::gather",
        "vacancies::store",
        "an employer's home counts its open vacancies as its public page does",
    ),
    but("copies::present", "trail::present", "who looked is told on paper as on the page of the trail"),
    but(
        "{feature}::commands",
        "http::paths",
        "a letter leads to a page, and where pages lie is written once",
    ),
    but("bench", "{feature}::store", "measuring asks each part by itself, rows included"),
    but("api", "{feature}", "the interface for machines answers what the pages answer"),
    but("api::jobs", "db::entities", "an item is made of a row, as a card on a page is"),
    but("api::store", "db::entities", "the store of the interface for machines: answers kept by their keys"),
    but("imports::store", "db::entities", "the store of the imports: reference rows that no feature owns"),
];

/// Where an outside crate may be named; everywhere else it may not.
pub(super) struct Outside {
    pub(super) name: &'static str,
    pub(super) only_in: &'static [&'static str],
    /// Items that may be named anywhere.
    pub(super) but: &'static [&'static str],
}

pub(super) const OUTSIDE: &[Outside] = &[
    Outside { name: "axum", only_in: &["http", "api", "{feature}::routes", "commands::serve"], but: &[] },
    Outside { name: "tower", only_in: &["http", "api"], but: &[] },
    Outside { name: "tower_http", only_in: &["http", "api"], but: &[] },
    Outside { name: "maud", only_in: &[], but: &[] },
    Outside { name: "clap", only_in: &["config", "commands"], but: &[] },
    Outside { name: "lettre", only_in: &["config", "mail"], but: &[] },
    // Connections are served with terms that axum has no words for.
    Outside { name: "hyper", only_in: &["config", "mail", "http::connections"], but: &[] },
    Outside { name: "hyper_util", only_in: &["mail", "http::connections"], but: &[] },
    Outside { name: "hyper_rustls", only_in: &["mail"], but: &[] },
    Outside { name: "http_body_util", only_in: &["mail"], but: &[] },
    Outside { name: "csv", only_in: &["imports", "bench", "evaluation", "allocation"], but: &[] },
    Outside { name: "ed25519_dalek", only_in: &["audit"], but: &[] },
    Outside { name: "flate2", only_in: &["backup"], but: &[] },
    Outside { name: "encoding_rs", only_in: &["encoding", "imports"], but: &[] },
    Outside { name: "zip", only_in: &["documents"], but: &[] },
    Outside { name: "quick_xml", only_in: &["documents"], but: &[] },
    Outside { name: "hayro_interpret", only_in: &["documents"], but: &[] },
    Outside { name: "kurbo", only_in: &["documents"], but: &[] },
    Outside { name: "sea_orm_migration", only_in: &["db"], but: &[] },
    Outside {
        name: "sea_orm",
        only_in: &[
            "db",
            "outbox",
            "ids",
            "money",
            "reference",
            "imports::store",
            "api::store",
            "leases::store",
            "backup::store",
            "bench",
            "{feature}::model",
            "{feature}::store",
        ],
        // Errors and transactions pass through; an enumeration knows its own codes.
        but: &["DbErr", "ConnectionTrait", "DatabaseTransaction", "ActiveEnum"],
    },
];
