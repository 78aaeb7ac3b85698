//! Two records that may be of one person, and the steps by which officers decide.

use super::says::{Says, Spoken};
use crate::ids::{AccountId, CaseId, PersonId};
use chrono::{DateTime, Utc};
use matching::linkage::Level;
use sea_orm::entity::prelude::*;

/// How far it was decided about two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum CaseState {
    /// Nobody has looked yet.
    Suspected,
    /// One officer holds them to be of one person; another one has to agree.
    Proposed,
    /// Whoever looked was not sure.
    Unsure,
    /// They were joined.
    Merged,
    /// They are of two people.
    Different,
    /// They were joined, and parted again.
    Undone,
}

impl CaseState {
    /// Those that wait for an officer.
    pub const WAITING: [Self; 3] = [Self::Suspected, Self::Proposed, Self::Unsure];
}

/// What brought a case up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Source {
    /// Somebody registered, or changed the own profile.
    Registration,
    /// A file was imported.
    Import,
    /// A number that another record bears.
    Document,
}

/// What an officer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Judgement {
    /// They are of one person.
    Same,
    /// They are of two.
    Different,
    /// It cannot be told.
    Unsure,
    /// They were joined wrongly.
    Undo,
}

impl Judgement {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        use sea_orm::Iterable;
        Self::iter()
    }
}

/// Why a judgement is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It was decided already.
    #[error("it was decided already")]
    Decided,
    /// They are not joined.
    #[error("the records are not joined")]
    NotMerged,
    /// Whoever proposed cannot confirm as well.
    #[error("another person has to confirm")]
    SamePerson,
}

impl CaseState {
    /// To what a judgement leads; `proposer` says that whoever judges is the one who proposed to join.
    pub fn after(self, judgement: Judgement, proposer: bool) -> Result<Self, Refused> {
        match (self, judgement) {
            (Self::Suspected | Self::Unsure, Judgement::Same) => Ok(Self::Proposed),
            (Self::Proposed, Judgement::Same) if proposer => Err(Refused::SamePerson),
            (Self::Proposed, Judgement::Same) => Ok(Self::Merged),
            (Self::Suspected | Self::Unsure | Self::Proposed, Judgement::Different) => Ok(Self::Different),
            // Whoever told two apart by mistake says so as well: the case waits again.
            (Self::Suspected | Self::Unsure | Self::Proposed | Self::Different, Judgement::Unsure) => {
                Ok(Self::Unsure)
            }
            (Self::Merged, Judgement::Undo) => Ok(Self::Undone),
            (
                Self::Suspected | Self::Unsure | Self::Proposed | Self::Different | Self::Undone,
                Judgement::Undo,
            ) => Err(Refused::NotMerged),
            (Self::Merged | Self::Undone, Judgement::Same | Judgement::Different | Judgement::Unsure)
            | (Self::Different, Judgement::Same | Judgement::Different) => Err(Refused::Decided),
        }
    }
}

/// Two records that may be of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Key.
    pub id: CaseId,
    /// The two, the lower key first.
    pub pair: (PersonId, PersonId),
    /// Bits: log2 odds of one person.
    pub weight: f64,
    /// What each field says.
    pub says: Says,
    /// How far it was decided.
    pub state: CaseState,
    /// What brought it up.
    pub origin: Source,
    /// When.
    pub opened_at: DateTime<Utc>,
    /// Who proposed to join them.
    pub proposed_by: Option<AccountId>,
}

impl Case {
    /// Whether a number suggests it and the names do not. Of such a case its people hear when it is decided: who types
    /// numbers would learn otherwise whether somebody bears them.
    pub fn rests_on_a_number(&self) -> bool {
        rests_on_a_number(self.origin, &self.says)
    }
}

/// The same of a case that is yet to be opened. The weight does not tell: where few people are registered it is high for
/// any two who share a number.
pub fn rests_on_a_number(origin: Source, says: &Says) -> bool {
    let alike = says.of(Spoken::Given).is_some_and(|said| said.level >= Level::Near);
    origin == Source::Document && !alike
}

/// What was decided, by whom and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What.
    pub judgement: Judgement,
    /// To what it led.
    pub after: CaseState,
    /// By whom.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;
    use std::collections::BTreeMap;

    #[test]
    fn every_judgement_on_every_state_is_the_one_that_was_written_down() {
        let written = "
            suspected same proposed, suspected different different, suspected unsure unsure, suspected undo -,
            proposed same merged, proposed different different, proposed unsure unsure, proposed undo -,
            unsure same proposed, unsure different different, unsure unsure unsure, unsure undo -,
            merged same -, merged different -, merged unsure -, merged undo undone,
            different same -, different different -, different unsure unsure, different undo -,
            undone same -, undone different -, undone unsure -, undone undo -";
        let mut expected = BTreeMap::new();
        for line in written.split(',') {
            let words: Vec<&str> = line.split_whitespace().collect();
            expected.insert((words[0].to_owned(), words[1].to_owned()), words[2]);
        }
        for (state, judgement) in
            CaseState::iter().flat_map(|state| Judgement::iter().map(move |judgement| (state, judgement)))
        {
            let expected = expected[&(state.to_value(), judgement.to_value())];
            let by_other = state.after(judgement, false).map_or("-".to_owned(), |after| after.to_value());
            assert_eq!(by_other, expected, "{state:?} {judgement:?}");
            let confirms = (state, judgement) == (CaseState::Proposed, Judgement::Same);
            let own = state.after(judgement, true);
            if confirms {
                assert_eq!(own, Err(Refused::SamePerson));
            } else {
                assert_eq!(own, state.after(judgement, false));
            }
        }
    }
}
