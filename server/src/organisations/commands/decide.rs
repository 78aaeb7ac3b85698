//! An organisation comes to another standing: its administrator hands papers in, an officer decides.

use super::{Administrator, Doer, held};
use crate::access;
use crate::access::model::{Grant, Permission, Reach, Role};
use crate::audit::model::{Action, Origin};
use crate::clock::day_in_vientiane;
use crate::db::Database;
use crate::ids::{AccountId, OrganisationId};
use crate::organisations::model::{Decision, Hand, Organisation, Refused, Step, Terms, Verification};
use crate::organisations::store;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// Longest reason that is kept, in characters.
const REASON: usize = 1_000;

/// Why nothing was decided.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// There is none of this key, or it lies outside of the officer's area.
    #[error("there is no such organisation")]
    Unknown,
    /// The step cannot be taken.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The database refused.
    #[error("the decision could not be noted")]
    Database(#[from] DbErr),
}

/// Proof that somebody verifies organisations of an area.
#[derive(Clone, Debug)]
pub struct Officer {
    account: AccountId,
    role: Role,
    reach: Reach,
}

impl Officer {
    /// Proof by a grant; none where it is of something else.
    pub fn of(grant: &Grant, account: AccountId) -> Option<Self> {
        let holds = grant.permission == Permission::VerifyOrganisations;
        holds.then(|| Self { account, role: grant.role, reach: grant.reach.clone() })
    }

    /// As whom it is recorded.
    pub(super) fn doer(&self, origin: Origin) -> Doer {
        Doer::in_role(self.account, self.role, origin)
    }

    /// How far it reaches.
    pub fn reach(&self) -> &Reach {
        &self.reach
    }

    /// Whether an organisation lies in the area.
    pub fn reaches(&self, organisation: &Organisation) -> bool {
        self.reach.holds(organisation.province, organisation.district)
    }

    /// As whom the officer decides about an organisation.
    pub(super) async fn hand(
        &self,
        connection: &impl ConnectionTrait,
        organisation: OrganisationId,
        at: DateTime<Utc>,
    ) -> Result<Hand, DbErr> {
        let member = access::commands::is_member(connection, self.account, organisation, at).await?;
        Ok(if member { Hand::OfficerWithin } else { Hand::Officer })
    }
}

/// Hands the papers of an organisation in.
pub async fn submit(
    database: &Database,
    (doer, administrator): (&Doer, Administrator),
    at: DateTime<Utc>,
) -> Result<(), DecideError> {
    let transaction = database.begin().await?;
    let held = held(&transaction, administrator.organisation).await?.ok_or(DecideError::Unknown)?;
    step(&transaction, (doer, Hand::Administrator), (&held, Step::Submit), "", at).await?;
    Ok(transaction.commit().await?)
}

/// Decides about an organisation of the officer's area.
pub async fn decide(
    database: &Database,
    (officer, origin): (&Officer, Origin),
    (id, taken): (OrganisationId, Step),
    reason: &str,
    at: DateTime<Utc>,
) -> Result<(), DecideError> {
    let transaction = database.begin().await?;
    let held = held(&transaction, id).await?.filter(|held| officer.reaches(held));
    let held = held.ok_or(DecideError::Unknown)?;
    let hand = officer.hand(&transaction, id, at).await?;
    let doer = officer.doer(origin);
    step(&transaction, (&doer, hand), (&held, taken), reason, at).await?;
    Ok(transaction.commit().await?)
}

/// Takes a step, keeps the decision and records it. A step that leads nowhere else is no decision.
pub(super) async fn step(
    transaction: &DatabaseTransaction,
    (doer, hand): (&Doer, Hand),
    (organisation, step): (&Organisation, Step),
    reason: &str,
    at: DateTime<Utc>,
) -> Result<Verification, DecideError> {
    let day = day_in_vientiane(at);
    let terms = Terms::shipped();
    let papers = store::papers(transaction, organisation.id).await?;
    let papers = organisation.numbers().papers(&papers, day);
    let reason: String = reason.trim().chars().take(REASON).collect();
    let before = organisation.verification;
    let after = before.after((step, hand), papers, !reason.is_empty(), (terms, day))?;
    if after == before && step != Step::Renew {
        return Ok(after);
    }
    let look_on = after.until.and_then(|until| terms.next_look(until, day));
    store::stand(transaction, organisation.id, &after, (look_on, at)).await?;
    let decision = Decision {
        step,
        before: before.standing,
        after: after.standing,
        by: doer.account,
        at,
        reason: reason.clone(),
        until: after.until,
    };
    store::insert_decision(transaction, organisation.id, &decision).await?;
    let said = format!("{}: {reason}", step.code());
    let said = said.trim_end_matches(": ");
    doer.record(transaction, (action(step), organisation.id), (&["standing"], said), at).await?;
    Ok(after)
}

fn action(step: Step) -> Action {
    match step {
        Step::CheckRegistry
        | Step::Verify
        | Step::CheckSite
        | Step::Renew
        | Step::Lift
        | Step::Reinstate
        | Step::GrantAppeal => Action::Approved,
        Step::SendBack | Step::Restrict | Step::Suspend | Step::Bar => Action::Rejected,
        Step::Submit | Step::Amend | Step::Lapse => Action::Changed,
    }
}
