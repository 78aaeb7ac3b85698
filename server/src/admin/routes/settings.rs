//! How the installation is set and stands, and what is set in the database.

use super::Sent;
use crate::access::model::Permission;
use crate::accounts::commands::demo;
use crate::admin::present;
use crate::audit::By;
use crate::audit::model::Code;
use crate::backup;
use crate::http::errand::{Answer, Errand, done, no_form, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::learning::board::kept_days;
use crate::learning::commands::{DAYS, keep_for};
use crate::mail::{Status, list};
use crate::outbox::Subject;
use axum::extract::Form;
use views::admin::SettingsPage;

const MAY: Access = Access::May(Permission::ManageAccounts);

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::SETTINGS, MAY, show).post(paths::SETTINGS_SEARCH_DAYS, MAY, keep)
}

async fn show(errand: Errand, _: Holder) -> Answer {
    let saved = errand.done()?.is_some();
    let shown = shown(&errand).await?;
    Ok(page(&views::admin::settings(SettingsPage { done: saved, ..shown })))
}

async fn shown(errand: &Errand) -> Result<SettingsPage, PageError> {
    let platform = &errand.visit.platform;
    let days = kept_days(&platform.database).await?;
    let sums = list::sums(&platform.database).await?;
    let waiting = sums.iter().filter(|sum| sum.status == Status::Waiting).map(|sum| sum.letters).sum();
    let behind =
        (platform.behind(Subject::Vacancy).await? as u64, platform.behind(Subject::Person).await? as u64);
    let demo = demo::count(platform.database.reader()).await? > 0;
    let at = platform.clock.now();
    let backup = backup::last(platform.database.reader()).await?;
    let late = backup.as_ref().is_none_or(|held| held.is_old(at));
    let backup = present::backup(backup, late);
    let page = present::settings(errand.chrome(), &platform.settings);
    Ok(SettingsPage { days: days.to_string(), behind, waiting, demo, backup, ..page })
}

async fn keep(errand: Errand, holder: Holder, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let days = fields.days.trim().parse::<u32>().ok().filter(|days| DAYS.contains(days));
    let Some(days) = days else {
        let shown = SettingsPage { days: fields.days, wrong: true, ..shown(&errand).await? };
        return Ok(unprocessable(&views::admin::settings(shown)));
    };
    let platform = &errand.visit.platform;
    let role: Code = holder.grant.role.code().parse().map_err(PageError::internal)?;
    let by = By::account(holder.viewer.account.as_uuid(), role, errand.origin.clone());
    let now = (platform.clock.today(), platform.clock.now());
    keep_for(&platform.database, &by, days, now).await?;
    Ok(done(paths::SETTINGS, "yes"))
}
