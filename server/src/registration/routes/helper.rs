//! A helper's own page, one registration, and its card.

use super::helper;
use crate::access::model::Permission;
use crate::http::errand::{Answer, Errand, Key, last_page, named, page};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::registration::commands::{self, CardError};
use crate::registration::forms::meanings;
use crate::registration::present;

/// Registrations on a page.
const ON_A_PAGE: u64 = 20;

pub(super) fn routes(routes: Routes) -> Routes {
    let may = Access::May(Permission::RegisterPeople);
    routes.get(paths::HELPER, may, show).get("/helper/records/{id}", may, look_at).post(
        "/helper/records/{id}/card",
        may,
        make_card,
    )
}

async fn show(errand: Errand, holder: Holder) -> Answer {
    let helper = helper(&errand, &holder)?;
    let platform = &errand.visit.platform;
    let wanted = errand.page_number()?;
    let found = commands::listed(&platform.database, &helper, (wanted, ON_A_PAGE)).await?;
    let last = last_page(found.0, ON_A_PAGE);
    if wanted > last {
        return Err(PageError::NotFound);
    }
    let shown = (errand.chrome(), &*platform.book());
    Ok(page(&present::home(shown, helper.areas(), found, (wanted, last))))
}

async fn look_at(errand: Errand, holder: Holder, key: Key) -> Answer {
    let helper = helper(&errand, &holder)?;
    let database = &errand.visit.platform.database;
    let listed = commands::looked_at(database, &helper, named(key)?).await?.ok_or(PageError::NotFound)?;
    let done = errand.done()?.is_some();
    let (book, locale) = (errand.visit.platform.book(), errand.visit.locale);
    let typed = commands::typed_today(database, &helper, &listed).await?;
    let meant = match typed {
        Some(typed) => {
            let understood = move || present::meant(&book, locale, meanings(&book, &typed));
            errand.visit.platform.turns.take(understood).await.map_err(PageError::internal)?
        }
        None => Vec::new(),
    };
    Ok(page(&present::looked_at(errand.chrome(), listed, meant, done)))
}

async fn make_card(errand: Errand, holder: Holder, key: Key) -> Answer {
    let helper = helper(&errand, &holder)?;
    let platform = &errand.visit.platform;
    let tools = (&platform.database, &platform.hashing);
    let card = match commands::issue_card(tools, &helper, named(key)?, errand.visit.locale).await {
        Ok(card) => card,
        Err(CardError::Unknown | CardError::NotNeeded) => return Err(PageError::NotFound),
        Err(error @ CardError::Trouble(_)) => return Err(PageError::internal(error)),
    };
    let (number, address) = (card.number.spaced(), format!("{}{}", platform.base_url(), paths::CARD));
    let written = (card.name.as_str(), number.as_str(), card.pin.as_str());
    let phone = present::phone_word(card.phone_of);
    let shown = views::registration::card(errand.chrome(), written, phone, (&address, paths::HELPER));
    Ok(page(&shown))
}
