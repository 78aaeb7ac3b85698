//! `/organisations/standing`: why the members of an organisation may see nobody yet.

use crate::access;
use crate::access::model::{Permission, Policy};
use crate::advice::present;
use crate::http::errand::{Answer, Errand, page};
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::ids::OrganisationId;
use crate::organisations;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::STANDING, Access::SignedIn, show)
}

async fn show(errand: Errand, Owner(viewer): Owner) -> Answer {
    let platform = &errand.visit.platform;
    let reader = platform.database.reader();
    let rights = access::commands::rights(reader, &viewer, platform.clock.now()).await?;
    let policy = Policy::shipped();
    let asks = |held: &&access::model::Membership| {
        let role = policy.role(held.seat.role);
        role.is_some_and(|role| role.permissions.contains(&Permission::SeePeople) && !role.of.is_empty())
            && held.held_at.is_some_and(|(kind, _)| policy.asks_for_standing(Permission::SeePeople, kind))
    };
    let seats: Vec<_> = rights.memberships().iter().filter(asks).map(|held| &held.seat).collect();
    let ids: Vec<OrganisationId> = seats.iter().filter_map(|seat| seat.organisation).collect();
    let all = organisations::commands::briefs(reader, &ids).await?;
    let own = |id| seats.iter().any(|seat| seat.organisation == Some(id) && seat.administers);
    let all: Vec<_> = all
        .into_iter()
        .map(|held| {
            let own = own(held.id);
            (held, own)
        })
        .collect();
    Ok(page(&present::lacks(&errand, &all)))
}
