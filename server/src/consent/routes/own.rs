//! One's own consents: all of them, one of them, and a request that is answered.

use crate::accounts::model::Viewer;
use crate::consent::commands::{self, AnswerError, GiveError, Owning, WithdrawError};
use crate::consent::forms::{AnswerFields, Typed};
use crate::consent::model::Own;
use crate::consent::present::{self, Wrong};
use crate::http::errand::{Answer, Errand, Key, done, named, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::ids::PersonId;
use crate::people::commands::records;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use views::consent::Done;

type Sent = Result<Form<AnswerFields>, FormRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::CONSENTS, Access::SignedIn, list)
        .get("/me/consents/{id}", Access::SignedIn, show)
        .post("/me/consents/{id}/withdraw", Access::SignedIn, withdraw)
        .get("/me/consent-requests/{id}", Access::SignedIn, show_request)
        .post("/me/consent-requests/{id}", Access::SignedIn, answer)
}

/// One request for a page of the owner's consents.
struct Asking {
    errand: Errand,
    viewer: Viewer,
    /// None before the first step of a profile.
    person: Option<PersonId>,
}

impl Asking {
    async fn of(errand: Errand, Owner(viewer): Owner) -> Result<Self, PageError> {
        let reader = errand.visit.platform.database.reader();
        let person = records::of_account(reader, viewer.account).await?;
        Ok(Self { errand, viewer, person })
    }

    /// Who has no record has no consent either.
    fn person(&self) -> Result<PersonId, PageError> {
        self.person.ok_or(PageError::NotFound)
    }

    async fn own(&self) -> Result<Own, PageError> {
        let platform = &self.errand.visit.platform;
        let Some(person) = self.person else { return Ok(Own::default()) };
        Ok(commands::own(platform.database.reader(), person, platform.clock.now()).await?)
    }

    fn owning(&self) -> Result<Owning<'_>, PageError> {
        let platform = &self.errand.visit.platform;
        Ok(Owning {
            database: &platform.database,
            account: self.viewer.account,
            person: self.person()?,
            origin: &self.errand.origin,
            at: platform.clock.now(),
        })
    }
}

async fn list(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let done = match asking.errand.done()?.as_deref() {
        Some("given") => Some(Done::Given),
        Some("refused") => Some(Done::Refused),
        Some("withdrawn") => Some(Done::Withdrawn),
        _ => None,
    };
    Ok(page(&present::list(&asking.errand, &asking.own().await?, asking.person.is_some(), done)))
}

async fn show(errand: Errand, owner: Owner, key: Key) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let reader = asking.errand.visit.platform.database.reader();
    let held = commands::one(reader, asking.person()?, named(key)?).await?.ok_or(PageError::NotFound)?;
    Ok(page(&present::consent(&asking.errand, &asking.own().await?, &held)))
}

async fn withdraw(errand: Errand, owner: Owner, key: Key) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    match commands::withdraw(asking.owning()?, named(key)?).await {
        Ok(()) => Ok(done(paths::CONSENTS, "withdrawn")),
        Err(WithdrawError::Unknown) => Err(PageError::NotFound),
        Err(WithdrawError::Database(error)) => Err(error.into()),
    }
}

async fn show_request(errand: Errand, owner: Owner, key: Key) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let platform = &asking.errand.visit.platform;
    let (reader, at) = (platform.database.reader(), platform.clock.now());
    let held = commands::request(reader, asking.person()?, named(key)?, at).await?;
    let (asked, brief) = held.ok_or(PageError::NotFound)?;
    Ok(page(&present::answer(&asking.errand, (&asked, &brief), None, None)))
}

async fn answer(errand: Errand, owner: Owner, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(|_| PageError::BadRequest)?;
    let asking = Asking::of(errand, owner).await?;
    let platform = &asking.errand.visit.platform;
    let (reader, at) = (platform.database.reader(), platform.clock.now());
    let held = commands::request(reader, asking.person()?, named(key)?, at).await?;
    let (asked, brief) = held.ok_or(PageError::NotFound)?;
    let again = |wrong| {
        let shown = present::answer(&asking.errand, (&asked, &brief), Some(&fields.ends), Some(wrong));
        Ok(unprocessable(&shown))
    };
    let language = asking.errand.visit.locale.code();
    let (yes, told) = match fields.read().ok_or(PageError::BadRequest)? {
        Typed::NoDay => return again(Wrong::Day),
        Typed::Yes(ends) => (Some((ends, language)), "given"),
        Typed::No => (None, "refused"),
    };
    match commands::answer(asking.owning()?, asked.id, yes).await {
        Ok(()) => Ok(done(paths::CONSENTS, told)),
        Err(AnswerError::Unknown) => Err(PageError::NotFound),
        Err(AnswerError::Give(GiveError::End(last))) => again(Wrong::End(last)),
        Err(AnswerError::Give(GiveError::Live)) => again(Wrong::Live),
        Err(AnswerError::Database(error) | AnswerError::Give(GiveError::Database(error))) => {
            Err(error.into())
        }
        Err(error @ AnswerError::Give(GiveError::Purpose | GiveError::Witness)) => {
            Err(PageError::internal(error))
        }
    }
}
