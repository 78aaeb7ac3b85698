//! The steps of languages and licences.

use super::{Answer, Asking, Sent, done, fields, refused};
use crate::http::errand::{Errand, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::people::commands::profile;
use crate::people::forms::Problems;
use crate::people::present;
use views::desk::DeskPage;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::PROFILE_LANGUAGES, Access::SignedIn, show_languages)
        .post(paths::PROFILE_LANGUAGES, Access::SignedIn, save_language)
        .get(paths::PROFILE_LICENCES, Access::SignedIn, show_licences)
        .post(paths::PROFILE_LICENCES, Access::SignedIn, save_licence)
}

type Typed = (Vec<(String, String)>, Problems);

fn languages(asking: &Asking, (typed, problems): Typed) -> Result<DeskPage, PageError> {
    let shell = asking.shell(typed, problems)?;
    Ok(present::languages(&shell, asking.profile.as_ref(), asking.errand.visit.today))
}

fn licences(asking: &Asking, (typed, problems): Typed) -> Result<DeskPage, PageError> {
    let shell = asking.shell(typed, problems)?;
    let book = asking.errand.visit.platform.book();
    Ok(present::licences(&shell, &book, asking.profile.as_ref(), asking.errand.visit.today))
}

async fn show_languages(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    Ok(page(&languages(&asking, Typed::default())?))
}

async fn save_language(errand: Errand, owner: Owner, sent: Sent) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let fields = fields(sent)?;
    if fields.get("what") == "remove" {
        return match profile::remove_language(&asking.owning(), fields.get("id")).await {
            Ok(()) => Ok(done(paths::PROFILE_LANGUAGES, "removed")),
            Err(error) => refused(error, "language").and(Err(PageError::BadRequest)),
        };
    }
    let problems = match fields.language() {
        Ok(spoken) => match profile::put_languages(&asking.owning(), &[spoken]).await {
            Ok(()) => return Ok(done(paths::PROFILE_LANGUAGES, "added")),
            Err(error) => refused(error, "language")?,
        },
        Err(problems) => problems,
    };
    Ok(unprocessable(&languages(&asking, (fields.0, problems))?))
}

async fn show_licences(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    Ok(page(&licences(&asking, Typed::default())?))
}

async fn save_licence(errand: Errand, owner: Owner, sent: Sent) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let fields = fields(sent)?;
    let book = asking.errand.visit.platform.book();
    let owning = asking.owning();
    match fields.get("what") {
        "remove" => {
            return match profile::remove_licence(&owning, fields.get("id")).await {
                Ok(()) => Ok(done(paths::PROFILE_LICENCES, "removed")),
                Err(error) => refused(error, "licence").and(Err(PageError::BadRequest)),
            };
        }
        "none" => {
            return match profile::put_licence(&owning, None).await {
                Ok(()) => Ok(done(paths::PROFILE, "saved")),
                Err(error) => refused(error, "licence").and(Err(PageError::BadRequest)),
            };
        }
        _ => {}
    }
    let problems = match fields.licence(&book) {
        Ok(licence) => match profile::put_licence(&owning, Some(licence)).await {
            Ok(()) => return Ok(done(paths::PROFILE_LICENCES, "added")),
            Err(error) => refused(error, "licence")?,
        },
        Err(problems) => problems,
    };
    Ok(unprocessable(&licences(&asking, (fields.0, problems))?))
}
