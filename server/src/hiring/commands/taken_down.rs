//! An advert was taken away: applications for it end, and everybody who applied is warned.

use super::step::{Wanted, account_of, take};
use super::{Desk, StepError};
use crate::accounts::commands::write_to;
use crate::hiring::model::{Hand, Step};
use crate::hiring::store;
use crate::http::paths;
use crate::ids::VacancyId;
use crate::mail::Said;
use sea_orm::DatabaseTransaction;

/// Why they end.
const TAKEN_DOWN: &str = "taken_down";

/// Ends the applications that are open for a vacancy that was taken away, and writes to everybody who ever applied for it:
/// whoever accepted an offer is in no less danger.
pub async fn taken_down(
    transaction: &DatabaseTransaction,
    desk: Desk<'_>,
    (vacancy, title): (VacancyId, &str),
) -> Result<(), StepError> {
    let (step, hand) = (Step::CloseWithVacancy, Hand::Platform);
    let wanted = Wanted { step, hand, account: None, reason: Some(TAKEN_DOWN), template: None };
    for open in store::open_of_vacancy(transaction, vacancy).await? {
        take(transaction, desk, &open, &wanted).await?;
    }
    for person in store::applicants_of(transaction, vacancy).await? {
        let Some(account) = account_of(transaction, person).await? else { continue };
        let link = format!("{}{}", desk.base_url, paths::HELP);
        let said = Said::AdvertTakenDown { title: title.to_owned(), link };
        write_to(transaction, account, said, (desk.base_url, desk.at)).await?;
    }
    Ok(())
}
