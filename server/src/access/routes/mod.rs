//! The pages of roles: the own first page, members, invitations, the roles of all accounts.

mod invitations;
mod me;
mod members;
mod roles;

use super::forms::Fields;
use crate::http::routes::Routes;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    let routes = me::routes(routes);
    let routes = members::routes(routes);
    let routes = invitations::routes(routes);
    roles::routes(routes)
}

type Sent = Result<Form<Fields>, FormRejection>;
