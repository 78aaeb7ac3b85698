//! The page on which an owner says how to be written to, and sees what was sent.

use super::{Asking, go, no_form, page, unprocessable};
use crate::accounts::commands::{self, SetNoticesError};
use crate::accounts::forms::Fields;
use crate::accounts::model::OwnNotices;
use crate::accounts::present;
use crate::http::errand::last_page;
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::mail::list;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::response::Response;
use views::account::{NoticesPage, Problem, Problems};

/// Letters on a page.
const A_PAGE: u64 = 20;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::NOTICES, Access::SignedIn, show).post(paths::NOTICES, Access::SignedIn, choose)
}

async fn show(asking: Asking, owner: Owner) -> Result<Response, PageError> {
    let own = own(&asking, &owner).await?;
    let typed = Fields::of_notices(&own.settings);
    Ok(page(&shown(&asking, &owner, (&own, &typed), &Problems::default()).await?))
}

async fn choose(
    asking: Asking,
    owner: Owner,
    sent: Result<Form<Fields>, FormRejection>,
) -> Result<Response, PageError> {
    let Form(fields) = sent.map_err(no_form)?;
    let problems = match fields.notices() {
        Err(problems) => problems,
        Ok(chosen) => {
            let base_url = asking.base_url();
            match commands::set_notices(&asking.desk(&base_url)?, &owner.0, chosen).await {
                Ok(()) => return Ok(go(&paths::notices(1, true), &[])),
                Err(SetNoticesError::NoContact) => Problems::of("channel", Problem::Channel),
                Err(SetNoticesError::Gone) => return Err(PageError::NotFound),
                Err(error @ SetNoticesError::Database(_)) => return Err(PageError::internal(error)),
            }
        }
    };
    let own = own(&asking, &owner).await?;
    Ok(unprocessable(&shown(&asking, &owner, (&own, &fields), &problems).await?))
}

async fn own(asking: &Asking, Owner(viewer): &Owner) -> Result<OwnNotices, PageError> {
    let held = commands::notices(asking.visit.platform.database.reader(), viewer).await?;
    held.ok_or(PageError::NotFound)
}

async fn shown(
    asking: &Asking,
    Owner(viewer): &Owner,
    (own, typed): (&OwnNotices, &Fields),
    problems: &Problems,
) -> Result<NoticesPage, PageError> {
    let number = asking.visit.page_number()?;
    let skipped = (number - 1) * A_PAGE;
    let reader = asking.visit.platform.database.reader();
    let (letters, kept) = list::newest_of(reader, viewer.account.as_uuid(), (skipped, A_PAGE)).await?;
    if letters.is_empty() && number > 1 {
        return Err(PageError::NotFound);
    }
    let pages = (number, last_page(kept, A_PAGE));
    let shown =
        present::notices::page(&asking.visit, (own, typed.typed_notices()), problems, (letters, pages));
    Ok(if asking.visit.asked("done")?.is_some() { shown.saved() } else { shown })
}
