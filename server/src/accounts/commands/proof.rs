//! Somebody who is signed in shows to have what a record of theirs holds: a phone, or a mailbox.

use super::answer::ANSWERS;
use super::{Desk, Trouble};
use crate::accounts::model::{CODE_LIVES, Code, Contact, Purpose, Viewer};
use crate::accounts::store;
use crate::db::locks;
use crate::ids::ChallengeId;
use crate::mail::Said;
use chrono::TimeDelta;
use sea_orm::DatabaseTransaction;

/// Codes that one account asks for: at most so many in so long.
const ASKED: (i32, TimeDelta) = (10, TimeDelta::days(1));

/// Asks the viewer for a code that is sent to `contact`, if there is something of theirs to be proven; whoever asks sees
/// no difference. `what` is given back with the right answer. None where too many were asked for.
pub async fn ask_proof(
    desk: &Desk<'_>,
    viewer: &Viewer,
    contact: &Contact,
    what: Option<String>,
) -> Result<Option<ChallengeId>, Trouble> {
    let transaction = desk.database.begin().await?;
    let asked = desk.counts(&transaction, ("proof", &viewer.account.to_string()), ASKED).await?;
    if !asked || !desk.counts_network(&transaction).await? {
        transaction.commit().await?;
        return Ok(None);
    }
    let counted = desk.counts_contact(&transaction, contact).await?;
    let sent = counted && what.is_some() && desk.counts_code(&transaction, contact, None).await?;
    let code = Code::new()?;
    let new = store::NewChallenge {
        contact: Some(contact.as_str().to_owned()),
        account: Some(viewer.account),
        payload: what,
        ..store::NewChallenge::default()
    };
    let id = desk.challenge(&transaction, Purpose::Claim, (sent.then_some(&code), CODE_LIVES), new).await?;
    if sent {
        let said = Said::ClaimRecord { code: code.as_str().to_owned() };
        desk.write(&transaction, (contact, None), said, Some(CODE_LIVES)).await?;
    }
    transaction.commit().await?;
    Ok(Some(id))
}

/// What the viewer has shown by a code; none where it is not right, or works no more. The try counts once the caller's
/// transaction is committed.
pub async fn proven(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    viewer: &Viewer,
    (id, code): (ChallengeId, &Code),
) -> Result<Option<String>, Trouble> {
    locks::wait_for(transaction, "accounts").await?;
    let held = store::challenge(transaction, id, desk.at).await?;
    let own =
        |held: &store::Challenge| held.purpose == Purpose::Claim && held.account_id == Some(viewer.account);
    let Some(held) = held.filter(own) else { return Ok(None) };
    let account = store::account(transaction, viewer.account).await?;
    let wrong = desk.wrong_answers(Purpose::Claim, account.as_ref());
    if desk.has_guessed(transaction, &wrong).await? || !store::count_answer(transaction, id, ANSWERS).await? {
        return Ok(None);
    }
    if !desk.is_right(&held, code) {
        desk.counts_wrong(transaction, &wrong).await?;
        return Ok(None);
    }
    if !store::mark_used(transaction, id, desk.at).await? {
        return Ok(None);
    }
    Ok(held.payload)
}
