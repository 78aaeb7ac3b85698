//! Names of occupations, skills and places: found, seen, added, taken out.

use super::Sent;
use crate::access::model::{Permission, of_code};
use crate::admin::commands::{self, Editor, LabelError};
use crate::admin::present;
use crate::http::errand::{Answer, Errand, done, no_form, page, see_other, unprocessable};
use crate::http::error::PageError;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::http::{paths, query};
use crate::learning::model::Wording;
use crate::reference;
use crate::reference::model::ConceptKind;
use axum::extract::rejection::PathRejection;
use axum::extract::{Form, Path};
use search::{Concept, Language};
use views::admin::{LabelForm, LabelPage, LabelProblem};

const MAY: Access = Access::May(Permission::EditLabels);
/// Names that were changed here and are listed at most.
const LISTED: u64 = 50;
/// Characters of a query that are read.
const QUERY: usize = 80;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::LABELS, MAY, search)
        .post(paths::LABELS, MAY, find)
        .get(paths::LABEL, MAY, show)
        .post(paths::LABEL_ADD, MAY, add)
        .post(paths::LABEL_RETIRE, MAY, retire)
        .post(paths::LABEL_RESTORE, MAY, restore)
}

type Key = Result<Path<(String, String)>, PathRejection>;

async fn search(errand: Errand, _: Holder) -> Answer {
    let asked = errand.asked("q")?.unwrap_or_default();
    let asked: String = asked.trim().chars().take(QUERY).collect();
    let platform = &errand.visit.platform;
    let (edits, _) = reference::changed_labels(platform.database.reader(), LISTED).await?;
    let shown = present::labels((errand.chrome(), &platform.book()), &asked, edits);
    Ok(page(&views::admin::labels(shown)))
}

async fn find(_: Errand, _: Holder, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    Ok(see_other(&paths::with_query(paths::LABELS, &query::encode([("q", fields.q.trim())]))))
}

/// The concept that an address names.
fn named(errand: &Errand, key: Key) -> Result<(Concept, String), PageError> {
    let Path((kind, code)) = key.map_err(|_| PageError::NotFound)?;
    let kind = of_code::<ConceptKind>(&kind).ok_or(PageError::NotFound)?;
    let book = errand.visit.platform.book();
    let codes = &book.codes;
    let concept = match kind {
        ConceptKind::Occupation => codes.occupation(&code).map(Concept::Occupation),
        ConceptKind::Skill => codes.skill(&code).map(Concept::Skill),
        ConceptKind::Place => codes.place(&code).map(Concept::Place),
    };
    let concept = concept.ok_or(PageError::NotFound)?;
    Ok((concept, present::label_path(&book, concept)))
}

async fn show(errand: Errand, _: Holder, key: Key) -> Answer {
    let what = match errand.done()?.as_deref() {
        Some("added") => Some(true),
        Some("retired") => Some(false),
        Some(_) | None => None,
    };
    let (concept, _) = named(&errand, key)?;
    let shown = shown(&errand, concept).await?;
    Ok(page(&views::admin::label(LabelPage { done: what, ..shown })))
}

async fn shown(errand: &Errand, concept: Concept) -> Result<LabelPage, PageError> {
    let platform = &errand.visit.platform;
    let labels = reference::labels_of(platform.database.reader(), concept).await?;
    Ok(present::label((errand.chrome(), &platform.book()), concept, labels))
}

fn editor(errand: &Errand, holder: &Holder) -> Result<Editor, PageError> {
    let editor = Editor::of(&holder.grant, holder.viewer.account, errand.origin.clone());
    editor.ok_or(PageError::NotPermitted)
}

async fn add(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let ((concept, address), editor) = (named(&errand, key)?, editor(&errand, &holder)?);
    let platform = &errand.visit.platform;
    let known = ["lo", "en", "vi", "th"].contains(&fields.language.as_str());
    let problem = match fields.text.parse::<Wording>() {
        Ok(wording) if known => {
            let named = (concept, Language::from_code(&fields.language), &wording);
            let (shared, at) = (fields.shared == "yes", platform.clock.now());
            match commands::add_label(&platform.database, &editor, named, shared, at).await {
                Ok(()) => {
                    platform.reread_book().await.map_err(PageError::internal)?;
                    return Ok(done(&address, "added"));
                }
                Err(error) => problem_of(&errand, error)?,
            }
        }
        Ok(_) | Err(_) => LabelProblem::Text,
    };
    let typed = LabelForm { text: fields.text, language: fields.language };
    let shown = LabelPage { problem: Some(problem), typed, ..shown(&errand, concept).await? };
    Ok(unprocessable(&views::admin::label(shown)))
}

fn problem_of(errand: &Errand, error: LabelError) -> Result<LabelProblem, PageError> {
    Ok(match error {
        LabelError::Held => LabelProblem::Held,
        LabelError::Taken(others) => {
            let book = errand.visit.platform.book();
            LabelProblem::Taken(present::names(&book, errand.visit.locale, &others))
        }
        LabelError::SaysNothing => LabelProblem::SaysNothing,
        LabelError::Unknown => LabelProblem::Main,
        LabelError::Database(error) => return Err(error.into()),
    })
}

async fn retire(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    set(&errand, &holder, key, (sent, true)).await
}

async fn restore(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    set(&errand, &holder, key, (sent, false)).await
}

async fn set(errand: &Errand, holder: &Holder, key: Key, (sent, out): (Sent, bool)) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let ((concept, address), editor) = (named(errand, key)?, editor(errand, holder)?);
    let id = fields.id.parse().map_err(|_| PageError::NotFound)?;
    let platform = &errand.visit.platform;
    let what = (concept, id, out);
    match commands::set_label(&platform.database, &editor, what, platform.clock.now()).await {
        Ok(()) => {
            platform.reread_book().await.map_err(PageError::internal)?;
            Ok(done(&address, if out { "retired" } else { "added" }))
        }
        Err(error) => {
            let problem = Some(problem_of(errand, error)?);
            let shown = LabelPage { problem, ..shown(errand, concept).await? };
            Ok(unprocessable(&views::admin::label(shown)))
        }
    }
}
