//! The pages of helpers, and those on which people take over what others registered.

mod claim;
mod helper;
mod record;
mod scripts;

use super::commands::Helper;
use super::forms::Fields;
use crate::http::errand::Errand;
use crate::http::error::PageError;
use crate::http::query;
use crate::http::routes::Routes;
use crate::http::session::Holder;
use axum::extract::RawForm;
use axum::extract::rejection::RawFormRejection;
use axum::response::Response;

type Answer = Result<Response, PageError>;
type Sent = Result<RawForm, RawFormRejection>;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    claim::routes(scripts::routes(record::routes(helper::routes(routes))))
}

/// The fields of a form.
fn fields(sent: Sent) -> Result<Fields, PageError> {
    let RawForm(bytes) = sent.map_err(|_| PageError::BadRequest)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| PageError::BadRequest)?;
    Ok(Fields(query::pairs(text)?))
}

/// What stands in the address by a name.
fn asked(errand: &Errand, name: &str) -> Result<Option<String>, PageError> {
    let pairs = query::pairs(&errand.visit.query)?;
    Ok(pairs.into_iter().find(|(held, _)| held == name).map(|(_, value)| value))
}

/// Whoever asks, as a helper.
fn helper(errand: &Errand, holder: &Holder) -> Result<Helper, PageError> {
    let at = errand.visit.platform.clock.now();
    Helper::of(&holder.grant, holder.viewer.account, &errand.origin, at).ok_or(PageError::NotPermitted)
}
