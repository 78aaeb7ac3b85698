//! Cheapest flow by successive cheapest paths with potentials (Edmonds and Karp 1972).
#![expect(clippy::indexing_slicing, reason = "nodes and arcs are numbered by the network itself")]

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// An arc; its twin in the other direction has the number with the last bit flipped.
#[derive(Clone, Copy)]
struct Arc {
    to: u32,
    room: u32,
    cost: i64,
    next: u32,
}

/// The end of a list of arcs.
const END: u32 = u32::MAX;
/// Further than any path.
pub(super) const FAR: i64 = i64::MAX / 4;

/// A network with capacities and costs of 0 or more.
pub(super) struct Network {
    first: Vec<u32>,
    arcs: Vec<Arc>,
    potential: Vec<i64>,
}

impl Network {
    pub(super) fn new(nodes: usize) -> Self {
        Self { first: vec![END; nodes], arcs: Vec::new(), potential: vec![0; nodes] }
    }

    /// Adds an arc and returns its number.
    pub(super) fn connect(&mut self, from: u32, to: u32, room: u32, cost: i64) -> usize {
        let number = self.arcs.len();
        for (from, to, room, cost) in [(from, to, room, cost), (to, from, 0, -cost)] {
            let next = std::mem::replace(&mut self.first[from as usize], self.arcs.len() as u32);
            self.arcs.push(Arc { to, room, cost, next });
        }
        number
    }

    /// What flows through an arc.
    pub(super) fn flow(&self, arc: usize) -> u32 {
        self.arcs[arc ^ 1].room
    }

    /// Sends one unit after another from `source` to `sink` as long as a path costs less than `limit`.
    /// Afterwards potentials differ by `limit` at most between the two, and no arc with room left
    /// contradicts them.
    pub(super) fn send(&mut self, source: u32, sink: u32, limit: i64) {
        loop {
            let reach = limit - (self.potential[sink as usize] - self.potential[source as usize]);
            let (distance, by) = self.distances(&[source], Some(sink), reach);
            let found = distance[sink as usize];
            let far = found.min(reach);
            for (potential, distance) in self.potential.iter_mut().zip(&distance) {
                *potential += (*distance).min(far);
            }
            if found >= reach {
                return;
            }
            let mut at = sink;
            while at != source {
                let arc = by[at as usize] as usize;
                self.arcs[arc].room -= 1;
                self.arcs[arc ^ 1].room += 1;
                at = self.arcs[arc ^ 1].to;
            }
        }
    }

    /// The cost of the cheapest way from the nearest of `sources` to every node over arcs with room, where
    /// the costs of arcs into the nodes of `shifted` are less by `shift`; far for what is not reached.
    pub(super) fn costs_from(
        &mut self,
        sources: &[u32],
        shift: i64,
        shifted: impl Fn(u32) -> bool,
    ) -> Vec<i64> {
        let shift_of = |node: usize| if shifted(node as u32) { shift } else { 0 };
        let (distance, _) = self.distances(sources, None, FAR);
        let at = |node: usize| self.potential[node] - shift_of(node);
        let base = sources.first().map_or(0, |source| at(*source as usize));
        let costs = distance.iter().enumerate().map(|(node, distance)| match *distance {
            FAR => FAR,
            distance => distance + at(node) - base,
        });
        costs.collect()
    }

    /// Reduced distances (Dijkstra 1959), ties by node, up to `reach` or until `until` is met.
    fn distances(&self, sources: &[u32], until: Option<u32>, reach: i64) -> (Vec<i64>, Vec<u32>) {
        let mut distance = vec![FAR; self.first.len()];
        let mut by = vec![END; self.first.len()];
        let mut waiting = BinaryHeap::new();
        for source in sources {
            distance[*source as usize] = 0;
            waiting.push(Reverse((0, *source)));
        }
        while let Some(Reverse((so_far, node))) = waiting.pop() {
            if so_far > distance[node as usize] {
                continue;
            }
            if so_far >= reach || Some(node) == until {
                break;
            }
            let mut arc = self.first[node as usize];
            while arc != END {
                let Arc { to, room, cost, next } = self.arcs[arc as usize];
                if room > 0 {
                    let reduced = cost + self.potential[node as usize] - self.potential[to as usize];
                    let along = so_far + reduced;
                    if along < distance[to as usize] {
                        distance[to as usize] = along;
                        by[to as usize] = arc;
                        waiting.push(Reverse((along, to)));
                    }
                }
                arc = next;
            }
        }
        (distance, by)
    }
}
