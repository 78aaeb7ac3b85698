//! One person asked of all openings.

use super::offers::Offers;
use super::outlook::Outlook;
use super::record;
use super::tiles::{Facts, Skills};
use super::view::{OpeningsKind, View};
use crate::columns::dispatch::Width;
use crate::columns::grades;
use crate::columns::memory::varint::Reader;
use crate::columns::table::postings::{Blocks, Table, table};
use crate::columns::table::{BLOCK, Frame};
use crate::columns::tiers::Tier;
use crate::columns::tile::{Points, Stand, standing};
use crate::columns::visit::{Question, Standings};
use crate::formula::{Demand, Person, UNLISTED, languages, parts, skills};
use crate::rank::Standing;
use crate::{Condition, HeldSkill, Level, Parts, WantedLanguage, conditions};

/// A person, and where all tables want what the person holds.
pub(super) struct Asked<'t, 'p> {
    person: Person<'p>,
    offers: Offers<'p>,
    terms: Vec<Term>,
    width: Width,
    tables: Vec<InTable<'t>>,
    demand: Demand,
    points: Points,
    above: [u32; BLOCK],
    listed: [u16; BLOCK],
}

/// One skill that the person holds.
struct Term {
    key: u32,
    /// Weighted shares above an unlisted one, by how the opening wants it.
    rows: Table,
    /// Points above an unlisted one, by the part of all weight, rounded up.
    blocks: Table,
}

/// What was found out about one table.
struct InTable<'t> {
    tier: &'t Tier<OpeningsKind>,
    view: View<'t>,
    named: Vec<Blocks<'t>>,
    listed: Vec<u16>,
    places: Vec<u32>,
    /// For each list of languages its points, once known.
    spoken: Vec<Option<u16>>,
    /// For each list of conditions whether the person fails one, once known.
    failed: Vec<Option<bool>>,
}

const LEVELS: [Option<Level>; 5] =
    [None, Some(Level::Basic), Some(Level::Working), Some(Level::Skilled), Some(Level::Expert)];

fn terms(held: &[HeldSkill]) -> Vec<Term> {
    let mut by_skill: Vec<HeldSkill> = held.to_vec();
    by_skill.sort_unstable();
    by_skill.chunk_by(|one, next| one.skill == next.skill).filter_map(term).collect()
}

fn term(same: &[HeldSkill]) -> Option<Term> {
    let above = |wanted: Option<Level>| {
        let shares = same.iter().map(|one| skills::share(one.level, one.evidence, wanted));
        shares.max().unwrap_or(UNLISTED).saturating_sub(UNLISTED)
    };
    let rows = table(256, |grade| {
        let (level, essential) = grades::wanted(grade);
        let weight = if essential { skills::ESSENTIAL } else { skills::USEFUL };
        weight as u16 * above(level)
    });
    let most = u32::from(LEVELS.into_iter().map(above).max().unwrap_or(0));
    let full = u32::from(Parts::FULL.skills);
    let blocks = table(256, |part| (full * most * u32::from(part)).div_ceil(100 * 255) as u16);
    Some(Term { key: same.first()?.skill.0, rows, blocks })
}

impl<'t, 'p> Asked<'t, 'p> {
    pub(super) fn new(tiers: &'t [Tier<OpeningsKind>], person: Person<'p>, width: Width) -> Self {
        let terms = terms(person.skills);
        let tables = tiers.iter().map(|tier| InTable::new(tier, &terms)).collect();
        Self {
            offers: Offers::new(&person),
            person,
            terms,
            width,
            tables,
            demand: Demand::default(),
            points: [0.0; BLOCK],
            above: [0; BLOCK],
            listed: [0; BLOCK],
        }
    }

    /// The opening of a row.
    pub(super) fn demand(&mut self, (table, row): (u32, u32)) -> Option<&Demand> {
        let frame = self.tables.get(table as usize)?.view.frame;
        record::read(frame.exact.record(row), &mut self.demand);
        Some(&self.demand)
    }
}

impl<'t> InTable<'t> {
    fn new(tier: &'t Tier<OpeningsKind>, terms: &[Term]) -> Self {
        let view = View::new(tier.table());
        let blocks = view.frame.blocks();
        Self {
            tier,
            named: terms.iter().map(|term| view.skills.of(term.key)).collect(),
            listed: vec![0; blocks],
            places: vec![0; blocks * terms.len()],
            spoken: vec![None; view.spoken.len()],
            failed: vec![None; view.stated.len()],
            view,
        }
    }

    /// Adds to each block what its lists bring at most, and notes where the block is in each skill's list.
    fn list(&mut self, terms: &[Term]) {
        let places = self.places.chunks_exact_mut(self.listed.len().max(1));
        for ((term, named), places) in terms.iter().zip(&self.named).zip(places) {
            for ((block, best), place) in named.numbers.iter().zip(named.best).zip(0u32..) {
                let (Some(listed), Some(noted)) =
                    (self.listed.get_mut(*block as usize), places.get_mut(*block as usize))
                else {
                    continue;
                };
                let above = term.blocks.get(usize::from(*best)).copied().unwrap_or(0);
                *listed = listed.saturating_add(above);
                *noted = place;
            }
        }
    }

    /// Adds to each opening of a block what the held skills bring.
    fn list_entries(&self, terms: &[Term], block: u32, above: &mut [u32; BLOCK]) {
        let places = self.places.iter().skip(block as usize).step_by(self.listed.len().max(1));
        for ((term, named), place) in terms.iter().zip(&self.named).zip(places) {
            let (rows, grades) = named.inside(*place, block);
            for (row, grade) in rows.iter().zip(grades) {
                let more = term.rows.get(usize::from(*grade)).copied().unwrap_or(0);
                if let Some(slot) = above.get_mut(usize::from(*row)) {
                    *slot += u32::from(more);
                }
            }
        }
    }

    /// The points of languages of each opening of a block.
    fn speak(&mut self, person: &Person<'_>, (start, length): (usize, usize), points: &mut [u16; BLOCK]) {
        let numbers = self.view.spoken.of_rows.get(start..start + length).unwrap_or_default();
        for (slot, number) in points.iter_mut().zip(numbers) {
            let Some(known) = self.spoken.get_mut(*number as usize) else { continue };
            *slot = *known.get_or_insert_with(|| {
                let mut wanted: Vec<WantedLanguage> = Vec::new();
                record::read_languages(&mut Reader(self.view.spoken.list(*number)), &mut wanted);
                languages::points(person.languages, &wanted)
            });
        }
    }

    /// Takes back from those with a failed condition what fitting ones are worth.
    fn deny(
        &mut self,
        person: &Person<'_>,
        (start, length): (usize, usize),
        worst: u16,
        entries: &mut Standings,
    ) {
        let numbers = self.view.stated.of_rows.get(start..start + length).unwrap_or_default();
        for (slot, number) in entries.iter_mut().zip(numbers).filter(|(slot, _)| **slot >= worst) {
            let Some(known) = self.failed.get_mut(*number as usize) else { continue };
            let failed = *known.get_or_insert_with(|| {
                let mut stated: Vec<Condition> = Vec::new();
                record::read_conditions(&mut Reader(self.view.stated.list(*number)), &mut stated);
                conditions::fails(person, &stated)
            });
            if failed {
                *slot -= Standing::FIT;
            }
        }
    }
}

impl Question for Asked<'_, '_> {
    fn tables(&self) -> usize {
        self.tables.len()
    }

    fn frame(&self, table: usize) -> Option<&Frame<'_>> {
        self.tables.get(table).map(|table| &table.view.frame)
    }

    fn outlook(&mut self, table: usize, bounds: &mut Vec<u16>) {
        let Some(table) = self.tables.get_mut(table) else { return };
        table.list(&self.terms);
        let groups = table.view.frame.groups.chunk_by(|one, next| one == next);
        let occupations = groups.flat_map(|same| {
            let points = same.first().map_or(0.0, |group| self.offers.occupation(*group));
            std::iter::repeat_n(points, same.len())
        });
        let languages = f32::from(Parts::FULL.languages);
        let mut points: Vec<f32> = occupations.map(|points| points + languages).collect();
        self.width.run(Outlook { offers: &self.offers, outline: table.view.outline, points: &mut points });
        let most = Parts::FULL.skills - Parts::FULL.skills * UNLISTED / 100;
        let blocks = points.iter().zip(&table.listed);
        bounds.extend(blocks.map(|(points, listed)| standing(*points, (*listed).min(most), 0)));
    }

    fn look_into(&mut self, table: usize, block: u32, worst: u16, entries: &mut Standings) -> bool {
        let Some(table) = self.tables.get_mut(table) else { return false };
        let span = table.view.frame.span(block);
        let hot = table.view.hot.block(span);
        let group = table.view.frame.groups.get(block as usize).copied().unwrap_or(0);
        let base = self.offers.occupation(group);
        self.width.run(Facts { offers: &self.offers, hot, base, points: &mut self.points });
        self.above = [0; BLOCK];
        table.list_entries(&self.terms, block, &mut self.above);
        self.width.run(Skills { above: &self.above, weight: hot.weight, points: &mut self.points });
        table.speak(&self.person, span, &mut self.listed);
        let reached = self.width.run(Stand {
            points: &self.points,
            listed: &self.listed,
            failing: &[0; BLOCK],
            length: span.1,
            worst,
            standings: entries,
        });
        if reached {
            table.deny(&self.person, span, worst, entries);
        }
        reached
    }

    fn exact(&mut self, table: usize, row: u32) -> Option<Standing> {
        let table = self.tables.get(table)?;
        if table.tier.is_removed(row) {
            return None;
        }
        record::read(table.view.frame.exact.record(row), &mut self.demand);
        let fails = conditions::fails(&self.person, &self.demand.conditions);
        Some(Standing::new(parts(&self.person, &self.demand).total(), fails))
    }
}
