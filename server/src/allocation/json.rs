//! The answer as JSON.

use super::UNITS;
use super::answer::Answer;
use super::words::{name, refusal, unfilled};
use matching::allocation::{Refusal, Unfilled, wish_rank};
use serde_json::{Value, json};

/// A sum of scores as a number.
fn number(units: u64) -> Value {
    if units.is_multiple_of(UNITS) { json!(units / UNITS) } else { json!(units as f64 / UNITS as f64) }
}

fn price(prices: &[u64], at: usize) -> Value {
    prices.get(at).copied().map_or(Value::Null, number)
}

/// The head first, then people, openings and quotas.
pub fn as_json(answer: &Answer) -> Value {
    let (seats, empty) = answer.seats();
    let allocation = &answer.allocation;
    let bounded = allocation.bound.is_some();
    json!({
        "method": answer.method(),
        "exact": allocation.exact,
        "total": number(allocation.total),
        "bound": allocation.bound.map(number),
        "gap_percent": bounded.then(|| allocation.gap_percent()),
        "blocking_pairs": allocation.blocking,
        "people_placed": answer.placed(),
        "seats": seats,
        "unfilled_seats": empty,
        "people": people(answer),
        "openings": openings(answer),
        "quotas": quotas(answer),
    })
}

fn people(answer: &Answer) -> Vec<Value> {
    let placed = answer.allocation.placed.iter().zip(&answer.reasons);
    let mut people = Vec::with_capacity(answer.names.people.len());
    for ((person, id), (place, refused)) in (0..).zip(&answer.names.people).zip(placed) {
        let refused = refused.iter().map(|(opening, why)| {
            json!({
                "opening": name(&answer.names.openings, *opening),
                "why": kind(*why),
                "text": refusal(&answer.names, *opening, *why),
            })
        });
        people.push(json!({
            "id": id,
            "opening": place.map(|opening| name(&answer.names.openings, opening)),
            "score": place.and_then(|opening| answer.case.score(person, opening)).map(number),
            "wish": place.and_then(|opening| wish_rank(&answer.case, person, opening)),
            "reason": answer.why(person),
            "refused": refused.collect::<Vec<_>>(),
        }));
    }
    people
}

fn kind(why: Refusal) -> &'static str {
    match why {
        Refusal::Forbidden(_) => "forbidden",
        Refusal::NoScore => "no_score",
        Refusal::Preferred(_) => "others_stand_higher",
        Refusal::Full(_) => "full",
        Refusal::NoSeats => "no_seats",
        Refusal::Quota(..) => "quota",
        Refusal::Room => "room",
    }
}

fn openings(answer: &Answer) -> Vec<Value> {
    let accounts = answer.names.openings.iter().zip(&answer.openings).enumerate();
    let opening = accounts.map(|(at, (id, account))| {
        let why = account.unfilled.map(|why| match why {
            Unfilled::Nobody => "nobody",
            Unfilled::AllElsewhere => "all_elsewhere",
            Unfilled::Quota(_) => "quota",
            Unfilled::AddsNothing => "adds_nothing",
        });
        json!({
            "id": id,
            "seats": account.seats,
            "filled": account.filled,
            "possible": account.possible,
            "last_score": account.last.map(number),
            "seat_price": price(&answer.allocation.seat_prices, at),
            "unfilled": why,
            "reason": account.unfilled.map(|why| unfilled(&answer.names, why)),
        })
    });
    opening.collect()
}

fn quotas(answer: &Answer) -> Vec<Value> {
    let quotas = answer.names.quotas.iter().zip(&answer.quotas).enumerate();
    let quota = quotas.map(|(at, (name, (most, used)))| {
        let price = price(&answer.allocation.quota_prices, at);
        json!({ "name": name, "most": most, "used": used, "price": price })
    });
    quota.collect()
}
