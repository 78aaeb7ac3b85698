//! `/people`: people who are found, page by page.

use super::{by, too_many};
use crate::access::model::Permission;
use crate::http::errand::{Answer, Errand, page};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::ids::PersonId;
use crate::seen::query::PeopleQuery;
use crate::seen::{commands, present, search};
use std::collections::HashMap;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::PEOPLE, Access::May(Permission::SeePeople), results)
}

async fn results(errand: Errand, holder: Holder) -> Answer {
    let by = by(&errand, &holder)?;
    let visit = &errand.visit;
    let (platform, book) = (&visit.platform, visit.platform.book());
    let asked = PeopleQuery::parse(&visit.query, &book)?;
    let found = search::ask(platform, &by.onlooker, asked.request(&book, visit.today)).await;
    let found = found.map_err(PageError::internal)?;
    let ids: Vec<PersonId> = found.hits.iter().map(|hit| PersonId::from_u128(hit.key.0)).collect();
    let seen = commands::found(platform.database.reader(), &by.onlooker, &ids, visit.today).await?;
    let mut seen: HashMap<PersonId, _> = seen.into_iter().map(|seen| (seen.id, seen)).collect();
    let people: Vec<_> = ids.iter().filter_map(|id| seen.remove(id)).collect();
    let listed = (people.as_slice(), found.total);
    if !commands::search_counted(&platform.database, &by, listed, platform.clock.now()).await? {
        return Ok(too_many());
    }
    let found = (found.total, found.understood.as_slice());
    Ok(page(&present::results(&errand, &by.onlooker, &asked, found, &people)))
}
