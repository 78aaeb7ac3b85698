//! The pages of administration.

use super::naming::{
    board, board_empty, label, label_failing, labels, labels_found, settings, settings_failing,
};
use super::samples::{chrome, pick};
use super::{Specimen, specimen};
use crate::admin::{
    self, MessageDone, MessageRow, MessageState, MessagesPage, MessagesProblem, UserDone, UserPage,
    UserProblem, UserRole, Waits,
};
use crate::desk::RoleWord;
use crate::layout::{Chrome, Own};
use crate::mail::When;
use crate::{Link, Locale, Render, text};

const ID: &str = "0190f3c4-7b2e-7c3a-9f00-000000000001";

/// All of them.
pub(super) fn all() -> Vec<Specimen> {
    vec![
        specimen("admin-home", home),
        specimen("admin-home-bare", home_bare),
        specimen("admin-users-failing", users_failing),
        specimen("admin-user", user),
        specimen("admin-user-failing", user_failing),
        specimen("admin-user-locked", user_locked),
        specimen("admin-messages", messages),
        specimen("admin-messages-empty", messages_empty),
        specimen("admin-messages-waiting", messages_waiting),
        specimen("admin-board", board),
        specimen("admin-board-empty", board_empty),
        specimen("admin-labels", labels),
        specimen("admin-labels-found", labels_found),
        specimen("admin-label", label),
        specimen("admin-label-failing", label_failing),
        specimen("admin-settings", settings),
        specimen("admin-settings-failing", settings_failing),
    ]
}

pub(super) fn own(locale: Locale, path: &str) -> Chrome {
    Chrome { own: Some(Own::Account("/me".to_owned())), ..chrome(locale, path, String::new()) }
}

pub(super) fn back(locale: Locale) -> Link {
    Link::new("/admin", pick(locale, "ການບໍລິຫານລະບົບ", "Administration", "Quản trị"))
}

fn to_me(locale: Locale) -> Link {
    Link::new("/me", text(locale, "me-title"))
}

fn home(locale: Locale) -> String {
    let waits = vec![
        Waits::Messages("/admin/messages".to_owned(), 12, 340),
        Waits::Board("/admin/board".to_owned(), 7),
        Waits::Labels("/admin/labels".to_owned(), 3),
        Waits::Users("/admin/users".to_owned(), 12_345, 2),
        Waits::Roles("/admin/roles".to_owned(), 431),
        Waits::Tokens("/admin/tokens".to_owned(), 7, 1),
        Waits::Settings("/admin/settings".to_owned(), 4),
    ];
    admin::home(own(locale, "/admin"), waits, to_me(locale)).render().into_string()
}

fn home_bare(locale: Locale) -> String {
    admin::home(own(locale, "/admin"), Vec::new(), to_me(locale)).render().into_string()
}

fn users_failing(locale: Locale) -> String {
    let typed = "nobody@example.la";
    let page = admin::users(own(locale, "/admin/users"), "/admin/users", (typed, true), back(locale));
    page.render().into_string()
}

fn user_page(locale: Locale) -> UserPage {
    UserPage {
        chrome: own(locale, "/admin/users/1"),
        address: "/admin/users/1".to_owned(),
        id: ID.to_owned(),
        phone: Some("+856 20 … 78".to_owned()),
        email: Some("s…@example.la".to_owned()),
        since: "22/11/2026".to_owned(),
        active: true,
        locked: None,
        demo: true,
        second_factor: true,
        sessions: 3,
        own: false,
        roles: vec![UserRole {
            role: RoleWord::DistrictOfficer,
            organisation: Some(pick(locale, "ຫ້ອງການແຮງງານ", "Labour Office", "Phòng Lao động")),
            area: Some(pick(locale, "ຈັນທະບູລີ", "Chanthabuly", "Chanthabuly")),
            since: "22/11/2026".to_owned(),
        }],
        all_roles: "/admin/roles".to_owned(),
        typed: String::new(),
        done: None,
        problem: None,
        back: back(locale),
    }
}

fn user(locale: Locale) -> String {
    admin::user(UserPage { done: Some(UserDone::Ended), ..user_page(locale) }).render().into_string()
}

fn user_failing(locale: Locale) -> String {
    admin::user(UserPage { problem: Some(UserProblem::Reason), ..user_page(locale) }).render().into_string()
}

fn user_locked(locale: Locale) -> String {
    let reason = pick(locale, "ໂທລະສັບຖືກລັກ", "The phone was stolen", "Điện thoại bị mất cắp");
    let locked = Some(("25/11/2026".to_owned(), reason));
    let page = UserPage {
        active: false,
        sessions: 0,
        second_factor: false,
        demo: false,
        roles: Vec::new(),
        phone: None,
        locked,
        ..user_page(locale)
    };
    admin::user(page).render().into_string()
}

fn letter(kind: &str, reason: Option<&str>) -> MessageRow {
    let when = When { day: (2026, 11, 22), time: (7, 5) };
    MessageRow {
        id: ID.to_owned(),
        kind: kind.to_owned(),
        to: "s…@example.la".to_owned(),
        written: when,
        attempts: 9,
        when: reason.is_none().then_some(when),
        reason: reason.map(str::to_owned),
        erased: kind == "sign_in_code",
    }
}

fn messages_page(locale: Locale, shown: MessageState, rows: Vec<MessageRow>) -> MessagesPage {
    let part = |state, count| (state, "/admin/messages?status=dead".to_owned(), count);
    MessagesPage {
        chrome: own(locale, "/admin/messages"),
        address: "/admin/messages".to_owned(),
        parts: vec![
            part(MessageState::Dead, 2),
            part(MessageState::Waiting, 1),
            part(MessageState::Sent, 12_345),
            part(MessageState::Withdrawn, 0),
        ],
        shown,
        kinds: rows.iter().map(|row| row.kind.clone()).collect(),
        rows,
        typed: String::new(),
        done: None,
        problem: None,
        back: back(locale),
    }
}

fn messages(locale: Locale) -> String {
    let rows = vec![
        letter("new_device", Some("550 5.1.1 no such user s…@example.la")),
        letter("sign_in_code", Some("451 4.3.2 try again later")),
    ];
    let page = messages_page(locale, MessageState::Dead, rows);
    let page = MessagesPage { problem: Some(MessagesProblem::NotNow), ..page };
    admin::messages(page).render().into_string()
}

fn messages_empty(locale: Locale) -> String {
    let page = messages_page(locale, MessageState::Dead, Vec::new());
    let page = MessagesPage { typed: "nowhere".to_owned(), problem: Some(MessagesProblem::Address), ..page };
    admin::messages(page).render().into_string()
}

fn messages_waiting(locale: Locale) -> String {
    let page = messages_page(locale, MessageState::Waiting, vec![letter("profile_asked", None)]);
    admin::messages(MessagesPage { done: Some(MessageDone::Tested), ..page }).render().into_string()
}
