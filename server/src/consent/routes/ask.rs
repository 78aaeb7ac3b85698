//! The page on which somebody asks a person to let an organisation see more.

use crate::access::model::Permission;
use crate::consent::commands::{self, AskError, Asker, Asking};
use crate::consent::forms::AskFields;
use crate::consent::present;
use crate::http::errand::{Answer, Errand, Key, done, named, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::ids::PersonId;
use crate::organisations;
use crate::organisations::model::Brief;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use views::consent::AskProblem;

type Sent = Result<Form<AskFields>, FormRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    let see = Access::May(Permission::SeePeople);
    routes.get("/people/{id}/ask", see, show).post("/people/{id}/ask", see, ask)
}

/// The organisations for which the reader may ask; offices see by law what they see, and ask for nothing.
async fn organisations(errand: &Errand, holder: &Holder) -> Result<Vec<Brief>, PageError> {
    let ids: Vec<_> = holder.grant.reach.organisations.iter().copied().collect();
    let briefs = organisations::commands::briefs(errand.visit.platform.database.reader(), &ids).await?;
    Ok(briefs.into_iter().filter(present::may_ask).collect())
}

/// The person, if it is there for whoever asks; otherwise nothing is.
async fn asked(errand: &Errand, key: Key) -> Result<PersonId, PageError> {
    let person = named(key)?;
    let there = commands::can_be_asked(errand.visit.platform.database.reader(), person).await?;
    if there { Ok(person) } else { Err(PageError::NotFound) }
}

async fn show(errand: Errand, holder: Holder, key: Key) -> Answer {
    let (person, organisations) = (asked(&errand, key).await?, organisations(&errand, &holder).await?);
    if organisations.is_empty() {
        return Err(PageError::NotFound);
    }
    let said = errand.done()?.is_some();
    Ok(page(&present::ask(&errand, (person, &organisations), &AskFields::default().typed(), (said, None))))
}

async fn ask(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(|_| PageError::BadRequest)?;
    let (person, organisations) = (asked(&errand, key).await?, organisations(&errand, &holder).await?);
    if organisations.is_empty() {
        return Err(PageError::NotFound);
    }
    let again = |problem| {
        let shown = present::ask(&errand, (person, &organisations), &fields.typed(), (false, Some(problem)));
        Ok(unprocessable(&shown))
    };
    let Some((organisation, purpose)) = fields.chosen() else { return again(AskProblem::Purpose) };
    let Some(asker) = Asker::of(&holder.grant, holder.viewer.account, organisation) else {
        return again(AskProblem::Purpose);
    };
    let platform = &errand.visit.platform;
    let base_url = platform.base_url();
    let asking = Asking {
        database: &platform.database,
        origin: &errand.origin,
        link: &format!("{base_url}{}", paths::CONSENTS),
        base_url: &base_url,
        at: platform.clock.now(),
    };
    match commands::ask(asking, &asker, person, (purpose, &fields.reason)).await {
        Ok(_) => Ok(done(&paths::consent_question(person), "asked")),
        Err(AskError::Unknown) => Err(PageError::NotFound),
        Err(AskError::NobodyAnswers) => again(AskProblem::NobodyAnswers),
        Err(AskError::Purpose) => again(AskProblem::Purpose),
        Err(AskError::NotVerified) => again(AskProblem::NotVerified),
        Err(AskError::Reason) => again(AskProblem::Reason),
        Err(AskError::Open) => again(AskProblem::Open),
        Err(AskError::Live) => again(AskProblem::Live),
        Err(AskError::TooMany) => again(AskProblem::TooMany),
        Err(AskError::Database(error)) => Err(error.into()),
    }
}
