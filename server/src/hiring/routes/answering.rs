//! Whoever applied answers an offer, and says that the work began.

use super::own::{again, person};
use super::{desk, refused};
use crate::hiring::commands::{self, AcceptError, Applicant, StepError};
use crate::hiring::forms::{AnswerFields, amount};
use crate::http::errand::{Answer, Errand, Key, done, named, no_form};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::ids::{ApplicationId, PersonId};
use axum::extract::Form;
use axum::extract::rejection::FormRejection;

type Sent = Result<Form<AnswerFields>, FormRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .post("/me/applications/{id}/accept", Access::SignedIn, accept)
        .post("/me/applications/{id}/decline", Access::SignedIn, decline)
        .post("/me/applications/{id}/start", Access::SignedIn, start)
}

/// Somebody who answers, what was sent, and of which application.
struct Answering {
    errand: Errand,
    owner: Owner,
    person: PersonId,
    id: ApplicationId,
    fields: AnswerFields,
}

impl Answering {
    async fn of(errand: Errand, owner: Owner, key: Key, sent: Sent) -> Result<Self, PageError> {
        let (id, Form(fields)) = (named(key)?, sent.map_err(no_form)?);
        let person = person(&errand, &owner).await?.ok_or(PageError::NotFound)?;
        Ok(Self { errand, owner, person, id, fields })
    }

    fn applicant(&self) -> Applicant<'_> {
        let language = self.errand.visit.locale.code();
        Applicant { account: self.owner.0.account, person: self.person, language }
    }

    fn which(&self) -> (ApplicationId, i32) {
        (self.id, self.fields.version())
    }

    async fn answered(&self, came: Result<(), StepError>) -> Answer {
        match came {
            Ok(()) => Ok(done(&paths::own_application(self.id), "answered")),
            Err(error) => again(&self.errand, (self.person, self.id), (Some(refused(error)?), false)).await,
        }
    }
}

async fn accept(errand: Errand, owner: Owner, key: Key, sent: Sent) -> Answer {
    let answering = Answering::of(errand, owner, key, sent).await?;
    let base_url = answering.errand.visit.platform.base_url();
    let (desk, alone) = (desk(&answering.errand, &base_url), answering.fields.alone == "yes");
    match commands::accept(desk, answering.applicant(), answering.which(), alone).await {
        Ok(()) => answering.answered(Ok(())).await,
        Err(AcceptError::Step(error)) => answering.answered(Err(error)).await,
        Err(AcceptError::Taken) => {
            again(&answering.errand, (answering.person, answering.id), (None, true)).await
        }
        Err(AcceptError::Database(error)) => Err(error.into()),
    }
}

async fn decline(errand: Errand, owner: Owner, key: Key, sent: Sent) -> Answer {
    let answering = Answering::of(errand, owner, key, sent).await?;
    let base_url = answering.errand.visit.platform.base_url();
    let (desk, why) = (desk(&answering.errand, &base_url), answering.fields.why.as_str());
    let came = commands::decline(desk, answering.applicant(), answering.which(), why).await;
    answering.answered(came).await
}

async fn start(errand: Errand, owner: Owner, key: Key, sent: Sent) -> Answer {
    let answering = Answering::of(errand, owner, key, sent).await?;
    let base_url = answering.errand.visit.platform.base_url();
    let (desk, wage) = (desk(&answering.errand, &base_url), amount(&answering.fields.wage));
    let came = commands::started_by_person(desk, answering.applicant(), answering.which(), wage).await;
    answering.answered(came).await
}
