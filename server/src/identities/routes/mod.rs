//! The pages about who is who.

mod cases;
mod officer;
mod own;

use super::commands::Officer;
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
