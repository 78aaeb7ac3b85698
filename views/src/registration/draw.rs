//! How the page is drawn on which a helper registers people.

use super::record::{Group, Queue, RegisterPage};
use crate::form::{draw_field, problems};
use crate::{Arg, Locale, layout, text, text_args};
use maud::{Markup, Render, html};

impl Render for RegisterPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let fields: Vec<_> = self.groups.iter().flat_map(|group| &group.fields).collect();
        let needed: Vec<&str> =
            fields.iter().filter(|field| !field.optional).map(|field| field.name.as_str()).collect();
        let first = fields.iter().find(|field| field.problem.is_some()).map(|field| field.name.as_str());
        let main = html! {
            div.wrap {
                div.form-page {
                    h1 { (text(locale, "register-title")) }
                    p { (text(locale, "register-lead")) }
                    (offline(locale, &self.queue, &needed))
                    form #record method="post" action=(self.action) {
                        (problems(locale, self.problem.as_deref(), fields.iter().copied()))
                        // What the script finds wrong before it keeps a record.
                        div.detail #wrong role="alert" hidden { h2 { (text(locale, "form-problems")) } ul {} }
                        input type="hidden" name="key" value=(self.key);
                        @for part in &self.groups { (group(part, first)) }
                        button type="submit" { (text(locale, "register-submit")) }
                    }
                    ul.ways { li { a href=(self.back) { (text(locale, "helper-back")) } } }
                    form #leave method="post" action=(self.queue.sign_out) {
                        button.quiet type="submit" { (text(locale, "register-sign-out")) }
                    }
                }
            }
            script src=(self.queue.scripts.0) defer {}
            script src=(self.queue.scripts.1) defer {}
        };
        layout::page(&self.chrome, &main)
    }
}

fn group(part: &Group, first: Option<&str>) -> Markup {
    html! {
        fieldset {
            legend { h2 { (part.legend) } }
            @if let Some(lead) = &part.lead { p { (lead) } }
            @for (locale, words) in &part.read_out {
                p.status lang=(locale.code()) { (words) }
            }
            @for field in &part.fields { (draw_field(field, first == Some(field.name.as_str()))) }
        }
    }
}

/// Messages that the script shows, by the names under which it asks for them.
const SAID: [(&str, &str); 21] = [
    ("empty", "profile-problem-empty"),
    ("year", "profile-problem-year"),
    ("ready", "queue-ready"),
    ("online", "queue-online"),
    ("offline", "queue-offline"),
    ("none", "queue-none"),
    ("waiting", "queue-waiting"),
    ("sending", "queue-sending"),
    ("arrived", "queue-arrived"),
    ("card", "queue-card"),
    ("refused", "queue-refused"),
    ("not-taken", "queue-not-taken"),
    ("signed-out", "queue-signed-out"),
    ("sign-in", "queue-sign-in"),
    ("not-permitted", "queue-not-permitted"),
    ("others", "queue-others"),
    ("no-room", "queue-no-room"),
    ("correct", "queue-correct"),
    ("remove", "queue-remove"),
    ("ask-remove", "queue-ask-remove"),
    ("ask-leave", "queue-ask-leave"),
];

/// Whose sign-in a record waits for, told where another account is signed in meanwhile.
fn other_account(locale: Locale, known_as: Option<&str>) -> String {
    match known_as {
        Some(name) => text_args(locale, "queue-other-account", &[("name", Arg::Text(name))]),
        None => of_another(locale),
    }
}

/// The same where nobody is named.
pub fn of_another(locale: Locale) -> String {
    text(locale, "queue-others")
}

/// What is said of working without a network, and where records wait; the script fills it in.
fn offline(locale: Locale, queue: &Queue, needed: &[&str]) -> Markup {
    html! {
        section #offline aria-labelledby="offline-title" data-records=(queue.records) data-owner=(queue.owner)
            data-sign-in=(queue.sign_in) data-needed=(needed.join(" ")) {
            h2 #offline-title { (text(locale, "queue-title")) }
            p #network role="status" { (text(locale, "queue-script")) }
            div #waiting hidden {
                p { (text(locale, "queue-kept")) }
                p #others hidden {}
                ul.cards #queue {}
                button.quiet #send type="button" { (text(locale, "queue-send")) }
            }
            div #said hidden {
                @for (name, key) in SAID { p data-said=(name) { (text(locale, key)) } }
                p data-said="other-account" { (other_account(locale, queue.owner_known_as.as_deref())) }
            }
        }
    }
}
