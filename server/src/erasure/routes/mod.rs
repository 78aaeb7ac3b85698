//! The pages about erasing somebody.

mod office;
mod own;

use super::forms::Fields;
use crate::http::routes::Routes;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;

type Sent = Result<Form<Fields>, FormRejection>;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    office::routes(own::routes(routes))
}
