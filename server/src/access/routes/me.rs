//! Somebody's own first page: what needs them next, and which roles they have.

use super::Sent;
use crate::access::commands::{self, EndError, Giver, Steward};
use crate::access::model::{Permission, Policy};
use crate::access::present;
use crate::accounts;
use crate::consent;
use crate::homes::gather::{self, Asker};
use crate::http::errand::{Answer, Errand, done, no_form, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::identities;
use crate::people;
use crate::people::profile::next_part;
use axum::extract::Form;
use views::desk::{DeskPage, HomeDone, work_section};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::ME, Access::SignedIn, show).post(paths::LEAVE, Access::SignedIn, leave)
}

async fn show(errand: Errand, owner: Owner) -> Answer {
    let done = match errand.done()?.as_deref() {
        Some("left") => Some(HomeDone::Left),
        Some("joined") => Some(HomeDone::Joined),
        _ => None,
    };
    Ok(page(&shown(&errand, &owner, (done, false)).await?))
}

async fn shown(
    errand: &Errand,
    Owner(viewer): &Owner,
    told: (Option<HomeDone>, bool),
) -> Result<DeskPage, PageError> {
    let platform = &errand.visit.platform;
    let (reader, at) = (platform.database.reader(), platform.clock.now());
    let rights = commands::rights(reader, viewer, at).await?;
    let mut looked_after = Vec::new();
    if let Ok(grant) = rights.grant(Policy::shipped(), Permission::ManageMembers) {
        for organisation in &grant.reach.organisations {
            let Some(steward) = Steward::of(&grant, *organisation) else { continue };
            if let Some(members) = commands::members(reader, steward, at).await? {
                let asked = members.members.iter().filter(|member| member.membership.is_to_be_confirmed(at));
                let asked = asked.count() as u64;
                looked_after.push((members, asked));
            }
        }
    }
    let unasked = match rights.grant(Policy::shipped(), Permission::ManageAccounts) {
        Ok(grant) => commands::to_confirm(reader, &grant, at).await?,
        Err(_) => 0,
    };
    let own = commands::own(reader, viewer.account, at).await?;
    let overview = accounts::commands::overview(reader, viewer, at).await?.ok_or(PageError::NotFound)?;
    let profile = people::commands::profile::own(reader, viewer.account).await?;
    let requests = match &profile {
        Some(profile) => consent::commands::open_requests(reader, profile.id, at).await?,
        None => 0,
    };
    let looked_at = match &profile {
        Some(profile) => identities::commands::is_looked_at(reader, profile.id).await?,
        None => false,
    };
    let missing = next_part(profile.as_ref());
    let (chrome, book) = (errand.chrome(), platform.book());
    let mut tasks = present::contacts(chrome.locale, &overview);
    tasks.extend(present::invited(chrome.locale, commands::invited(reader, viewer.account, at).await?));
    tasks.extend(present::asked_for_consent(requests));
    tasks.extend(present::looked_at(looked_at));
    tasks.extend(present::tasks(&rights, (looked_after, unasked), (profile.is_some(), missing)));
    let asker = Asker { platform, locale: chrome.locale, account: viewer.account, rights: &rights };
    let groups = gather::all(&asker).await?;
    let mut page = present::home((chrome, &book), tasks, own, told);
    let locale = page.chrome.locale;
    page.sections.splice(1..1, groups.into_iter().map(|group| work_section(locale, group)));
    Ok(page)
}

async fn leave(errand: Errand, owner: Owner, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let id = fields.id.parse().map_err(|_| PageError::NotFound)?;
    let platform = &errand.visit.platform;
    let giver = Giver::member(owner.0.account, errand.origin.clone());
    let (base_url, at) = (platform.base_url(), platform.clock.now());
    match commands::leave(&platform.database, &giver, id, (&base_url, at)).await {
        Ok(()) => Ok(done(paths::ME, "left")),
        Err(EndError::Unknown) => Err(PageError::NotFound),
        Err(EndError::LastAdministrator) => Ok(unprocessable(&shown(&errand, &owner, (None, true)).await?)),
        Err(EndError::Database(error)) => Err(error.into()),
    }
}
