//! What leads from one stage to another, and by whose hand? One table, which is all there is: what it does not hold is
//! refused. After section 4.2 of the domain.

use super::stage::{Hand, Stage, Step};
use Hand::{Employer, Person, Platform};
use Stage::{
    Accepted, Applied, InterviewSet, Invited, Lapsed, NoShow, OfferDeclined, Offered, Rejected, Retained3m,
    Retained6m, Retained12m, Shortlisted, Started, TermsChanged, VacancyClosed, Verified, Withdrawn,
};

/// From where, what, by whom, to where.
pub type Line = (Option<Stage>, Step, Hand, Stage);

/// The table. Who is merely suggested has no row yet: that is the stage `None`.
pub const TABLE: &[Line] = &[
    (None, Step::Invite, Employer, Invited),
    (None, Step::Apply, Person, Applied),
    (Some(Invited), Step::Apply, Person, Applied),
    (Some(Applied), Step::Shortlist, Employer, Shortlisted),
    (Some(Applied), Step::SetInterview, Employer, InterviewSet),
    (Some(Shortlisted), Step::SetInterview, Employer, InterviewSet),
    // Other times, where none of them suits or somebody did not come.
    (Some(InterviewSet), Step::SetInterview, Employer, InterviewSet),
    (Some(InterviewSet), Step::PickTime, Person, InterviewSet),
    (Some(InterviewSet), Step::NoteAbsence, Employer, InterviewSet),
    (Some(Shortlisted), Step::Offer, Employer, Offered),
    (Some(Shortlisted), Step::OfferOther, Employer, TermsChanged),
    (Some(InterviewSet), Step::Offer, Employer, Offered),
    (Some(InterviewSet), Step::OfferOther, Employer, TermsChanged),
    (Some(Offered), Step::Accept, Person, Accepted),
    (Some(TermsChanged), Step::Accept, Person, Accepted),
    (Some(Accepted), Step::ConfirmStart, Employer, Started),
    (Some(Accepted), Step::ConfirmStart, Person, Started),
    (Some(Started), Step::ConfirmStart, Employer, Started),
    (Some(Started), Step::ConfirmStart, Person, Started),
    (Some(Started), Step::Verify, Platform, Verified),
    (Some(Started), Step::Retain, Person, Retained3m),
    (Some(Verified), Step::Retain, Person, Retained3m),
    (Some(Retained3m), Step::Retain, Person, Retained6m),
    (Some(Retained6m), Step::Retain, Person, Retained12m),
    // Whoever applied can take it back at any time before the work begins, at no cost.
    (Some(Invited), Step::Withdraw, Person, Withdrawn),
    (Some(Applied), Step::Withdraw, Person, Withdrawn),
    (Some(Shortlisted), Step::Withdraw, Person, Withdrawn),
    (Some(InterviewSet), Step::Withdraw, Person, Withdrawn),
    (Some(Offered), Step::Withdraw, Person, Withdrawn),
    (Some(TermsChanged), Step::Withdraw, Person, Withdrawn),
    (Some(Accepted), Step::Withdraw, Person, Withdrawn),
    (Some(Offered), Step::DeclineOffer, Person, OfferDeclined),
    (Some(TermsChanged), Step::DeclineOffer, Person, OfferDeclined),
    // Nobody is turned away any more who accepted an offer.
    (Some(Invited), Step::Reject, Employer, Rejected),
    (Some(Applied), Step::Reject, Employer, Rejected),
    (Some(Shortlisted), Step::Reject, Employer, Rejected),
    (Some(InterviewSet), Step::Reject, Employer, Rejected),
    (Some(Offered), Step::Reject, Employer, Rejected),
    (Some(TermsChanged), Step::Reject, Employer, Rejected),
    (Some(InterviewSet), Step::GiveUp, Employer, NoShow),
    (Some(Invited), Step::CloseWithVacancy, Platform, VacancyClosed),
    (Some(Applied), Step::CloseWithVacancy, Platform, VacancyClosed),
    (Some(Shortlisted), Step::CloseWithVacancy, Platform, VacancyClosed),
    (Some(InterviewSet), Step::CloseWithVacancy, Platform, VacancyClosed),
    (Some(Offered), Step::CloseWithVacancy, Platform, VacancyClosed),
    (Some(TermsChanged), Step::CloseWithVacancy, Platform, VacancyClosed),
    (Some(Invited), Step::Lapse, Platform, Lapsed),
    (Some(Applied), Step::Lapse, Platform, Lapsed),
    (Some(Shortlisted), Step::Lapse, Platform, Lapsed),
    (Some(InterviewSet), Step::Lapse, Platform, Lapsed),
    (Some(Offered), Step::Lapse, Platform, Lapsed),
    (Some(TermsChanged), Step::Lapse, Platform, Lapsed),
];

/// The stage to which a step of somebody leads; none where it is refused.
pub fn after(from: Option<Stage>, step: Step, hand: Hand) -> Option<Stage> {
    let line = TABLE.iter().find(|line| line.0 == from && line.1 == step && line.2 == hand);
    line.map(|line| line.3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;
    use std::collections::BTreeSet;

    fn everything() -> impl Iterator<Item = (Option<Stage>, Step, Hand)> {
        let stages = || std::iter::once(None).chain(Stage::all().map(Some));
        stages().flat_map(|stage| {
            Step::iter().flat_map(move |step| Hand::iter().map(move |hand| (stage, step, hand)))
        })
    }

    #[test]
    fn a_line_stands_once_and_what_does_not_stand_is_refused() {
        let lines: BTreeSet<_> = TABLE.iter().map(|line| (line.0, line.1, line.2)).collect();
        assert_eq!(lines.len(), TABLE.len(), "of two lines for one step one is never taken");
        for (from, step, hand) in everything() {
            let stands = lines.contains(&(from, step, hand));
            assert_eq!(after(from, step, hand).is_some(), stands, "{from:?} {step:?} {hand:?}");
        }
    }

    #[test]
    fn what_is_over_stays_over_and_every_stage_is_reached() {
        let mut reached: BTreeSet<Option<Stage>> = BTreeSet::from([None]);
        for _ in Stage::all() {
            let next: Vec<_> = TABLE.iter().filter(|line| reached.contains(&line.0)).collect();
            reached.extend(next.into_iter().map(|line| Some(line.3)));
        }
        assert!(Stage::all().all(|stage| reached.contains(&Some(stage))), "{reached:?}");
        assert!(TABLE.iter().all(|line| line.0.is_none_or(|from| !from.is_over())));
    }

    #[test]
    fn the_person_can_leave_until_the_work_begins_and_nobody_acts_for_another() {
        let before = [Invited, Applied, Shortlisted, InterviewSet, Offered, TermsChanged, Accepted];
        for stage in Stage::all() {
            let leaves = after(Some(stage), Step::Withdraw, Person) == Some(Withdrawn);
            assert_eq!(leaves, before.contains(&stage), "{stage:?}");
        }
        for step in [Step::Apply, Step::Accept, Step::PickTime, Step::Withdraw, Step::DeclineOffer] {
            assert!(TABLE.iter().filter(|line| line.1 == step).all(|line| line.2 == Person), "{step:?}");
        }
        for step in [Step::Invite, Step::Shortlist, Step::SetInterview, Step::Offer, Step::Reject] {
            assert!(TABLE.iter().filter(|line| line.1 == step).all(|line| line.2 == Employer), "{step:?}");
        }
    }

    #[test]
    fn a_place_is_kept_by_nobody_but_those_who_accepted() {
        for line in TABLE.iter().filter(|line| line.3.keeps_a_place()) {
            let held = line.0.is_some_and(Stage::keeps_a_place);
            assert!(held || line.1 == Step::Accept, "{line:?}");
        }
    }
}
