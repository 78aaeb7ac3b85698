//! An organisation changes what it is, or what it says of itself.

use super::decide::{DecideError, step};
use super::{Administrator, Doer, held};
use crate::audit::model::Action;
use crate::db::Database;
use crate::organisations::model::{Hand, Identity, Name, Number, Profile, Step};
use crate::organisations::store;
use chrono::{DateTime, Utc};
use sea_orm::DbErr;

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// It is gone.
    #[error("there is no such organisation")]
    Unknown,
    /// Somebody is looking at it, or has verified it.
    #[error("what was verified, or is being looked at, is not changed")]
    Verified,
    /// It does not become an office.
    #[error("no organisation becomes an office")]
    Kind,
    /// Its name has words that organisations of its kind do not bear.
    #[error("the name has words that an organisation of this kind does not bear")]
    Reserved,
    /// The database refused.
    #[error("the organisation could not be changed")]
    Database(#[from] DbErr),
}

impl From<DecideError> for EditError {
    fn from(error: DecideError) -> Self {
        match error {
            DecideError::Unknown => Self::Unknown,
            DecideError::Refused(_) => Self::Verified,
            DecideError::Database(error) => Self::Database(error),
        }
    }
}

/// Changes what an organisation is: as long as nobody looked at it, or once its verification is over, which then begins
/// anew.
pub async fn amend(
    database: &Database,
    (doer, administrator): (&Doer, Administrator),
    identity: &Identity,
    at: DateTime<Utc>,
) -> Result<(), EditError> {
    if !identity.kind.is_founded_by_anybody() {
        return Err(EditError::Kind);
    }
    let transaction = database.begin().await?;
    let before = held(&transaction, administrator.organisation).await?.ok_or(EditError::Unknown)?;
    // What kind it is decides the role of its members: it stays.
    let identity = Identity { kind: before.kind, ..identity.clone() };
    if identity.reserved().is_some() {
        return Err(EditError::Reserved);
    }
    step(&transaction, (doer, Hand::Administrator), (&before, Step::Amend), "", at).await?;
    store::identify(&transaction, before.id, &identity, at).await?;
    let text = |held: &Option<Number>| held.as_ref().map(|number| number.as_str().to_owned());
    let compared = [
        ("name", before.name != identity.name.as_str()),
        ("latin_name", before.latin_name.as_deref() != identity.latin_name.as_ref().map(Name::as_str)),
        ("registration_no", before.registration_no != text(&identity.registration_no)),
        ("tax_no", before.tax_no != text(&identity.tax_no)),
        ("country", before.country != identity.country),
        ("district", (before.province, before.district) != (identity.province, identity.district)),
        ("in_zone", before.in_zone != identity.in_zone),
    ];
    let changed: Vec<&str> = compared.iter().filter(|(_, other)| *other).map(|(name, _)| *name).collect();
    doer.record(&transaction, (Action::Changed, before.id), (&changed, ""), at).await?;
    Ok(transaction.commit().await?)
}

/// Changes what an organisation says of itself, at any time.
pub async fn describe(
    database: &Database,
    (doer, administrator): (&Doer, Administrator),
    profile: &Profile,
    at: DateTime<Utc>,
) -> Result<(), EditError> {
    let transaction = database.begin().await?;
    let before = held(&transaction, administrator.organisation).await?.ok_or(EditError::Unknown)?;
    store::describe(&transaction, before.id, profile, at).await?;
    let fields = ["isic", "website", "about"];
    doer.record(&transaction, (Action::Changed, before.id), (&fields, ""), at).await?;
    Ok(transaction.commit().await?)
}
