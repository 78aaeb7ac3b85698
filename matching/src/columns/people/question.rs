//! One opening asked of all people.

use super::denied;
use super::outlook::Outlook;
use super::record::Held;
use super::terms::{Of, Term, terms};
use super::tiles::Facts;
use super::view::{PeopleKind, View};
use super::wants::Wants;
use crate::columns::dispatch::Width;
use crate::columns::table::postings::Blocks;
use crate::columns::table::{BLOCK, Frame};
use crate::columns::tiers::Tier;
use crate::columns::tile::{Failing, Listed, Points, Stand, standing};
use crate::columns::visit::{Question, Standings};
use crate::conditions;
use crate::formula::{Demand, Person, parts};
use crate::rank::Standing;

/// An opening, and where all tables name what it wants.
pub(super) struct Asked<'t, 'd> {
    demand: &'d Demand,
    /// Who is looked at; everybody else is as if not there.
    among: Among<'d>,
    wants: Wants,
    terms: Vec<Term>,
    width: Width,
    tables: Vec<InTable<'t>>,
    held: Held,
    points: Points,
    listed: Listed,
    failing: Failing,
}

/// What was found out about one table.
struct InTable<'t> {
    tier: &'t Tier<PeopleKind>,
    view: View<'t>,
    /// For each term, where it is named.
    named: Vec<Blocks<'t>>,
    /// For each block what its lists bring at most.
    listed: Vec<u16>,
    /// For each term and block the place of the block in the term's list. Other places mean that the term is
    /// not named there.
    places: Vec<u32>,
    /// Non-zero for each block in which everybody fails a condition; empty without conditions.
    failing: Vec<u8>,
}

/// Whether somebody is looked at, by the id.
pub(super) type Among<'d> = &'d dyn Fn(u128) -> bool;

impl<'t, 'd> Asked<'t, 'd> {
    pub(super) fn new(tiers: &'t [Tier<PeopleKind>], demand: &'d Demand, width: Width) -> Self {
        let terms = terms(demand);
        let tables = tiers.iter().map(|tier| InTable::new(tier, &terms, demand)).collect();
        Self {
            demand,
            among: &|_| true,
            wants: Wants::new(demand),
            terms,
            width,
            tables,
            held: Held::default(),
            points: [0.0; BLOCK],
            listed: [0; BLOCK],
            failing: [0; BLOCK],
        }
    }

    /// The same, of these people alone.
    pub(super) fn among(self, among: Among<'d>) -> Self {
        Self { among, ..self }
    }

    /// The person of a row, with the id.
    pub(super) fn person(&mut self, (table, row): (u32, u32)) -> Option<Person<'_>> {
        let frame = self.tables.get(table as usize)?.view.frame;
        Some(self.held.read(frame.exact.record(row)))
    }
}

impl<'t> InTable<'t> {
    fn new(tier: &'t Tier<PeopleKind>, terms: &[Term], demand: &Demand) -> Self {
        let view = View::new(tier.table());
        let blocks = view.frame.blocks();
        let named = terms.iter().map(|term| match term.of {
            Of::Skills => view.skills.of(term.key),
            Of::Languages => view.languages.of(term.key),
        });
        let failing =
            if demand.conditions.is_empty() { vec![] } else { denied::blocks(&view, &demand.conditions) };
        Self {
            tier,
            named: named.collect(),
            listed: vec![0; blocks],
            places: vec![0; blocks * terms.len()],
            failing,
            view,
        }
    }

    /// Adds to each block what its best grades bring, and notes where the block is in each term's list.
    fn list(&mut self, terms: &[Term]) {
        let blocks = self.listed.len();
        let places = self.places.chunks_exact_mut(blocks.max(1));
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

    /// Adds to each entry of a block what its grades bring.
    fn list_entries(&self, terms: &[Term], block: u32, listed: &mut Listed) {
        let places = self.places.iter().skip(block as usize).step_by(self.listed.len().max(1));
        for ((term, named), place) in terms.iter().zip(&self.named).zip(places) {
            let (rows, grades) = named.inside(*place, block);
            for (row, grade) in rows.iter().zip(grades) {
                let above = term.rows.get(usize::from(*grade)).copied().unwrap_or(0);
                if let Some(slot) = listed.get_mut(usize::from(*row)) {
                    *slot = slot.saturating_add(above);
                }
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
        let mut points = vec![0.0; table.listed.len()];
        let (groups, outline) = (table.view.frame.groups, table.view.outline);
        self.width.run(Outlook { wants: &self.wants, outline, groups, points: &mut points });
        let failing = table.failing.iter().copied().chain(std::iter::repeat(0));
        let blocks = points.iter().zip(&table.listed).zip(failing);
        bounds.extend(blocks.map(|((points, listed), failing)| standing(*points, *listed, failing)));
    }

    fn look_into(&mut self, table: usize, block: u32, worst: u16, entries: &mut Standings) -> bool {
        let Some(table) = self.tables.get(table) else { return false };
        let view = &table.view;
        let span = view.frame.span(block);
        let hot = view.hot.block(span);
        let slope = self.wants.slope(view.frame.groups.get(block as usize).copied().unwrap_or(0));
        let facts = Facts { wants: &self.wants, hot, slope, points: &mut self.points };
        let most = self.width.run(facts);
        let block_listed = table.listed.get(block as usize).copied().unwrap_or(0);
        if standing(most, block_listed, 0) < worst {
            return false;
        }
        self.listed = [0; BLOCK];
        table.list_entries(&self.terms, block, &mut self.listed);
        if !self.demand.conditions.is_empty() {
            denied::entries(view, &self.demand.conditions, block, &hot, &mut self.failing);
        }
        self.width.run(Stand {
            points: &self.points,
            listed: &self.listed,
            failing: &self.failing,
            length: span.1,
            worst,
            standings: entries,
        })
    }

    fn exact(&mut self, table: usize, row: u32) -> Option<Standing> {
        let table = self.tables.get(table)?;
        let id = table.view.frame.ids.get(row as usize)?;
        if table.tier.is_removed(row) || !(self.among)(*id) {
            return None;
        }
        let person = self.held.read(table.view.frame.exact.record(row));
        let fails = conditions::fails(&person, &self.demand.conditions);
        Some(Standing::new(parts(&person, self.demand).total(), fails))
    }
}
