//! The pages of administration.

mod board;
mod home;
mod labels;
mod messages;
mod settings;
mod users;

use super::forms::Fields;
use crate::http::routes::Routes;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    let routes = messages::routes(users::routes(home::routes(routes)));
    settings::routes(labels::routes(board::routes(routes)))
}

type Sent = Result<Form<Fields>, FormRejection>;
