//! Invitations, for those who got one.

use crate::access::commands::{self, AcceptError, Giver};
use crate::access::present;
use crate::accounts;
use crate::http::errand::{Answer, Errand, done, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::INVITATION, Access::SignedIn, show).post(paths::INVITATION, Access::SignedIn, accept)
}

async fn show(errand: Errand, Owner(viewer): Owner, Path(token): Path<String>) -> Answer {
    let platform = &errand.visit.platform;
    let reader = platform.database.reader();
    let Some(offered) = commands::offered(reader, (viewer.account, &token), platform.clock.now()).await?
    else {
        return Ok(gone(&errand));
    };
    let own = accounts::commands::entries(reader, &[viewer.account]).await?;
    let another = !own.iter().any(|entry| entry.is_reached_by(&offered.invitation.contact));
    let address = errand.visit.path.clone();
    Ok(page(&present::invitation(errand.chrome(), address, offered, another)))
}

fn gone(errand: &Errand) -> Response {
    (StatusCode::NOT_FOUND, page(&present::invitation_gone(errand.chrome()))).into_response()
}

async fn accept(errand: Errand, Owner(viewer): Owner, Path(token): Path<String>) -> Answer {
    let platform = &errand.visit.platform;
    let at = platform.clock.now();
    let giver = Giver::member(viewer.account, errand.origin.clone());
    match commands::accept(&platform.database, &giver, (viewer.account, &token), at).await {
        Ok(_) => Ok(done(paths::ME, "joined")),
        Err(AcceptError::Gone | AcceptError::Seat(_)) => Ok(gone(&errand)),
        Err(AcceptError::Another) => {
            let Some(offered) =
                commands::offered(platform.database.reader(), (viewer.account, &token), at).await?
            else {
                return Ok(gone(&errand));
            };
            let address = errand.visit.path.clone();
            Ok(unprocessable(&present::invitation(errand.chrome(), address, offered, true)))
        }
        Err(AcceptError::Database(error)) => Err(PageError::from(error)),
    }
}
