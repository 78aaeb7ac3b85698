//! How a page that explains is drawn.

use super::{Fact, GuidePage, Part, Section, Table};
use crate::layout;
use maud::{Markup, Render, html};

impl Render for GuidePage {
    fn render(&self) -> Markup {
        let main = html! {
            div.wrap {
                article.prose {
                    h1 { (self.heading) }
                    @for paragraph in &self.lead { p { (paragraph) } }
                    @for section in &self.sections { (drawn(section)) }
                }
            }
        };
        layout::page(&self.chrome, &main)
    }
}

fn drawn(section: &Section) -> Markup {
    html! {
        section aria-labelledby=(section.id) {
            h2 id=(section.id) { (section.heading) }
            @for part in &section.parts { (part_of(part)) }
        }
    }
}

fn part_of(part: &Part) -> Markup {
    html! {
        @match part {
            Part::Text(text) => p { (text) },
            Part::Steps(steps) => ol { @for step in steps { li { (step) } } },
            Part::Points(points) => ul { @for point in points { li { (point) } } },
            Part::Facts(facts) => dl { @for (name, fact) in facts { dt { (name) } dd { (value(fact)) } } },
            Part::Links(links) => ul.ways { @for link in links { li { a href=(link.href) { (link.text) } } } },
            Part::Table(table) => (rows(table)),
        }
    }
}

fn value(fact: &Fact) -> Markup {
    html! {
        @match fact {
            Fact::Text(text) => (text),
            Fact::Link(link) => span.ways { a href=(link.href) { (link.text) } },
        }
    }
}

fn rows(table: &Table) -> Markup {
    html! {
        table {
            caption { (table.caption) }
            thead { tr { @for column in &table.head { th scope="col" { (column) } } } }
            tbody {
                @for row in &table.rows {
                    tr {
                        @for (at, cell) in row.iter().enumerate() {
                            @if at == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                        }
                    }
                }
            }
        }
    }
}
