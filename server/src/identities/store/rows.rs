//! What the row of a record takes over from one that is joined with it, and gives back when they are parted: languages and
//! licences that it had not, and the visibility of whichever was seen by fewer.
//!
//! The joined row keeps its own. What was changed since stays with whoever changed it. Names, wishes and places are of the
//! record that stays: of two that differ, nobody here knows the better one.

use crate::db::entities::person;
use crate::identities::model::Taken;
use crate::ids::PersonId;
use crate::people::model::{LicenceList, SpokenLanguages, Visibility};
use sea_orm::{
    ActiveValue::{self, NotSet, Set},
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
};

async fn row(transaction: &DatabaseTransaction, person: PersonId) -> Result<person::Model, DbErr> {
    let row = person::Entity::find_by_id(person).one(transaction).await?;
    row.ok_or_else(|| DbErr::RecordNotFound("a record that is joined or parted".to_owned()))
}

/// What `survivor` takes over from `merged`.
pub(super) async fn to_take(
    transaction: &DatabaseTransaction,
    (survivor, merged): (PersonId, PersonId),
) -> Result<Taken, DbErr> {
    let (own, other) = (row(transaction, survivor).await?, row(transaction, merged).await?);
    let spoken = |language: &str| own.languages.0.iter().any(|held| held.language == language);
    let held = own.licences.clone().unwrap_or_default().0;
    let licences = other.licences.clone().unwrap_or_default().0.into_iter();
    Ok(Taken {
        languages: other.languages.0.into_iter().filter(|other| !spoken(&other.language)).collect(),
        licences: licences.filter(|other| held.iter().all(|held| held.code != other.code)).collect(),
        licences_unasked: own.licences.is_none() && other.licences.is_some(),
        shown: (other.visibility.reach() < own.visibility.reach())
            .then_some((own.visibility, own.visibility_since)),
    })
}

/// Writes into the row of `survivor` what it takes over, seen as `merged` was where that was by fewer.
pub(super) async fn take(
    transaction: &DatabaseTransaction,
    (survivor, merged): (PersonId, Visibility),
    taken: &Taken,
) -> Result<(), DbErr> {
    let mut held = row(transaction, survivor).await?;
    held.languages.0.extend(taken.languages.iter().cloned());
    let licences = if moves(taken) {
        let own = held.licences.unwrap_or_default().0.into_iter();
        Set(Some(LicenceList(own.chain(taken.licences.iter().cloned()).collect())))
    } else {
        NotSet
    };
    let shown = taken.shown.map(|_| merged);
    write(transaction, survivor, (held.languages, licences, shown)).await
}

/// Takes out of the row of `survivor` what it took over and nobody changed since; `merged` is how the joined one was seen.
pub(super) async fn give_back(
    transaction: &DatabaseTransaction,
    (survivor, merged): (PersonId, Visibility),
    taken: &Taken,
) -> Result<(), DbErr> {
    let mut held = row(transaction, survivor).await?;
    held.languages.0.retain(|language| !taken.languages.contains(language));
    let mut licences = held.licences.unwrap_or_default().0;
    licences.retain(|licence| !taken.licences.contains(licence));
    let unasked = taken.licences_unasked && licences.is_empty();
    let licences = match (moves(taken), unasked) {
        (false, _) => NotSet,
        (true, true) => Set(None),
        (true, false) => Set(Some(LicenceList(licences))),
    };
    // What its owner has said meanwhile stays, whatever that is.
    let as_left = |since| held.visibility == merged && held.visibility_since == since;
    let shown = taken.shown.filter(|(_, since)| as_left(*since)).map(|(shown, _)| shown);
    write(transaction, survivor, (held.languages, licences, shown)).await
}

/// Whether licences are taken over, or at least that somebody was asked for them.
fn moves(taken: &Taken) -> bool {
    taken.licences_unasked || !taken.licences.is_empty()
}

async fn write(
    transaction: &DatabaseTransaction,
    person: PersonId,
    (languages, licences, shown): (SpokenLanguages, ActiveValue<Option<LicenceList>>, Option<Visibility>),
) -> Result<(), DbErr> {
    let row = person::ActiveModel {
        id: NotSet,
        languages: Set(languages),
        licences,
        visibility: shown.map_or(NotSet, Set),
        ..Default::default()
    };
    let those = person::Entity::update_many().set(row).filter(person::Column::Id.eq(person));
    those.exec(transaction).await?;
    Ok(())
}
