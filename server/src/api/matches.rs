//! Matches both ways, with reasons, gaps and conditions in words: to the operator's tokens, and to an employer's as far as its
//! members see them.

use super::access::Operator;
use super::call::Call;
use super::jobs::Vacancy;
use super::parameters::Matching;
use super::people::Person;
use super::problem::{Problem, ProblemBody};
use super::reads::Shown;
use crate::access::model::Classes;
use crate::advice::ask;
use crate::discovery::present::{Judged, Pair, Said};
use crate::discovery::questions::{self, MatchError};
use crate::ids::{PersonId, VacancyId};
use crate::people::store::WithSkills;
use crate::seen::model::{Known, Onlooker, Sighted};
use crate::tokens::model::Scope;
use crate::vacancies::store::Listed;
use axum::Json;
use axum::extract::Path;
use matching::{Match, Opening, Profile};
use serde::Serialize;
use utoipa::ToSchema;

/// The people who fit a vacancy best.
#[derive(Serialize, ToSchema)]
pub(super) struct PeopleMatches {
    vacancy: Vacancy,
    /// Best first; who is known not to meet a condition stands behind all others.
    items: Vec<PersonMatch>,
    /// People who were looked at: all there are. For the operator alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    scanned: Option<usize>,
}

/// A person who fits.
#[derive(Serialize, ToSchema)]
pub(super) struct PersonMatch {
    #[serde(flatten)]
    person: Person,
    #[serde(flatten)]
    fit: Fit,
}

/// The vacancies that fit a person best.
#[derive(Serialize, ToSchema)]
pub(super) struct VacancyMatches {
    person: Person,
    /// Best first; those with a condition that is known not to be met stand behind all others.
    items: Vec<VacancyMatch>,
    /// Open vacancies that were looked at: all there are.
    scanned: usize,
}

/// A vacancy that fits.
#[derive(Serialize, ToSchema)]
pub(super) struct VacancyMatch {
    #[serde(flatten)]
    vacancy: Vacancy,
    #[serde(flatten)]
    fit: Fit,
}

/// How well a person and a vacancy fit, and why.
#[derive(Serialize, ToSchema)]
pub(super) struct Fit {
    /// 0 to 10,000: the sum of the parts.
    #[schema(example = 7_350)]
    score: u16,
    /// The score in whole hundredths, rounded down.
    #[schema(example = 73)]
    percent: u8,
    /// For programs that are told nobody's wish only where it may be seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<Parts>,
    /// Strongest first.
    reasons: Vec<Sentence>,
    /// Conditions first, then the heaviest first.
    gaps: Vec<Sentence>,
    /// What the advert insists on.
    conditions: Vec<JudgedCondition>,
}

/// Points of each part of the score.
#[derive(Serialize, ToSchema)]
pub(super) struct Parts {
    occupation: u16,
    skills: u16,
    qualification: u16,
    experience: u16,
    languages: u16,
    distance: u16,
    wage: u16,
    availability: u16,
}

/// A reason or a gap.
#[derive(Serialize, ToSchema)]
pub(super) struct Sentence {
    /// Code of the kind.
    #[schema(example = "same_occupation")]
    kind: &'static str,
    /// In the reader's language.
    text: String,
}

/// A condition with what is known of it; unknown is not no.
#[derive(Serialize, ToSchema)]
pub(super) struct JudgedCondition {
    #[serde(flatten)]
    condition: Sentence,
    /// `met`, `not_met` or `unknown`.
    #[schema(example = "unknown")]
    verdict: &'static str,
    /// The verdict in the reader's language.
    verdict_text: String,
}

impl Call {
    /// A person as the operator's programs see it.
    fn seen(&self, row: &WithSkills) -> Sighted {
        Sighted::of(&Known::from(row), &Onlooker::operator(None), Classes::default(), self.today)
    }

    /// The same, told to a program of an organisation no further than it sees the person.
    fn fit_seen(&self, seen: &Sighted, fit: &Match, (profile, opening): (&Profile, &Opening)) -> Fit {
        let pair = Pair { book: &self.book, locale: self.locale, profile, opening };
        Fit {
            // The points of a wage tell the wage.
            parts: seen.wage.is_some().then(|| fit.parts.into()),
            reasons: seen.reasons(fit).map(|reason| pair.reason(reason).into()).collect(),
            gaps: seen.gaps(fit).map(|gap| pair.gap(gap).into()).collect(),
            ..self.fit(fit, profile, opening)
        }
    }

    fn fit(&self, fit: &Match, profile: &Profile, opening: &Opening) -> Fit {
        let pair = Pair { book: &self.book, locale: self.locale, profile, opening };
        let judged = fit.conditions.iter().map(|(condition, verdict)| pair.condition(condition, *verdict));
        Fit {
            score: fit.score.get(),
            percent: fit.score.percent(),
            parts: Some(fit.parts.into()),
            reasons: fit.reasons.iter().map(|reason| pair.reason(reason).into()).collect(),
            gaps: fit.gaps.iter().map(|gap| pair.gap(gap).into()).collect(),
            conditions: judged.map(JudgedCondition::from).collect(),
        }
    }
}

impl From<matching::Parts> for Parts {
    fn from(parts: matching::Parts) -> Self {
        let matching::Parts {
            occupation,
            skills,
            qualification,
            experience,
            languages,
            distance,
            wage,
            availability,
        } = parts;
        Self { occupation, skills, qualification, experience, languages, distance, wage, availability }
    }
}

impl From<Said> for Sentence {
    fn from(said: Said) -> Self {
        let Said { kind, text } = said;
        Self { kind, text }
    }
}

impl From<Judged> for JudgedCondition {
    fn from(judged: Judged) -> Self {
        let Judged { said, verdict, verdict_text } = judged;
        Self { condition: said.into(), verdict, verdict_text }
    }
}

impl From<MatchError> for Problem {
    fn from(error: MatchError) -> Self {
        match error {
            MatchError::NoVacancy(_) | MatchError::NoPerson(_) => Self::not_found(error.to_string()),
            MatchError::Closed(_) => Self::closed(None),
            MatchError::Database(_) | MatchError::Columns(_) | MatchError::Stopped(_) => {
                Self::internal(&error)
            }
        }
    }
}

/// People for a vacancy
///
/// The operator's tokens are told of all people and of any open vacancy; an employer's of those who show the profile, and of
/// its own vacancies.
#[utoipa::path(get, path = "/api/v1/vacancies/{id}/matches", operation_id = "matchVacancy", tag = "Matches", security(("token" = [])),
    params(("id" = uuid::Uuid, Path, description = "Id of the vacancy."), Matching),
    responses(
        (status = 200, description = "The people who fit best, of those whom the token may find.", body = PeopleMatches),
        (status = 404, description = "There is no such vacancy.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "The vacancy has closed.", body = ProblemBody, content_type = "application/problem+json")))]
pub(super) async fn people(
    Operator(looking): Operator,
    call: Call,
    Path(id): Path<String>,
) -> Result<Json<PeopleMatches>, Problem> {
    let id: VacancyId = id.parse().map_err(|_| Problem::not_found(format!("there is no vacancy {id}")))?;
    let limit = call.number("limit", 1..=500, 20)?;
    let operates = looking.onlooker.audience.is_none();
    if !operates && !is_own(&call, &looking.onlooker, id).await? {
        return Err(MatchError::NoVacancy(id).into());
    }
    let found = ask::recommended(&call.platform, &looking.onlooker, id, (0, limit)).await?;
    let listed: Vec<&Sighted> = found.people.iter().map(|held| &held.seen).collect();
    call.record(looking, &Shown::For(id, &listed)).await?;
    let items = found.people.iter().map(|held| {
        let of = (&held.profile, &found.opening);
        let fit =
            if operates { call.fit(&held.fit, of.0, of.1) } else { call.fit_seen(&held.seen, &held.fit, of) };
        PersonMatch { person: call.person(&held.seen), fit }
    });
    Ok(Json(PeopleMatches {
        items: items.collect(),
        vacancy: call.vacancy(&Listed::from(&found.vacancy)),
        scanned: operates.then_some(found.scanned),
    }))
}

/// Whether a vacancy is one of the onlooker's organisations.
async fn is_own(call: &Call, onlooker: &Onlooker, id: VacancyId) -> Result<bool, Problem> {
    Ok(ask::vacancy_of(&call.platform, &onlooker.organisations, id).await?.is_some())
}

/// Vacancies for a person
#[utoipa::path(get, path = "/api/v1/people/{id}/matches", operation_id = "matchPerson", tag = "Matches", security(("token" = [])),
    params(("id" = uuid::Uuid, Path, description = "Id of the profile."), Matching),
    responses(
        (status = 200, description = "The open vacancies that fit best, of all.", body = VacancyMatches),
        (status = 404, description = "There is no such person.", body = ProblemBody, content_type = "application/problem+json")))]
pub(super) async fn vacancies(
    Operator(looking): Operator,
    call: Call,
    Path(id): Path<String>,
) -> Result<Json<VacancyMatches>, Problem> {
    let id: PersonId = id.parse().map_err(|_| Problem::not_found(format!("there is no person {id}")))?;
    // Which vacancies fit somebody is the person's own matter, and the operator's.
    if looking.onlooker.audience.is_some() {
        return Err(Problem::not_allowed(Scope::MatchesRead));
    }
    let limit = call.number("limit", 1..=500, 20)?;
    let found = questions::matches_for_person(&call.platform, id, limit).await?;
    call.record(looking, &Shown::One(id)).await?;
    let items = found.matches.iter().map(|vacancy| VacancyMatch {
        vacancy: call.vacancy(&Listed::from(&vacancy.row)),
        fit: call.fit(&vacancy.fit, &found.profile, &vacancy.opening),
    });
    Ok(Json(VacancyMatches {
        items: items.collect(),
        person: call.person(&call.seen(&found.person)),
        scanned: found.scanned,
    }))
}
