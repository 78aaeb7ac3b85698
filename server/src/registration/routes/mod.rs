//! The pages of helpers, and those on which people take over what others registered.

mod claim;
mod helper;
mod record;
mod scripts;

use super::commands::Helper;
use super::forms::Fields;
use crate::http::errand::{Errand, pairs};
use crate::http::error::PageError;
use crate::http::routes::Routes;
use crate::http::session::Holder;
use axum::extract::RawForm;
use axum::extract::rejection::RawFormRejection;

type Sent = Result<RawForm, RawFormRejection>;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    claim::routes(scripts::routes(record::routes(helper::routes(routes))))
}

/// The fields of a form.
fn fields(sent: Sent) -> Result<Fields, PageError> {
    Ok(Fields(pairs(sent)?))
}

/// Whoever asks, as a helper.
fn helper(errand: &Errand, holder: &Holder) -> Result<Helper, PageError> {
    let at = errand.visit.platform.clock.now();
    Helper::of(&holder.grant, holder.viewer.account, &errand.origin, at).ok_or(PageError::NotPermitted)
}
