//! The highest total exactly, where caps nest: people flow through the caps as through a tree.
#![expect(clippy::indexing_slicing, reason = "nodes of the network are numbered here")]

use super::Allocation;
use super::bound::Prices;
use super::case::Case;
use super::fill::fill;
use super::flow::{FAR, Network};
use super::nesting::{Nested, covers_all_openings};

const SOURCE: u32 = 0;
const SINK: u32 = 1;
/// Nodes before the first person.
const ENDS: usize = 2;

/// The allocation of the highest total with its prices; none where caps cross.
pub(super) fn solve(case: &Case) -> Option<Allocation> {
    let openings = case.openings();
    let on_the_way_in = |cap: u32| covers_all_openings(&case.caps, openings, cap);
    let before = Nested::of(&case.caps, on_the_way_in)?;
    let behind = Nested::of(&case.caps, |cap| !on_the_way_in(cap))?;
    let people = case.people();
    let node_of = |cap: u32| (ENDS + people) as u32 + cap;
    let dearest =
        (0..people as u32).flat_map(|person| case.row(person).1).copied().max().unwrap_or(0).cast_signed();
    let mut network = Network::new(ENDS + people + case.caps.most.len());
    let inside = |nested: &Nested, cell: usize| {
        let over = case.caps.over(cell).iter().copied();
        let members = over.filter(|cap| nested.counts[*cap as usize]);
        members.min_by_key(|cap| (case.caps.under(*cap).len(), *cap))
    };
    for cap in &before.caps {
        let from = before.around[*cap as usize].map_or(SOURCE, node_of);
        network.connect(from, node_of(*cap), case.caps.most[*cap as usize], 0);
    }
    let smallest: Vec<Option<u32>> = (0..case.caps.cell_count()).map(|cell| inside(&behind, cell)).collect();
    let mut pairs = Vec::with_capacity(case.pairs());
    for person in 0..people as u32 {
        let node = ENDS as u32 + person;
        let way_in = if openings == 0 { None } else { inside(&before, case.caps.first_cell(person)) };
        network.connect(way_in.map_or(SOURCE, node_of), node, 1, 0);
        for (opening, score) in case.choices(person) {
            let cap = smallest[case.caps.cell(person, opening)]?;
            pairs.push((
                network.connect(node, node_of(cap), 1, dearest - score.cast_signed()),
                person,
                opening,
            ));
        }
    }
    for cap in &behind.caps {
        let to = behind.around[*cap as usize].map_or(SINK, node_of);
        network.connect(node_of(*cap), to, case.caps.most[*cap as usize], 0);
    }
    network.send(SOURCE, SINK, dearest);
    let mut placed = vec![None; people];
    for (arc, person, opening) in pairs {
        if network.flow(arc) > 0 {
            placed[person as usize] = Some(opening);
        }
    }
    let first_cap = (ENDS + people) as u32;
    let behind_node =
        |node: u32| node == SINK || node >= first_cap && behind.counts[(node - first_cap) as usize];
    let costs = network.costs_from(&[SOURCE, SINK], dearest, behind_node);
    let prices = prices(case, &costs, (&before, &behind), node_of);
    // Scores of 0 add nothing, but a free seat serves somebody.
    fill(case, &mut placed);
    let bound = prices.bound(case);
    Some(Allocation::of(case, placed, (bound, &prices)))
}

/// The price of each cap: how much cheaper the far side of it is reached than the near side.
fn prices(
    case: &Case,
    costs: &[i64],
    (before, behind): (&Nested, &Nested),
    node_of: impl Fn(u32) -> u32,
) -> Prices {
    let cost = |node: u32| costs[node as usize];
    let mut prices = Prices::none(case);
    for cap in &behind.caps {
        let to = behind.around[*cap as usize].map_or(SINK, &node_of);
        prices.change(case, *cap, (cost(to) - cost(node_of(*cap))).max(0));
    }
    let mut unreached = Vec::new();
    for cap in &before.caps {
        let from = before.around[*cap as usize].map_or(SOURCE, &node_of);
        match cost(node_of(*cap)) {
            FAR => unreached.push(*cap),
            here => prices.change(case, *cap, (here - cost(from)).max(0)),
        }
    }
    // Behind a cap of 0 nothing is reached: its price follows from all others, and makes up for those inside.
    let closed = unreached.into_iter().filter(|cap| case.caps.most[*cap as usize] == 0);
    closed.for_each(|cap| prices.settle(case, cap));
    prices
}
