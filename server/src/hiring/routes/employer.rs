//! The applications for a vacancy of the own organisation: the queue, one of them, answers, and asking somebody to apply.

use super::{desk, refused};
use crate::hiring::commands::{self, Deed, InviteError, StepError};
use crate::hiring::forms::{InviteFields, ManyFields, StepFields, stage};
use crate::hiring::model::{Case, HIRING, Hirer, Queue};
use crate::hiring::present::{self, Answering, Said};
use crate::http::errand::{Answer, Errand, done, no_form, page, pairs, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::{Owner, Seats};
use crate::ids::{ApplicationId, OrganisationId, PersonId, VacancyId};
use crate::seen;
use crate::seen::commands::{By, Opened};
use crate::seen::model::{Onlooker, Sighted};
use crate::vacancies::advert::Advert;
use crate::vacancies::commands::seats::advert;
use axum::extract::rejection::{FormRejection, PathRejection, RawFormRejection};
use axum::extract::{Form, Path, RawForm};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use views::desk::DeskPage;
use views::hiring::StepProblem;

type Keys = Result<Path<(String, String)>, PathRejection>;
type KeysOfOne = Result<Path<(String, String, String)>, PathRejection>;
type Sent<T> = Result<Form<T>, FormRejection>;

/// Applications on a page.
const ON_A_PAGE: u64 = 50;

pub(super) fn routes(routes: Routes) -> Routes {
    let members = Access::As(HIRING);
    let queue = "/organisation/{id}/vacancies/{vacancy}/applications";
    routes
        .get(queue, members, list)
        .post(queue, members, answer_many)
        .get("/organisation/{id}/vacancies/{vacancy}/applications/{application}", members, show)
        .post(
            "/organisation/{id}/vacancies/{vacancy}/applications/{application}/shortlist",
            members,
            shortlist,
        )
        .post("/organisation/{id}/vacancies/{vacancy}/applications/{application}/reject", members, reject)
        .post("/organisation/{id}/vacancies/{vacancy}/people/invite", members, invite)
}

/// Somebody who hires, before a vacancy of the own organisation; one of others is not there.
pub(super) struct Hiring {
    pub(super) errand: Errand,
    pub(super) hirer: Hirer,
    by: By,
    pub(super) advert: Advert,
}

impl Hiring {
    pub(super) async fn of(
        errand: Errand,
        (Owner(viewer), Seats(seats)): (Owner, Seats),
        (organisation, vacancy): (String, String),
    ) -> Result<Self, PageError> {
        let organisation: OrganisationId = organisation.parse().map_err(|_| PageError::NotFound)?;
        let vacancy: VacancyId = vacancy.parse().map_err(|_| PageError::NotFound)?;
        let hirer = Hirer::of(&seats, viewer.account, organisation).ok_or(PageError::NotFound)?;
        let held = seats.iter().find(|held| held.seat.organisation == Some(organisation));
        let onlooker = held.and_then(|held| Onlooker::member(&held.seat)).ok_or(PageError::NotFound)?;
        let by = By { account: viewer.account, onlooker, origin: errand.origin.clone() };
        let reader = errand.visit.platform.database.reader();
        let advert = advert(reader, vacancy, errand.visit.today).await?;
        let advert =
            advert.filter(|advert| advert.organisation == organisation).ok_or(PageError::NotFound)?;
        Ok(Self { errand, hirer, by, advert })
    }

    fn answering(&self) -> Answering<'_> {
        let Advert { id, organisation, title, .. } = &self.advert;
        Answering { organisation: *organisation, vacancy: *id, title }
    }

    fn queue_path(&self) -> String {
        paths::applications(self.advert.organisation, self.advert.id)
    }

    /// The queue with what is seen of its people, noted before it is shown; none where that was too much for a day.
    async fn queue(
        &self,
        typed: &ManyFields,
        said: (Option<u64>, Option<StepProblem>),
    ) -> Result<Option<DeskPage>, PageError> {
        let platform = &self.errand.visit.platform;
        let asked = stage(self.errand.asked("stage")?.as_deref());
        let number = self.errand.page_number()?;
        let of = (self.hirer, self.advert.id);
        let reader = platform.database.reader();
        let held: Queue = commands::queue(reader, of, asked, (number, ON_A_PAGE)).await?;
        let open = held.page.iter().filter(|held| held.closed_at.is_none());
        let ids: Vec<PersonId> = open.map(|held| held.person).collect();
        let people = seen::commands::found(reader, &self.by.onlooker, &ids, self.errand.visit.today).await?;
        let shown: Vec<&Sighted> = people.iter().collect();
        let listed = (self.advert.id, shown.as_slice());
        let now = platform.clock.now();
        if !seen::commands::recommendation_counted(&platform.database, &self.by, listed, now).await? {
            return Ok(None);
        }
        let place = (asked, number, ON_A_PAGE);
        let typed = ((typed.deed.as_str(), typed.reason.as_str()), said.0, said.1);
        Ok(Some(present::queue(&self.errand, &self.answering(), (&held, &people), place, typed)))
    }

    pub(super) async fn case(&self, id: ApplicationId) -> Result<Case, PageError> {
        let platform = &self.errand.visit.platform;
        let found = commands::case(platform.database.reader(), self.hirer, id, platform.clock.now()).await?;
        found.filter(|case| case.application.vacancy == self.advert.id).ok_or(PageError::NotFound)
    }

    /// The page of one application; the person's trail tells that it was opened. None where that was too much for a day.
    pub(super) async fn page(
        &self,
        id: ApplicationId,
        said: Said<'_>,
    ) -> Result<Option<DeskPage>, PageError> {
        let (case, platform) = (self.case(id).await?, &self.errand.visit.platform);
        let seen = if case.application.closed_at.is_some() {
            None
        } else {
            let person = case.application.person;
            match seen::commands::open(&platform.database, &self.by, person, platform.clock.now()).await? {
                Opened::Seen(seen) => Some(*seen),
                Opened::Nobody => None,
                Opened::TooMany => return Ok(None),
            }
        };
        let of = (&case, seen.as_ref());
        Ok(Some(present::case(&self.errand, &self.answering(), of, said)))
    }
}

pub(super) fn too_many() -> axum::response::Response {
    StatusCode::TOO_MANY_REQUESTS.into_response()
}

async fn list(errand: Errand, owner: Owner, seats: Seats, keys: Keys) -> Answer {
    let Path(keys) = keys.map_err(|_| PageError::NotFound)?;
    let hiring = Hiring::of(errand, (owner, seats), keys).await?;
    let done = hiring.errand.done()?.and_then(|count| count.parse().ok());
    let shown = hiring.queue(&ManyFields::default(), (done, None)).await?;
    Ok(shown.map_or_else(too_many, |shown| page(&shown)))
}

async fn answer_many(
    errand: Errand,
    owner: Owner,
    seats: Seats,
    keys: Keys,
    sent: Result<RawForm, RawFormRejection>,
) -> Answer {
    let Path(keys) = keys.map_err(|_| PageError::NotFound)?;
    let hiring = Hiring::of(errand, (owner, seats), keys).await?;
    let fields = ManyFields::read(&pairs(sent)?);
    let problem = match fields.deed().filter(|_| !fields.chosen.is_empty()) {
        None => StepProblem::Nobody,
        Some(deed) => {
            let base_url = hiring.errand.visit.platform.base_url();
            let desk = desk(&hiring.errand, &base_url);
            match commands::answer_many(desk, hiring.hirer, &fields.chosen, &deed).await {
                Ok(came) if came.done == 0 => StepProblem::Stale,
                Ok(came) => return Ok(done(&hiring.queue_path(), &came.done.to_string())),
                Err(error) => refused(error)?,
            }
        }
    };
    let shown = hiring.queue(&fields, (None, Some(problem))).await?;
    Ok(shown.map_or_else(too_many, |shown| unprocessable(&shown)))
}

async fn show(errand: Errand, owner: Owner, seats: Seats, keys: KeysOfOne) -> Answer {
    let Path((organisation, vacancy, id)) = keys.map_err(|_| PageError::NotFound)?;
    let id: ApplicationId = id.parse().map_err(|_| PageError::NotFound)?;
    let hiring = Hiring::of(errand, (owner, seats), (organisation, vacancy)).await?;
    let done = hiring.errand.done()?.is_some();
    let shown = hiring.page(id, Said { done, ..Said::default() }).await?;
    Ok(shown.map_or_else(too_many, |shown| page(&shown)))
}

async fn shortlist(
    errand: Errand,
    owner: Owner,
    seats: Seats,
    keys: KeysOfOne,
    sent: Sent<StepFields>,
) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    answer(errand, (owner, seats), keys, (&fields, &Deed::Shortlist)).await
}

async fn reject(
    errand: Errand,
    owner: Owner,
    seats: Seats,
    keys: KeysOfOne,
    sent: Sent<StepFields>,
) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    answer(errand, (owner, seats), keys, (&fields, &Deed::Reject(fields.reason.clone()))).await
}

async fn answer(
    errand: Errand,
    who: (Owner, Seats),
    keys: KeysOfOne,
    (fields, deed): (&StepFields, &Deed),
) -> Answer {
    let Path((organisation, vacancy, id)) = keys.map_err(|_| PageError::NotFound)?;
    let id: ApplicationId = id.parse().map_err(|_| PageError::NotFound)?;
    let hiring = Hiring::of(errand, who, (organisation, vacancy)).await?;
    hiring.case(id).await?;
    let base_url = hiring.errand.visit.platform.base_url();
    let which = (id, fields.version());
    let answered: Result<(), StepError> =
        commands::answer(desk(&hiring.errand, &base_url), hiring.hirer, which, deed).await;
    match answered {
        Ok(()) => Ok(done(&paths::application(hiring.advert.organisation, hiring.advert.id, id), "answered")),
        Err(error) => {
            let problem = Some(refused(error)?);
            let shown = hiring.page(id, Said { reason: &fields.reason, problem, ..Said::default() }).await?;
            Ok(shown.map_or_else(too_many, |shown| unprocessable(&shown)))
        }
    }
}

async fn invite(errand: Errand, owner: Owner, seats: Seats, keys: Keys, sent: Sent<InviteFields>) -> Answer {
    let Path(keys) = keys.map_err(|_| PageError::NotFound)?;
    let hiring = Hiring::of(errand, (owner, seats), keys).await?;
    let Form(fields) = sent.map_err(no_form)?;
    let person = fields.person().ok_or(PageError::NotFound)?;
    let (base_url, vacancy) = (hiring.errand.visit.platform.base_url(), hiring.advert.id);
    let asked = commands::invite(desk(&hiring.errand, &base_url), hiring.hirer, (vacancy, person)).await;
    let people = paths::fitting(hiring.advert.organisation, vacancy, 1);
    match asked {
        Ok(_) => Ok(done(&people, "invited")),
        Err(InviteError::Before) => Ok(done(&people, "before")),
        Err(InviteError::NobodyAnswers) => Ok(done(&people, "nobody")),
        Err(InviteError::Closed) => Ok(done(&people, "closed")),
        Err(InviteError::TooMany) => Ok(too_many()),
        Err(InviteError::Unknown) => Err(PageError::NotFound),
        Err(InviteError::Database(error)) => Err(error.into()),
        Err(error @ InviteError::Step(_)) => Err(PageError::internal(error)),
    }
}
