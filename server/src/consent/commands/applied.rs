//! Whoever applies lets the employer see what was ticked, until the application ends.

use super::give::{GiveError, Wish, given_alone};
use super::{CONSENT, Owning, with_purpose};
use crate::audit::model::{Action, Subject};
use crate::audit::{self, By};
use crate::clock::{day_in_vientiane, days_after};
use crate::consent::model::{APPLYING, DataClass, Purposes, Recipient};
use crate::consent::store;
use crate::ids::{ConsentId, OrganisationId, PersonId};
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// Lets an organisation see these classes, in the transaction of the application. What was let see it for an earlier
/// application is replaced: the latest choice holds for all of them.
pub async fn give_for_application(
    transaction: &DatabaseTransaction,
    owning: Owning<'_>,
    (organisation, only): (OrganisationId, &[DataClass]),
    language: &str,
) -> Result<ConsentId, GiveError> {
    let today = day_in_vientiane(owning.at);
    let recipient = Recipient::Organisation(organisation);
    for held in store::live_for(transaction, owning.person, (APPLYING, recipient), today).await? {
        store::withdraw(transaction, held.id, owning.at).await?;
        let subject = Subject::of(CONSENT, held.id.as_uuid());
        owning.record(transaction, Action::Removed, subject, (APPLYING, &[])).await?;
    }
    let usual = Purposes::shipped().purpose(APPLYING).and_then(|purpose| purpose.usual_days);
    let ends = usual.map(|days| days_after(today, u64::from(days)));
    let wish = Wish { purpose: APPLYING, recipient, ends, language, only: Some(only) };
    given_alone(transaction, owning, &wish).await
}

/// Ends what somebody lets an organisation see for applications, in the transaction of whoever ended the last of them.
pub async fn end_for_application(
    transaction: &DatabaseTransaction,
    (person, organisation): (PersonId, OrganisationId),
    by: &By,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let what = (APPLYING, Recipient::Organisation(organisation));
    for id in store::unwithdrawn(transaction, person, what, day_in_vientiane(at)).await? {
        store::withdraw(transaction, id, at).await?;
        let subject = Subject::of(CONSENT, id.as_uuid());
        let event = by.does(Action::Removed, subject).about(person);
        audit::record(transaction, &with_purpose(event, APPLYING), at).await?;
    }
    Ok(())
}
