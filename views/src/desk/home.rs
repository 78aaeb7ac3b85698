//! Somebody's own first page, in words: what needs them next, and which roles they have.

use super::members::button;
use super::{DeskPage, RoleWord, Row, Section, role};
use crate::layout::Chrome;
use crate::profile::PartWord;
use crate::{Arg, Link, Locale, text, text_args};

/// Something to be done, or a place to go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// A second factor is to be set up.
    SecondFactor {
        /// Where.
        href: String,
    },
    /// An organisation's members.
    Members {
        /// Where.
        href: String,
        /// Its name.
        organisation: String,
        /// Memberships that are to be confirmed.
        to_confirm: u64,
    },
    /// Letters or short messages do not arrive.
    Contact {
        /// Where that is mended.
        href: String,
        /// Whether it is the mailbox, and not the phone.
        mailbox: bool,
        /// Since when, as it is written.
        since: String,
    },
    /// Organisations can be verified.
    Verify {
        /// Where.
        href: String,
    },
    /// It can be decided who is who.
    Identities {
        /// Where.
        href: String,
    },
    /// People can be found.
    People {
        /// Where.
        href: String,
    },
    /// Alarms can be read.
    Alarms {
        /// Where.
        href: String,
    },
    /// Somebody invites the reader.
    Invited {
        /// Where it is accepted.
        href: String,
        /// Name of the organisation; none where it is the platform itself.
        organisation: Option<String>,
        /// To which role.
        role: RoleWord,
        /// Until when, as it is written.
        until: String,
    },
    /// The own profile.
    Profile {
        /// Where.
        href: String,
        /// What is missing next.
        next: Option<PartWord>,
    },
    /// Somebody asks to see more of the reader.
    ConsentAsked {
        /// Where it is answered.
        href: String,
        /// How many ask.
        count: u64,
    },
    /// People can be registered.
    Register {
        /// Where.
        href: String,
    },
    /// A record that others made may be the reader's.
    Claim {
        /// Where that is said.
        href: String,
    },
    /// An office looks whether two records are of the reader.
    LookedAt {
        /// Where that is told.
        href: String,
    },
    /// Roles that belong to no organisation are to be confirmed.
    Roles {
        /// Where.
        href: String,
        /// How many.
        to_confirm: u64,
    },
    /// The platform can be kept going.
    Admin {
        /// Where.
        href: String,
    },
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HomeDone {
    /// A role was given up.
    Left,
    /// A role was taken.
    Joined,
}

impl HomeDone {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Left => text(locale, "me-left"),
            Self::Joined => text(locale, "me-joined"),
        }
    }
}

/// A role of the reader.
#[derive(Debug, Clone)]
pub struct OwnRole {
    /// By which the membership is named.
    pub id: String,
    /// The role.
    pub role: RoleWord,
    /// The organisation's name.
    pub organisation: Option<String>,
    /// The area's name.
    pub area: Option<String>,
    /// Until when, as it is written.
    pub until: Option<String>,
}

/// The reader's own first page; `leave` is where a role is given up, the last
/// ones are where the reader's organisations, alerts, consents, trail, copies and account are.
pub fn home(
    chrome: Chrome,
    tasks: Vec<Task>,
    (roles, leave): (Vec<OwnRole>, &str),
    (done, last): (Option<HomeDone>, bool),
    [organisations, alerts, consents, trail, copies, account]: [&str; 6],
) -> DeskPage {
    let locale = chrome.locale;
    let next = Section {
        id: "next",
        heading: text(locale, "me-next"),
        rows: tasks.into_iter().map(|task| task_row(locale, task)).collect(),
        none: Some(text(locale, "me-nothing")),
        ..Section::default()
    };
    let held = Section {
        id: "roles",
        heading: text(locale, "me-roles"),
        rows: roles.into_iter().map(|own| own_row(locale, leave, own)).collect(),
        none: Some(text(locale, "me-roles-none")),
        ..Section::default()
    };
    let heading = text(locale, "me-title");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        done: done.map(|done| done.said(locale)),
        problem: last.then(|| text(locale, "members-last")),
        sections: vec![next, held],
        links: vec![
            Link::new(organisations, text(locale, "org-own-title")),
            Link::new(alerts, text(locale, "alerts-title")),
            Link::new(consents, text(locale, "consent-title")),
            Link::new(trail, text(locale, "trail-title")),
            Link::new(copies, text(locale, "copies-title")),
            Link::new(account, text(locale, "me-account")),
        ],
        ..DeskPage::default()
    }
}

fn task_row(locale: Locale, task: Task) -> Row {
    let row = |title, href, facts| Row { title, href: Some(href), facts, ..Row::default() };
    match task {
        Task::SecondFactor { href } => {
            row(text(locale, "me-task-second"), href, vec![text(locale, "me-task-second-why")])
        }
        Task::Members { href, organisation, to_confirm } => {
            let title = text_args(locale, "me-task-members", &[("organisation", Arg::Text(&organisation))]);
            let count = Arg::Number(i64::try_from(to_confirm).unwrap_or(i64::MAX));
            let asked = (to_confirm > 0).then(|| text_args(locale, "me-task-confirm", &[("count", count)]));
            row(title, href, asked.into_iter().collect())
        }
        Task::Contact { href, mailbox, since } => {
            let day = [("day", Arg::Text(&since))];
            let why = if mailbox {
                text_args(locale, "account-email-fails", &day)
            } else {
                text_args(locale, "account-phone-fails", &day)
            };
            row(text(locale, "me-task-contact"), href, vec![why])
        }
        Task::Invited { href, organisation, role: offered, until } => {
            let title = organisation.unwrap_or_else(|| text(locale, "invitation-platform"));
            let until = text_args(locale, "me-role-until", &[("day", Arg::Text(&until))]);
            let title = text_args(locale, "me-task-invited", &[("organisation", Arg::Text(&title))]);
            row(title, href, vec![role(locale, offered), until])
        }
        Task::Verify { href } => row(text(locale, "org-queue-title"), href, Vec::new()),
        Task::Identities { href } => row(text(locale, "twins-title"), href, Vec::new()),
        Task::People { href } => row(text(locale, "people-title"), href, Vec::new()),
        Task::Alarms { href } => row(text(locale, "alarms-title"), href, Vec::new()),
        Task::Profile { href, next } => {
            let next = match next {
                Some(part) => {
                    text_args(locale, "me-task-profile-next", &[("part", Arg::Text(&part.said(locale)))])
                }
                None => text(locale, "me-task-profile-done"),
            };
            row(text(locale, "me-task-profile"), href, vec![next])
        }
        Task::ConsentAsked { href, count } => {
            let count = Arg::Number(i64::try_from(count).unwrap_or(i64::MAX));
            row(text_args(locale, "me-task-consent", &[("count", count)]), href, Vec::new())
        }
        Task::Register { href } => row(text(locale, "helper-title"), href, vec![text(locale, "helper-lead")]),
        Task::Claim { href } => {
            row(text(locale, "claim-title"), href, vec![text(locale, "me-task-claim-why")])
        }
        Task::LookedAt { href } => {
            row(text(locale, "me-task-looked"), href, vec![text(locale, "id-looked-at")])
        }
        Task::Roles { href, to_confirm } => {
            let count = Arg::Number(i64::try_from(to_confirm).unwrap_or(i64::MAX));
            let asked = text_args(locale, "me-task-confirm", &[("count", count)]);
            row(text(locale, "roles-title"), href, vec![asked])
        }
        Task::Admin { href } => row(text(locale, "admin-title"), href, vec![text(locale, "admin-lead")]),
    }
}

fn own_row(locale: Locale, leave: &str, own: OwnRole) -> Row {
    let OwnRole { id, role: held, organisation, area, until } = own;
    let named = role(locale, held);
    let title = match &organisation {
        Some(organisation) => {
            let args = [("role", Arg::Text(&named)), ("organisation", Arg::Text(organisation))];
            text_args(locale, "me-role-in", &args)
        }
        None => named,
    };
    let until = until.map(|day| text_args(locale, "me-role-until", &[("day", Arg::Text(&day))]));
    Row {
        title,
        facts: area.into_iter().chain(until).collect(),
        forms: vec![button(leave.to_owned(), &id, text(locale, "me-leave"))],
        ..Row::default()
    }
}
