//! The pages of consents: one's own, and the one on which an organisation asks for one.

mod ask;
mod own;

use crate::http::routes::Routes;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    ask::routes(own::routes(routes))
}
