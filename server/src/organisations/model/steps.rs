//! What leads from one standing to another, by whose hand, and under which conditions (employers: domain, 4.4)?
//!
//! ```text
//! unverified ─submit→ documents_in ─check_registry→ registry_checked ─verify→ verified ─check_site→ site_checked
//!     ↑  ↑                │                              │                      │  ↑                     │
//!     │  └── send_back ───┴──────────────────────────────┘              lapse,  │  └── renew ── lapsed ──┘
//!     └── amend ── lapsed ─submit→ documents_in                       restrict ↓
//! restricted ─lift→ what was reached       any ─suspend→ suspended ─reinstate→ what was reached
//! suspended ─bar→ barred ─grant_appeal→ unverified
//! ```
//!
//! A verification holds for a year, and no longer than the papers on which it rests. Whoever was barred and heard begins
//! anew. A restriction and a suspension outlive the year: time alone takes neither away.

use super::standing::{Standing, Verification};
use super::terms::Terms;
use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Step {
    /// Hand the papers in.
    Submit,
    /// Change what was verified; it begins anew.
    Amend,
    /// Give the papers back.
    SendBack,
    /// The registries of enterprises and of taxes know it.
    CheckRegistry,
    /// It is what it says.
    Verify,
    /// Its site was seen.
    CheckSite,
    /// Another year.
    Renew,
    /// The time is over.
    Lapse,
    /// What it publishes is looked at first.
    Restrict,
    /// No more.
    Lift,
    /// It publishes nothing for now.
    Suspend,
    /// It may again.
    Reinstate,
    /// It publishes nothing any more.
    Bar,
    /// It was heard, and was right.
    GrantAppeal,
}

/// By whom something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter)]
pub enum Hand {
    /// An administrator of the organisation.
    Administrator,
    /// An officer of its area.
    Officer,
    /// The same, who is its member.
    OfficerWithin,
    /// Nobody: a day passed.
    Day,
}

/// What the papers say on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Papers {
    /// Something is missing.
    Missing,
    /// All are there.
    Whole {
        /// The first day on which one of them ends, if any does.
        until: Option<NaiveDate>,
    },
}

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Not from here.
    #[error("this cannot be done in the present standing")]
    NotNow,
    /// Not by this hand.
    #[error("this is somebody else's to do")]
    NotYours,
    /// Whoever decides is a member.
    #[error("a member of the organisation does not decide about it")]
    Own,
    /// A paper, a number or the country is missing or has ended.
    #[error("papers or numbers are missing")]
    Papers,
    /// It holds for long enough still, or the day has not come.
    #[error("it is too early for this")]
    TooEarly,
    /// Nobody said why.
    #[error("a reason is needed")]
    NoReason,
}

impl Step {
    /// Its code, as forms and the trail name it.
    pub fn code(self) -> String {
        self.to_value()
    }

    /// Whether it has to be said why.
    pub fn needs_reason(self) -> bool {
        match self {
            Self::SendBack
            | Self::Restrict
            | Self::Lift
            | Self::Suspend
            | Self::Reinstate
            | Self::Bar
            | Self::GrantAppeal => true,
            Self::Submit
            | Self::Amend
            | Self::CheckRegistry
            | Self::Verify
            | Self::CheckSite
            | Self::Renew
            | Self::Lapse => false,
        }
    }

    /// Whether it needs all papers, live on the day.
    pub fn needs_papers(self) -> bool {
        matches!(self, Self::Submit | Self::CheckRegistry | Self::Verify | Self::Renew)
    }

    /// Whose it is to do.
    pub fn hand(self) -> Hand {
        match self {
            Self::Submit | Self::Amend => Hand::Administrator,
            Self::Lapse => Hand::Day,
            Self::SendBack
            | Self::CheckRegistry
            | Self::Verify
            | Self::CheckSite
            | Self::Renew
            | Self::Restrict
            | Self::Lift
            | Self::Suspend
            | Self::Reinstate
            | Self::Bar
            | Self::GrantAppeal => Hand::Officer,
        }
    }

    /// Whether it leads anywhere from a standing.
    pub fn begins_at(self, standing: Standing) -> bool {
        use Standing::{
            Barred, DocumentsIn, Lapsed, RegistryChecked, Restricted, SiteChecked, Suspended, Unverified,
            Verified,
        };
        match self {
            Self::Submit | Self::Amend => matches!(standing, Unverified | Lapsed),
            Self::SendBack => matches!(standing, DocumentsIn | RegistryChecked),
            Self::CheckRegistry => standing == DocumentsIn,
            Self::Verify => standing == RegistryChecked,
            Self::CheckSite => standing == Verified,
            Self::Renew => matches!(standing, Verified | SiteChecked | Lapsed | Restricted),
            Self::Lapse | Self::Restrict => matches!(standing, Verified | SiteChecked),
            Self::Lift => standing == Restricted,
            Self::Suspend => !matches!(standing, Suspended | Barred),
            Self::Reinstate | Self::Bar => standing == Suspended,
            Self::GrantAppeal => standing == Barred,
        }
    }
}

/// The steps that a hand may try from a standing, in the order in which a page offers them.
pub fn open_to(standing: Standing, hand: Hand) -> Vec<Step> {
    use sea_orm::Iterable;
    Step::iter().filter(|step| step.hand() == hand && step.begins_at(standing)).collect()
}

impl Verification {
    /// What a step leads to on a day; `reason` says whether one was given.
    pub fn after(
        &self,
        (step, hand): (Step, Hand),
        papers: Papers,
        reason: bool,
        (terms, day): (&Terms, NaiveDate),
    ) -> Result<Self, Refused> {
        if step.hand() != hand {
            let own = hand == Hand::OfficerWithin && step.hand() == Hand::Officer;
            return Err(if own { Refused::Own } else { Refused::NotYours });
        }
        if !step.begins_at(self.standing) {
            return Err(Refused::NotNow);
        }
        if step.needs_reason() && !reason {
            return Err(Refused::NoReason);
        }
        let end = match papers {
            Papers::Missing if step.needs_papers() => return Err(Refused::Papers),
            Papers::Missing => None,
            Papers::Whole { until } => Some(terms.verified_until(day).min(until.unwrap_or(NaiveDate::MAX))),
        };
        self.checked(step, end, terms, day)
    }

    fn checked(
        &self,
        step: Step,
        end: Option<NaiveDate>,
        terms: &Terms,
        day: NaiveDate,
    ) -> Result<Self, Refused> {
        let to = |standing| Self { standing, ..*self };
        Ok(match step {
            Step::Submit => to(Standing::DocumentsIn),
            Step::CheckRegistry => to(Standing::RegistryChecked),
            Step::Verify => Self { until: end, site_checked_on: None, ..to(Standing::Verified) },
            Step::CheckSite => Self { site_checked_on: Some(day), ..to(Standing::SiteChecked) },
            Step::Renew if self.until.is_some_and(|until| terms.is_early_for(until, day)) => {
                return Err(Refused::TooEarly);
            }
            Step::Renew => {
                let renewed = Self { until: end, ..*self };
                let restricted = self.standing == Standing::Restricted;
                let standing = if restricted { self.standing } else { renewed.earned(day) };
                Self { standing, ..renewed }
            }
            Step::Lapse if self.holds_on(day) => return Err(Refused::TooEarly),
            Step::Lapse => to(Standing::Lapsed),
            Step::Restrict => to(Standing::Restricted),
            Step::Suspend => to(Standing::Suspended),
            Step::Bar => to(Standing::Barred),
            Step::SendBack | Step::Lift | Step::Reinstate => to(self.earned(day)),
            Step::Amend | Step::GrantAppeal => Self::none(self.site_needed),
        })
    }
}

#[cfg(test)]
mod tests;
