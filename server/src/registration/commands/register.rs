//! A helper registers a person: the record arrives once, however often it is sent.

use super::{Helper, consent};
use crate::accounts;
use crate::audit;
use crate::audit::model::Action;
use crate::clock::{day_begins, day_in_vientiane};
use crate::db::locks;
use crate::identities::commands::{Desk, TellError, keep};
use crate::ids::RegistrationId;
use crate::keys::KeysError;
use crate::limits::Limits;
use crate::people::commands::claim::register_one;
use crate::people::model::Visibility;
use crate::registration::model::{HELPER, NewRecord, PhoneOf};
use crate::registration::store;
use sea_orm::DbErr;

/// Names of the fields of every record.
const FIELDS: [&str; 9] =
    ["names", "sex", "birth_date", "phone", "district", "village", "work", "skills", "languages"];

/// What came of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registered {
    /// It was stored.
    New(RegistrationId),
    /// It had arrived before.
    Before(RegistrationId),
}

/// Why a record was not taken.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// The helper works elsewhere.
    #[error("the place lies outside of where the helper registers people")]
    Outside,
    /// Something else arrived under the same key.
    #[error("another record has arrived under this key")]
    Other,
    /// The helper registered as many people today as one may.
    #[error("the helper registered as many people as one may in a day")]
    TooManyToday,
    /// A code would go to the helper's phone, and there is none.
    #[error("the helper's account has no phone")]
    NoPhone,
    /// Nobody knows such a text of consent.
    #[error("there is no such text of consent")]
    NoText,
    /// Its document could not be added.
    #[error("the document could not be added to the record")]
    Document,
    /// The number of the document could not be sealed.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The database refused.
    #[error("the record could not be stored")]
    Database(#[from] DbErr),
}

/// Stores a record with the person's consent, in one transaction.
pub async fn register(
    desk: &Desk<'_>,
    helper: &Helper,
    record: NewRecord,
) -> Result<Registered, RegisterError> {
    let transaction = desk.database.begin().await?;
    // A browser that lost the answer may send again while the first is still under way.
    locks::wait_for(&transaction, &format!("registration {}", helper.account)).await?;
    if let Some((id, digest)) = store::of_key(&transaction, helper.account, record.key).await? {
        return if digest == record.digest { Ok(Registered::Before(id)) } else { Err(RegisterError::Other) };
    }
    let row = |place: Option<search::PlaceKey>| place.and_then(|key| i32::try_from(key.0).ok());
    let place = record.draft.place;
    if !helper.reaches(row(place.province), row(place.district)) {
        return Err(RegisterError::Outside);
    }
    let today = day_begins(day_in_vientiane(helper.at));
    if store::count_since(&transaction, helper.account, today).await?
        >= Limits::shipped().registered_a_day.into()
    {
        return Err(RegisterError::TooManyToday);
    }
    if record.phone_of == PhoneOf::Helper && phone(&transaction, helper).await?.is_none() {
        return Err(RegisterError::NoPhone);
    }
    let mut draft = record.draft.clone();
    draft.source_key = format!("{}/{}", helper.account, record.key);
    // Whatever it says: only its owner shows a record.
    draft.visibility = Visibility::Hidden;
    draft.identity.phone = record.phone.as_ref().map(|phone| phone.as_str().to_owned());
    let person = register_one(&transaction, HELPER, &draft, helper.at).await?;
    let id = store::insert(&transaction, (helper.account, person), &record, helper.at).await?;
    consent::keep(&transaction, helper, person, &record.agreed).await?;
    let mut fields = FIELDS.to_vec();
    if let Some(document) = &record.document {
        keep(desk, &transaction, (person, helper.account), document).await.map_err(of_document)?;
        fields.push("identifiers");
    }
    let event = helper.event(Action::Created, person).fields(&fields);
    audit::record(&transaction, &event, helper.at).await?;
    transaction.commit().await?;
    Ok(Registered::New(id))
}

fn of_document(error: TellError) -> RegisterError {
    match error {
        TellError::Database(error) => error.into(),
        TellError::Keys(error) => error.into(),
        TellError::Unknown
        | TellError::Already
        | TellError::TooMany
        | TellError::TooOften
        | TellError::Verified => RegisterError::Document,
    }
}

/// The phone of the helper's account.
pub(super) async fn phone(
    connection: &impl sea_orm::ConnectionTrait,
    helper: &Helper,
) -> Result<Option<String>, DbErr> {
    let held = accounts::commands::entries(connection, &[helper.account]).await?;
    Ok(held.into_iter().find_map(|entry| entry.phone))
}
