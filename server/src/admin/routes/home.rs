//! The first page of administration, for whoever may do a part of it.

use crate::access;
use crate::access::model::{Permission, Policy, Role};
use crate::accounts::commands::administer;
use crate::http::errand::{Answer, Errand, page, to_me};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::learning::board;
use crate::mail::{Status, list};
use crate::reference;
use crate::retention;
use crate::tokens;
use views::admin::Waits;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::ADMIN, Access::MayAny(Permission::OF_ADMINISTRATION), show)
}

async fn show(errand: Errand, holder: Holder) -> Answer {
    let platform = &errand.visit.platform;
    let (reader, at) = (platform.database.reader(), platform.clock.now());
    let rights = access::commands::rights(reader, &holder.viewer, at).await?;
    let may = |permission| rights.grant(Policy::shipped(), permission).is_ok();
    let mut waits = Vec::new();
    if may(Permission::ResendMessages) {
        let sums = list::sums(&platform.database).await?;
        let count = |status| sums.iter().filter(|sum| sum.status == status).map(|sum| sum.letters).sum();
        let (dead, waiting) = (count(Status::Dead), count(Status::Waiting));
        waits.push(Waits::Messages(paths::MESSAGES.to_owned(), dead, waiting));
    }
    if may(Permission::SeeBoard) {
        let board = board::read(&platform.database, &platform.book(), None, platform.clock.today()).await?;
        let open = board.without_hits.iter().filter(|line| line.state == board::State::NotUnderstood);
        waits.push(Waits::Board(paths::BOARD.to_owned(), open.count() as u64));
    }
    if may(Permission::EditLabels) {
        let (_, changed) = reference::changed_labels(reader, 0).await?;
        waits.push(Waits::Labels(paths::LABELS.to_owned(), changed));
    }
    if may(Permission::ManageAccounts) {
        let (all, locked) = administer::counts(reader).await?;
        waits.push(Waits::Users(paths::USERS.to_owned(), all, locked));
        let mut with_role = 0;
        for role in Role::all() {
            with_role += access::commands::of_role(reader, role, at).await?.len() as u64;
        }
        waits.push(Waits::Roles(paths::ROLES.to_owned(), with_role));
        let due = retention::commands::lines(reader, at).await.map_err(PageError::internal)?;
        let due = due.iter().map(|line| line.due).sum();
        waits.push(Waits::Retention(paths::RETENTION.to_owned(), due));
        let (live, soon) = tokens::commands::sums(reader, at).await?;
        waits.push(Waits::Tokens(paths::TOKENS.to_owned(), live, soon));
        let changed = platform.settings.sources.changed() as u64;
        waits.push(Waits::Settings(paths::SETTINGS.to_owned(), changed));
    }
    let chrome = errand.chrome();
    let back = to_me(chrome.locale);
    Ok(page(&views::admin::home(chrome, waits, back)))
}
