//! All openings, ready to be ranked for one person.

mod hot;
mod kinds;
mod offers;
mod outline;
mod outlook;
mod question;
mod record;
mod tiles;
mod view;

use std::fmt;
use std::io::{self, Write};

use super::dispatch::Width;
use super::memory::{Bytes, DamagedColumns};
use super::table::Records;
use super::tiers::Tiers;
use super::visit::{Best, best};
#[cfg(test)]
use super::visit::{Promise, promise_all};
use crate::explain::judge;
use crate::formula::{Demand, Person};
use crate::{Opening, Profile, Ranking, Score};
use question::Asked;
pub(super) use record::read;
pub(super) use view::OpeningsKind;

/// All openings, in columns that one person is ranked against. A clone shares them and costs next to nothing.
#[derive(Clone, Default)]
pub struct Openings {
    tiers: Tiers<OpeningsKind>,
}

/// Openings being taken in, one after the other.
#[derive(Default)]
pub struct OpeningsBuilder {
    records: Records,
}

impl OpeningsBuilder {
    /// Takes an opening in; of two with one id the later counts.
    pub fn push(&mut self, opening: &Opening) {
        self.records.push(opening.id, |to| record::write(to, &Demand::from(opening)));
    }

    /// All that were taken in.
    pub fn finish(self) -> Openings {
        Openings { tiers: Tiers::of(self.records) }
    }
}

impl Openings {
    /// From openings; of two with one id the later counts.
    pub fn build(openings: impl Iterator<Item = Opening>) -> Self {
        let mut builder = Self::builder();
        openings.for_each(|opening| builder.push(&opening));
        builder.finish()
    }

    /// For taking openings in without holding them all.
    pub fn builder() -> OpeningsBuilder {
        OpeningsBuilder::default()
    }

    /// Adds openings or replaces those with the same ids, and takes openings out; an id that is both put and
    /// gone is put. Readers of a clone see nothing of it.
    pub fn apply(&mut self, put: &[Opening], gone: &[u128]) {
        let mut builder = Self::builder();
        for opening in put {
            builder.push(opening);
        }
        self.tiers.apply(builder.records, gone);
    }

    /// Writes all as one table, for [`Openings::open`].
    pub fn save(&self, to: &mut dyn Write) -> io::Result<()> {
        self.tiers.save(to)
    }

    /// The openings that were saved. The bytes are used where they are, and may be a map of a file.
    ///
    /// # Errors
    /// [`DamagedColumns`] where the bytes are not what this version of the program saves.
    pub fn open(bytes: Bytes) -> Result<Self, DamagedColumns> {
        Ok(Self { tiers: Tiers::open(bytes)? })
    }

    /// How many openings there are.
    pub fn len(&self) -> usize {
        self.tiers.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The best `limit` openings for a person, exactly: by [`crate::score`] over all, those with a condition
    /// that the person is known to fail behind all others, ties by the lower id.
    pub fn rank(&self, profile: &Profile, limit: usize) -> Ranking {
        let person = Person::from(profile);
        let mut asked = Asked::new(self.tiers.as_slice(), person, Width::detected());
        let Best { rows, scored, blocks, visited } = best(&mut asked, limit);
        let judged = rows.into_iter().filter_map(|((_, id), row)| {
            let demand = asked.demand(row)?;
            Some(judge(id, &person, demand))
        });
        Ranking {
            matches: judged.collect(),
            scanned: self.len(),
            exact: scored,
            blocks,
            blocks_visited: visited,
        }
    }

    /// The same openings in the same order, without reasons.
    pub fn best(&self, profile: &Profile, limit: usize) -> Vec<(u128, Score)> {
        let found =
            best(&mut Asked::new(self.tiers.as_slice(), Person::from(profile), Width::detected()), limit);
        found.rows.into_iter().map(|((standing, id), _)| (id, standing.0.score())).collect()
    }

    /// The tables.
    pub(super) fn tiers(&self) -> &Tiers<OpeningsKind> {
        &self.tiers
    }

    /// Every row with what its entries were promised at most, and its exact standing.
    #[cfg(test)]
    pub(crate) fn promises(&self, profile: &Profile, wide: bool) -> Vec<Promise> {
        let mut asked = Asked::new(self.tiers.as_slice(), Person::from(profile), Width::chosen(wide));
        promise_all(&mut asked)
    }
}

impl fmt::Debug for Openings {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Openings").field("len", &self.len()).finish_non_exhaustive()
    }
}
