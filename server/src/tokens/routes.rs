//! The pages of tokens: all of them for administrators of the platform, those of an organisation for its own.

use super::commands::{self, Keeper, RevokeError};
use super::forms::Fields;
use super::present::{self, Place};
use crate::access::commands::Steward;
use crate::access::model::Permission;
use crate::http::errand::{Answer, Errand, Key, done, named, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::ids::OrganisationId;
use crate::organisations;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use views::desk::DeskPage;
use views::tokens::TokensSaid;

type Sent = Result<Form<Fields>, FormRejection>;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    let (all, own) = (Access::May(Permission::ManageAccounts), Access::May(Permission::ManageMembers));
    routes
        .get(paths::TOKENS, all, show)
        .post(paths::TOKEN_REVOKE, all, revoke)
        .get(paths::ORGANISATION_TOKENS, own, show_own)
        .post(paths::ORGANISATION_TOKEN_REVOKE, own, revoke_own)
}

fn keeper(errand: &Errand, holder: &Holder) -> Result<Keeper, PageError> {
    let keeper = Keeper::of_all(&holder.grant, holder.viewer.account, errand.origin.clone());
    keeper.ok_or(PageError::NotPermitted)
}

/// The organisation of the address, for those who look after it; others are told that nothing is there.
async fn own(errand: &Errand, holder: &Holder, key: Key) -> Result<(Keeper, Place), PageError> {
    let id: OrganisationId = named(key)?;
    let steward = Steward::of(&holder.grant, id).ok_or(PageError::NotFound)?;
    let reader = errand.visit.platform.database.reader();
    let brief = organisations::commands::brief(reader, id).await?.ok_or(PageError::NotFound)?;
    let keeper = Keeper::of_organisation(steward, holder.viewer.account, errand.origin.clone());
    Ok((keeper, Place::Of(id, brief.name)))
}

async fn show(errand: Errand, holder: Holder) -> Answer {
    let keeper = keeper(&errand, &holder)?;
    Ok(page(&shown(&errand, &keeper, &Place::All, told(&errand)?).await?))
}

async fn show_own(errand: Errand, holder: Holder, key: Key) -> Answer {
    let (keeper, place) = own(&errand, &holder, key).await?;
    Ok(page(&shown(&errand, &keeper, &place, told(&errand)?).await?))
}

/// What was done just now, as the address says.
fn told(errand: &Errand) -> Result<Option<TokensSaid>, PageError> {
    Ok(errand.done()?.map(|_| TokensSaid::Revoked))
}

async fn shown(
    errand: &Errand,
    keeper: &Keeper,
    place: &Place,
    said: Option<TokensSaid>,
) -> Result<DeskPage, PageError> {
    let platform = &errand.visit.platform;
    let at = platform.clock.now();
    let read = commands::list(platform.database.reader(), keeper, at).await?;
    let (live, past) = (read.live, read.past);
    Ok(present::tokens((errand.chrome(), &platform.book()), place, (live, past), said, at))
}

async fn revoke(errand: Errand, holder: Holder, sent: Sent) -> Answer {
    let keeper = keeper(&errand, &holder)?;
    taken_back(&errand, &keeper, &Place::All, sent).await
}

async fn revoke_own(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let (keeper, place) = own(&errand, &holder, key).await?;
    taken_back(&errand, &keeper, &place, sent).await
}

async fn taken_back(errand: &Errand, keeper: &Keeper, place: &Place, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(|_| PageError::BadRequest)?;
    let id = fields.id.parse().map_err(|_| PageError::NotFound)?;
    let platform = &errand.visit.platform;
    match commands::revoke(&platform.database, keeper, id, platform.clock.now()).await {
        Ok(()) => Ok(done(&place.address(), "revoked")),
        Err(RevokeError::Unknown) => Err(PageError::NotFound),
        Err(RevokeError::NotNow) => {
            Ok(unprocessable(&shown(errand, keeper, place, Some(TokensSaid::NotNow)).await?))
        }
        Err(RevokeError::Database(error)) => Err(error.into()),
    }
}
