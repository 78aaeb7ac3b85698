//! The queue of records that may be of one person, and two of them side by side.

use super::{Sent, officer};
use crate::access::model::{Permission, of_code};
use crate::http::errand::{Answer, Errand, Key, done, last_page, named, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::identities::commands::{self, Compared, DecideError, Officer, ReadError};
use crate::identities::model::{CaseState, Judgement, Refused};
use crate::identities::present::{self, Answered, Looked};
use crate::ids::CaseId;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use views::identities::{Outcome, Part};

/// Cases on a page of the queue.
const ON_A_PAGE: u64 = 20;

/// Parts of the queue, their codes, and the states in them.
const PARTS: [(Part, &str, &[CaseState]); 4] = [
    (Part::Waiting, "", &CaseState::WAITING),
    (Part::Proposed, "proposed", &[CaseState::Proposed]),
    (Part::Merged, "merged", &[CaseState::Merged]),
    (Part::Apart, "apart", &[CaseState::Different, CaseState::Undone]),
];

pub(super) fn routes(routes: Routes) -> Routes {
    let decide_duplicates = Access::May(Permission::DecideDuplicates);
    routes
        .get(paths::OFFICER_DUPLICATES, decide_duplicates, queue)
        .get("/officer/duplicates/{id}", decide_duplicates, show)
        .post("/officer/duplicates/{id}", decide_duplicates, decide)
}

async fn queue(errand: Errand, holder: Holder) -> Answer {
    let officer = officer(&holder)?;
    let part = errand.asked("part")?.unwrap_or_default();
    let here = PARTS.iter().position(|(_, code, _)| *code == part).unwrap_or(0);
    let states: Vec<&[CaseState]> = PARTS.iter().map(|(_, _, states)| *states).collect();
    let reader = errand.visit.platform.database.reader();
    let counts = commands::counts(reader, &officer, &states).await?;
    let count = |at: usize| counts.get(at).copied().unwrap_or(0);
    let last = last_page(count(here), ON_A_PAGE);
    // Offsets beyond what there is are the last page.
    let wanted = errand.page_number()?.min(last);
    let states = states.get(here).copied().unwrap_or_default();
    let platform = &errand.visit.platform;
    let (by, at) = ((&officer, &errand.origin), platform.clock.now());
    let asked = (states, (wanted, ON_A_PAGE));
    let (found, records) = commands::queue(&platform.database, by, asked, at).await?;
    let names = present::names(errand.visit.locale, officer.audience(), &records);
    let parts: Vec<_> =
        PARTS.iter().enumerate().map(|(at, (part, code, _))| (*part, *code, count(at), at == here)).collect();
    Ok(page(&present::queue(&errand, &parts, (&found, &names), (wanted, last))))
}

async fn show(errand: Errand, holder: Holder, key: Key) -> Answer {
    let noted = errand.done()?.is_some();
    let told = (noted.then_some(Outcome::Noted), (String::new(), String::new()));
    shown(&errand, &officer(&holder)?, named(key)?, told).await
}

async fn shown(
    errand: &Errand,
    officer: &Officer,
    id: CaseId,
    (outcome, typed): (Option<Outcome>, (String, String)),
) -> Answer {
    let platform = &errand.visit.platform;
    let by = (officer, &errand.origin);
    let compared = match commands::compared(&platform.database, by, id, platform.clock.now()).await {
        Ok(compared) => compared,
        Err(ReadError::Unknown | ReadError::Moved(_)) => return Err(PageError::NotFound),
        Err(ReadError::TooMany) => return Ok(StatusCode::TOO_MANY_REQUESTS.into_response()),
        Err(ReadError::Database(error)) => return Err(error.into()),
    };
    let Compared { case, pair, decided, elsewhere, proposer } = &compared;
    let answered = Answered {
        case,
        pair: (
            Looked { record: &pair.0.record, papers: &pair.0.papers, near: pair.0.near },
            Looked { record: &pair.1.record, papers: &pair.1.papers, near: pair.1.near },
        ),
        decided,
        elsewhere: *elsewhere,
        proposer: *proposer,
        typed,
        outcome,
    };
    let shown = present::compared(errand, officer.audience(), answered);
    let refused = outcome.is_some_and(|outcome| outcome != Outcome::Noted);
    Ok(if refused { unprocessable(&shown) } else { page(&shown) })
}

async fn decide(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(|_| PageError::BadRequest)?;
    let (officer, id) = (officer(&holder)?, named::<CaseId>(key)?);
    let typed = (fields.judgement.clone(), fields.reason.clone());
    let Some(judgement) = of_code::<Judgement>(&fields.judgement) else {
        return shown(&errand, &officer, id, (Some(Outcome::Choose), typed)).await;
    };
    let platform = &errand.visit.platform;
    let base_url = platform.base_url();
    let told = (base_url.as_str(), platform.clock.now());
    let by = (&officer, &errand.origin);
    let outcome = match commands::decide(&platform.database, by, (id, judgement), &fields.reason, told).await
    {
        Ok(_) => return Ok(done(&paths::officer_duplicate(id), "yes")),
        Err(DecideError::Unknown) => return Err(PageError::NotFound),
        Err(DecideError::Database(error)) => return Err(error.into()),
        Err(DecideError::Reason) => Outcome::Reason,
        Err(DecideError::Own) => Outcome::Own,
        Err(DecideError::Elsewhere) => Outcome::Elsewhere,
        Err(DecideError::Refused(Refused::SamePerson)) => Outcome::Another,
        Err(DecideError::Refused(Refused::Decided | Refused::NotMerged)) => Outcome::Decided,
    };
    shown(&errand, &officer, id, (Some(outcome), typed)).await
}
