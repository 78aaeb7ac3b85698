//! A day begins the versions that were scheduled for it, and ends those whose days are over.

use super::{accepted, record};
use crate::audit::By;
use crate::audit::model::Action;
use crate::clock::day_in_vientiane;
use crate::db::{Database, locks};
use crate::rules::model::{RuleVersion, State, Step, Taken};
use crate::rules::store::{self, ReadRulesError};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DatabaseTransaction;
use std::collections::BTreeSet;

/// Begins and ends what the day does; returns how many versions came further.
pub async fn turn(database: &Database, at: DateTime<Utc>) -> Result<usize, ReadRulesError> {
    let today = day_in_vientiane(at);
    if due(&store::versions(database.reader(), None, State::is_accepted).await?, today).is_empty() {
        return Ok(0);
    }
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "rules").await?;
    let held = store::versions(&transaction, None, State::is_accepted).await?;
    let rules: BTreeSet<String> =
        due(&held, today).into_iter().map(|(version, _)| version.rule.clone()).collect();
    let mut turned = 0;
    for rule in &rules {
        turned += turn_rule(&transaction, rule, at).await?;
    }
    transaction.commit().await?;
    Ok(turned)
}

/// The same for one rule, in a transaction of the caller's.
pub(super) async fn turn_rule(
    transaction: &DatabaseTransaction,
    rule: &str,
    at: DateTime<Utc>,
) -> Result<usize, ReadRulesError> {
    let mut turned = 0;
    loop {
        let held = accepted(transaction, rule).await?;
        let due = due(&held, day_in_vientiane(at));
        if due.is_empty() {
            break;
        }
        for (version, step) in due {
            let Some(after) = version.state.after(step) else { continue };
            let key = version.key.0;
            store::set_state(transaction, key, after).await?;
            record(transaction, &By::platform(), (Action::Changed, version), "", at).await?;
            let before = Some(version.state);
            let taken = Taken { step, before, after, by: None, at, reason: String::new() };
            store::take(transaction, key, taken).await?;
            turned += 1;
        }
    }
    if turned > 0 {
        store::tell(transaction).await?;
    }
    Ok(turned)
}

/// What a day does to versions that are earliest first within their rule; one whose days are over begins before it ends.
pub(super) fn due(held: &[RuleVersion], today: NaiveDate) -> Vec<(&RuleVersion, Step)> {
    let begun = |version: &RuleVersion| version.valid_from.is_none_or(|from| from <= today);
    let step = |version: &RuleVersion| {
        let next = held
            .iter()
            .any(|other| other.rule == version.rule && other.valid_from > version.valid_from && begun(other));
        let over = next || version.valid_until.is_some_and(|last| last < today);
        match version.state {
            State::Scheduled if begun(version) => Some(Step::Begin),
            State::InForce if over => Some(Step::End),
            _ => None,
        }
    };
    held.iter().filter_map(|version| Some((version, step(version)?))).collect()
}
