//! What leads a version of a rule from a proposal to being in force, and by how many people (domain, 4.11)?
//!
//! ```text
//! ─propose→ proposed ─check→ legal_check ─approve→ approved ─schedule→ scheduled ─begin→ in_force ─end→ superseded
//!              └───────────────── reject ───────────┘→ rejected
//! ```
//!
//! Whoever proposes does not check, and whoever approves has neither proposed nor checked. A day begins and ends what was
//! scheduled. A version that is scheduled or in force can be confirmed, and the confirmation taken back.

use crate::access::model::Permission;
use crate::ids::AccountId;
use sea_orm::entity::prelude::*;

/// How far a version has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// Somebody proposed it.
    Proposed,
    /// It was checked against the law.
    LegalCheck,
    /// It was approved.
    Approved,
    /// Its day is fixed.
    Scheduled,
    /// It holds.
    InForce,
    /// It held.
    Superseded,
    /// It does not come.
    Rejected,
}

/// What is done about a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Step {
    /// It is written down.
    Propose,
    /// It is held against the law.
    Check,
    /// It is right.
    Approve,
    /// It comes on its day.
    Schedule,
    /// Its day has come.
    Begin,
    /// Its last day has passed, or the first of the next has come.
    End,
    /// It does not come.
    Reject,
    /// The ministry says that it is so.
    Confirm,
    /// That was wrong.
    Unconfirm,
    /// It ends earlier, because another begins.
    Shorten,
}

/// Who did what about a version before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// Who proposed it.
    pub proposed_by: Option<AccountId>,
    /// Who checked it.
    pub checked_by: Option<AccountId>,
}

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Not from here.
    #[error("this cannot be done with a version that has come so far")]
    NotNow,
    /// Whoever did an earlier step does not do this one.
    #[error("whoever proposed or checked a version does not do this with it")]
    SameHands,
    /// Nobody said why.
    #[error("a reason is needed")]
    NoReason,
    /// Another version of the rule holds on one of its days.
    #[error("another version of this rule begins within its days, or on its first")]
    Overlap,
}

impl State {
    /// Its code.
    pub fn code(self) -> String {
        self.to_value()
    }

    /// Whether decisions of its days rest on it.
    pub fn is_accepted(self) -> bool {
        match self {
            Self::Scheduled | Self::InForce | Self::Superseded => true,
            Self::Proposed | Self::LegalCheck | Self::Approved | Self::Rejected => false,
        }
    }

    /// Whether somebody has to do something about it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::LegalCheck | Self::Approved)
    }

    /// Where a step leads from here.
    pub fn after(self, step: Step) -> Option<Self> {
        Some(match (self, step) {
            (Self::Proposed, Step::Check) => Self::LegalCheck,
            (Self::LegalCheck, Step::Approve) => Self::Approved,
            (Self::Approved, Step::Schedule) => Self::Scheduled,
            (Self::Scheduled, Step::Begin) => Self::InForce,
            (Self::InForce, Step::End) => Self::Superseded,
            (Self::Proposed | Self::LegalCheck | Self::Approved, Step::Reject) => Self::Rejected,
            (Self::Scheduled | Self::InForce, Step::Confirm | Step::Unconfirm | Step::Shorten) => self,
            (_, _) => return None,
        })
    }
}

impl Step {
    /// Its code.
    pub fn code(self) -> String {
        self.to_value()
    }

    /// Whose it is to do; nobody's where a day does it, or another step brings it.
    pub fn permission(self) -> Option<Permission> {
        match self {
            Self::Propose => Some(Permission::ProposeRules),
            Self::Check => Some(Permission::CheckRules),
            Self::Approve | Self::Schedule | Self::Reject | Self::Confirm | Self::Unconfirm => {
                Some(Permission::ApproveRules)
            }
            Self::Begin | Self::End | Self::Shorten => None,
        }
    }

    /// Whether a person does it, be it by way of another step.
    pub fn is_by_hand(self) -> bool {
        !matches!(self, Self::Begin | Self::End)
    }

    /// Whether it has to be said why.
    pub fn needs_reason(self) -> bool {
        match self {
            Self::Check | Self::Reject | Self::Confirm | Self::Unconfirm => true,
            Self::Propose | Self::Approve | Self::Schedule | Self::Begin | Self::End | Self::Shorten => false,
        }
    }

    /// Where it leads from a state, done by `account` with a reason or without one.
    pub fn taken(
        self,
        state: State,
        (account, past): (AccountId, Past),
        reason: bool,
    ) -> Result<State, Refused> {
        let after = state.after(self).ok_or(Refused::NotNow)?;
        let same = |other: Option<AccountId>| other == Some(account);
        let hands = match self {
            Self::Check => same(past.proposed_by),
            Self::Approve => same(past.proposed_by) || same(past.checked_by),
            Self::Propose
            | Self::Schedule
            | Self::Begin
            | Self::End
            | Self::Reject
            | Self::Confirm
            | Self::Unconfirm
            | Self::Shorten => false,
        };
        match (hands, self.needs_reason() && !reason) {
            (true, _) => Err(Refused::SameHands),
            (false, true) => Err(Refused::NoReason),
            (false, false) => Ok(after),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;

    #[test]
    fn every_step_leads_from_where_the_table_says_and_from_nowhere_else() {
        use State::{Approved, InForce, LegalCheck, Proposed, Rejected, Scheduled, Superseded};
        let table = [
            (Proposed, Step::Check, LegalCheck),
            (Proposed, Step::Reject, Rejected),
            (LegalCheck, Step::Approve, Approved),
            (LegalCheck, Step::Reject, Rejected),
            (Approved, Step::Schedule, Scheduled),
            (Approved, Step::Reject, Rejected),
            (Scheduled, Step::Begin, InForce),
            (Scheduled, Step::Confirm, Scheduled),
            (Scheduled, Step::Unconfirm, Scheduled),
            (Scheduled, Step::Shorten, Scheduled),
            (InForce, Step::End, Superseded),
            (InForce, Step::Confirm, InForce),
            (InForce, Step::Unconfirm, InForce),
            (InForce, Step::Shorten, InForce),
        ];
        for state in State::iter() {
            for step in Step::iter() {
                let told = table.iter().find(|(from, by, _)| (*from, *by) == (state, step));
                assert_eq!(state.after(step), told.map(|(.., to)| *to), "{state:?} {step:?}");
            }
        }
    }

    #[test]
    fn it_takes_three_people_to_change_a_rule() {
        let now = chrono::DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        let [one, two, three] = [1, 2, 3].map(|_| AccountId::new(now));
        let past = Past { proposed_by: Some(one), checked_by: Some(two) };
        let taken = |step: Step, state, who| step.taken(state, (who, past), true);
        assert_eq!(taken(Step::Check, State::Proposed, one), Err(Refused::SameHands));
        assert_eq!(taken(Step::Check, State::Proposed, two), Ok(State::LegalCheck));
        assert_eq!(taken(Step::Approve, State::LegalCheck, one), Err(Refused::SameHands));
        assert_eq!(taken(Step::Approve, State::LegalCheck, two), Err(Refused::SameHands));
        assert_eq!(taken(Step::Approve, State::LegalCheck, three), Ok(State::Approved));
        assert_eq!(
            taken(Step::Reject, State::LegalCheck, one),
            Ok(State::Rejected),
            "whoever errs may say so"
        );
        let silent = Step::Check.taken(State::Proposed, (two, past), false);
        assert_eq!(silent, Err(Refused::NoReason));
    }
}
