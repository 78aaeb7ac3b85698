//! The scripts of the page that works without a network; they hold nothing of anybody. And where a sign-out leads: the
//! worker sees that address and forgets the page, whatever page was left, and the way goes on home.

use crate::http::paths;
use crate::http::routes::{Access, Routes};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use views::registration::{QUEUE_JS, REGISTER_JS, WORKER_JS};

/// Browsers look for a newer worker each time; the others come with the page.
const KEPT: &str = "no-cache";

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get("/helper/register.js", Access::Anyone, async || script(REGISTER_JS))
        .get("/helper/queue.js", Access::Anyone, async || script(QUEUE_JS))
        .get("/helper/worker.js", Access::Anyone, async || script(WORKER_JS))
        .get(paths::HELPER_LEFT, Access::Anyone, async || Redirect::to(paths::HOME))
}

fn script(text: &'static str) -> Response {
    let kind = "text/javascript; charset=utf-8";
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, KEPT)], text).into_response()
}
