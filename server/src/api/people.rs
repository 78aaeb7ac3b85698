//! People: searched with a token. Never more of any than the table of fields lets the token's role see.

use super::access::Seer;
use super::call::Call;
use super::concept::{self, Coded, Understood};
use super::jobs::{Facets, asked};
use super::parameters::SearchingPeople;
use super::problem::Problem;
use super::reads::Shown;
use crate::ids::PersonId;
use crate::seen::commands::found;
use crate::seen::model::{Born, Limits, Sighted};
use crate::seen::search::{SearchError, ask};
use axum::Json;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::HashMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// People on a page of the pages; programs of organisations read as deep as people do.
const ON_A_PAGE: usize = 20;

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
    /// Counts by parameter, for the operator alone and of what it sees; `where` is the will to work abroad.
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

/// A person at work; who it is only where the token's role may see that.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Person {
    /// Id of the profile.
    id: Uuid,
    /// Who this is at work, in a line; empty where the line tells more than may be seen.
    headline: String,
    /// Unit groups of ISCO-08.
    occupations: Vec<Coded>,
    /// Name of the province in the reader's language.
    province: Option<String>,
    /// Code of the province.
    province_code: Option<String>,
    /// Skills.
    skills: Vec<Coded>,
    /// The district, for programs of organisations.
    #[serde(skip_serializing_if = "Option::is_none")]
    district: Option<Coded>,
    /// Months of work in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    experience_months: Option<u32>,
    /// First day of work.
    #[serde(skip_serializing_if = "Option::is_none")]
    available_from: Option<NaiveDate>,
    /// Whether the person is of age for certain, for employers.
    #[serde(skip_serializing_if = "Option::is_none")]
    of_age: Option<bool>,
    /// The name, with the person's consent. How the person is reached stands on the person's page alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

impl Call {
    /// A person as somebody sees it.
    pub(super) fn person(&self, seen: &Sighted) -> Person {
        let Sighted { id, work, province, district, name, birth, .. } = seen;
        let province = province.map(|id| self.coded(concept::place(id)));
        let (province_code, province) = province.map(|Coded { code, label }| (code, label)).unzip();
        Person {
            id: id.as_uuid(),
            headline: work.headline.clone(),
            occupations: work.occupations.iter().map(|id| self.coded(concept::occupation(*id))).collect(),
            province,
            province_code,
            skills: work.skills.iter().map(|id| self.coded(concept::skill(*id))).collect(),
            district: district.map(|id| self.coded(concept::place(id))),
            experience_months: work.months,
            available_from: work.available_from,
            of_age: match birth {
                Born::OfAge(yes) => Some(*yes),
                Born::Nothing | Born::Unknown | Born::On(..) | Born::Band(_) => None,
            },
            name: name.clone(),
        }
    }
}

impl From<SearchError> for Problem {
    fn from(error: SearchError) -> Self {
        Self::internal(&error)
    }
}

/// Search people
///
/// The parameters are those of the search of vacancies, as far as they ask about what the token's role sees of everybody
/// whom it may find: programs of employers see no wishes for wages, those of agencies and of the operator no districts
/// either. What asks about more is passed over, as unknown parameters are, and changes neither hits nor counts. Programs of
/// organisations find profiles that are shown, 500 deep and without facets.
#[utoipa::path(get, path = "/api/v1/people", operation_id = "searchPeople", tag = "People", params(SearchingPeople), security(("token" = [])), responses(
    (status = 200, description = "Profiles, as far as the token's role may see each.", body = People)))]
pub(super) async fn search(Seer(looking): Seer, call: Call) -> Result<Json<People>, Problem> {
    let (asked, request) = asked(&call)?;
    let deepest = usize::try_from(Limits::shipped().pages).unwrap_or(usize::MAX).saturating_mul(ON_A_PAGE);
    if looking.onlooker.audience.is_some() && request.offset + request.limit > deepest {
        return Err(Problem::unknown_values(vec![super::call::wrong("page", &asked.page.to_string())]));
    }
    let results = ask(&call.platform, &looking.onlooker, request).await?;
    let ids: Vec<PersonId> = results.hits.iter().map(|hit| PersonId::from_u128(hit.key.0)).collect();
    let reader = call.platform.database.reader();
    let seen = found(reader, &looking.onlooker, &ids, call.today).await?;
    let listed: Vec<&Sighted> = seen.iter().collect();
    call.record(looking, &Shown::Found { listed: &listed, of: results.total }).await?;
    let seen: HashMap<u128, &Sighted> = seen.iter().map(|seen| (seen.id.as_u128(), seen)).collect();
    let items = results.hits.into_iter().filter_map(|hit| {
        let person = call.person(seen.get(&hit.key.0)?);
        Some(FoundPerson { person, score: hit.score, matched: hit.matched })
    });
    let items: Vec<FoundPerson> = items.collect();
    Ok(Json(People {
        total: results.total,
        understood: call.understood(&asked.q, &results.understood),
        items,
        words: results.words,
        cut: results.cut,
        facets: Facets::of(&call.book, &results.facets, call.locale),
    }))
}
