//! The pages about who is who.

mod cases;
mod officer;
mod own;

use super::commands::{Desk, Officer};
use crate::http::errand::Errand;
use crate::http::error::PageError;
use crate::http::routes::Routes;
use crate::http::session::Holder;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;

/// A form as it came.
type Sent = Result<Form<super::forms::Fields>, FormRejection>;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    cases::routes(officer::routes(own::routes(routes)))
}

fn officer(holder: &Holder) -> Result<Officer, PageError> {
    Officer::of(&holder.grant, holder.viewer.account).ok_or(PageError::NotPermitted)
}

/// Does something at the desk of a visit.
fn desk<'a>(errand: &'a Errand, base_url: &'a str) -> Result<Desk<'a>, PageError> {
    let platform = &errand.visit.platform;
    Ok(Desk {
        database: &platform.database,
        keys: platform.keys().map_err(PageError::internal)?,
        base_url,
        origin: &errand.origin,
        at: platform.clock.now(),
    })
}
