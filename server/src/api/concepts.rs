//! Text to concepts: occupations, skills and places for free text, and completions while typing.

use super::call::Call;
use super::concept::{Coded, kind};
use super::parameters::{Finding, Typing};
use super::problem::Problem;
use crate::imports::understand::sentence;
use crate::reference::{PlaceLevel, ReferenceBook};
use axum::Json;
use search::{Concept, ConceptKind, Ranked};
use serde::Serialize;
use utoipa::ToSchema;

/// Concepts that a text may mean, best first.
#[derive(Serialize, ToSchema)]
pub(super) struct Concepts {
    /// Best first.
    items: Vec<FoundConcept>,
}

/// What a text says of work: occupations, and of a whole sentence the place and the experience too.
#[derive(Serialize, ToSchema)]
pub(super) struct Occupations {
    /// Best first.
    items: Vec<FoundConcept>,
    /// The place that a sentence names; of several the narrowest.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Coded>,
    /// Months of experience that a sentence names; 0 where it says that none is there or needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 24)]
    experience_months: Option<u32>,
}

/// A concept that a text may mean.
#[derive(Serialize, ToSchema)]
pub(super) struct FoundConcept {
    #[serde(flatten)]
    concept: Coded,
    /// Likeness; comparable within one answer only.
    score: f32,
    /// The label, in any language, that is most like the text.
    #[schema(example = "welder")]
    matched: String,
    /// Of places: `country`, `province` or `district`.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
}

/// Completions of what was typed.
#[derive(Serialize, ToSchema)]
pub(super) struct Suggestions {
    /// Best first.
    items: Vec<SuggestedConcept>,
}

/// A completion of what was typed.
#[derive(Serialize, ToSchema)]
pub(super) struct SuggestedConcept {
    /// In the language that was typed.
    #[schema(example = "welder")]
    label: String,
    /// `occupation`, `skill` or `place`.
    #[schema(example = "occupation")]
    kind: &'static str,
    /// Its code.
    #[schema(example = "7212")]
    code: String,
}

/// Text to occupations
///
/// Free text in any of the languages, misspelt, Lao in Latin letters or a whole sentence, to ISCO-08 unit groups, best
/// first; of a sentence also the place and the experience that it names.
#[utoipa::path(get, path = "/api/v1/occupations", operation_id = "findOccupations", tag = "Concepts", params(Finding), responses(
    (status = 200, description = "Unit groups of ISCO-08, best first.", body = Occupations)))]
pub(super) async fn occupations(call: Call) -> Result<Json<Occupations>, Problem> {
    let text: String = call.text("q")?.chars().take(READ).collect();
    let limit = call.number("limit", 1..=100, 10)?;
    let book = call.book.clone();
    let read = call.platform.turns.take(move || {
        let said = sentence::read(&book, &text);
        (ranked(&book, &text, ConceptKind::Occupation, limit), said)
    });
    let (ranked, said) = read.await.map_err(|stopped| Problem::internal(&stopped))?;
    Ok(Json(Occupations {
        items: listed(&call, ranked),
        place: said.place.map(|place| call.coded(Concept::Place(place))),
        experience_months: said.experience_months,
    }))
}

/// Text to skills
#[utoipa::path(get, path = "/api/v1/skills", operation_id = "findSkills", tag = "Concepts", params(Finding), responses(
    (status = 200, description = "Skills, best first.", body = Concepts)))]
pub(super) async fn skills(call: Call) -> Result<Json<Concepts>, Problem> {
    found(call, ConceptKind::Skill).await
}

/// Text to places
#[utoipa::path(get, path = "/api/v1/places", operation_id = "findPlaces", tag = "Concepts", params(Finding), responses(
    (status = 200, description = "Countries, provinces and districts, best first.", body = Concepts)))]
pub(super) async fn places(call: Call) -> Result<Json<Concepts>, Problem> {
    found(call, ConceptKind::Place).await
}

/// Completions while typing
///
/// Labels of occupations, skills and places that begin with what was typed; from four letters on one typo
/// is allowed.
#[utoipa::path(get, path = "/api/v1/suggest", operation_id = "completeTyping", tag = "Concepts", params(Typing), responses(
    (status = 200, description = "Completions, best first.", body = Suggestions)))]
pub(super) async fn suggest(call: Call) -> Result<Json<Suggestions>, Problem> {
    let typed = beginning(call.text("q")?);
    let limit = call.number("limit", 1..=50, 8)?;
    let book = call.book.clone();
    let suggested = call.platform.turns.take(move || book.lexicon.suggest(&typed, limit));
    let suggested = suggested.await.map_err(|stopped| Problem::internal(&stopped))?;
    let items = suggested.into_iter().map(|found| SuggestedConcept {
        label: found.label,
        kind: kind(found.concept),
        code: call.book.codes.code(found.concept).to_owned(),
    });
    Ok(Json(Suggestions { items: items.collect() }))
}

/// Characters of a text that are read.
const READ: usize = 10_000;
/// Characters of what is typed that are read; no label is longer.
const TYPED: usize = 200;

fn beginning(typed: &str) -> String {
    typed.chars().take(TYPED).collect()
}

async fn found(call: Call, kind: ConceptKind) -> Result<Json<Concepts>, Problem> {
    let text: String = call.text("q")?.chars().take(READ).collect();
    let limit = call.number("limit", 1..=100, 10)?;
    let book = call.book.clone();
    let ranked = call.platform.turns.take(move || ranked(&book, &text, kind, limit));
    let ranked = ranked.await.map_err(|stopped| Problem::internal(&stopped))?;
    Ok(Json(Concepts { items: listed(&call, ranked) }))
}

fn listed(call: &Call, ranked: Vec<Ranked>) -> Vec<FoundConcept> {
    let items = ranked.into_iter().map(|found| FoundConcept {
        concept: call.coded(found.concept),
        score: found.score,
        matched: found.label,
        level: level(&call.book, found.concept),
    });
    items.collect()
}

/// The best concepts of a kind; of occupations the unit groups only, and as many of them as there are.
fn ranked(book: &ReferenceBook, text: &str, kind: ConceptKind, limit: usize) -> Vec<Ranked> {
    let mut asked = limit;
    loop {
        let mut ranked = book.lexicon.rank(text, kind, asked);
        let all = ranked.len() < asked;
        ranked.retain(|found| is_answer(book, found.concept));
        if all || ranked.len() >= limit {
            ranked.truncate(limit);
            return ranked;
        }
        asked *= 2;
    }
}

fn is_answer(book: &ReferenceBook, concept: Concept) -> bool {
    match concept {
        Concept::Occupation(key) => book.isco(key).is_some_and(|code| code.len() == 4),
        Concept::Skill(_) | Concept::Place(_) => true,
    }
}

fn level(book: &ReferenceBook, concept: Concept) -> Option<&'static str> {
    let Concept::Place(key) = concept else { return None };
    Some(match book.place(key)?.level {
        PlaceLevel::Country => "country",
        PlaceLevel::Province => "province",
        PlaceLevel::District => "district",
    })
}
