//! The steps of languages and licences.

use super::{Asking, Sent, fields, refused, unchanged};
use crate::http::errand::{Answer, Errand, done, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::people::commands::profile::{self, ProfileError};
use crate::people::forms::{Fields, Problems};
use crate::people::model::{Licence, SpokenLanguage};
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

impl Asking {
    fn language(&self, code: &str) -> Option<&SpokenLanguage> {
        let held = self.profile.iter().flat_map(|profile| &profile.languages);
        held.into_iter().find(|spoken| spoken.language == code)
    }

    fn licence(&self, code: &str) -> Option<&Licence> {
        let held = self.profile.iter().flat_map(|profile| profile.licences.iter().flatten());
        held.into_iter().find(|licence| licence.code == code)
    }
}

/// The page of languages; `change` is the one that is changed.
fn languages(asking: &Asking, (typed, problems): Typed, change: Option<&str>) -> Result<DeskPage, PageError> {
    let shell = asking.shell(typed, problems)?;
    let change = change.and_then(|code| asking.language(code));
    Ok(present::languages(&shell, asking.profile.as_ref(), asking.errand.visit.today, change))
}

/// The page of licences; `change` is the one that is changed.
fn licences(asking: &Asking, (typed, problems): Typed, change: Option<&str>) -> Result<DeskPage, PageError> {
    let shell = asking.shell(typed, problems)?;
    let book = asking.errand.visit.platform.book();
    let held = (asking.profile.as_ref(), change.and_then(|code| asking.licence(code)));
    Ok(present::licences(&shell, &book, held, asking.errand.visit.today))
}

async fn show_languages(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let Some(code) = asking.errand.asked("change")? else {
        return Ok(page(&languages(&asking, Typed::default(), None)?));
    };
    let spoken = asking.language(&code).ok_or(PageError::NotFound)?;
    let typed = present::typed_language(asking.errand.visit.locale, spoken);
    Ok(page(&languages(&asking, (typed, Vec::new()), Some(&code))?))
}

async fn save_language(errand: Errand, owner: Owner, sent: Sent) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let fields = fields(sent)?;
    match fields.get("what") {
        "remove" => {
            return match profile::remove_language(&asking.owning(), fields.get("id")).await {
                Ok(()) => Ok(done(paths::PROFILE_LANGUAGES, "removed")),
                Err(error) => refused(error, "language").and(Err(PageError::BadRequest)),
            };
        }
        "change" => return change_language(asking, fields).await,
        _ => {}
    }
    let problems = match fields.language() {
        Ok(spoken) => match profile::put_languages(&asking.owning(), &[spoken]).await {
            Ok(()) => return Ok(done(paths::PROFILE_LANGUAGES, "added")),
            Err(error) => refused(error, "language")?,
        },
        Err(problems) => problems,
    };
    Ok(unprocessable(&languages(&asking, (fields.0, problems), None)?))
}

async fn change_language(asking: Asking, fields: Fields) -> Answer {
    let again = |asking: Asking, fields: Fields, problems| {
        let code = fields.get("language").to_owned();
        Ok(unprocessable(&languages(&asking, (fields.0, problems), Some(&code))?))
    };
    let spoken = match fields.language() {
        Ok(spoken) => spoken,
        Err(problems) => return again(asking, fields, problems),
    };
    match profile::change_language(&asking.owning(), spoken, fields.get("seen")).await {
        Ok(()) => Ok(done(paths::PROFILE_LANGUAGES, "saved")),
        Err(error) => match unchanged(error, "language")? {
            Ok(problems) => again(asking, fields, problems),
            Err(clash) => again(asking.after(clash).await?, fields, Vec::new()),
        },
    }
}

async fn show_licences(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let Some(code) = asking.errand.asked("change")? else {
        return Ok(page(&licences(&asking, Typed::default(), None)?));
    };
    let licence = asking.licence(&code).ok_or(PageError::NotFound)?;
    let typed = present::typed_licence(asking.errand.visit.locale, licence);
    Ok(page(&licences(&asking, (typed, Vec::new()), Some(&code))?))
}

async fn save_licence(errand: Errand, owner: Owner, sent: Sent) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let fields = fields(sent)?;
    match fields.get("what") {
        "remove" => {
            let removed = profile::remove_licence(&asking.owning(), fields.get("id")).await;
            return without(removed, (paths::PROFILE_LICENCES, "removed"));
        }
        "none" => {
            let none = profile::put_licence(&asking.owning(), None).await;
            return without(none, (paths::PROFILE, "saved"));
        }
        "change" => return change_licence(asking, fields).await,
        _ => {}
    }
    let book = asking.errand.visit.platform.book();
    let problems = match fields.licence(&book) {
        Ok(licence) => match profile::put_licence(&asking.owning(), Some(licence)).await {
            Ok(()) => return Ok(done(paths::PROFILE_LICENCES, "added")),
            Err(error) => refused(error, "licence")?,
        },
        Err(problems) => problems,
    };
    Ok(unprocessable(&licences(&asking, (fields.0, problems), None)?))
}

/// What came of taking a licence out.
fn without(taken: Result<(), ProfileError>, (address, what): (&str, &str)) -> Answer {
    match taken {
        Ok(()) => Ok(done(address, what)),
        Err(error) => refused(error, "licence").and(Err(PageError::BadRequest)),
    }
}

async fn change_licence(asking: Asking, fields: Fields) -> Answer {
    let again = |asking: Asking, fields: Fields, problems| {
        let code = fields.get("licence").to_owned();
        Ok(unprocessable(&licences(&asking, (fields.0, problems), Some(&code))?))
    };
    let book = asking.errand.visit.platform.book();
    let licence = match fields.licence(&book) {
        Ok(licence) => licence,
        Err(problems) => return again(asking, fields, problems),
    };
    match profile::change_licence(&asking.owning(), licence, fields.get("seen")).await {
        Ok(()) => Ok(done(paths::PROFILE_LICENCES, "saved")),
        Err(error) => match unchanged(error, "licence")? {
            Ok(problems) => again(asking, fields, problems),
            Err(clash) => again(asking.after(clash).await?, fields, Vec::new()),
        },
    }
}
