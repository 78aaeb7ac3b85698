//! The pages of organisations: founding one, looking after it, deciding about it.

mod attached;
mod officer;
mod own;
mod records;

use super::commands::{self, Administrator, DecideError, Doer};
use super::model::Choices;
use super::present::refused;
use crate::http::errand::{self, Answer, Errand, Key, named, no_form, page, unprocessable};
use crate::http::error::PageError;
use crate::http::language::of_labels;
use crate::http::routes::Routes;
use crate::http::session::Holder;
use axum::response::Response;
use views::organisation::Problems;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    records::routes(officer::routes(attached::routes(own::routes(routes))))
}

/// What the forms of a visit offer.
async fn choices(errand: &Errand) -> Result<Choices, PageError> {
    let reader = errand.visit.platform.database.reader();
    Ok(commands::choices(reader, of_labels(errand.visit.locale)).await?)
}

/// Whether the address says that something was done just now.
fn done(errand: &Errand) -> bool {
    errand.done().is_ok_and(|what| what.is_some())
}

/// Whoever looks after an organisation, from where.
fn doer(errand: &Errand, holder: &Holder) -> Doer {
    Doer::in_role(holder.viewer.account, holder.grant.role, errand.origin.clone())
}

/// Proof that the reader looks after the organisation that an address names; whoever does not sees nothing there.
fn administers(holder: &Holder, key: Key) -> Result<Administrator, PageError> {
    Administrator::of(&holder.grant, named(key)?).ok_or(PageError::NotFound)
}

/// The problems of a decision that was refused, or the fault behind it.
fn problems(error: DecideError) -> Result<Problems, PageError> {
    match error {
        DecideError::Unknown => Err(PageError::NotFound),
        DecideError::Refused(why) => Ok(refused(why)),
        DecideError::Database(error) => Err(error.into()),
    }
}

/// Leads to another page of this site, which says that something was done.
fn saved(to: &str) -> Response {
    errand::done(to, "yes")
}
