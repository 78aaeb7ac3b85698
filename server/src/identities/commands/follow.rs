//! Looks for records that may be of one person, as records come and change. Nothing is joined: officers are asked.
//!
//! People meet who share a key ([`twins`]); pairs that meet are weighed by the shipped model. A pair about which there is
//! a case already, decided or not, is not asked about again.

use super::open_case;
use crate::db::{Database, locks, settings};
use crate::identities::model::{Formats, IdKind, Said, Says, Source, Spoken};
use crate::identities::store::{self, Opening};
use crate::ids::PersonId;
use crate::outbox::{self, Position, Subject};
use crate::people::registry::Registry;
use crate::people::twins::{self, Told};
use crate::reference::ReferenceBook;
use chrono::{DateTime, Utc};
use matching::linkage::{Level, Model, Outcome, Scale, Thresholds, TooManyFields};
use sea_orm::{ActiveEnum, ConnectionTrait, DatabaseTransaction, DbErr};
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// People that are looked at in one transaction.
const AT_ONCE: usize = 200;
/// People that are looked at in one turn; whatever is more waits for the next.
const A_TURN: usize = 2_000;
/// A key that more people share says nothing.
const MOST_SHARING: u64 = 100;
/// People among whom it is counted how common a name is.
pub(super) const COUNTED: u64 = 3_000;

/// A model, and of how many records it was estimated: in a smaller register chance is not less.
#[derive(serde::Deserialize)]
struct Shipped {
    records: u64,
    #[serde(flatten)]
    model: Model,
}

/// The shipped model; a test holds that it can be read and fits.
static MODEL: LazyLock<Option<Shipped>> = LazyLock::new(|| {
    let read = serde_json::from_str(seed_data::linkage_model());
    read.inspect_err(
        |error| tracing::error!(%error, "the model of linkage cannot be read: nobody is compared"),
    )
    .ok()
});

/// Why nobody could be looked at.
#[derive(Debug, thiserror::Error)]
pub enum LookError {
    /// The database refused.
    #[error("people who may be registered twice could not be looked for")]
    Database(#[from] DbErr),
    /// A record has too many fields.
    #[error(transparent)]
    Fields(#[from] TooManyFields),
}

/// The model by which pairs are weighed, and of how many records it is.
pub fn model() -> Option<(&'static Model, u64)> {
    MODEL.as_ref().map(|Shipped { records, model }| (model, *records))
}

/// One turn: whoever changed since the last one is looked at, and everybody where that is not known. Returns how many
/// cases were opened.
pub async fn look(
    (database, book): (&Database, &ReferenceBook),
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<usize, LookError> {
    let (reader, here) = (database.reader(), outbox::horizon(database.reader()).await?);
    let position = settings::read(reader, settings::TWINS_POSITION).await?;
    let position = position.and_then(|text| text.parse().ok()).map(Position);
    let floor = outbox::floor(reader).await?;
    let site = &mut Site { database, book, many: None };
    let Some(from) = position.filter(|from| *from >= floor && *from <= here) else {
        begin_again(database, here).await?;
        return walk(site, (base_url, at)).await;
    };
    let mut opened = walk(site, (base_url, at)).await?;
    let changed = outbox::read(reader, Subject::Person, from, here).await?;
    if changed.len() > A_TURN {
        begin_again(database, here).await?;
        return Ok(opened);
    }
    let changed: Vec<PersonId> = changed.into_iter().map(PersonId::from).collect();
    for some in changed.chunks(AT_ONCE) {
        opened += look_for_twins(site, some, (base_url, at)).await?;
    }
    if from != here {
        let transaction = database.begin().await?;
        settings::write(&transaction, settings::TWINS_POSITION, &here.0.to_string()).await?;
        transaction.commit().await?;
    }
    Ok(opened)
}

async fn begin_again(database: &Database, here: Position) -> Result<(), DbErr> {
    let transaction = database.begin().await?;
    settings::write(&transaction, settings::TWINS_POSITION, &here.0.to_string()).await?;
    settings::write(&transaction, settings::TWINS_WALKED, "").await?;
    transaction.commit().await
}

/// Where a turn looks, and whom it has read already.
struct Site<'a> {
    database: &'a Database,
    book: &'a ReferenceBook,
    /// Those among whom it is counted how common a name is, read once in a turn, and only where somebody is compared.
    many: Option<Vec<Told>>,
}

impl Site<'_> {
    async fn many(&mut self) -> Result<&[Told], DbErr> {
        if self.many.is_none() {
            self.many = Some(twins::told_after(self.database.reader(), self.book, None, COUNTED).await?);
        }
        Ok(self.many.as_deref().unwrap_or_default())
    }
}

/// Looks at the next of everybody, where everybody is to be looked at.
async fn walk(site: &mut Site<'_>, (base_url, at): (&str, DateTime<Utc>)) -> Result<usize, LookError> {
    let (database, book) = (site.database, site.book);
    let mut opened = 0;
    for _ in 0..A_TURN / AT_ONCE {
        let Some(walked) = settings::read(database.reader(), settings::TWINS_WALKED).await? else { break };
        let after: Option<PersonId> = walked.parse().ok();
        let page = twins::told_after(database.reader(), book, after, AT_ONCE as u64).await?;
        let ids: Vec<PersonId> = page.iter().map(Told::id).collect();
        opened += look_for_twins(site, &ids, (base_url, at)).await?;
        let transaction = database.begin().await?;
        match ids.last() {
            Some(last) => settings::write(&transaction, settings::TWINS_WALKED, &last.to_string()).await?,
            None => settings::forget(&transaction, settings::TWINS_WALKED).await?,
        }
        transaction.commit().await?;
    }
    Ok(opened)
}

/// Looks for records that may be of the same person as one of `people`, and opens cases; returns how many. While it
/// weighs nothing is held that others wait for.
async fn look_for_twins(
    site: &mut Site<'_>,
    people: &[PersonId],
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<usize, LookError> {
    if people.is_empty() {
        return Ok(0);
    }
    let transaction = site.database.begin().await?;
    locks::wait_for(&transaction, "twins").await?;
    let looked = twins::told(&transaction, site.book, people).await?;
    let keys = keys_of(&transaction, &looked).await?;
    store::replace_keys(&transaction, people, &keys).await?;
    transaction.commit().await?;
    let pairs = pairs(site.database.reader(), &keys).await?;
    if pairs.is_empty() {
        return Ok(0);
    }
    let (database, book) = (site.database, site.book);
    let openings = weighed(database.reader(), (book, site.many().await?), &pairs, false).await?;
    if openings.is_empty() {
        return Ok(0);
    }
    let transaction = site.database.begin().await?;
    let mut opened = 0;
    for opening in openings {
        opened += usize::from(open_case(&transaction, opening, (base_url, at)).await?.is_some());
    }
    transaction.commit().await?;
    Ok(opened)
}

/// Keys of people, those of their documents among them.
async fn keys_of(
    transaction: &DatabaseTransaction,
    looked: &[Told],
) -> Result<Vec<(PersonId, Vec<String>)>, DbErr> {
    let ids: Vec<PersonId> = looked.iter().map(Told::id).collect();
    let mut keys: Vec<(PersonId, Vec<String>)> = looked.iter().map(|told| (told.id(), told.keys())).collect();
    for (person, kind, digest) in store::digests_of(transaction, &ids).await? {
        if let Ok(at) = keys.binary_search_by_key(&person, |(id, _)| *id)
            && let Some((_, keys)) = keys.get_mut(at)
        {
            keys.push(format!("document {} {digest}", kind.to_value()));
        }
    }
    Ok(keys)
}

/// Pairs that share a key with one of those who are looked at.
async fn pairs(
    connection: &impl ConnectionTrait,
    keys: &[(PersonId, Vec<String>)],
) -> Result<BTreeSet<(PersonId, PersonId)>, DbErr> {
    let all: BTreeSet<String> = keys.iter().flat_map(|(_, keys)| keys.iter().cloned()).collect();
    let all: Vec<String> = all.into_iter().collect();
    let meeting = store::meeting(connection, &all, MOST_SHARING).await?;
    let mut pairs = BTreeSet::new();
    for (person, keys) in keys {
        let others = keys.iter().filter_map(|key| meeting.get(key)).flatten();
        pairs.extend(
            others.filter(|other| *other != person).map(|other| (*person.min(other), *person.max(other))),
        );
    }
    Ok(pairs)
}

/// Those of the pairs about which somebody has to be asked, beside `many` among whom it is counted how common a name is; all
/// of the pairs where an owner says so.
pub(super) async fn weighed(
    connection: &impl ConnectionTrait,
    (book, many): (&ReferenceBook, &[Told]),
    pairs: &BTreeSet<(PersonId, PersonId)>,
    claimed: bool,
) -> Result<Vec<Opening>, LookError> {
    let Some((model, of)) = model().filter(|_| !pairs.is_empty()) else { return Ok(Vec::new()) };
    let ids: BTreeSet<PersonId> = pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
    let ids: Vec<PersonId> = ids.into_iter().collect();
    let told = twins::told(connection, book, &ids).await?;
    let mut registry = Registry::new()?;
    many.iter().chain(&told).for_each(|told| told.add_to(&mut registry));
    let first = u32::try_from(many.len()).unwrap_or(u32::MAX);
    let at: HashMap<PersonId, u32> = told.iter().map(Told::id).zip(first..).collect();
    let people = twins::count(connection).await?;
    let Some(scale) = Scale::new(registry.records(), model, (of, people), many.len()) else {
        return Ok(Vec::new());
    };
    let papers = store::papers_of_people(connection, &ids).await?;
    let papers = |person: PersonId| -> Vec<_> {
        papers.iter().filter(|held| held.person == person).cloned().collect()
    };
    let owned: BTreeSet<PersonId> =
        store::accounts(connection, &ids).await?.into_iter().map(|(person, _)| person).collect();
    let mut openings = Vec::new();
    for (one, other) in pairs {
        let Some((first, second)) = at.get(one).zip(at.get(other)) else { continue };
        let why = scale.explain(*first, *second);
        let shared = store::shared(&papers(*one), &papers(*other));
        let says = Says::from(&why);
        let by_weight = Thresholds::SHIPPED.outcome(why.weight) != Outcome::Different;
        if !claimed && !by_weight && !points(&shared, &says) {
            continue;
        }
        let origin = match (shared.is_empty(), owned.contains(one) || owned.contains(other)) {
            (false, _) => Source::Document,
            (true, true) => Source::Registration,
            (true, false) => Source::Import,
        };
        let says = if shared.is_empty() { says } else { says.with_document() };
        openings.push(Opening { pair: (*one, *other), weight: why.weight, says, origin });
    }
    Ok(openings)
}

/// Whether shared numbers point to one person: one that is a single person's does; a household has many members, so that
/// the given name has to be alike as well.
fn points(shared: &[IdKind], says: &Says) -> bool {
    let alike = |said: &Said| said.level >= Level::Near;
    let named_alike = says.of(Spoken::Given).is_some_and(alike);
    shared.iter().any(|kind| Formats::shipped().is_of_one(*kind) || named_alike)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_model_can_be_read_and_weighs_the_fields_of_people() {
        let (model, of) = model().expect("a model");
        let registry = Registry::new().unwrap();
        assert!(Scale::new(registry.records(), model, (of, of), 0).is_some());
        let expected = model.matches * (of * (of - 1) / 2) as f64;
        assert!((100.0..300.0).contains(&expected), "of 150 people registered twice: {expected}");
    }

    #[test]
    fn members_of_a_household_are_told_apart_by_their_names() {
        let says = |level| Says(vec![Said { field: Spoken::Given, level, bits: 1.0 }]);
        assert!(points(&[IdKind::Passport], &says(Level::Different)));
        assert!(points(&[IdKind::HouseholdBook], &says(Level::VeryNear)));
        assert!(!points(&[IdKind::HouseholdBook], &says(Level::Hint)));
        assert!(!points(&[IdKind::HouseholdBook], &Says::default()) && !points(&[], &says(Level::Exact)));
    }
}
