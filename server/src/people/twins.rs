//! What has to be known of a few people to find out whether they are registered twice, and what they share with whom.

use super::duplicates::{unit_group, who};
use super::registry::{Registry, Who, digits, sounds, spoken};
use super::store::{self, Registered};
use crate::ids::PersonId;
use crate::reference::ReferenceBook;
use matching::linkage::PartialDate;
use sea_orm::{ConnectionTrait, DbErr};

/// A person as told apart from others.
#[derive(Clone, Debug)]
pub struct Told {
    row: Registered,
    occupation: Option<u32>,
    languages: String,
}

/// The people `ids` that stand for themselves, ordered by id.
pub async fn told(
    connection: &impl ConnectionTrait,
    book: &ReferenceBook,
    ids: &[PersonId],
) -> Result<Vec<Told>, DbErr> {
    let rows = store::identities_of(connection, ids).await?;
    complete(connection, book, rows).await
}

/// A page of all people after `after`, ordered by id.
pub async fn told_after(
    connection: &impl ConnectionTrait,
    book: &ReferenceBook,
    after: Option<PersonId>,
    limit: u64,
) -> Result<Vec<Told>, DbErr> {
    let rows = store::identities_after(connection, after, limit).await?;
    complete(connection, book, rows).await
}

/// How many people there are.
pub async fn count(connection: &impl ConnectionTrait) -> Result<u64, DbErr> {
    store::count(connection).await
}

async fn complete(
    connection: &impl ConnectionTrait,
    book: &ReferenceBook,
    rows: Vec<Registered>,
) -> Result<Vec<Told>, DbErr> {
    let ids: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
    let worked = store::longest_worked_of(connection, &ids).await?;
    let told = rows.into_iter().map(|row| Told {
        occupation: worked.get(&row.id).and_then(|key| unit_group(book, *key)),
        languages: spoken(row.languages.0.iter().map(|spoken| spoken.language.as_str())),
        row,
    });
    Ok(told.collect())
}

impl Told {
    /// Key.
    pub fn id(&self) -> PersonId {
        self.row.id
    }

    fn who(&self) -> Who<'_> {
        who(&self.row, self.occupation, &self.languages)
    }

    /// Adds the person to a register that is to be compared.
    pub fn add_to(&self, registry: &mut Registry) {
        registry.add(self.row.id.as_u128(), &self.who());
    }

    /// Keys: people who share one are worth comparing.
    pub fn keys(&self) -> Vec<String> {
        keys(&self.who())
    }
}

/// Keys by which people meet: how both names sound in either order, one name with the year of birth, the whole birth
/// date, the phone.
fn keys(who: &Who<'_>) -> Vec<String> {
    let [given, family] = sounds(who);
    let mut keys = Vec::new();
    if let (Some(given), Some(family)) = (&given, &family) {
        let (first, second) = if given <= family { (given, family) } else { (family, given) };
        keys.push(format!("names {first} {second}"));
    }
    let year = who.birth.map(|birth| birth.parts().0);
    for sound in [&given, &family].into_iter().flatten() {
        keys.extend(year.map(|year| format!("born {year} {sound}")));
    }
    if let Some((year, Some(month), Some(day))) = who.birth.map(PartialDate::parts) {
        keys.push(format!("day {year}-{month}-{day}"));
    }
    let phone = who.phone.map(digits).unwrap_or_default();
    if !phone.is_empty() {
        keys.push(format!("phone {phone}"));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(one: &Who<'_>, other: &Who<'_>) -> usize {
        let others = keys(other);
        keys(one).iter().filter(|key| others.contains(key)).count()
    }

    #[test]
    fn another_spelling_another_order_or_the_same_phone_bring_people_together() {
        let born = PartialDate::new(1987, Some(3), Some(5));
        let lao = Who {
            given: Some("ສົມໄຊ"),
            family: Some("ແກ້ວວົງ"),
            birth: born,
            phone: Some("+856 20 5555 1234"),
            ..Who::default()
        };
        let latin = Who { latin: Some("Somxay Keovong"), birth: born, ..Who::default() };
        assert_eq!(shared(&lao, &latin), 4, "{:?} {:?}", keys(&lao), keys(&latin));
        let crossed =
            Who { given: Some("ແກ້ວວົງ"), family: Some("ສົມໄຊ"), ..Who::default() };
        assert_eq!(shared(&lao, &crossed), 1);
        let phone = Who { given: Some("ຄຳ"), phone: Some("020 5555-1234"), ..Who::default() };
        assert_eq!(shared(&lao, &phone), 1);
        assert_eq!(shared(&lao, &Who { given: Some("ຄຳ"), ..Who::default() }), 0);
        assert!(keys(&Who::default()).is_empty());
    }
}
