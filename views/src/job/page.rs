//! How the page of a vacancy is drawn.

use super::{JobPage, Status, facts};
use crate::jobs::{Heading, cards, search_form};
use crate::text::foreign;
use crate::{Arg, layout, text, text_args};
use maud::{Markup, PreEscaped, Render, html};

impl Render for JobPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let main = html! {
            div.wrap {
                p.back { a href=(self.back.href) { "← " (self.back.text) } }
                article.job {
                    (self.top())
                    (self.status())
                    (facts::facts(locale, &self.facts))
                    (facts::notes(locale, &self.notes))
                    (self.skills())
                    (self.description())
                    (self.application())
                }
                @if let Some(report) = &self.report { p.again { a href=(report.href) rel="nofollow" { (report.text) } } }
                (self.others())
                section.again { (search_form(locale, &self.form)) }
            }
            @if let Some(json) = &self.json_ld {
                script type="application/ld+json" { (PreEscaped(inert(json))) }
            }
        };
        layout::page(&self.chrome, &main)
    }
}

/// JSON that cannot end the script element it stands in.
fn inert(json: &str) -> String {
    json.replace('<', "\\u003c")
}

impl JobPage {
    fn top(&self) -> Markup {
        let locale = self.chrome.locale;
        html! {
            h1 lang=[foreign(locale, self.title.lang.as_deref())] { (self.title.text) }
            @if let Some(concept) = &self.concept {
                p.concept { a href=(concept.href) { (concept.text) } }
            }
            p.whereabouts {
                @if let Some(employer) = &self.employer { span { a href=(employer.href) { (employer.text) } } }
                @if let Some(place) = &self.place { span.place { (place) } }
            }
            p.wage {
                @if let Some(wage) = &self.wage { strong { (wage) } }
                @else { span.unknown { (text(locale, "wage-not-stated")) } }
                @if let Some(about) = &self.wage_about { " " span.about { (about) } }
            }
        }
    }

    fn status(&self) -> Markup {
        let locale = self.chrome.locale;
        match &self.status {
            Status::Open { closes: None } => html! {},
            Status::Open { closes: Some(day) } => html! {
                p.status.open { (text_args(locale, "job-open-until", &[("date", Arg::Text(day))])) }
            },
            Status::Closed { since, near } => html! {
                section.status.closed aria-labelledby="closed-title" {
                    h2 #closed-title { (text(locale, "job-closed")) }
                    @if let Some(day) = since {
                        p { (text_args(locale, "job-closed-since", &[("date", Arg::Text(day))])) }
                    }
                    @if !near.is_empty() {
                        p { (text(locale, "job-closed-near")) }
                        (cards(locale, near, Heading::Third))
                    }
                }
            },
        }
    }

    fn skills(&self) -> Markup {
        let locale = self.chrome.locale;
        let (essential, useful): (Vec<_>, Vec<_>) = self.skills.iter().partition(|skill| skill.essential);
        html! {
            @if !self.skills.is_empty() {
                section aria-labelledby="skills-title" {
                    h2 #skills-title { (text(locale, "job-skills")) }
                    @for (title, skills) in [("job-skills-essential", essential), ("job-skills-useful", useful)] {
                        @if !skills.is_empty() {
                            h3 { (text(locale, title)) }
                            ul.chips { @for skill in skills { li { a href=(skill.href) { (skill.label) } } } }
                        }
                    }
                }
            }
        }
    }

    fn description(&self) -> Markup {
        let locale = self.chrome.locale;
        html! {
            @if !self.description.is_empty() {
                section.prose aria-labelledby="description-title" {
                    h2 #description-title { (text(locale, "job-description")) }
                    @for block in &self.description { (facts::block(locale, block)) }
                }
            }
        }
    }

    fn application(&self) -> Markup {
        let locale = self.chrome.locale;
        html! {
            @if matches!(self.status, Status::Open { .. }) {
                section.how aria-labelledby="apply-title" {
                    h2 #apply-title { (text(locale, "job-apply")) }
                    @if let Some(href) = &self.apply_here { p { a.button href=(href) { (text(locale, "hiring-apply")) } } }
                    @for line in &self.apply { p lang=[foreign(locale, line.lang.as_deref())] { (line.text) } }
                    @if self.apply.is_empty() && self.source.is_none() && self.apply_here.is_none() { p { (text(locale, "job-apply-unknown")) } }
                    @if let Some(source) = &self.source {
                        p { (text(locale, "job-source")) " " a href=(source.href) rel="nofollow" { (source.text) } }
                    }
                    p.warning { (text(locale, "job-never-pay")) }
                }
            }
        }
    }

    fn others(&self) -> Markup {
        let locale = self.chrome.locale;
        html! {
            @if !self.similar.is_empty() {
                section aria-labelledby="similar-title" {
                    h2 #similar-title { (text(locale, "job-similar")) }
                    (cards(locale, &self.similar, Heading::Third))
                }
            }
        }
    }
}
