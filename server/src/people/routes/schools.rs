//! The step of schooling.

use super::{Asking, Sent, fields, refused, unchanged};
use crate::http::errand::{Answer, Errand, done, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::ids::EducationId;
use crate::people::commands::profile;
use crate::people::forms::{Fields, Problems};
use crate::people::present;
use crate::people::profile::Education;
use views::desk::DeskPage;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::PROFILE_EDUCATION, Access::SignedIn, show).post(
        paths::PROFILE_EDUCATION,
        Access::SignedIn,
        save,
    )
}

impl Asking {
    fn school(&self, id: EducationId) -> Option<&Education> {
        self.profile.iter().flat_map(|profile| &profile.education).find(|school| school.id == id)
    }
}

fn shown(
    asking: &Asking,
    (typed, problems): (Vec<(String, String)>, Problems),
    change: Option<&Education>,
) -> Result<DeskPage, PageError> {
    let shell = asking.shell(typed, problems)?;
    Ok(present::education(&shell, asking.profile.as_ref(), change))
}

async fn show(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let Some(id) = asking.errand.asked("change")? else {
        return Ok(page(&shown(&asking, (Vec::new(), Vec::new()), None)?));
    };
    let id = id.parse().map_err(|_| PageError::NotFound)?;
    let school = asking.school(id).ok_or(PageError::NotFound)?;
    Ok(page(&shown(&asking, (present::typed_school(school), Vec::new()), Some(school))?))
}

async fn save(errand: Errand, owner: Owner, sent: Sent) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let fields = fields(sent)?;
    match fields.get("what") {
        "remove" => {
            let id = fields.get("id").parse().map_err(|_| PageError::NotFound)?;
            return match profile::remove_school(&asking.owning(), id).await {
                Ok(()) => Ok(done(paths::PROFILE_EDUCATION, "removed")),
                Err(error) => refused(error, "level").and(Err(PageError::BadRequest)),
            };
        }
        "change" => return change(asking, fields).await,
        _ => {}
    }
    let id = EducationId::new(asking.errand.visit.platform.clock.now());
    let problems = match fields.school(id, asking.errand.visit.today) {
        Ok(school) => match profile::add_school(&asking.owning(), &school).await {
            Ok(()) => return Ok(done(paths::PROFILE_EDUCATION, "added")),
            Err(error) => refused(error, "level")?,
        },
        Err(problems) => problems,
    };
    Ok(unprocessable(&shown(&asking, (fields.0, problems), None)?))
}

async fn change(asking: Asking, fields: Fields) -> Answer {
    let id: EducationId = fields.get("id").parse().map_err(|_| PageError::NotFound)?;
    let again = |asking: Asking, fields: Fields, problems| {
        let held = asking.school(id);
        Ok(unprocessable(&shown(&asking, (fields.0, problems), held)?))
    };
    let school = match fields.school(id, asking.errand.visit.today) {
        Ok(school) => school,
        Err(problems) => return again(asking, fields, problems),
    };
    match profile::change_school(&asking.owning(), &school, fields.get("seen")).await {
        Ok(()) => Ok(done(paths::PROFILE_EDUCATION, "saved")),
        Err(error) => match unchanged(error, "level")? {
            Ok(problems) => again(asking, fields, problems),
            Err(clash) => again(asking.after(clash).await?, fields, Vec::new()),
        },
    }
}
