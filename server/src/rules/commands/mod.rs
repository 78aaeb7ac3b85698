//! What is done about rules: proposed, checked, approved, scheduled, confirmed; what a day begins and ends.

mod check;
mod confirm;
mod day;
mod decide;
mod propose;
mod read;

pub use check::{Checked, check};
pub use confirm::confirm_all;
pub use day::turn;
pub use decide::{DecideError, decide};
pub use propose::{Proposal, ProposeError, propose};
pub use read::{instruments, rule, rules, rules_of, shelved, waiting, waiting_count};

pub use super::store::ReadRulesError;

use super::model::{RuleVersion, State};
use super::store;
use crate::access::model::{Grant, Permission};
use crate::audit;
use crate::audit::By;
use crate::audit::model::{Action, Code, Origin, Subject};
use crate::db::locks;
use crate::ids::AccountId;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// Longest reason that is kept, in characters.
const REASON: usize = 1_000;

/// A version of a rule, as a kind of thing.
const RULE: Code = Code::known("rule");

/// Proof that somebody may do something about rules.
#[derive(Clone, Debug)]
pub struct Keeper {
    account: AccountId,
    permission: Permission,
    by: By,
}

impl Keeper {
    /// Proof by a grant; none where it is of something else.
    pub fn of(grant: &Grant, account: AccountId, origin: Origin) -> Option<Self> {
        let role: Code = grant.role.code().parse().ok()?;
        let by = By::account(account.as_uuid(), role, origin);
        let permission = grant.permission;
        Permission::OF_RULES.contains(&permission).then_some(Self { account, permission, by })
    }
}

/// Whether these days touch those of a version that is scheduled, holds or held.
pub(super) fn overlaps(held: &[RuleVersion], from: Option<NaiveDate>, last: Option<NaiveDate>) -> bool {
    held.iter().filter(|held| held.state.is_accepted()).any(|held| {
        // One without a last day ends where the next begins.
        let reaches_in = held.valid_from < from && held.valid_until.is_some_and(|until| Some(until) >= from);
        let begins_in = held.valid_from > from && last.is_some_and(|last| held.valid_from <= Some(last));
        held.valid_from == from || reaches_in || begins_in
    })
}

/// Records what was done to a version.
async fn record(
    transaction: &DatabaseTransaction,
    by: &By,
    (action, version): (Action, &RuleVersion),
    reason: &str,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let subject = Subject::named(RULE, &format!("{} version {}", version.rule, version.number));
    audit::record(transaction, &by.does(action, subject).because(reason), at).await
}

fn cut(reason: &str) -> String {
    reason.trim().chars().take(REASON).collect()
}

/// A version while nobody else changes rules until the transaction ends.
async fn held(transaction: &DatabaseTransaction, id: i32) -> Result<Option<RuleVersion>, ReadRulesError> {
    locks::wait_for(transaction, "rules").await?;
    store::version(transaction, id).await
}

/// The versions of a rule on which decisions rest.
async fn accepted(transaction: &DatabaseTransaction, rule: &str) -> Result<Vec<RuleVersion>, ReadRulesError> {
    store::versions(transaction, Some(rule), State::is_accepted).await
}
