//! `/people/{id}`: a person as whoever asks may see it, and covered values that are shown for a purpose.

use super::{Sent, by, too_many};
use crate::access::model::Permission;
use crate::advice::ask;
use crate::consent;
use crate::consent::model::Request;
use crate::discovery::questions::{self, VacanciesFound};
use crate::http::errand::{Answer, Errand, Key, named, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::ids::{OrganisationId, PersonId, VacancyId};
use crate::seen::commands::{self, By, Opened, RevealError};
use crate::seen::model::{Covered, Sighted};
use crate::seen::present::{self, Asked, Fitted};
use crate::vacancies::store::WithEmployer;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use views::Link;
use views::people::RevealProblem;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get("/people/{id}", Access::May(Permission::SeePeople), show).post(
        "/people/{id}/reveal",
        Access::May(Permission::RevealContacts),
        reveal,
    )
}

/// The person, noted in its trail; or what is answered instead.
async fn opened(errand: &Errand, by: &By, id: PersonId) -> Result<Result<Sighted, Response>, PageError> {
    let platform = &errand.visit.platform;
    match commands::open(&platform.database, by, id, platform.clock.now()).await? {
        Opened::Seen(seen) => Ok(Ok(*seen)),
        Opened::Nobody => Err(PageError::NotFound),
        Opened::TooMany => Ok(Err(too_many())),
    }
}

async fn show(errand: Errand, holder: Holder, key: Key) -> Answer {
    let (by, id) = (by(&errand, &holder)?, named(key)?);
    let vacancy = own_vacancy(&errand, &by).await?;
    let seen = match opened(&errand, &by, id).await? {
        Ok(seen) => seen,
        Err(answer) => return Ok(answer),
    };
    let fits = match vacancy {
        Some(vacancy) => fitted(&errand, vacancy, id).await?,
        None => None,
    };
    let (before, jobs) = (before(&errand, &by, id).await?, jobs(&errand, &by, &seen).await?);
    Ok(page(&present::person(&errand, &by.onlooker, &seen, Asked { fits, before, jobs, ..Asked::default() })))
}

/// What the reader's organisations asked the person before, the newest first.
async fn before(errand: &Errand, by: &By, id: PersonId) -> Result<Vec<Request>, PageError> {
    if !by.onlooker.asks_for_consent() {
        return Ok(Vec::new());
    }
    let reader = errand.visit.platform.database.reader();
    let mut requests = Vec::new();
    for organisation in &by.onlooker.organisations {
        requests.extend(consent::commands::between(reader, id, *organisation).await?);
    }
    requests.sort_by_key(|asked| std::cmp::Reverse(asked.asked_at));
    Ok(requests)
}

/// The open vacancies that fit somebody best whom the onlooker advises; that the page was opened tells of them too.
async fn jobs(errand: &Errand, by: &By, seen: &Sighted) -> Result<Option<VacanciesFound>, PageError> {
    let platform = &errand.visit.platform;
    if !by.onlooker.advises(seen.ties) || !platform.columns.are_ready() {
        return Ok(None);
    }
    Ok(Some(ask::advised(platform, seen.id).await.map_err(PageError::internal)?))
}

/// The vacancy for which the address asks, with the organisation of the reader whose it is; one of others is not
/// there, and whoever looks for no organisation is told of none.
async fn own_vacancy(errand: &Errand, by: &By) -> Result<Option<(OrganisationId, WithEmployer)>, PageError> {
    let asked = errand.asked("for")?.filter(|_| !by.onlooker.organisations.is_empty());
    let Some(raw) = asked else { return Ok(None) };
    let id: VacancyId = raw.parse().map_err(|_| PageError::NotFound)?;
    let found = ask::vacancy_of(&errand.visit.platform, &by.onlooker.organisations, id).await;
    found.map_err(PageError::internal)?.map(Some).ok_or(PageError::NotFound)
}

async fn fitted(
    errand: &Errand,
    (organisation, vacancy): (OrganisationId, WithEmployer),
    id: PersonId,
) -> Result<Option<Fitted>, PageError> {
    let pair = questions::pair(&errand.visit.platform, (&vacancy, id)).await.map_err(PageError::internal)?;
    let to = Link::new(paths::fitting(organisation, vacancy.0.id, 1), vacancy.0.title);
    Ok(pair.map(|(fit, profile, opening)| Fitted { fit, profile, opening, vacancy: to }))
}

async fn reveal(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let (by, id) = (by(&errand, &holder)?, named(key)?);
    let Form(fields) = sent.map_err(|_| PageError::BadRequest)?;
    let seen = match opened(&errand, &by, id).await? {
        Ok(seen) => seen,
        Err(answer) => return Ok(answer),
    };
    let refused = |problem| {
        let typed = (fields.what.clone(), fields.purpose.clone(), fields.words.clone());
        let asked = Asked { typed, problem: Some(problem), ..Asked::default() };
        present::person(&errand, &by.onlooker, &seen, asked)
    };
    let Some(covered) = Covered::of(&fields.what) else {
        return Ok(unprocessable(&refused(RevealProblem::What)));
    };
    let platform = &errand.visit.platform;
    let (base_url, at) = (platform.base_url(), platform.clock.now());
    let said = (fields.purpose.as_str(), fields.words.as_str());
    let shown = commands::reveal(&platform.database, &by, (id, covered), said, (&base_url, at)).await;
    let problem = match shown {
        Ok(value) => {
            let asked = Asked { revealed: Some((covered, value)), ..Asked::default() };
            return Ok(page(&present::person(&errand, &by.onlooker, &seen, asked)));
        }
        Err(RevealError::TooMany) => {
            let said = page(&refused(RevealProblem::TooMany));
            return Ok((StatusCode::TOO_MANY_REQUESTS, said).into_response());
        }
        Err(RevealError::Nobody) => return Err(PageError::NotFound),
        Err(RevealError::Nothing) => RevealProblem::What,
        Err(RevealError::Purpose) => RevealProblem::Purpose,
        Err(RevealError::Words) => RevealProblem::Words,
        Err(RevealError::Database(error)) => return Err(error.into()),
    };
    Ok(unprocessable(&refused(problem)))
}
