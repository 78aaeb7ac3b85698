//! How the pages of an account are drawn.

use super::{AccountPage, NoticesPage, RecoveryCodesPage, SecondFactorPage, SentRow, SessionRow};
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
                                span {
                                    strong { (fact.label) } br; (fact.value)
                                    @if let Some(trouble) = &fact.trouble { span.problem { (trouble) } }
                                }
                                a href=(fact.change.href) { (fact.change.text) span.unseen { " " (fact.label) } }
                            }
                        }
                    }
                    section aria-labelledby="sessions" {
                        h2 #sessions { (text(locale, "account-sessions")) }
                        p { (self.stay) }
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

impl Render for NoticesPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let main = html! {
            div.wrap {
                div.form-page {
                    h1 { (text(locale, "notices-title")) }
                    @if let Some(done) = &self.done { p.status role="status" { (done) } }
                    p { (text(locale, "notices-lead")) }
                    (form(locale, &self.form))
                    section aria-labelledby="sent" {
                        h2 #sent { (text(locale, "notices-sent")) }
                        p { (text(locale, "notices-sent-lead")) }
                        @if self.sent.is_empty() {
                            p { (text(locale, "notices-sent-none")) }
                        } @else {
                            ul.cards { @for letter in &self.sent { li { (sent(letter)) } } }
                        }
                        (self.pages())
                    }
                    ul.ways { li { a href=(self.account.href) { (self.account.text) } } }
                }
            }
        };
        layout::page(&self.chrome, &main)
    }
}

impl NoticesPage {
    fn pages(&self) -> Markup {
        html! {
            @if let Some(position) = &self.position {
                nav.pages aria-label=(text(self.chrome.locale, "notices-pages")) {
                    @if let Some(newer) = &self.newer { a href=(newer.href) rel="prev" { "← " (newer.text) } }
                    @if let Some(older) = &self.older { a href=(older.href) rel="next" { (older.text) " →" } }
                    p { (position) }
                }
            }
        }
    }
}

fn sent(letter: &SentRow) -> Markup {
    html! {
        div.card {
            p { strong lang=[letter.about_lang.as_deref()] { (letter.about) } }
            p.concept { (letter.facts) }
            p class=[letter.failed.then_some("problem")] { (letter.state) }
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
                    @if let Some(why) = &self.why { p.status role="status" { (why) } }
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
