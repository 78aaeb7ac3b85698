//! An advert is held for its red flags: whatever else its account posted is kept from people too, and inspectors hear of it.

use super::Desk;
use crate::access::commands::of_permission;
use crate::access::model::Permission;
use crate::accounts::commands::write_to;
use crate::audit::By;
use crate::http::paths;
use crate::ids::{AccountId, VacancyId};
use crate::mail::Said;
use crate::posting::model::Why;
use crate::vacancies::commands::{StepError, place_of, step_all};
use crate::vacancies::model::VacancyStep;
use sea_orm::{ActiveEnum, DatabaseTransaction};

/// Hides what else an account posted, and writes to the inspectors of the place at once.
pub(super) async fn account(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    (account, held): (AccountId, VacancyId),
) -> Result<(), StepError> {
    let linked: String = Why::Linked.to_value();
    step_all(transaction, (account, &By::platform()), (VacancyStep::Hold, &linked), desk.at).await?;
    let (province, district) = place_of(transaction, held).await?;
    for member in
        of_permission(transaction, Permission::ReviewVacancies, (province, district), desk.at).await?
    {
        let link = format!("{}{}", desk.base_url, paths::officer_vacancy(held));
        write_to(transaction, member, Said::AdvertHeld { link }, (desk.base_url, desk.at)).await?;
    }
    Ok(())
}
