//! How the pages of an account are drawn.

use super::{AccountPage, RecoveryCodesPage, SecondFactorPage, SessionRow};
use crate::form::form;
use crate::{Locale, layout, text};
use maud::{Markup, Render, html};

impl Render for AccountPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let main = html! {
            div.wrap {
                div.form-page {
                    h1 { (text(locale, "account-heading")) }
                    @if let Some(done) = &self.done { p.status role="status" { (done) } }
                    ul.known {
                        @for fact in &self.facts {
                            li {
                                span { strong { (fact.label) } br; (fact.value) }
                                a href=(fact.change.href) { (fact.change.text) span.unseen { " " (fact.label) } }
                            }
                        }
                    }
                    section aria-labelledby="sessions" {
                        h2 #sessions { (text(locale, "account-sessions")) }
                        ul.cards { @for session in &self.sessions { li { (row(locale, session)) } } }
                        @if let Some(others) = &self.end_others { (form(locale, others)) }
                    }
                    (form(locale, &self.sign_out))
                }
            }
        };
        layout::page(&self.chrome, &main)
    }
}

fn row(locale: Locale, session: &SessionRow) -> Markup {
    html! {
        div.card {
            p { strong { (session.device) } @if let Some(this) = &session.this { " – " (this) } }
            p.concept { (session.about) }
            @if let Some(end) = &session.end { (form(locale, end)) }
        }
    }
}

impl Render for SecondFactorPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let main = html! {
            div.wrap {
                div.form-page {
                    h1 { (text(locale, "second-heading")) }
                    p { (text(locale, "second-lead")) }
                    ol { @for step in &self.steps { li { (step) } } }
                    img.picture src=(self.picture) alt=(text(locale, "second-picture")) width="220" height="220";
                    p { (text(locale, "second-by-hand")) br; code { (self.secret) } }
                    (form(locale, &self.form))
                }
            }
        };
        layout::page(&self.chrome, &main)
    }
}

impl Render for RecoveryCodesPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let main = html! {
            div.wrap {
                div.form-page {
                    h1 { (text(locale, "recovery-codes-heading")) }
                    @for paragraph in &self.lead { p { (paragraph) } }
                    ul.codes { @for code in &self.codes { li { code { (code) } } } }
                    p { a.button href=(self.on.href) { (self.on.text) } }
                }
            }
        };
        layout::page(&self.chrome, &main)
    }
}
