//! Every standing with every step and every hand, and what no way leads to.

use super::*;
use sea_orm::Iterable;
use std::collections::{HashSet, VecDeque};

const WHOLE: Papers = Papers::Whole { until: None };

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn terms() -> Terms {
    Terms { verified_for: 12, renewal_opens: 60, reminders: [30, 7] }
}

fn at(standing: Standing, until: Option<&str>) -> Verification {
    Verification { standing, until: until.map(day), site_checked_on: None, site_needed: false }
}

/// What may be done where, written out: the table of the domain.
const ALLOWED: &[(Standing, &[Step])] = {
    use Standing as S;
    use Step as T;
    &[
        (S::Unverified, &[T::Submit, T::Amend, T::Suspend]),
        (S::DocumentsIn, &[T::SendBack, T::CheckRegistry, T::Suspend]),
        (S::RegistryChecked, &[T::SendBack, T::Verify, T::Suspend]),
        (S::Verified, &[T::CheckSite, T::Renew, T::Lapse, T::Restrict, T::Suspend]),
        (S::SiteChecked, &[T::Renew, T::Lapse, T::Restrict, T::Suspend]),
        (S::Lapsed, &[T::Submit, T::Amend, T::Renew, T::Suspend]),
        (S::Restricted, &[T::Renew, T::Lift, T::Suspend]),
        (S::Suspended, &[T::Reinstate, T::Bar]),
        (S::Barred, &[T::GrantAppeal]),
    ]
};

#[test]
fn every_step_from_every_standing_is_allowed_by_name_or_refused() {
    assert_eq!(ALLOWED.len(), Standing::iter().count());
    for (standing, allowed) in ALLOWED {
        // A day after its end, so that both lapsing and renewing are due.
        let held = at(*standing, Some("2026-06-01"));
        for step in Step::iter() {
            let by = (step, step.hand());
            let outcome = held.after(by, WHOLE, true, (&terms(), day("2026-06-02")));
            if allowed.contains(&step) {
                assert!(outcome.is_ok(), "{standing:?} {step:?}: {outcome:?}");
            } else {
                assert_eq!(outcome, Err(Refused::NotNow), "{standing:?} {step:?}");
            }
        }
    }
}

#[test]
fn every_step_belongs_to_one_hand_and_no_member_decides() {
    for (standing, allowed) in ALLOWED {
        for step in *allowed {
            for hand in Hand::iter().filter(|hand| *hand != step.hand()) {
                let held = at(*standing, Some("2026-06-01"));
                let outcome = held.after((*step, hand), WHOLE, true, (&terms(), day("2026-06-02")));
                let own = hand == Hand::OfficerWithin && step.hand() == Hand::Officer;
                let why = if own { Refused::Own } else { Refused::NotYours };
                assert_eq!(outcome, Err(why), "{standing:?} {step:?} {hand:?}");
            }
        }
    }
}

#[test]
fn what_takes_something_away_needs_a_reason_and_what_verifies_needs_papers() {
    for (standing, allowed) in ALLOWED {
        for step in *allowed {
            let held = at(*standing, Some("2026-06-01"));
            let outcome = |papers, reason| {
                held.after((*step, step.hand()), papers, reason, (&terms(), day("2026-06-02")))
            };
            let takes = [Step::SendBack, Step::Restrict, Step::Suspend, Step::Bar].contains(step);
            assert!(!takes || outcome(WHOLE, false) == Err(Refused::NoReason), "{step:?}");
            let verifies = [Step::Submit, Step::CheckRegistry, Step::Verify, Step::Renew].contains(step);
            assert_eq!(outcome(Papers::Missing, true) == Err(Refused::Papers), verifies, "{step:?}");
        }
    }
}

#[test]
fn a_verification_holds_for_a_year_and_no_longer_than_its_papers() {
    let checked = at(Standing::RegistryChecked, None);
    let verify = |papers| {
        checked.after((Step::Verify, Hand::Officer), papers, false, (&terms(), day("2026-06-02"))).unwrap()
    };
    assert_eq!(verify(WHOLE).until, Some(day("2027-06-02")));
    assert_eq!(verify(Papers::Whole { until: Some(day("2026-09-30")) }).until, Some(day("2026-09-30")));
    let year = verify(WHOLE);
    assert!(year.may_publish(day("2027-06-02")) && !year.may_publish(day("2027-06-03")));
    let lapse = |on| year.after((Step::Lapse, Hand::Day), Papers::Missing, false, (&terms(), day(on)));
    assert_eq!(lapse("2027-06-02"), Err(Refused::TooEarly), "the last day counts");
    assert_eq!(lapse("2027-06-03").unwrap().standing, Standing::Lapsed);
}

#[test]
fn it_is_renewed_near_its_end_or_after_it_and_keeps_what_it_reached() {
    let held = Verification {
        site_checked_on: Some(day("2026-07-01")),
        ..at(Standing::SiteChecked, Some("2027-06-02"))
    };
    let renew =
        |held: Verification, on| held.after((Step::Renew, Hand::Officer), WHOLE, false, (&terms(), day(on)));
    assert_eq!(renew(held, "2027-04-02"), Err(Refused::TooEarly), "61 days are left");
    let renewed = renew(held, "2027-04-03").unwrap();
    assert_eq!((renewed.standing, renewed.until), (Standing::SiteChecked, Some(day("2028-04-03"))));
    let lapsed = Verification { standing: Standing::Lapsed, ..held };
    assert_eq!(renew(lapsed, "2027-08-01").unwrap().standing, Standing::SiteChecked);
    let restricted = Verification { standing: Standing::Restricted, ..held };
    assert_eq!(renew(restricted, "2027-08-01").unwrap().standing, Standing::Restricted, "not washed off");
}

#[test]
fn a_zone_publishes_only_after_its_site_was_seen() {
    let held = Verification { site_needed: true, ..at(Standing::Verified, Some("2027-06-02")) };
    assert!(!held.may_publish(day("2026-06-02")));
    let seen = held.after((Step::CheckSite, Hand::Officer), WHOLE, false, (&terms(), day("2026-06-03")));
    assert!(seen.unwrap().may_publish(day("2026-06-03")));
}

#[test]
fn papers_sent_back_and_lifted_burdens_lead_to_what_was_reached() {
    let on = day("2026-06-02");
    let back = |held: Verification, step| held.after((step, Hand::Officer), WHOLE, true, (&terms(), on));
    let was = |standing, until| back(at(standing, until), Step::SendBack).unwrap().standing;
    assert_eq!(was(Standing::DocumentsIn, None), Standing::Unverified);
    assert_eq!(was(Standing::RegistryChecked, Some("2026-06-01")), Standing::Lapsed);
    let lifted = |until| back(at(Standing::Restricted, Some(until)), Step::Lift).unwrap().standing;
    assert_eq!(lifted("2026-06-02"), Standing::Verified);
    assert_eq!(lifted("2026-06-01"), Standing::Lapsed);
    let suspended = at(Standing::Suspended, None);
    assert_eq!(back(suspended, Step::Reinstate).unwrap().standing, Standing::Unverified);
}

/// A state on the way, and whether the registries were asked since it began anew.
type Way = (Verification, bool, NaiveDate);

/// All that can be reached from the beginning by steps and passing days.
fn reached(site_needed: bool) -> HashSet<Way> {
    let first = (Verification::none(site_needed), false, day("2026-01-01"));
    let (mut seen, mut open) = (HashSet::from([first]), VecDeque::from([first]));
    while let Some((held, asked, on)) = open.pop_front() {
        let steps = Step::iter().filter_map(|step| {
            let next = held.after((step, step.hand()), WHOLE, true, (&terms(), on)).ok()?;
            let begins_anew = matches!(step, Step::Amend | Step::GrantAppeal);
            Some((next, (asked && !begins_anew) || step == Step::CheckRegistry, on))
        });
        let later = on + chrono::Days::new(200);
        let passing = (later < day("2029-01-01")).then_some((held, asked, later));
        for way in steps.chain(passing) {
            if seen.insert(way) {
                open.push_back(way);
            }
        }
    }
    seen
}

#[test]
fn nobody_publishes_whom_the_registries_do_not_know_or_who_is_barred() {
    for site_needed in [false, true] {
        let all = reached(site_needed);
        let standings: HashSet<Standing> = all.iter().map(|(held, ..)| held.standing).collect();
        assert_eq!(standings.len(), Standing::iter().count(), "every standing is reached");
        for (held, asked, on) in all {
            let public = held.publishing(on);
            let verified = matches!(held.standing, Standing::Verified | Standing::SiteChecked);
            assert!(!verified || asked, "{held:?} without the registries");
            assert!(public == super::super::Publishing::Not || asked, "{held:?} publishes");
            let closed = matches!(held.standing, Standing::Barred | Standing::Suspended | Standing::Lapsed);
            assert!(!closed || public == super::super::Publishing::Not, "{held:?} publishes");
            assert!(!site_needed || !held.may_publish(on) || held.site_checked_on.is_some(), "{held:?}");
        }
    }
}
