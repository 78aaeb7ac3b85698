//! Where does a vacancy go that was handed in (domain, 4.1: public at once if its risk is low, else to an officer)?

use super::Reading;
use crate::organisations::model::Publishing;
use matching::rules::{Consequence, Proof};
use sea_orm::entity::prelude::*;

/// The rule whose refusal can be answered by saying why only some people can do the work.
const WORDING: &str = "LAB-09";

/// Why somebody has to look at a vacancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Why {
    /// Its red flags hold it.
    Flags,
    /// What a rule that nobody confirmed would refuse, or what nobody knows.
    Rule,
    /// It asks for an exception.
    Exception,
    /// Somebody under age could take it up.
    UnderAge,
    /// It is in a special economic zone.
    Zone,
    /// What its organisation publishes is looked at first.
    Restricted,
    /// Its text is nearly that of another organisation's.
    Alike,
    /// Another advert of the same account is held, or another organisation's names the same bank account.
    Linked,
}

/// Where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Back to whoever wrote it: these rules refuse it, by code.
    Refused(Vec<String>),
    /// Anybody may see it at once.
    Public,
    /// To an officer.
    Review(Vec<Why>),
    /// To an officer, who hears of it at once; whatever else the account posted goes with it.
    Held(Vec<Why>),
}

/// What else is known when a vacancy is handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Circumstances {
    /// Whether its organisation may publish, and how.
    pub publishing: Publishing,
    /// Whether its organisation works in a special economic zone.
    pub in_zone: bool,
    /// Whether it says why only some people can do the work.
    pub exception: bool,
    /// Whether somebody under age could take it up.
    pub under_age: bool,
}

/// Where a vacancy goes. An exception answers the rule about wording alone, and somebody decides about it.
pub fn route(proof: &Proof, reading: &Reading, known: Circumstances) -> Route {
    let excused = |rule: &str| known.exception && rule == WORDING;
    let refused: Vec<String> = proof
        .leading_to(Consequence::Refused)
        .filter(|finding| !excused(&finding.rule))
        .map(|finding| finding.rule.clone())
        .collect();
    // Whoever deceives is told nothing of what was found.
    if !refused.is_empty() && !reading.held {
        return Route::Refused(refused);
    }
    let reviewed = proof.leading_to(Consequence::Reviewed).next().is_some();
    let answered = proof.leading_to(Consequence::Refused).any(|finding| excused(&finding.rule));
    let whys = [
        (reading.held, Why::Flags),
        (reviewed, Why::Rule),
        (answered, Why::Exception),
        (known.under_age, Why::UnderAge),
        (known.in_zone, Why::Zone),
        (known.publishing == Publishing::AfterReview, Why::Restricted),
        (!reading.alike.is_empty(), Why::Alike),
        (reading.linked, Why::Linked),
    ];
    let whys: Vec<Why> = whys.into_iter().filter_map(|(is_so, why)| is_so.then_some(why)).collect();
    if reading.hard {
        Route::Held(whys)
    } else if whys.is_empty() {
        Route::Public
    } else {
        Route::Review(whys)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    const NOTHING: Circumstances =
        Circumstances { publishing: Publishing::Freely, in_zone: false, exception: false, under_age: false };

    fn no_rules() -> Proof {
        Proof { judged_on: NaiveDate::default(), findings: Vec::new() }
    }

    #[test]
    fn what_nothing_speaks_against_is_public_at_once() {
        assert_eq!(route(&no_rules(), &Reading::default(), NOTHING), Route::Public);
    }

    #[test]
    fn whatever_speaks_against_it_leads_to_an_officer() {
        let reading = Reading::default();
        let all = [
            (Circumstances { in_zone: true, ..NOTHING }, Why::Zone),
            (Circumstances { under_age: true, ..NOTHING }, Why::UnderAge),
            (Circumstances { publishing: Publishing::AfterReview, ..NOTHING }, Why::Restricted),
        ];
        for (known, why) in all {
            assert_eq!(route(&no_rules(), &reading, known), Route::Review(vec![why]));
        }
        let alike = Reading { alike: vec![("other".to_owned(), 97)], ..Reading::default() };
        assert_eq!(route(&no_rules(), &alike, NOTHING), Route::Review(vec![Why::Alike]));
    }

    #[test]
    fn red_flags_hold_it_whatever_else_is_so() {
        let held = Reading { held: true, score: 12, ..Reading::default() };
        assert_eq!(route(&no_rules(), &held, NOTHING), Route::Review(vec![Why::Flags]));
        let hard = Reading { hard: true, ..held };
        assert_eq!(route(&no_rules(), &hard, NOTHING), Route::Held(vec![Why::Flags]));
    }
}
