//! People: searched with the operator's token. Never a name, a birth date or a number.

use super::access::Operator;
use super::call::Call;
use super::concept::{self, Coded, Understood};
use super::jobs::{Facets, asked};
use super::parameters::Searching;
use super::problem::Problem;
use super::reads::Shown;
use crate::ids::PersonId;
use crate::outbox::Subject;
use crate::people::store::{self, WithSkills};
use axum::Json;
use search::{Request, Results};
use serde::Serialize;
use std::collections::HashMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// People who were found.
#[derive(Serialize, ToSchema)]
pub(super) struct People {
    /// All who were found, counted exactly.
    total: u64,
    /// What was read as concepts; `as_words=1` undoes it.
    understood: Vec<Understood>,
    /// Words that were searched as words.
    words: Vec<String>,
    /// The query had more than 64 terms; the rest was left out.
    cut: bool,
    /// The page asked for.
    items: Vec<FoundPerson>,
    /// Counts by parameter; wages are wishes, and `where` is the will to work abroad.
    facets: Facets,
}

/// A person who was found.
#[derive(Serialize, ToSchema)]
pub(super) struct FoundPerson {
    #[serde(flatten)]
    person: Person,
    /// Relevance; comparable within one answer only.
    score: f32,
    /// Words and labels of the query that the profile met.
    matched: Vec<String>,
}

/// A person at work: what the person can do and where, not who it is.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Person {
    /// Id of the profile.
    id: Uuid,
    /// Who this is at work, in a line.
    headline: String,
    /// Unit groups of ISCO-08.
    occupations: Vec<Coded>,
    /// Name of the province in the reader's language.
    province: Option<String>,
    /// Code of the province.
    province_code: Option<String>,
    /// Skills.
    skills: Vec<Coded>,
}

impl Call {
    /// A person at work.
    pub(super) fn person(&self, row: &WithSkills) -> Person {
        let WithSkills { person, occupations, skills } = row;
        let province = person.province_id.map(|id| self.coded(concept::place(id)));
        let (province_code, province) = province.map(|Coded { code, label }| (code, label)).unzip();
        Person {
            id: person.id.as_uuid(),
            headline: person.headline.clone(),
            occupations: occupations
                .iter()
                .map(|held| self.coded(concept::occupation(held.occupation_id)))
                .collect(),
            province,
            province_code,
            skills: skills.iter().map(|held| self.coded(concept::skill(held.skill_id))).collect(),
        }
    }

    async fn people(&self, request: Request) -> Result<Results, Problem> {
        let (index, book) = (self.platform.indexes.of(Subject::Person).clone(), self.book.clone());
        let results = self.platform.turns.take(move || index.search(&book.lexicon, &request)).await;
        // As for vacancies: what fails has read a damaged file, and the follower makes the index again.
        if !matches!(results, Ok(Ok(_))) {
            self.platform.indexes.suspect();
        }
        let results = results.map_err(|stopped| Problem::internal(&stopped))?;
        results.map_err(|failed| Problem::internal(&failed))
    }
}

/// Search people
///
/// The parameters are those of the search of vacancies; those that a profile knows nothing of (contract,
/// posted) compare with its last change or find nobody.
#[utoipa::path(get, path = "/api/v1/people", operation_id = "searchPeople", tag = "People", params(Searching), security(("token" = [])), responses(
    (status = 200, description = "Profiles, without names.", body = People)))]
pub(super) async fn search(operator: Operator, call: Call) -> Result<Json<People>, Problem> {
    let (asked, request) = asked(&call)?;
    let results = call.people(request).await?;
    let ids: Vec<PersonId> = results.hits.iter().map(|hit| PersonId::from_u128(hit.key.0)).collect();
    let rows = store::by_ids(call.platform.database.reader(), &ids).await?;
    let rows: HashMap<u128, &WithSkills> = rows.iter().map(|row| (row.person.id.as_u128(), row)).collect();
    let items = results.hits.into_iter().filter_map(|hit| {
        let person = call.person(rows.get(&hit.key.0)?);
        Some(FoundPerson { person, score: hit.score, matched: hit.matched })
    });
    let items: Vec<FoundPerson> = items.collect();
    call.record(operator, &Shown::Found { listed: items.len(), of: results.total }).await?;
    Ok(Json(People {
        total: results.total,
        understood: call.understood(&asked.q, &results.understood),
        items,
        words: results.words,
        cut: results.cut,
        facets: Facets::of(&call.book, &results.facets, call.locale),
    }))
}
