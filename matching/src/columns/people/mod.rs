//! All people, ready to be ranked for one opening.

mod denied;
mod hot;
mod outline;
mod outlook;
mod question;
mod record;
mod terms;
mod tiles;
mod view;
mod wants;

use std::fmt;
use std::io::{self, Write};

use super::dispatch::Width;
use super::memory::{Bytes, DamagedColumns};
use super::table::Records;
use super::tiers::Tiers;
use super::visit::{Best, add_up, best};
#[cfg(test)]
use super::visit::{Promise, promise_all};
use crate::explain::judge;
use crate::formula::{Demand, Person};
use crate::{Opening, Profile, Ranking, Score};
use question::Asked;
use view::PeopleKind;

pub(super) use hot::{NOWHERE, WISH_UNIT, hundredths};
pub(super) use wants::{KM_PER_HUNDREDTH, ROUNDED_KM};

/// All people, in columns that one opening is ranked against. A clone shares them and costs next to nothing.
#[derive(Clone, Default)]
pub struct People {
    tiers: Tiers<PeopleKind>,
}

/// People being taken in, one after the other.
#[derive(Default)]
pub struct PeopleBuilder {
    records: Records,
}

impl PeopleBuilder {
    /// Takes a person in; of two with one id the later counts.
    pub fn push(&mut self, profile: &Profile) {
        self.records.push(profile.id, |to| record::write(to, &Person::from(profile)));
    }

    /// Everybody who was taken in.
    pub fn finish(self) -> People {
        People { tiers: Tiers::of(self.records) }
    }
}

impl People {
    /// From profiles; of two with one id the later counts.
    pub fn build(profiles: impl Iterator<Item = Profile>) -> Self {
        let mut builder = Self::builder();
        profiles.for_each(|profile| builder.push(&profile));
        builder.finish()
    }

    /// For taking people in without holding their profiles.
    pub fn builder() -> PeopleBuilder {
        PeopleBuilder::default()
    }

    /// Adds people or replaces those with the same ids, and takes people out; an id that is both put and gone
    /// is put. Readers of a clone see nothing of it.
    pub fn apply(&mut self, put: &[Profile], gone: &[u128]) {
        let mut builder = Self::builder();
        for profile in put {
            builder.push(profile);
        }
        self.tiers.apply(builder.records, gone);
    }

    /// Writes everybody as one table, for [`People::open`].
    pub fn save(&self, to: &mut dyn Write) -> io::Result<()> {
        self.tiers.save(to)
    }

    /// The people that were saved. The bytes are used where they are, and may be a map of a file.
    ///
    /// # Errors
    /// [`DamagedColumns`] where the bytes are not what this version of the program saves.
    pub fn open(bytes: Bytes) -> Result<Self, DamagedColumns> {
        Ok(Self { tiers: Tiers::open(bytes)? })
    }

    /// How far the largest table alone is from the present: rows outside it, and rows inside that are no more.
    #[cfg(test)]
    pub(crate) fn unsaved(&self) -> usize {
        self.tiers.unsaved()
    }

    /// How many people there are.
    pub fn len(&self) -> usize {
        self.tiers.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The best `limit` people for an opening, exactly: by [`crate::score`] over everybody, those who are
    /// known to fail a condition behind all others, ties by the lower id.
    pub fn rank(&self, opening: &Opening, limit: usize) -> Ranking {
        self.rank_among(opening, limit, &|_| true)
    }

    /// The same of those whose ids are `among` these: as by [`People::rank`] if nobody else were there. How many others
    /// there are can be told from nothing but `scanned`, which counts everybody.
    pub fn rank_among(&self, opening: &Opening, limit: usize, among: &dyn Fn(u128) -> bool) -> Ranking {
        let demand = Demand::from(opening);
        let mut asked = Asked::new(self.tiers.as_slice(), &demand, Width::detected()).among(among);
        let Best { rows, scored, blocks, visited } = best(&mut asked, limit);
        let judged = rows.into_iter().filter_map(|((_, id), row)| {
            let person = asked.person(row)?;
            Some(judge(id, &person, &demand))
        });
        Ranking {
            matches: judged.collect(),
            scanned: self.len(),
            exact: scored,
            blocks,
            blocks_visited: visited,
        }
    }

    /// How many of those `among` these reach a score without being known to fail a condition; counted up to `most`.
    pub fn fitting_among(
        &self,
        opening: &Opening,
        (from, most): (Score, usize),
        among: &dyn Fn(u128) -> bool,
    ) -> usize {
        let demand = Demand::from(opening);
        let mut asked = Asked::new(self.tiers.as_slice(), &demand, Width::detected()).among(among);
        let rows = best(&mut asked, most).rows;
        rows.iter().filter(|((standing, _), _)| standing.0.is_fit() && standing.0.score() >= from).count()
    }

    /// The people of [`People::rank`] in the same order, without reasons.
    pub fn best(&self, opening: &Opening, limit: usize) -> Vec<(u128, Score)> {
        self.best_for(&Demand::from(opening), limit, Width::detected())
    }

    /// Looks into every block, whatever its bound, and adds up all bounds: what the search would cost if no
    /// block could be left out, with the loops for this processor or those for any. For benches.
    #[doc(hidden)]
    pub fn scan(&self, opening: &Opening, wide: bool) -> u64 {
        let demand = Demand::from(opening);
        let mut asked = Asked::new(self.tiers.as_slice(), &demand, Width::chosen(wide));
        add_up(&mut asked)
    }

    /// The same for an opening as the formula reads one.
    pub(super) fn best_for(&self, demand: &Demand, limit: usize, width: Width) -> Vec<(u128, Score)> {
        let found = best(&mut Asked::new(self.tiers.as_slice(), demand, width), limit);
        found.rows.into_iter().map(|((standing, id), _)| (id, standing.0.score())).collect()
    }

    /// Of the same people those who are not known to fail a condition.
    pub(super) fn fitting_for(&self, demand: &Demand, limit: usize, width: Width) -> Vec<(u128, Score)> {
        let found = best(&mut Asked::new(self.tiers.as_slice(), demand, width), limit);
        let fitting = found.rows.into_iter().filter(|((standing, _), _)| standing.0.is_fit());
        fitting.map(|((standing, id), _)| (id, standing.0.score())).collect()
    }

    /// Every row with what its entries were promised at most, and its exact standing.
    #[cfg(test)]
    pub(crate) fn promises(&self, opening: &Opening, wide: bool) -> Vec<Promise> {
        let demand = Demand::from(opening);
        let mut asked = Asked::new(self.tiers.as_slice(), &demand, Width::chosen(wide));
        promise_all(&mut asked)
    }

    /// The best with the twin of the loops that is asked for.
    #[cfg(test)]
    pub(crate) fn best_by(&self, opening: &Opening, limit: usize, wide: bool) -> Vec<(u128, Score)> {
        self.best_for(&Demand::from(opening), limit, Width::chosen(wide))
    }
}

impl fmt::Debug for People {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("People").field("len", &self.len()).finish_non_exhaustive()
    }
}
