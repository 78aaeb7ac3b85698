//! How the rules of a topic, and the topics, are drawn.

use super::{RuleRow, RulesPage, since};
use crate::desk::{Row, Section, section};
use crate::layout::{self, Chrome};
use crate::{Arg, Locale, format, text, text_args};
use maud::{Markup, Render, html};

impl Render for RulesPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let heading = match &self.topic {
            Some((topic, _)) => topic.said(locale),
            None => text(locale, "rules-title"),
        };
        let main = html! {
            div.wrap {
                div.form-page.desk {
                    h1 { (heading) }
                    p { (text(locale, "rules-lead")) }
                    (ask(locale, self))
                    @if self.topic.is_some() { (section(locale, &rules(locale, self))) }
                    (section(locale, &topics(locale, self)))
                    @if self.waiting > 0 {
                        p { (text_args(locale, "rules-waiting-count", &[("count", counted(self.waiting))])) }
                    }
                }
            }
        };
        let title = match &self.topic {
            Some(_) => format!("{heading} · {}", text(locale, "rules-title")),
            None => heading,
        };
        let description = text(locale, "rules-lead");
        layout::page(&Chrome { title, description, ..self.chrome.clone() }, &main)
    }
}

fn counted(count: u64) -> Arg<'static> {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The question for another day.
fn ask(locale: Locale, page: &RulesPage) -> Markup {
    html! {
        form action=(page.action) method="get" {
            div.field {
                label for="on" { (text(locale, "rules-on")) }
                p.hint #on-hint { (text(locale, "rules-on-hint")) }
                @if page.problem { p.problem #on-problem role="alert" { (text(locale, "rules-on-problem")) } }
                input #on type="text" name="on" value=(page.on) inputmode="numeric" autocomplete="off"
                    aria-describedby=(if page.problem { "on-problem on-hint" } else { "on-hint" })
                    aria-invalid=[page.problem.then_some("true")];
            }
            @if let Some((_, code)) = &page.topic { input type="hidden" name="topic" value=(code); }
            button.quiet { (text(locale, "rules-on-show")) }
        }
    }
}

fn rules(locale: Locale, page: &RulesPage) -> Section {
    Section {
        id: "rules",
        heading: text_args(locale, "rules-of-day", &[("day", Arg::Text(&page.day))]),
        rows: page.rules.iter().map(|rule| row(locale, rule)).collect(),
        ..Section::default()
    }
}

fn row(locale: Locale, rule: &RuleRow) -> Row {
    let mut facts = Vec::new();
    match &rule.says {
        Some(says) => {
            facts.push(says.clone());
            facts.push(since(locale, rule.since.as_deref()));
        }
        None => facts.push(text(locale, "rules-not-on-day")),
    }
    facts.push(rule.instrument.clone());
    facts.extend(rule.confirmed.said(locale));
    Row {
        title: format!("{} · {}", rule.title, rule.code),
        href: Some(rule.href.clone()),
        facts,
        ..Row::default()
    }
}

fn topics(locale: Locale, page: &RulesPage) -> Section {
    let rows = page.topics.iter().map(|topic| Row {
        title: format!("{} ({})", topic.topic.said(locale), format::count(locale, topic.count)),
        href: Some(topic.href.clone()),
        ..Row::default()
    });
    let heading = match page.topic {
        Some(_) => text(locale, "rules-other-topics"),
        None => text(locale, "rules-topics"),
    };
    Section { id: "topics", heading, rows: rows.collect(), ..Section::default() }
}
