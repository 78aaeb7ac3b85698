//! The pages of those who post vacancies.

mod edit;
mod show;

use crate::access::model::{Membership, Role};
use crate::advice::model::Fitting;
use crate::app::Platform;
use crate::http::device::Device;
use crate::http::errand::Errand;
use crate::http::error::PageError;
use crate::http::routes::Routes;
use crate::http::session::Owner;
use crate::ids::{OrganisationId, VacancyId};
use crate::keys::Keys;
use crate::organisations;
use crate::organisations::model::Brief;
use crate::posting::commands::{self, Desk, Poster};
use crate::posting::model::Own;
use crate::reference::ReferenceBook;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use chrono::{DateTime, NaiveDate, Utc};
use matching::rules::RuleBook;
use std::sync::Arc;

/// Who posts for an organisation.
const ROLES: &[Role] = &[Role::EmployerUser, Role::LabourUnitPlanner];

type Keyed = Result<Path<(String, String)>, PathRejection>;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    show::routes(edit::routes(routes))
}

/// Whoever posts for an organisation, on a visit.
struct Visiting {
    errand: Errand,
    organisation: Brief,
    poster: Poster,
    rules: Arc<RuleBook>,
    book: Arc<ReferenceBook>,
    base_url: String,
    today: NaiveDate,
    at: DateTime<Utc>,
}

impl Visiting {
    /// Proof by a seat in the organisation; who has none there finds nothing.
    async fn of(
        errand: Errand,
        (Owner(viewer), seats): (Owner, Vec<Membership>),
        device: &Device,
        organisation: OrganisationId,
    ) -> Result<Self, PageError> {
        let held = seats.iter().find(|held| held.seat.organisation == Some(organisation));
        let seat = &held.ok_or(PageError::NotFound)?.seat;
        let of_device = (errand.origin.clone(), device.mark().map(str::to_owned));
        let poster = Poster::of(seat, viewer.account, of_device).ok_or(PageError::NotFound)?;
        let platform = &errand.visit.platform;
        let reader = platform.database.reader();
        let brief = organisations::commands::brief(reader, organisation).await?.ok_or(PageError::NotFound)?;
        let rules = platform.rules.fresh(reader).await.map_err(PageError::internal)?;
        let (book, base_url) = (platform.book(), platform.base_url());
        let (today, at) = (platform.clock.today(), platform.clock.now());
        Ok(Self { organisation: brief, poster, rules, book, base_url, today, at, errand })
    }

    fn platform(&self) -> &Arc<Platform> {
        &self.errand.visit.platform
    }

    fn keys(&self) -> Result<&Keys, PageError> {
        self.platform().keys().map_err(PageError::internal)
    }

    fn desk<'a>(&'a self, keys: &'a Keys) -> Desk<'a> {
        Desk {
            database: &self.platform().database,
            keys,
            rules: &self.rules,
            book: &self.book,
            base_url: &self.base_url,
            today: self.today,
            at: self.at,
        }
    }

    /// A vacancy that the organisation posted itself.
    async fn own(&self, id: VacancyId) -> Result<Own, PageError> {
        let reader = self.platform().database.reader();
        commands::own(reader, (self.organisation.id, id)).await?.ok_or(PageError::NotFound)
    }

    /// What is told beside a vacancy.
    async fn beside(&self, own: &Own) -> Result<views::posting::Beside, PageError> {
        let reader = self.platform().database.reader();
        let occupation = own.posting.draft.occupation.map(|(key, _)| key);
        let market = match occupation {
            Some(key) => commands::beside_wages(reader, &self.book, (key, self.today)).await?,
            None => None,
        };
        let fitting = if self.platform().columns.are_ready() {
            let counted = crate::advice::ask::fits(self.platform(), &own.row.0).await;
            counted.map_err(PageError::internal)?
        } else {
            Fitting::Unasked
        };
        Ok(super::present::beside(&self.errand, occupation, (fitting, market)))
    }
}

fn keys_of(keys: Keyed) -> Result<(OrganisationId, VacancyId), PageError> {
    let Path((organisation, vacancy)) = keys.map_err(|_| PageError::NotFound)?;
    let organisation = organisation.parse().map_err(|_| PageError::NotFound)?;
    Ok((organisation, vacancy.parse().map_err(|_| PageError::NotFound)?))
}
