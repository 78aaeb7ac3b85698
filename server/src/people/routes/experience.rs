//! The step of work so far: a job is typed, its occupation proposed, and confirmed by its owner.

use super::{Asking, Sent, fields, refused, unchanged};
use crate::http::errand::{Answer, Errand, done, page, see_other, unprocessable};
use crate::http::error::PageError;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::http::{paths, query};
use crate::ids::ExperienceId;
use crate::people::commands::profile;
use crate::people::forms::{Fields, Problems};
use crate::people::present;
use crate::people::profile::Experience;
use axum::response::Response;
use search::{Concept, ConceptKind};
use views::desk::DeskPage;

/// Occupations that are proposed for a title.
const PROPOSED: usize = 5;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::PROFILE_EXPERIENCE, Access::SignedIn, show).post(
        paths::PROFILE_EXPERIENCE,
        Access::SignedIn,
        save,
    )
}

impl Asking {
    fn job(&self, id: &str) -> Option<Experience> {
        let id: ExperienceId = id.parse().ok()?;
        self.profile.iter().flat_map(|profile| &profile.experience).find(|job| job.id == id).cloned()
    }

    /// What the linker makes of a text, likeliest first; each concept once.
    pub(super) async fn ranked(
        &self,
        text: &str,
        kind: ConceptKind,
        most: usize,
    ) -> Result<Vec<Concept>, PageError> {
        let platform = &self.errand.visit.platform;
        let (book, text) = (platform.book(), text.to_owned());
        let ranked = platform.turns.take(move || book.lexicon.rank(&text, kind, most)).await;
        Ok(ranked.map_err(PageError::internal)?.into_iter().map(|near| near.concept).collect())
    }
}

fn shown(
    asking: &Asking,
    (typed, problems): (Fields, Problems),
    (asked, change): (Option<(Experience, Vec<Concept>)>, Option<&Experience>),
) -> Result<DeskPage, PageError> {
    let book = asking.errand.visit.platform.book();
    let shell = asking.shell(typed.0, problems)?;
    Ok(present::experience(&shell, &book, asking.profile.as_ref(), (asked, change)))
}

async fn show(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let Some(id) = asking.errand.asked("job")? else {
        return Ok(page(&shown(&asking, (Fields::default(), Vec::new()), (None, None))?));
    };
    let job = asking.job(&id).ok_or(PageError::NotFound)?;
    let choices = asking.ranked(&job.title, ConceptKind::Occupation, PROPOSED).await?;
    let typed = Fields(present::typed_job(&job));
    Ok(page(&shown(&asking, (typed, Vec::new()), (Some((job.clone(), choices)), Some(&job)))?))
}

async fn save(errand: Errand, owner: Owner, sent: Sent) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let fields = fields(sent)?;
    match fields.get("what") {
        "remove" => remove(&asking, &fields).await,
        "confirm" => confirm(&asking, &fields).await,
        "change" => change(asking, fields).await,
        _ => add(&asking, fields).await,
    }
}

/// Leads to the question which occupation a job was.
fn ask(id: ExperienceId, done: &str) -> Response {
    let job = id.to_string();
    let asked = query::encode([("job", job.as_str()), ("done", done)]);
    see_other(&paths::with_query(paths::PROFILE_EXPERIENCE, &asked))
}

async fn add(asking: &Asking, fields: Fields) -> Answer {
    let id = ExperienceId::new(asking.errand.visit.platform.clock.now());
    let problems = match fields.job(id, asking.errand.visit.today) {
        Ok(job) => match profile::add_job(&asking.owning(), &job).await {
            Ok(kept) => return Ok(ask(kept, "added")),
            Err(error) => refused(error, "title")?,
        },
        Err(problems) => problems,
    };
    Ok(unprocessable(&shown(asking, (fields, problems), (None, None))?))
}

async fn change(asking: Asking, fields: Fields) -> Answer {
    let id: ExperienceId = fields.get("id").parse().map_err(|_| PageError::NotFound)?;
    let again = |asking: Asking, fields, problems| {
        let job = asking.job(&id.to_string());
        Ok(unprocessable(&shown(&asking, (fields, problems), (None, job.as_ref()))?))
    };
    let job = match fields.job(id, asking.errand.visit.today) {
        Ok(job) => job,
        Err(problems) => return again(asking, fields, problems),
    };
    match profile::change_job(&asking.owning(), &job, fields.get("seen")).await {
        Ok(true) => Ok(ask(id, "saved")),
        Ok(false) => Ok(done(paths::PROFILE_EXPERIENCE, "saved")),
        Err(error) => match unchanged(error, "title")? {
            Ok(problems) => again(asking, fields, problems),
            Err(clash) => again(asking.after(clash).await?, fields, Vec::new()),
        },
    }
}

async fn remove(asking: &Asking, fields: &Fields) -> Answer {
    let id = fields.get("id").parse().map_err(|_| PageError::NotFound)?;
    match profile::remove_job(&asking.owning(), id).await {
        Ok(()) => Ok(done(paths::PROFILE_EXPERIENCE, "removed")),
        Err(error) => refused(error, "title").and(Err(PageError::BadRequest)),
    }
}

async fn confirm(asking: &Asking, fields: &Fields) -> Answer {
    let id = fields.get("id").parse().map_err(|_| PageError::NotFound)?;
    let book = asking.errand.visit.platform.book();
    let occupation = match fields.get("occupation") {
        "" => None,
        code => {
            let known = book.codes.occupation(code);
            Some(known.filter(|_| code.len() == 4).ok_or(PageError::BadRequest)?)
        }
    };
    match profile::confirm_occupation(&asking.owning(), id, occupation).await {
        Ok(()) => Ok(done(paths::PROFILE_EXPERIENCE, "saved")),
        Err(error) => refused(error, "title").and(Err(PageError::BadRequest)),
    }
}
