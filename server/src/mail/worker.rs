//! Sending what is due: claim a few letters, hand them over side by side, note what came of each.
//!
//! A claim has a time limit, so that letters of a process that died are sent by another. Within the limit nobody else
//! touches them; therefore the limit is far longer than a letter can take. Processes compare by their own clocks,
//! which may differ by less than that.

use super::compose::{Composed, compose};
use super::model::{Channel, Letter, Recipient};
use super::notices;
use super::post::{Outgoing, Post, Refusal};
use super::short;
use super::store::{self, Noted, Stored};
use crate::clock::Clock;
use crate::db::Database;
use crate::figures::MESSAGES;
use crate::ids::MessageId;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::DbErr;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use uuid::Uuid;

/// Letters of a channel that a process sends at once.
const AT_ONCE: u64 = 8;
/// How long a process may take for what it has claimed.
const CLAIM: TimeDelta = TimeDelta::minutes(10);
/// After the first, second … failure the next attempt waits so long; after the last the letter is given up.
pub const PAUSES: [TimeDelta; 6] = [
    TimeDelta::seconds(30),
    TimeDelta::minutes(2),
    TimeDelta::minutes(10),
    TimeDelta::hours(1),
    TimeDelta::hours(4),
    TimeDelta::hours(12),
];
/// How long a letter that is on its way is waited for when the process is told to end.
const GRACE: Duration = Duration::from_secs(3);
/// Pauses before what came of a letter is noted again, where the database did not take it.
const NOTE_AGAIN: [Duration; 3] =
    [Duration::from_millis(500), Duration::from_secs(5), Duration::from_secs(20)];
/// Why a letter was given up that was not sent in time.
const LATE: &str = "it could not be sent before it was of no use any more";

/// Sends letters in the name of one process.
#[derive(Clone)]
pub struct Worker {
    /// Where letters wait.
    pub database: Database,
    /// The ways out.
    pub post: Arc<Post>,
    /// Which process this is.
    pub process: Uuid,
    /// What time it is.
    pub clock: Clock,
}

impl Worker {
    /// Sends what is due on `channel` until nothing is, or the process is told to end; returns how many letters were
    /// tried.
    pub async fn send_due(&self, channel: Channel, ended: &watch::Receiver<bool>) -> Result<usize, DbErr> {
        let mut tried = 0;
        while !*ended.borrow() {
            let Some(letters) = self.claim(channel).await? else { break };
            tried += letters.len();
            let mut sending = JoinSet::new();
            for letter in letters {
                let (worker, ended) = (self.clone(), ended.clone());
                sending.spawn(async move { worker.send(letter, ended).await });
            }
            while let Some(noted) = sending.join_next().await {
                noted.map_err(|error| DbErr::Custom(format!("the sending was stopped: {error}")))??;
            }
        }
        Ok(tried)
    }

    /// Gives up what is late, and claims what is due, but for what has to wait for the end of quiet hours: they may have
    /// been chosen, or have begun, since the letter was written. Most of the time nothing is due: then there is none, and
    /// nothing is written.
    async fn claim(&self, channel: Channel) -> Result<Option<Vec<Stored>>, DbErr> {
        let now = self.clock.now();
        if !store::is_due(self.database.reader(), channel, now).await? {
            return Ok(None);
        }
        let transaction = self.database.begin().await?;
        let late = store::expire(&transaction, channel, now, LATE).await?;
        let claimed = store::claim(&transaction, channel, (self.process, now + CLAIM), now, AT_ONCE).await?;
        let nothing = claimed.is_empty();
        let spent = !nothing && channel == Channel::Sms && short::are_spent(&transaction, now).await?;
        if spent {
            tracing::error!("the short messages of the day are spent: those that wait are sent tomorrow");
        }
        let mut letters = Vec::with_capacity(claimed.len());
        for letter in claimed {
            let whose = (letter.urgency, letter.account);
            let quiet = notices::quiet_until(&transaction, whose, letter.expires_at, now).await?;
            match quiet.or(spent.then(|| short::tomorrow(now))) {
                Some(end) => store::put_off(&transaction, letter.id, end).await?,
                None => letters.push(letter),
            }
        }
        transaction.commit().await?;
        count(channel, "dead", late);
        Ok((!nothing).then_some(letters))
    }

    async fn send(&self, letter: Stored, ended: watch::Receiver<bool>) -> Result<(), DbErr> {
        let Some(outgoing) = outgoing(&letter) else {
            return Err(DbErr::Custom(format!("the letter {} waits and has no text", letter.id)));
        };
        let outcome = tokio::select! {
            outcome = self.post.send(&outgoing) => outcome.map(drop),
            () = over(ended) => Err(Refusal::later("the program ended before an answer came")),
        };
        let mut pauses = NOTE_AGAIN.iter();
        loop {
            match (self.note(&letter, &outcome).await, pauses.next()) {
                (Ok(()), _) => return Ok(()),
                (Err(error), None) => return Err(error),
                (Err(_), Some(pause)) => tokio::time::sleep(*pause).await,
            }
        }
    }

    /// Notes what came of an attempt, and what it says about the address.
    async fn note(&self, letter: &Stored, outcome: &Result<(), Refusal>) -> Result<(), DbErr> {
        let now = self.clock.now();
        let (channel, recipient) = (letter.channel, letter.recipient.as_str());
        let reason = outcome.as_ref().err().map(|refusal| without_recipient(&refusal.reason, letter));
        let reason = reason.as_deref().unwrap_or_default();
        let noted = match outcome {
            Ok(()) => Noted::Sent(now),
            Err(refusal) => match next_attempt(letter.attempts, now).filter(|_| !refusal.for_good) {
                Some(next) => Noted::Later(next, reason),
                None => Noted::Dead(reason),
            },
        };
        let transaction = self.database.begin().await?;
        let ours = store::note(&transaction, letter.id, self.process, &noted).await?;
        match outcome {
            Ok(()) => store::undeliverable::clear(&transaction, channel, recipient).await?,
            Err(refusal) if refusal.bad_address => {
                store::undeliverable::mark(&transaction, channel, recipient, (now, reason)).await?;
            }
            Err(_) => {}
        }
        transaction.commit().await?;
        if !ours {
            tracing::warn!(letter = %letter.id, "a letter took longer than its claim; it may be sent twice");
        }
        match noted {
            Noted::Sent(_) => count(channel, "sent", 1),
            Noted::Later(..) => count(channel, "later", 1),
            Noted::Dead(_) => {
                tracing::warn!(letter = %letter.id, kind = letter.kind, "a letter was given up");
                count(channel, "dead", 1);
            }
        }
        Ok(())
    }
}

/// The letter as it is handed over; none if its text has been erased.
fn outgoing(letter: &Stored) -> Option<Outgoing> {
    Some(Outgoing {
        id: letter.id,
        channel: letter.channel,
        recipient: letter.recipient.clone(),
        language: letter.language.clone(),
        subject: letter.subject.clone(),
        text: letter.text.clone()?,
        html: letter.html.clone(),
        written_at: letter.created_at,
        unsubscribe: letter.unsubscribe.clone(),
    })
}

/// Sends `letter` right away, past the table; says what was answered.
pub async fn send_now(
    post: &Post,
    letter: &Letter,
    base_url: &str,
    at: DateTime<Utc>,
) -> Result<String, Refusal> {
    let Composed { subject, text, html } = compose(letter, base_url, at);
    let outgoing = Outgoing {
        id: MessageId::new(at),
        channel: letter.recipient.channel(),
        recipient: letter.recipient.as_str().to_owned(),
        language: letter.language.code().to_owned(),
        subject,
        text,
        html,
        written_at: at,
        unsubscribe: letter.said.ends().map(str::to_owned),
    };
    post.send(&outgoing).await
}

/// When a letter is tried again after so many attempts; none once they are enough.
fn next_attempt(attempts: i32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let failures = usize::try_from(attempts).unwrap_or(0).max(1);
    PAUSES.get(failures - 1).map(|pause| now + *pause)
}

/// Servers repeat the address that they refuse; lists show it masked.
fn without_recipient(reason: &str, letter: &Stored) -> String {
    let recipient = match letter.channel {
        Channel::Email => Recipient::Email(letter.recipient.clone()),
        Channel::Sms => Recipient::Phone(letter.recipient.clone()),
    };
    if letter.recipient.is_empty() {
        reason.to_owned()
    } else {
        reason.replace(&letter.recipient, &recipient.masked())
    }
}

/// Ends some seconds after the process was told to end.
async fn over(mut ended: watch::Receiver<bool>) {
    if ended.wait_for(|ended| *ended).await.is_err() {
        std::future::pending::<()>().await;
    }
    tokio::time::sleep(GRACE).await;
}

fn count(channel: Channel, outcome: &'static str, letters: u64) {
    metrics::counter!(MESSAGES, "channel" => channel.name(), "outcome" => outcome).increment(letters);
}

/// Lets all counts begin at nought, so that the first letter is seen as one.
pub(crate) fn begin_counts() {
    for channel in [Channel::Email, Channel::Sms] {
        for outcome in ["sent", "later", "dead"] {
            count(channel, outcome, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_tried_seven_times_in_less_than_a_day() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        assert_eq!(next_attempt(1, now), Some(now + TimeDelta::seconds(30)));
        assert_eq!(next_attempt(6, now), Some(now + TimeDelta::hours(12)));
        assert_eq!(next_attempt(7, now), None);
        assert!(PAUSES.iter().sum::<TimeDelta>() < TimeDelta::days(1));
    }
}
