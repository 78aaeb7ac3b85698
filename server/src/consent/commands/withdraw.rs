//! A consent is taken back, and shares nothing from then on; of two records that were joined, neither half does.

use super::{CONSENT, Owning};
use crate::audit::model::{Action, Subject};
use crate::clock::day_in_vientiane;
use crate::consent::store;
use crate::ids::ConsentId;
use sea_orm::DbErr;

/// Why a consent was not withdrawn.
#[derive(Debug, thiserror::Error)]
pub enum WithdrawError {
    /// There is none of this key, it is another's or over, or it tells of what the law lets others see.
    #[error("there is no such consent to be withdrawn")]
    Unknown,
    /// The database refused.
    #[error("the consent could not be withdrawn")]
    Database(#[from] DbErr),
}

/// Withdraws a consent. Nothing has to follow where a consent is what opens something, for whoever shows it asks for live
/// ones at that moment. Officers of an area see by their office: to them a consent says that registering was agreed to.
pub async fn withdraw(owning: Owning<'_>, id: ConsentId) -> Result<(), WithdrawError> {
    let transaction = owning.database.begin().await?;
    let held = store::one(&transaction, (owning.person, id)).await?;
    let today = day_in_vientiane(owning.at);
    let held = held.filter(|held| held.can_be_withdrawn(today)).ok_or(WithdrawError::Unknown)?;
    if !store::withdraw(&transaction, id, owning.at).await? {
        return Err(WithdrawError::Unknown);
    }
    let same = (held.purpose.as_str(), held.recipient);
    let others = store::unwithdrawn(&transaction, owning.person, same, day_in_vientiane(owning.at)).await?;
    for other in &others {
        store::withdraw(&transaction, *other, owning.at).await?;
    }
    for withdrawn in others.into_iter().chain([id]) {
        let subject = Subject::of(CONSENT, withdrawn.as_uuid());
        owning.record(&transaction, Action::Removed, subject, (&held.purpose, &[])).await?;
    }
    transaction.commit().await?;
    Ok(())
}
