//! What was searched for in vain: seen by whoever plans, decided by whoever edits names.

use crate::access;
use crate::access::model::{Permission, Policy};
use crate::admin::commands::Editor;
use crate::admin::present;
use crate::http::errand::{Answer, Errand, done, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::learning::board::{self, Board};
use crate::learning::commands::{self, ApproveError, Synonym};
use crate::learning::model::{Decider, Wording};
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use views::admin::{BoardPage, BoardProblem};

/// The fields of a decision, one of which is named after the proposal.
type Sent = Result<Form<Vec<(String, String)>>, FormRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    let decide = Access::May(Permission::EditLabels);
    routes
        .get(paths::BOARD, Access::May(Permission::SeeBoard), show)
        .post(paths::BOARD_APPROVE, decide, approve)
        .post(paths::BOARD_REJECT, decide, reject)
}

async fn read(errand: &Errand) -> Result<Board, PageError> {
    let platform = &errand.visit.platform;
    Ok(board::read(&platform.database, &platform.book(), None, platform.clock.today()).await?)
}

async fn show(errand: Errand, holder: Holder) -> Answer {
    let what = match errand.done()?.as_deref() {
        Some("approved") => Some(true),
        Some("rejected") => Some(false),
        Some(_) | None => None,
    };
    let shown = shown(&errand, &holder).await?;
    Ok(page(&views::admin::board(BoardPage { done: what, ..shown })))
}

async fn shown(errand: &Errand, holder: &Holder) -> Result<BoardPage, PageError> {
    let platform = &errand.visit.platform;
    let reader = platform.database.reader();
    let rights = access::commands::rights(reader, &holder.viewer, platform.clock.now()).await?;
    let decides = rights.grant(Policy::shipped(), Permission::EditLabels).is_ok();
    let board = read(errand).await?;
    Ok(present::board((errand.chrome(), &platform.book()), &board, decides))
}

fn editor(errand: &Errand, holder: &Holder) -> Result<(Editor, Decider), PageError> {
    let editor = Editor::of(&holder.grant, holder.viewer.account, errand.origin.clone());
    let editor = editor.ok_or(PageError::NotPermitted)?;
    let decider = editor.words().parse().map_err(PageError::internal)?;
    Ok((editor, decider))
}

/// The synonym of a proposal that is on the board still, and whether it may be a name of others too.
async fn proposed(errand: &Errand, sent: Sent) -> Result<Option<(Synonym, bool)>, PageError> {
    let Form(fields) = sent.map_err(|_| PageError::BadRequest)?;
    let of = |wanted: &str| fields.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    let id = of("proposal").unwrap_or_default();
    let board = read(errand).await?;
    let Some(proposal) = board.proposal(id) else { return Ok(None) };
    let Ok(wording) = proposal.wording.parse::<Wording>() else { return Ok(None) };
    let (language, concept) = (proposal.language, proposal.evidence.concept);
    let synonym = Synonym { wording, language, concept, evidence: proposal.evidence.reason() };
    Ok(Some((synonym, of(&format!("shared-{id}")) == Some("yes"))))
}

async fn approve(errand: Errand, holder: Holder, sent: Sent) -> Answer {
    let (editor, decider) = editor(&errand, &holder)?;
    let Some((synonym, shared)) = proposed(&errand, sent).await? else {
        return refused(&errand, &holder, BoardProblem::Gone).await;
    };
    let platform = &errand.visit.platform;
    let (book, at) = (platform.book(), platform.clock.now());
    let by = (&decider, editor.by());
    let problem = match commands::approve(&platform.database, &book, &synonym, shared, by, at).await {
        Ok(()) => {
            platform.reread_book().await.map_err(PageError::internal)?;
            return Ok(done(paths::BOARD, "approved"));
        }
        Err(ApproveError::Held(_)) => BoardProblem::Gone,
        Err(ApproveError::Taken { wording, others }) => BoardProblem::Taken { wording, others },
        Err(ApproveError::SaysNothing(_)) => BoardProblem::SaysNothing,
        Err(ApproveError::Database(error)) => return Err(error.into()),
    };
    refused(&errand, &holder, problem).await
}

async fn reject(errand: Errand, holder: Holder, sent: Sent) -> Answer {
    let (editor, decider) = editor(&errand, &holder)?;
    let Some((synonym, _)) = proposed(&errand, sent).await? else {
        return refused(&errand, &holder, BoardProblem::Gone).await;
    };
    let platform = &errand.visit.platform;
    let by = (&decider, editor.by());
    commands::reject(&platform.database, &synonym, by, platform.clock.now()).await?;
    platform.reread_book().await.map_err(PageError::internal)?;
    Ok(done(paths::BOARD, "rejected"))
}

async fn refused(errand: &Errand, holder: &Holder, problem: BoardProblem) -> Answer {
    let shown = BoardPage { problem: Some(problem), ..shown(errand, holder).await? };
    Ok(unprocessable(&views::admin::board(shown)))
}
