//! Who may be ranked for whom? What decides that of each person, beside the columns and from the same tables: whether the
//! profile is shown, and where its owner lives.
//!
//! Some bytes a person, so that a ranking is held to those whom the asker may find before its end is cut off, without a
//! question to the database.

use crate::access::model::Area;
use crate::db::Database;
use crate::ids::PersonId;
use crate::people::model::Visibility;
use crate::people::store::{self as people, Whereabout};
use sea_orm::DbErr;
use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::num::NonZeroI32;
use std::sync::{PoisonError, RwLock};

/// Rows read with one query.
const PAGE: u64 = 10_000;

/// Whom somebody may find in a ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Among {
    /// Everybody.
    Everybody,
    /// Whoever shows the profile.
    Shown,
    /// Whoever lives in one of these areas.
    Within(BTreeSet<Area>),
}

/// What is known of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Known {
    shown: bool,
    province: Option<NonZeroI32>,
    district: Option<NonZeroI32>,
}

/// Keys are made at random, by this platform alone: their own bits are hash enough, and a ranking asks for many.
#[derive(Debug, Default)]
struct OwnBits(u64);

impl Hasher for OwnBits {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let word = part.iter().fold(0, |word: u64, byte| word << 8 | u64::from(*byte));
            self.0 = self.0.rotate_left(23) ^ word;
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

type Everybody = HashMap<[u8; 16], Known, BuildHasherDefault<OwnBits>>;

/// The same of all; nothing before it was read.
#[derive(Debug, Default)]
pub(super) struct Whereabouts(RwLock<Option<Everybody>>);

impl Among {
    fn holds(&self, known: Known) -> bool {
        match self {
            Self::Everybody => true,
            Self::Shown => known.shown,
            Self::Within(areas) => {
                let (province, district) = (known.province.map(i32::from), known.district.map(i32::from));
                areas.iter().any(|area| area.holds(province, district))
            }
        }
    }
}

impl From<&Whereabout> for Known {
    fn from(row: &Whereabout) -> Self {
        let Whereabout { id: _, visibility, province_id, district_id } = row;
        let place = |id: &Option<i32>| id.and_then(NonZeroI32::new);
        let shown = *visibility != Visibility::Hidden;
        Self { shown, province: place(province_id), district: place(district_id) }
    }
}

impl Whereabouts {
    /// Whether everybody was read.
    pub(super) fn are_read(&self) -> bool {
        self.0.read().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// Reads everybody, unless that was done.
    pub(super) async fn fill(&self, database: &Database) -> Result<(), DbErr> {
        if self.are_read() {
            return Ok(());
        }
        let (mut all, mut after) = (Everybody::default(), None);
        loop {
            let rows = people::whereabouts_after(database.reader(), after, PAGE).await?;
            let Some(last) = rows.last() else { break };
            after = Some(last.id);
            all.extend(rows.iter().map(|row| (row.id.as_u128().to_ne_bytes(), Known::from(row))));
        }
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(all);
        Ok(())
    }

    /// Takes over what changed: those of `keys` that are not among `rows` are gone.
    pub(super) fn apply(&self, keys: &[PersonId], rows: &[Whereabout]) {
        let mut held = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let Some(all) = held.as_mut() else { return };
        for key in keys {
            all.remove(&key.as_u128().to_ne_bytes());
        }
        all.extend(rows.iter().map(|row| (row.id.as_u128().to_ne_bytes(), Known::from(row))));
    }

    /// Forgets everybody.
    pub(super) fn forget(&self) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Asks a question that looks at nobody but `among`; where nobody was read yet, that is nobody.
    pub(super) fn ask<T>(&self, among: &Among, question: impl FnOnce(&dyn Fn(u128) -> bool) -> T) -> T {
        if *among == Among::Everybody {
            return question(&|_| true);
        }
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let known = |id: u128| held.as_ref()?.get(&id.to_ne_bytes()).copied();
        question(&|id| known(id).is_some_and(|known| among.holds(known)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Utc};

    fn row(visibility: Visibility, province_id: i32, district_id: i32) -> Whereabout {
        let id = PersonId::new(DateTime::<Utc>::UNIX_EPOCH);
        Whereabout { id, visibility, province_id: Some(province_id), district_id: Some(district_id) }
    }

    #[test]
    fn nobody_is_looked_at_before_everybody_was_read_and_then_those_alone_who_may_be_found() {
        let whereabouts = Whereabouts::default();
        let rows = [row(Visibility::Hidden, 13, 1301), row(Visibility::Anonymous, 1, 101)];
        let ids = rows.clone().map(|row| row.id.as_u128());
        let seen = |among: &Among| whereabouts.ask(among, |among| ids.map(among));
        assert_eq!(seen(&Among::Shown), [false, false]);
        assert_eq!(seen(&Among::Everybody), [true, true]);
        *whereabouts.0.write().unwrap() = Some(Everybody::default());
        whereabouts.apply(&rows.clone().map(|row| row.id), &rows);
        assert_eq!(seen(&Among::Shown), [false, true]);
        assert_eq!(seen(&Among::Within([Area::Province(13)].into())), [true, false]);
        assert_eq!(seen(&Among::Within(BTreeSet::new())), [false, false]);
        whereabouts.apply(&[rows[1].id], &[]);
        assert_eq!(seen(&Among::Shown), [false, false], "whoever is gone is found no more");
    }
}
