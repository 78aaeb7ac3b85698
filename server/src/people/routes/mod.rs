//! The pages of the own profile: each step is a small form that is sent, saved and told.

#[cfg(feature = "pdf")]
mod cv;
mod entries;
mod experience;
mod schools;
mod shown;
mod skills;
mod steps;
mod upload;

use super::commands::profile::{self, ChangeError, Owning, ProfileError};
use super::forms::{Fields, Problems};
use super::present;
use super::profile::Profile;
use crate::accounts::model::Viewer;
use crate::http::errand::{Answer, Errand, page, pairs};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use axum::extract::RawForm;
use axum::extract::rejection::RawFormRejection;
use views::profile::{Clash, Done, Problem, Shell};

type Sent = Result<RawForm, RawFormRejection>;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    let routes = routes.get(paths::PROFILE, Access::SignedIn, overview);
    let routes = experience::routes(steps::routes(routes));
    let routes = schools::routes(entries::routes(skills::routes(routes)));
    let routes = upload::taking(shown::routes(routes));
    #[cfg(feature = "pdf")]
    let routes = cv::routes(routes);
    routes
}

/// Routes that take files, and read them only up to a size of their own.
pub fn files(routes: Routes) -> Routes {
    upload::routes(routes)
}

/// One request for a page of the owner's profile: who asks, and what is held.
struct Asking {
    errand: Errand,
    viewer: Viewer,
    profile: Option<Profile>,
    /// Why an entry was not changed.
    clash: Option<Clash>,
}

impl Asking {
    async fn of(errand: Errand, Owner(viewer): Owner) -> Result<Self, PageError> {
        let reader = errand.visit.platform.database.reader();
        let profile = profile::own(reader, viewer.account).await?;
        Ok(Self { errand, viewer, profile, clash: None })
    }

    /// The same with the profile as it is now, because of what came between.
    async fn after(self, clash: Clash) -> Result<Self, PageError> {
        let asking = Self::of(self.errand, Owner(self.viewer)).await?;
        Ok(Self { clash: Some(clash), ..asking })
    }

    fn owning(&self) -> Owning<'_> {
        let platform = &self.errand.visit.platform;
        Owning {
            database: &platform.database,
            account: self.viewer.account,
            language: self.errand.visit.locale.code(),
            origin: &self.errand.origin,
            at: platform.clock.now(),
        }
    }

    /// A page with what stands in its fields.
    fn shell(&self, typed: Vec<(String, String)>, problems: Problems) -> Result<Shell, PageError> {
        let done = match self.errand.done()?.as_deref() {
            Some("saved") => Some(Done::Saved),
            Some("added") => Some(Done::Added),
            Some("removed") => Some(Done::Removed),
            Some("claimed") => Some(Done::Claimed),
            _ => None,
        };
        // What is wrong now was not done just now.
        let done = done.filter(|_| problems.is_empty() && self.clash.is_none());
        Ok(Shell { clash: self.clash, ..present::shell(&self.errand, typed, problems, done) })
    }
}

/// The fields of a form.
fn fields(sent: Sent) -> Result<Fields, PageError> {
    Ok(Fields(pairs(sent)?))
}

/// Why an entry was not changed: the problems of its form, or what came between.
fn unchanged(error: ChangeError, field: &'static str) -> Result<Result<Problems, Clash>, PageError> {
    match error {
        ChangeError::Changed => Ok(Err(Clash::Changed)),
        ChangeError::Gone => Ok(Err(Clash::Gone)),
        ChangeError::Step(error) => Ok(Ok(refused(error, field)?)),
    }
}

/// What an owner is told of a step that was not taken.
fn refused(error: ProfileError, field: &'static str) -> Result<Problems, PageError> {
    match error {
        ProfileError::Unknown => Err(PageError::NotFound),
        ProfileError::TooMany => Ok(vec![(field, Problem::TooMany)]),
        ProfileError::Database(error) => Err(error.into()),
    }
}

async fn overview(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let book = asking.errand.visit.platform.book();
    let shell = asking.shell(Vec::new(), Vec::new())?;
    Ok(page(&present::overview(&shell, &book, asking.profile.as_ref())))
}
