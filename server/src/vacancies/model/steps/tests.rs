//! The table of steps, held against every status, step and hand.

use super::*;
use sea_orm::Iterable;

fn every() -> impl Iterator<Item = (Option<VacancyStatus>, VacancyStep, VacancyHand)> {
    let befores = std::iter::once(None).chain(VacancyStatus::iter().map(Some));
    befores.flat_map(|before| {
        VacancyStep::iter().flat_map(move |step| VacancyHand::iter().map(move |hand| (before, step, hand)))
    })
}

#[test]
fn what_is_not_in_the_table_is_refused() {
    for (before, step, hand) in every() {
        let listed = TABLE.iter().find(|(from, what, ..)| *from == before && *what == step);
        let expected = match listed {
            None => Err(StepRefused::NotNow),
            Some((_, _, hands, _)) if !hands.contains(&hand) => Err(StepRefused::NotYours),
            Some((.., to)) => Ok(*to),
        };
        assert_eq!(after(before, step, hand, "because"), expected, "{before:?} {step:?} {hand:?}");
    }
}

#[test]
fn each_step_from_each_status_stands_once_in_the_table() {
    for (at, (from, step, ..)) in TABLE.iter().enumerate() {
        let again = TABLE.iter().skip(at + 1).any(|(other, what, ..)| other == from && what == step);
        assert!(!again, "{from:?} {step:?}");
    }
}

#[test]
fn every_status_is_reached_and_every_step_is_taken() {
    for status in VacancyStatus::iter() {
        assert!(TABLE.iter().any(|(.., to)| *to == status), "{status:?}");
    }
    for step in VacancyStep::iter() {
        assert!(TABLE.iter().any(|(_, what, ..)| *what == step), "{step:?}");
    }
}

#[test]
fn only_an_officer_or_the_platform_publishes_what_was_handed_in() {
    let publishers: Vec<_> = VacancyHand::iter()
        .filter(|hand| after(Some(VacancyStatus::Submitted), VacancyStep::Publish, *hand, "").is_ok())
        .collect();
    assert_eq!(publishers, [VacancyHand::Officer, VacancyHand::Platform]);
}

#[test]
fn a_grave_step_needs_a_reason() {
    let taken =
        |reason| after(Some(VacancyStatus::Published), VacancyStep::TakeDown, VacancyHand::Officer, reason);
    assert_eq!(taken("  "), Err(StepRefused::NoReason));
    assert_eq!(taken("a deposit is asked for"), Ok(VacancyStatus::TakenDown));
}

#[test]
fn what_is_archived_stays_so() {
    for hand in VacancyHand::iter() {
        assert_eq!(open_steps(VacancyStatus::Archived, hand), []);
    }
}
