//! Why does somebody not come to an opening, and why is a seat empty?
#![expect(clippy::indexing_slicing, reason = "openings and caps are numbered as the lists here are")]

use std::cmp::Reverse;

use super::caps::Ledger;
use super::case::Case;
use super::stable::last_standings;

/// Why a person does not come to an opening that the person would rather have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A rule forbids it.
    Forbidden(u32),
    /// The opening has no score for the person.
    NoScore,
    /// All seats went to people who stand higher; the lowest score among them.
    Preferred(u64),
    /// All seats are taken, though not all by higher scores: others could not be placed as well elsewhere. The
    /// lowest score among those who came.
    Full(u64),
    /// The opening has no seats.
    NoSeats,
    /// A quota is used up; which, and the lowest score under it, none if it lets nobody in.
    Quota(u32, Option<u64>),
    /// There is room, but the pair adds nothing to the total, or gives less than others do.
    Room,
}

/// Why a seat stays empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfilled {
    /// Nobody may and would come.
    Nobody,
    /// Everybody who may and would come has a place elsewhere.
    AllElsewhere,
    /// A quota holds people back who would come.
    Quota(u32),
    /// Somebody without a place could come, and adds nothing.
    AddsNothing,
}

/// How an opening was filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpeningAccount {
    /// Seats.
    pub seats: u32,
    /// Seats that are taken.
    pub filled: u32,
    /// How many may and would come.
    pub possible: u32,
    /// The lowest score among those who came.
    pub last: Option<u64>,
    /// Why seats are empty, if any are.
    pub unfilled: Option<Unfilled>,
}

/// The position of an opening among a person's wishes, from 1; none without wishes.
pub fn wish_rank(case: &Case, person: u32, opening: u32) -> Option<usize> {
    case.wishes(person).iter().position(|wish| *wish == opening).map(|at| at + 1)
}

/// Why each person does not come to openings that are dearer than the place given: for each person the first
/// `limit` openings in the person's order, forbidden ones and ones without a score among the wishes too.
pub fn refusals(case: &Case, placed: &[Option<u32>], limit: usize) -> Vec<Vec<(u32, Refusal)>> {
    let ledger = Ledger::of(&case.caps, placed);
    let last = last_standings(case, placed);
    let why = |person: u32, opening: u32| {
        if let Some(rule) = case.forbidden_by(person, opening) {
            return Refusal::Forbidden(rule);
        }
        let Some(score) = case.score(person, opening) else { return Refusal::NoScore };
        let mine = (score, Reverse(person), Reverse(opening));
        let over = case.caps.over(case.caps.cell(person, opening)).iter().copied();
        let mut full = over.filter(|cap| ledger.is_full(*cap));
        let Some(cap) = full.next() else { return Refusal::Room };
        let lowest = last[cap as usize];
        match lowest {
            _ if cap as usize >= case.openings() => {
                Refusal::Quota(cap - case.openings() as u32, lowest.map(|last| last.0))
            }
            None => Refusal::NoSeats,
            Some(last) if last > mine => Refusal::Preferred(last.0),
            Some(last) => Refusal::Full(last.0),
        }
    };
    let of_person = |(person, now): (u32, &Option<u32>)| {
        let before =
            case.dearest(person).into_iter().take_while(|opening| Some(*opening) != *now).take(limit);
        before.map(|opening| (opening, why(person, opening))).collect()
    };
    (0..).zip(placed).map(of_person).collect()
}

/// How many people came under each quota.
pub fn quota_use(case: &Case, placed: &[Option<u32>]) -> Vec<u32> {
    let ledger = Ledger::of(&case.caps, placed);
    (case.openings() as u32..case.caps.most.len() as u32).map(|cap| ledger.used(cap)).collect()
}

/// How each opening was filled.
pub fn opening_account(case: &Case, placed: &[Option<u32>]) -> Vec<OpeningAccount> {
    let ledger = Ledger::of(&case.caps, placed);
    let last = last_standings(case, placed);
    let openings = case.openings();
    let mut possible = vec![0; openings];
    let mut held_back: Vec<Option<Unfilled>> = vec![None; openings];
    for (person, now) in (0..).zip(placed) {
        for (opening, _) in case.choices(person) {
            possible[opening as usize] += 1;
            if now.is_some() {
                continue;
            }
            let over = case.caps.over(case.caps.cell(person, opening)).iter().copied();
            let mut quotas = over.filter(|cap| *cap as usize >= openings && ledger.is_full(*cap));
            let why =
                quotas.next().map_or(Unfilled::AddsNothing, |cap| Unfilled::Quota(cap - openings as u32));
            held_back[opening as usize].get_or_insert(why);
        }
    }
    let account = |opening: usize| {
        let (seats, filled) = (case.seats[opening], ledger.used(opening as u32));
        let why = match (possible[opening], held_back[opening]) {
            (0, _) => Unfilled::Nobody,
            (_, Some(why)) => why,
            (_, None) => Unfilled::AllElsewhere,
        };
        OpeningAccount {
            seats,
            filled,
            possible: possible[opening],
            last: last[opening].map(|(score, _, _)| score),
            unfilled: (filled < seats).then_some(why),
        }
    };
    (0..openings).map(account).collect()
}
