//! The pages about erasing somebody.

mod office;
mod own;

use super::forms::Fields;
use crate::http::error::PageError;
use crate::http::routes::Routes;
use crate::retention::model::{Class, Schedule};
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use views::retention::TermWord;

type Sent = Result<Form<Fields>, FormRejection>;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    office::routes(own::routes(routes))
}

/// For how long the audit trail is kept, as the table of terms says.
fn trail_term() -> Result<TermWord, PageError> {
    let schedule = Schedule::shipped().map_err(PageError::internal)?;
    Ok(schedule.term(Class::Trail).map_err(PageError::internal)?.word())
}
