//! What leads a vacancy from one status to another, and by whose hand (domain, 4.1)?
//!
//! ```text
//! ─draft→ draft ─submit→ submitted ─publish→ published ⇄ paused        published ─fill→ part_filled ─fill→ filled
//!           ↑  └─change─┘     │ │ └─ reject → rejected ─appeal→ submitted   live ─expire→ expired ─extend→ published
//!           └─── return ──────┘ └─ (held: nobody sees it)      live ─take_down→ taken_down ─restore→ published
//! whatever is not over ─withdraw→ withdrawn            filled, expired, withdrawn ─archive→ archived
//! ```
//!
//! What a source brings (an import, a program with a token) is published by it and withdrawn by it. Anything that is not
//! in the table is refused.

use super::VacancyStatus;
use crate::ids::AccountId;
use sea_orm::entity::prelude::*;

/// What is done about a vacancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum VacancyStep {
    /// It is written down.
    Draft,
    /// What it says changes before anybody else sees it.
    Change,
    /// What it says changes while people see it.
    Amend,
    /// It is handed in.
    Submit,
    /// Anybody may see it.
    Publish,
    /// Nobody sees it until somebody has looked at it.
    Hold,
    /// It goes back, to be changed.
    Return,
    /// It does not come.
    Reject,
    /// Whoever posted it asks for another look.
    Appeal,
    /// It rests.
    Pause,
    /// It rests no more.
    Resume,
    /// Its last day moves.
    Extend,
    /// Some of its openings are filled.
    FillSome,
    /// All of them are.
    Fill,
    /// Its last day has passed.
    Expire,
    /// It is taken back.
    Withdraw,
    /// It is taken away.
    TakeDown,
    /// That was wrong.
    Restore,
    /// It has been over for long.
    Archive,
}

/// By whom something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum VacancyHand {
    /// Somebody of the organisation that offers it.
    Poster,
    /// An officer who looks after adverts.
    Officer,
    /// The platform, by its rules.
    Platform,
    /// A day that passed.
    Day,
    /// The source that brought it.
    Source,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What was done.
    pub step: VacancyStep,
    /// Where the vacancy stood; nothing before it was there.
    pub before: Option<VacancyStatus>,
    /// Where it came.
    pub after: VacancyStatus,
    /// By whose hand.
    pub hand: VacancyHand,
    /// Whose account; none where a day did it, or a source.
    pub account: Option<AccountId>,
    /// Why, as a code; empty where there is no list of them.
    pub reason_code: String,
    /// Why, in words.
    pub reason: String,
    /// What the advert said, where it has to be kept as it was.
    pub kept: Option<String>,
}

impl Taken {
    /// A step without more to say about it.
    pub fn plain(
        (step, hand): (VacancyStep, VacancyHand),
        (before, after): (Option<VacancyStatus>, VacancyStatus),
    ) -> Self {
        let (reason_code, reason) = (String::new(), String::new());
        Self { step, before, after, hand, account: None, reason_code, reason, kept: None }
    }
}

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StepRefused {
    /// Not from here.
    #[error("this cannot be done with a vacancy that has come so far")]
    NotNow,
    /// Not by this hand.
    #[error("this is somebody else's to do")]
    NotYours,
    /// Nobody said why.
    #[error("a reason is needed")]
    NoReason,
}

/// A row of the table: from where, what, by whom, to where. Nothing before stands for a vacancy that is not there yet.
type Row = (Option<VacancyStatus>, VacancyStep, &'static [VacancyHand], VacancyStatus);

/// The table.
const TABLE: &[Row] = {
    use VacancyHand::{Day, Officer, Platform, Poster, Source};
    use VacancyStatus as S;
    use VacancyStep as D;
    const LIVE: &[VacancyHand] = &[Poster];
    const PUBLISHING: &[VacancyHand] = &[Platform, Officer];
    const TAKING: &[VacancyHand] = &[Officer, Platform];
    &[
        (None, D::Draft, &[Poster], S::Draft),
        (None, D::Publish, &[Source], S::Published),
        (Some(S::Draft), D::Change, &[Poster], S::Draft),
        (Some(S::Draft), D::Submit, &[Poster], S::Submitted),
        (Some(S::Draft), D::Withdraw, &[Poster], S::Withdrawn),
        (Some(S::Returned), D::Change, &[Poster], S::Returned),
        (Some(S::Returned), D::Submit, &[Poster], S::Submitted),
        (Some(S::Returned), D::Withdraw, &[Poster], S::Withdrawn),
        (Some(S::Submitted), D::Publish, PUBLISHING, S::Published),
        (Some(S::Submitted), D::Return, &[Officer], S::Returned),
        (Some(S::Submitted), D::Reject, &[Officer], S::Rejected),
        (Some(S::Submitted), D::Withdraw, &[Poster], S::Withdrawn),
        (Some(S::Submitted), D::TakeDown, TAKING, S::TakenDown),
        (Some(S::Rejected), D::Appeal, &[Poster], S::Submitted),
        (Some(S::Published), D::Amend, LIVE, S::Published),
        (Some(S::Published), D::Publish, &[Source], S::Published),
        (Some(S::Published), D::Hold, PUBLISHING, S::Submitted),
        (Some(S::Published), D::Pause, &[Poster], S::Paused),
        (Some(S::Published), D::Extend, &[Poster], S::Published),
        (Some(S::Published), D::FillSome, &[Platform], S::PartFilled),
        (Some(S::Published), D::Fill, &[Platform], S::Filled),
        (Some(S::Published), D::Expire, &[Day], S::Expired),
        (Some(S::Published), D::Withdraw, &[Poster, Source], S::Withdrawn),
        (Some(S::Published), D::TakeDown, TAKING, S::TakenDown),
        (Some(S::PartFilled), D::Amend, LIVE, S::PartFilled),
        (Some(S::PartFilled), D::Publish, &[Source], S::PartFilled),
        (Some(S::PartFilled), D::Hold, PUBLISHING, S::Submitted),
        (Some(S::PartFilled), D::Pause, &[Poster], S::Paused),
        (Some(S::PartFilled), D::Extend, &[Poster], S::PartFilled),
        (Some(S::PartFilled), D::FillSome, &[Platform], S::PartFilled),
        (Some(S::PartFilled), D::Fill, &[Platform], S::Filled),
        (Some(S::PartFilled), D::Expire, &[Day], S::Expired),
        (Some(S::PartFilled), D::Withdraw, &[Poster, Source], S::Withdrawn),
        (Some(S::PartFilled), D::TakeDown, TAKING, S::TakenDown),
        (Some(S::Paused), D::Amend, LIVE, S::Paused),
        (Some(S::Paused), D::Hold, PUBLISHING, S::Submitted),
        (Some(S::Paused), D::Resume, &[Poster], S::Published),
        (Some(S::Paused), D::FillSome, &[Platform], S::Paused),
        (Some(S::Paused), D::Fill, &[Platform], S::Filled),
        (Some(S::Paused), D::Expire, &[Day], S::Expired),
        (Some(S::Paused), D::Withdraw, &[Poster, Source], S::Withdrawn),
        (Some(S::Paused), D::TakeDown, TAKING, S::TakenDown),
        (Some(S::Filled), D::TakeDown, TAKING, S::TakenDown),
        (Some(S::Filled), D::Archive, &[Day], S::Archived),
        (Some(S::Expired), D::Extend, &[Poster], S::Published),
        (Some(S::Expired), D::Publish, &[Source], S::Published),
        (Some(S::Expired), D::Archive, &[Day], S::Archived),
        (Some(S::Withdrawn), D::Publish, &[Source], S::Published),
        (Some(S::Withdrawn), D::Archive, &[Day], S::Archived),
        (Some(S::TakenDown), D::Restore, &[Officer], S::Published),
    ]
};

impl VacancyStep {
    /// Its code, as forms and the log name it.
    pub fn code(self) -> String {
        self.to_value()
    }

    /// Whether it has to be said why.
    pub fn needs_reason(self) -> bool {
        match self {
            Self::Return | Self::Reject | Self::Appeal | Self::Hold | Self::TakeDown | Self::Restore => true,
            Self::Draft
            | Self::Change
            | Self::Amend
            | Self::Submit
            | Self::Publish
            | Self::Pause
            | Self::Resume
            | Self::Extend
            | Self::FillSome
            | Self::Fill
            | Self::Expire
            | Self::Withdraw
            | Self::Archive => false,
        }
    }
}

/// Where a step leads by a hand.
pub fn after(
    before: Option<VacancyStatus>,
    step: VacancyStep,
    hand: VacancyHand,
    reason: &str,
) -> Result<VacancyStatus, StepRefused> {
    let row = TABLE.iter().find(|(from, what, ..)| *from == before && *what == step);
    let (_, _, hands, to) = row.ok_or(StepRefused::NotNow)?;
    if !hands.contains(&hand) {
        return Err(StepRefused::NotYours);
    }
    if step.needs_reason() && reason.trim().is_empty() {
        return Err(StepRefused::NoReason);
    }
    Ok(*to)
}

/// What a hand can do from here, in the order of the table.
pub fn open_steps(before: VacancyStatus, hand: VacancyHand) -> Vec<VacancyStep> {
    let here = TABLE.iter().filter(|(from, _, hands, _)| *from == Some(before) && hands.contains(&hand));
    here.map(|(_, step, ..)| *step).collect()
}

#[cfg(test)]
mod tests;
