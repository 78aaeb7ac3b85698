//! The pages on which adverts are reported, and decided about.

mod officer;
mod report;

use crate::http::routes::Routes;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    officer::routes(report::routes(routes))
}
