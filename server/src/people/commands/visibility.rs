//! Owners of profiles that employers see are asked again, warned twice, and hidden: one transaction a profile.

use crate::accounts::commands::write_to;
use crate::audit::{
    self, Event,
    model::{Action, Actor, PERSON, PLATFORM, Subject},
};
use crate::clock::day_in_vientiane;
use crate::db::Database;
use crate::mail::Said;
use crate::people::model::Visibility;
use crate::people::renewal::{Terms, TermsError, Turn};
use crate::people::store::own::{self, Write};
use crate::people::store::reminders::{self, Due, Seen};
use chrono::{DateTime, Utc};
use sea_orm::DbErr;

/// Profiles that are looked after in one turn; the others wait for the next.
const AT_ONCE: u64 = 200;
/// Letters before a profile is hidden: a question and two warnings.
const LETTERS: i32 = 3;

/// Why owners could not be asked.
#[derive(Debug, thiserror::Error)]
pub enum RenewError {
    /// The table of days cannot be used.
    #[error(transparent)]
    Terms(#[from] TermsError),
    /// The database refused.
    #[error("owners of profiles could not be asked again")]
    Database(#[from] DbErr),
}

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Renewed {
    /// Owners that were asked.
    pub asked: usize,
    /// Owners that were warned.
    pub warned: usize,
    /// Profiles that were hidden.
    pub hidden: usize,
}

/// Asks, warns and hides what is due at a moment; `link` is the address at which owners choose.
pub async fn renew(
    database: &Database,
    (base_url, link): (&str, &str),
    at: DateTime<Utc>,
) -> Result<Renewed, RenewError> {
    let terms = Terms::shipped()?;
    let mut renewed = Renewed::default();
    for told in 0..=LETTERS {
        let (turn, age) = terms.next(told);
        let due = Due { said_before: at - age, told, told_before: at - terms.pause() };
        for seen in reminders::due(database.reader(), due, AT_ONCE).await? {
            if !tell(database, (&terms, turn), seen, (base_url, link), at).await? {
                continue;
            }
            match turn {
                Turn::Ask => renewed.asked += 1,
                Turn::Warn => renewed.warned += 1,
                Turn::Hide => renewed.hidden += 1,
            }
        }
    }
    Ok(renewed)
}

/// One step for one profile; not taken where its owner has said something meanwhile.
async fn tell(
    database: &Database,
    (terms, turn): (&Terms, Turn),
    seen: Seen,
    (base_url, link): (&str, &str),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let transaction = database.begin().await?;
    let told = (seen.told + 1).min(LETTERS);
    if !reminders::note(&transaction, seen, told, at).await? {
        return Ok(false);
    }
    let link = link.to_owned();
    let until = day_in_vientiane(terms.hidden_at(seen.since, told, at));
    let said = match turn {
        Turn::Ask => Said::ProfileAsked { until, link },
        Turn::Warn => Said::ProfileWarned { until, link },
        Turn::Hide => Said::ProfileHidden { link },
    };
    if turn == Turn::Hide {
        own::write(&transaction, seen.id, Write::Visibility(Visibility::Hidden), at).await?;
        own::tell(&transaction, seen.id, at).await?;
        let subject = Subject::of(PERSON, seen.id.as_uuid());
        let event = Event::new(Actor::System, PLATFORM, Action::Changed, subject)
            .about(seen.id)
            .fields(&["visibility"])
            .because("the owner did not answer");
        audit::record(&transaction, &event, at).await?;
    }
    write_to(&transaction, seen.account, said, (base_url, at)).await?;
    transaction.commit().await?;
    Ok(true)
}
