//! Why, in words: for people and for openings.

use super::UNITS;
use super::answer::{Answer, Names, Way};
use matching::allocation::{Refusal, Unfilled, wish_rank};

/// For each person the dearer openings that the person does not come to.
pub(super) type Reasons = Vec<Vec<(u32, Refusal)>>;

/// The name at a number.
pub(super) fn name(names: &[String], number: u32) -> &str {
    names.get(number as usize).map_or("?", String::as_str)
}

/// A sum of scores as people write it: `81.5`.
pub(super) fn points(units: u64) -> String {
    let (whole, rest) = (units / UNITS, units % UNITS);
    if rest == 0 {
        return whole.to_string();
    }
    let text = format!("{whole}.{rest:06}");
    text.trim_end_matches('0').to_owned()
}

/// Why somebody does not come to an opening.
pub(super) fn refusal(names: &Names, opening: u32, why: Refusal) -> String {
    let opening = name(&names.openings, opening);
    match why {
        Refusal::Forbidden(rule) => format!("{opening}: forbidden, {}", name(&names.rules, rule)),
        Refusal::NoScore => format!("{opening}: no score"),
        Refusal::Preferred(last) => {
            format!("{opening}: full, others stand higher, the last with {}", points(last))
        }
        Refusal::Full(last) => {
            format!("{opening}: full, the last came with {}; in all, more is reached so", points(last))
        }
        Refusal::NoSeats => format!("{opening}: has no seats"),
        Refusal::Quota(quota, last) => {
            let last = last.map(|last| format!(", the last came with {}", points(last))).unwrap_or_default();
            format!("{opening}: quota used up, {}{last}", name(&names.quotas, quota))
        }
        Refusal::Room => format!("{opening}: has room; others of a better total or standing come first"),
    }
}

/// Why seats stay empty.
pub(super) fn unfilled(names: &Names, why: Unfilled) -> String {
    match why {
        Unfilled::Nobody => "nobody may and would come".to_owned(),
        Unfilled::AllElsewhere => "everybody who may and would come has another place".to_owned(),
        Unfilled::Quota(quota) => format!("quota used up, {}", name(&names.quotas, quota)),
        Unfilled::AddsNothing => "whoever could still come would displace more than that adds".to_owned(),
    }
}

impl Answer {
    /// Why a person has the place, or none.
    pub(super) fn why(&self, person: u32) -> String {
        let refused = self.reasons.get(person as usize).map_or(&[][..], Vec::as_slice);
        let told = refused.iter().map(|(opening, why)| refusal(&self.names, *opening, *why));
        let told = told.collect::<Vec<_>>().join("; ");
        let place = self.allocation.placed.get(person as usize).copied().flatten();
        let Some(opening) = place else {
            return if told.is_empty() { "no opening is possible".to_owned() } else { told };
        };
        let head = match wish_rank(&self.case, person, opening) {
            Some(rank) => format!("wish {rank}"),
            None if refused.is_empty() => "the highest score of this person".to_owned(),
            None => "the best that was to be had".to_owned(),
        };
        if told.is_empty() { head } else { format!("{head}; {told}") }
    }

    /// What stands above the rows, for people to read.
    pub(super) fn head(&self) -> Vec<String> {
        let (seats, empty) = self.seats();
        let people = self.allocation.placed.len();
        let mut lines = vec![
            format!("{}: {} of {people} people placed", self.method(), self.placed()),
            format!("{empty} of {seats} seats unfilled"),
            format!("total {}", points(self.allocation.total)),
        ];
        if let Some(bound) = self.allocation.bound {
            lines.push(format!("bound {}, gap {:.4} %", points(bound), self.allocation.gap_percent()));
        }
        if self.way == Way::Stable {
            lines.push(format!("{} blocking pairs", self.allocation.blocking.unwrap_or_default()));
        }
        let used = self.quotas.iter().zip(&self.names.quotas);
        let full = used.filter(|((most, used), _)| used >= most).map(|(_, name)| name.as_str());
        let full: Vec<&str> = full.collect();
        if !full.is_empty() {
            lines.push(format!("quotas used up: {}", full.join("; ")));
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::points;

    #[test]
    fn scores_are_written_as_they_were_read() {
        assert_eq!(points(81_500_000), "81.5");
        assert_eq!(points(1), "0.000001");
        assert_eq!(points(1_000_000_000_000), "1000000");
        assert_eq!(points(0), "0");
    }
}
