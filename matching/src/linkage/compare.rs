//! Two records side by side: the level of each slot, and what the rarity of agreeing values says.

use super::birth::{PartialDate, agree};
use super::field::{Aspect, Kind, Plan};
use super::frequency::Frequencies;
use super::level::{LEVELS, Level, MOST_SLOTS, Pattern};
use super::records::Records;
use super::vocabulary::{identifiers_agree, names_agree, texts_agree};

/// Comparisons of distinct values that are remembered; a power of two.
const REMEMBERED: usize = 1 << BITS;
const BITS: u32 = 18;

/// Compares records; remembers how values compared.
pub(super) struct Comparer<'a> {
    records: &'a Records,
    frequencies: &'a Frequencies,
    memory: Vec<(u64, u8)>,
}

/// What a comparison found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Comparison {
    /// Levels.
    pub(super) pattern: Pattern,
    /// Bits of evidence in each slot that agrees on a value whose frequency is counted, and in each name that sounds
    /// alike beyond what is usual; 0 elsewhere.
    pub(super) rarity: [f32; MOST_SLOTS],
}

impl Comparison {
    /// All bits of rarity.
    pub(super) fn rare(&self) -> f32 {
        self.rarity.iter().sum()
    }
}

/// Do the given names agree? Then the sex does too, and says nothing more.
fn given_agrees(plan: &Plan, found: &Comparison) -> bool {
    let given = plan.parts.and_then(|(given, _)| plan.first.get(given));
    given.and_then(|slot| found.pattern.get(*slot)).is_some_and(|level| level >= Level::VeryNear)
}

/// Is agreement in this slot weighed by the frequency of the value?
pub(super) fn counts_frequency(aspect: Aspect) -> bool {
    matches!(aspect, Aspect::Value(_))
}

impl<'a> Comparer<'a> {
    pub(super) fn new(records: &'a Records, frequencies: &'a Frequencies) -> Self {
        Self { records, frequencies, memory: vec![(0, 0); REMEMBERED] }
    }

    /// One that remembers nothing, for few comparisons.
    pub(super) fn forgetful(records: &'a Records, frequencies: &'a Frequencies) -> Self {
        Self { records, frequencies, memory: Vec::new() }
    }

    /// Compares two records; symmetric.
    pub(super) fn compare(&mut self, one: u32, other: u32) -> Comparison {
        let records = self.records;
        let (one, other) = (records.row(one), records.row(other));
        // Crossed names stand in the slots of one of the two; always of the same one.
        let (one, other) = if one <= other { (one, other) } else { (other, one) };
        let mut found = Comparison { pattern: Pattern::default(), rarity: [0.0; MOST_SLOTS] };
        let crossed = self.names_crossed(one, other);
        if let Some(crossed) = crossed {
            let order = if crossed { Level::Different } else { Level::Exact };
            found.pattern.set(records.plan.order_slot(), order);
        }
        let plan = &records.plan;
        let fields = plan.fields.iter().zip(&plan.first).zip(one.iter().zip(other)).enumerate();
        for (field, ((what, slot), (a, b))) in fields {
            let facing = match plan.parts {
                Some((left, right)) if crossed == Some(true) && field == left => other.get(right).copied(),
                Some((left, right)) if crossed == Some(true) && field == right => other.get(left).copied(),
                _ => Some(*b),
            };
            let (a, b) = (*a, facing.unwrap_or(0));
            if a == 0 || b == 0 {
                continue;
            }
            if what.kind == Kind::Date {
                let (precision, level) = agree(PartialDate::unpacked(a), PartialDate::unpacked(b));
                found.pattern.set(plan.date_slot(field, precision), level);
                continue;
            }
            let level = self.level(field, what.kind, a, b);
            if what.kind == Kind::Sex && level == Level::Exact && given_agrees(plan, &found) {
                continue;
            }
            found.pattern.set(*slot, level);
            if let Some(rarity) = found.rarity.get_mut(*slot) {
                *rarity = self.rarity(field, what.kind, level, (a, b)) as f32;
            }
        }
        self.weigh_whole_name(one, &mut found);
        found
    }

    /// What the frequency of two values says that agree so well.
    fn rarity(&self, field: usize, kind: Kind, level: Level, (a, b): (u32, u32)) -> f64 {
        let groups = || (self.records.group(field, a), self.records.group(field, b));
        let voices = || (self.records.voice(field, a), self.records.voice(field, b));
        match (level, kind) {
            (Level::Exact, Kind::Name) => self.frequencies.bits_of_name(field, groups(), voices()),
            (Level::Exact, _) => self.frequencies.bits(field, groups()),
            (Level::VeryNear, Kind::Name) if voices().0 == voices().1 => {
                self.frequencies.bits_of_sound(field, voices().0)
            }
            _ => 0.0,
        }
    }

    /// Takes back what both parts of a name that agree say twice.
    fn weigh_whole_name(&self, row: &[u32], found: &mut Comparison) {
        let plan = &self.records.plan;
        let Some((left, right)) = plan.parts else { return };
        let slot = |field: usize| plan.first.get(field).copied().unwrap_or(0);
        let (one, other) = (slot(left), slot(right));
        let exact = |slot: usize| found.pattern.get(slot) == Some(Level::Exact);
        if !exact(one) || !exact(other) {
            return;
        }
        let group = |field: usize| self.records.group(field, row.get(field).copied().unwrap_or(0));
        let name = (group(left), group(right));
        let rare = |slot: usize| found.rarity.get(slot).copied().unwrap_or(0.0);
        let bits = f64::from(rare(one) + rare(other));
        let reversed = (bits - self.frequencies.bits_reversed((left, right), name)).max(0.0);
        let twice = (reversed + self.frequencies.together((left, right), bits - reversed, name)) as f32;
        // Half from each part, as neither is the one that is told by the other.
        for slot in [one, other] {
            if let Some(rarity) = found.rarity.get_mut(slot) {
                *rarity -= twice / 2.0;
            }
        }
    }

    /// Have the two parts of the name changed places? None where that cannot be seen.
    fn names_crossed(&mut self, one: &[u32], other: &[u32]) -> Option<bool> {
        let (left, right) = self.records.plan.parts?;
        let part = |row: &[u32], field: usize| row.get(field).copied().unwrap_or(0);
        let (a, b) = (part(one, left), part(one, right));
        let (c, d) = (part(other, left), part(other, right));
        let mut grade = |one: u32, other: u32| {
            (one > 0 && other > 0).then(|| self.level(left, Kind::Name, one, other) as usize)
        };
        let (across, back) = (grade(a, d), grade(b, c));
        if across.is_none() && back.is_none() {
            return None;
        }
        let (first, second) = (grade(a, c), grade(b, d));
        let sum = |one: Option<usize>, other: Option<usize>| one.unwrap_or(0) + other.unwrap_or(0);
        let alike = |grade: Option<usize>| grade.is_none_or(|grade| grade >= Level::Near as usize);
        Some(alike(across) && alike(back) && sum(across, back) > sum(first, second))
    }

    /// The level of two values that are both there.
    fn level(&mut self, field: usize, kind: Kind, one: u32, other: u32) -> Level {
        if one == other {
            return if kind.is_within() { self.places(one, other) } else { Level::Exact };
        }
        match kind {
            Kind::Category | Kind::Sex => {
                let records = self.records;
                let same = records.group(field, one) == records.group(field, other);
                if same { Level::Exact } else { Level::Different }
            }
            Kind::Place | Kind::Class => self.places(one, other),
            Kind::Date | Kind::Name | Kind::Identifier | Kind::Text => {
                self.remembered(field, kind, one.min(other), one.max(other))
            }
        }
    }

    fn places(&self, one: u32, other: u32) -> Level {
        match (self.records.place(one), self.records.place(other)) {
            (Some((a, Some(inner))), Some((b, Some(other)))) if a == b && inner == other => Level::Exact,
            (Some((a, _)), Some((b, _))) if a == b => Level::Near,
            _ => Level::Different,
        }
    }

    fn remembered(&mut self, field: usize, kind: Kind, low: u32, high: u32) -> Level {
        // Parts of names share their vocabulary, and so what is remembered of them.
        let room = if kind == Kind::Name { 0 } else { field as u64 + 1 };
        let key = u64::from(low) << 32 | u64::from(high);
        let tagged = key ^ room.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let at = (tagged.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - BITS)) as usize;
        if let Some((known, level)) = self.memory.get(at)
            && *known == tagged
        {
            return Level::ALL.get(usize::from(*level) % LEVELS).copied().unwrap_or(Level::Different);
        }
        let level = self.spelt(field, kind, low, high);
        if let Some(place) = self.memory.get_mut(at) {
            *place = (tagged, level as u8);
        }
        level
    }

    fn spelt(&self, field: usize, kind: Kind, one: u32, other: u32) -> Level {
        let (Some(a), Some(b)) = (self.records.entry(field, one), self.records.entry(field, other)) else {
            return Level::Different;
        };
        match kind {
            Kind::Name => names_agree(a, b),
            Kind::Identifier => identifiers_agree(a, b),
            Kind::Text | Kind::Date | Kind::Category | Kind::Sex | Kind::Place | Kind::Class => {
                texts_agree(a, b)
            }
        }
    }
}
