//! Help: how to find work, apply, have an account, and be safe.

use super::{GuidePage, Part, Shell, section};
use crate::{Link, text};

/// The page of help.
pub fn help(shell: &Shell) -> GuidePage {
    let locale = shell.locale();
    let to = |href: &str, words: String| Part::Links(vec![Link::new(href, words)]);
    let search = vec![
        Part::Steps(vec![
            text(locale, "help-search-type"),
            text(locale, "help-search-any"),
            text(locale, "help-search-understood"),
            text(locale, "help-search-filter"),
            text(locale, "help-search-open"),
        ]),
        Part::Text(text(locale, "help-search-none")),
        to(shell.ways.jobs, text(locale, "help-search-link")),
    ];
    let apply = vec![
        Part::Text(text(locale, "help-apply-how")),
        Part::Text(text(locale, "help-apply-unknown")),
        Part::Points(vec![
            text(locale, "help-safe-money"),
            text(locale, "help-safe-papers"),
            text(locale, "help-safe-tell"),
        ]),
    ];
    let account = vec![
        Part::Text(text(locale, "help-account-free")),
        Part::Steps(vec![
            text(locale, "help-account-contact"),
            text(locale, "help-account-code"),
            text(locale, "help-account-done"),
        ]),
        to(shell.ways.sign_up, text(locale, "sign-up-title")),
    ];
    let lost = vec![
        Part::Text(text(locale, "help-lost-how")),
        Part::Text(text(locale, "help-lost-code")),
        to(shell.ways.recover, text(locale, "recover-title")),
    ];
    let protect = vec![
        Part::Points(vec![
            text(locale, "help-protect-code"),
            text(locale, "help-protect-shared"),
            text(locale, "help-protect-devices"),
            text(locale, "help-protect-second"),
        ]),
        to(shell.ways.account, text(locale, "account-title")),
    ];
    let messages = vec![
        Part::Text(text(locale, "help-messages-how")),
        to(shell.ways.notices, text(locale, "notices-title")),
    ];
    let ask = vec![Part::Text(text(locale, "help-ask-how")), Part::Links(vec![shell.to_contact()])];
    let sections = vec![
        section("search", text(locale, "help-search"), search),
        section("apply", text(locale, "help-apply"), apply),
        section("account", text(locale, "help-account"), account),
        section("lost", text(locale, "help-lost"), lost),
        section("protect", text(locale, "help-protect"), protect),
        section("messages", text(locale, "help-messages"), messages),
        section("ask", text(locale, "help-ask"), ask),
    ];
    shell.page(text(locale, "help-title"), vec![text(locale, "help-lead")], sections)
}
