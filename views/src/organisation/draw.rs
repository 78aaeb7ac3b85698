//! How the pages of organisations are drawn.

use super::{
    Decided, EmployerPage, Known, Listed, Missing, OwnListPage, OwnPage, Row, Verified, kind, meaning,
    missing, standing, step,
};
use crate::form::{Form, form};
use crate::jobs::{Heading, cards};
use crate::text::foreign;
use crate::{Arg, Locale, format, layout, text, text_args};
use maud::{Markup, PreEscaped, Render, html};

pub(super) fn status(locale: Locale, verified: &Verified) -> Markup {
    html! {
        div.status {
            p { strong { (standing(locale, verified.standing)) }
                @if let Some(since) = verified.since(locale) { " · " (since) }
                @if let Some(until) = verified.until(locale) { " · " (until) } }
            p { (meaning(locale, verified.standing)) }
        }
    }
}

pub(super) fn facts(known: &[Known]) -> Markup {
    html! {
        @if !known.is_empty() {
            dl.facts { @for fact in known { div { dt { (fact.label) } dd { (fact.value) } } } }
        }
    }
}

pub(super) fn lacks(locale: Locale, lacking: &[Missing]) -> Markup {
    html! {
        @if !lacking.is_empty() {
            section aria-labelledby="missing" {
                h2 #missing { (text(locale, "org-missing")) }
                ul { @for each in lacking { li { (missing(locale, *each)) } } }
            }
        }
    }
}

pub(super) fn rows(locale: Locale, (id, title): (&str, String), rows: &[Row], none: &str) -> Markup {
    html! {
        h2 id=(id) { (title) }
        @if rows.is_empty() { p { (none) } }
        @else {
            ul.cards {
                @for row in rows {
                    li { div.card {
                        p { strong { (row.title) } }
                        @for line in &row.about { p.concept { (line) } }
                        @if let Some(problem) = &row.problem { p.problem { (problem) } }
                        @if let Some(end) = &row.end { (form(locale, end)) }
                    } }
                }
            }
        }
    }
}

pub(super) fn history(locale: Locale, decided: &[Decided]) -> Markup {
    html! {
        section aria-labelledby="history" {
            h2 #history { (text(locale, "org-history")) }
            @if decided.is_empty() { p { (text(locale, "org-history-none")) } }
            @else {
                ul.cards {
                    @for each in decided {
                        li { div.card {
                            p { strong { (step(locale, each.step)) } }
                            p.concept { (each.when)
                                @if each.by_day { " · " (text(locale, "org-by-day")) } }
                            @if !each.reason.is_empty() { p { (each.reason) } }
                        } }
                    }
                }
            }
        }
    }
}

pub(super) fn listed(locale: Locale, all: &[Listed]) -> Markup {
    html! {
        ul.cards { @for one in all { li { div.card { (one_listed(locale, one)) } } } }
    }
}

fn one_listed(locale: Locale, one: &Listed) -> Markup {
    html! {
        h3 { a href=(one.link.href) { (one.link.text) } }
        p.concept { (kind(locale, one.kind)) " · " (standing(locale, one.standing)) }
        @for line in &one.about { p.concept { (line) } }
    }
}

impl Render for OwnPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let main = html! {
            div.wrap {
                div.form-page.desk {
                    h1 { (self.name) }
                    @if self.done { p.status role="status" { (text(locale, "org-done")) } }
                    @if let Some(problem) = self.problem { p.problem role="alert" { (problem.said(locale)) } }
                    (status(locale, &self.verified))
                    (lacks(locale, &self.missing))
                    @if let Some(submit) = &self.submit {
                        (form(locale, &Form { quiet: false, ..Form::button(submit, text(locale, "org-submit")) }))
                        p { (text(locale, "org-submit-hint")) }
                    }
                    section aria-labelledby="facts" {
                        h2 #facts { (text(locale, "org-facts")) }
                        (facts(&self.facts))
                    }
                    (self.attached())
                    (history(locale, &self.history))
                    (self.on())
                }
            }
        };
        layout::page(&self.chrome, &main)
    }
}

impl OwnPage {
    fn attached(&self) -> Markup {
        let locale = self.chrome.locale;
        html! {
            section aria-labelledby="papers" {
                (rows(locale, ("papers", text(locale, "org-papers")), &self.papers, &text(locale, "org-papers-none")))
                p { a.button href=(self.ways.evidence) { (text(locale, "org-evidence-title")) } }
            }
            section aria-labelledby="sites" {
                (rows(locale, ("sites", text(locale, "org-sites")), &self.sites, &text(locale, "org-sites-none")))
                p { a.button.quiet href=(self.ways.sites) { (text(locale, "org-site-title")) } }
            }
        }
    }

    fn on(&self) -> Markup {
        let locale = self.chrome.locale;
        html! {
            ul.ways {
                @if let Some(edit) = &self.ways.edit { li { a href=(edit) { (text(locale, "org-edit-title")) } } }
                li { a href=(self.ways.profile) { (text(locale, "org-profile-title")) } }
                li { a href=(self.ways.members) { (text(locale, "org-members")) } }
                @if let Some(href) = &self.ways.vacancies { li { a href=(href) { (text(locale, "advice-to-vacancies")) } } }
                li { a href=(self.ways.public) { (text(locale, "org-public")) } }
            }
        }
    }
}

impl Render for OwnListPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let main = html! {
            div.wrap {
                h1 { (text(locale, "org-own-title")) }
                section aria-labelledby="listed" {
                    h2 #listed { (text(locale, "org-own-list")) }
                    @if self.listed.is_empty() { p { (text(locale, "org-own-none")) } }
                    @else { (listed(locale, &self.listed)) }
                }
                p { a.button href=(self.found) { (text(locale, "org-new-title")) } }
            }
        };
        layout::page(&self.chrome, &main)
    }
}

impl Render for EmployerPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let count = format::count(locale, self.total);
        let main = html! {
            div.wrap {
                h1 { (self.name) }
                (status(locale, &self.verified))
                (facts(&self.facts))
                @if !self.about.is_empty() {
                    section.prose aria-labelledby="about" {
                        h2 #about { (text(locale, "org-about")) }
                        @for prose in &self.about { p lang=[foreign(locale, prose.lang.as_deref())] { (prose.text) } }
                    }
                }
                section aria-labelledby="jobs" {
                    h2 #jobs { (text_args(locale, "org-jobs", &[("count", Arg::Text(&count))])) }
                    @if self.jobs.is_empty() { p { (text(locale, "org-jobs-none")) } }
                    @else { (cards(locale, &self.jobs, Heading::Third)) }
                }
            }
            script type="application/ld+json" { (PreEscaped(self.json_ld.replace('<', "\\u003c"))) }
        };
        layout::page(&self.chrome, &main)
    }
}
