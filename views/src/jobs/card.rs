//! A vacancy as a card among results.

use super::JobCard;
use crate::text::foreign;
use crate::{Locale, Piece, text};
use maud::{Markup, html};

/// Vacancies as a list of cards.
pub(crate) fn cards(locale: Locale, cards: &[JobCard], heading: Heading) -> Markup {
    html! {
        ul.cards {
            @for each in cards { li { (card(locale, each, heading)) } }
        }
    }
}

/// Level of the cards' headings.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Heading {
    /// Under the page's heading.
    Second,
    /// Under a section's heading.
    Third,
}

/// Text with its marked pieces.
fn pieces(pieces: &[Piece]) -> Markup {
    html! {
        @for piece in pieces {
            @if piece.marked { mark { (piece.text) } } @else { (piece.text) }
        }
    }
}

fn card(locale: Locale, card: &JobCard, heading: Heading) -> Markup {
    let title = html! {
        a href=(card.href) lang=[foreign(locale, card.title_lang.as_deref())] { (pieces(&card.title)) }
    };
    html! {
        article.card {
            @match heading {
                Heading::Second => h2 { (title) },
                Heading::Third => h3 { (title) },
            }
            @if let Some(label) = &card.concept_label { p.concept { (label) } }
            (whereabouts(card))
            (wage(locale, card))
            @if !card.snippet.is_empty() {
                p.snippet lang=[foreign(locale, card.snippet_lang.as_deref())] { (pieces(&card.snippet)) }
            }
            (meta(locale, card))
        }
    }
}

fn whereabouts(card: &JobCard) -> Markup {
    html! {
        @if card.employer.is_some() || card.place.is_some() {
            p.whereabouts {
                @if let Some(employer) = &card.employer { span { (employer) } }
                @if let Some(place) = &card.place { span.place { (place) } }
                @if let Some(km) = &card.km { span.km { (km) } }
            }
        }
    }
}

fn wage(locale: Locale, card: &JobCard) -> Markup {
    html! {
        p.wage {
            @if let Some(wage) = &card.wage { strong { (wage) } }
            @else { span.unknown { (text(locale, "wage-not-stated")) } }
            @if let Some(about) = &card.wage_about { " " span.about { (about) } }
        }
    }
}

fn meta(locale: Locale, card: &JobCard) -> Markup {
    html! {
        @if card.contract.is_some() || card.posted.is_some() || card.closes.is_some() {
            ul.meta {
                @if let Some(contract) = &card.contract { li { (contract) } }
                @if let Some(posted) = &card.posted { li { (text(locale, "card-posted")) " " (posted) } }
                @if let Some(closes) = &card.closes { li { (text(locale, "card-closes")) " " (closes) } }
            }
        }
    }
}
