//! Somebody consents: asked or not, alone or before a witness.

use super::{CONSENT, Owning, REQUEST, with_purpose};
use crate::audit::model::{Action, Actor, Code, Origin, Subject};
use crate::audit::{self, Event};
use crate::clock::{day_begins, day_in_vientiane, days_after};
use crate::consent::model::{Answer, Audience, Channel, Consent, DataClass, Purpose, Purposes, Recipient};
use crate::consent::store;
use crate::db::locks;
use crate::ids::{AccountId, ConsentId, ConsentRequestId, PersonId};
use crate::organisations;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// Most letters of the name of a witness.
const WITNESS: usize = 200;

/// Why somebody did not consent.
#[derive(Debug, thiserror::Error)]
pub enum GiveError {
    /// There is no such purpose, or it is not for this recipient.
    #[error("nobody can consent to this for this recipient")]
    Purpose,
    /// The end is missing, has passed, or lies too far ahead.
    #[error("the consent has to end between today and {0}")]
    End(NaiveDate),
    /// It holds already.
    #[error("this consent holds already")]
    Live,
    /// Nobody witnessed it.
    #[error("the name of the witness is missing or too long")]
    Witness,
    /// The database refused.
    #[error("the consent could not be noted")]
    Database(#[from] DbErr),
}

/// What somebody consents to.
#[derive(Clone, Debug)]
pub struct Wish<'a> {
    /// Code of the purpose.
    pub purpose: &'a str,
    /// Who may see it.
    pub recipient: Recipient,
    /// The last day; none only where the purpose asks for none.
    pub ends: Option<NaiveDate>,
    /// The language in which the words were read.
    pub language: &'a str,
    /// Those of the purpose's classes that are shown; all of them where nothing is said.
    pub only: Option<&'a [DataClass]>,
}

/// The purpose, if somebody can consent to it for this recipient until that day.
async fn checked(
    connection: &impl ConnectionTrait,
    wish: &Wish<'_>,
    today: NaiveDate,
) -> Result<&'static Purpose, GiveError> {
    let purpose = Purposes::shipped().purpose(wish.purpose).ok_or(GiveError::Purpose)?;
    let fits = match (&purpose.audience, wish.recipient) {
        (Audience::Kind(kind), Recipient::Kind(of)) => *kind == of,
        (Audience::Organisation(kinds) | Audience::AppliedTo(kinds), Recipient::Organisation(id)) => {
            let brief = organisations::commands::brief(connection, id).await?;
            brief.is_some_and(|brief| kinds.contains(&brief.kind))
        }
        (Audience::Kind(_), Recipient::Organisation(_))
        | (Audience::Organisation(_) | Audience::AppliedTo(_), Recipient::Kind(_)) => false,
    };
    if !fits {
        return Err(GiveError::Purpose);
    }
    let longest = purpose.longest_days.map(|days| days_after(today, u64::from(days)));
    match (longest, wish.ends) {
        (None, None) => Ok(purpose),
        (None, Some(ends)) if ends >= today => Ok(purpose),
        (Some(longest), Some(ends)) if (today..=longest).contains(&ends) => Ok(purpose),
        (longest, _) => Err(GiveError::End(longest.unwrap_or(NaiveDate::MAX))),
    }
}

/// Which words were heard, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Number of their version.
    pub version: i32,
    /// The day on which somebody agreed to them.
    pub on: NaiveDate,
}

/// Who gives it, through whom, and when.
struct Giving<'a> {
    person: PersonId,
    channel: Channel,
    witness: Option<&'a str>,
    recorded_by: Option<AccountId>,
    /// The words that were heard; those of the day where none are told.
    heard: Option<Heard>,
    at: DateTime<Utc>,
}

/// Writes what was consented to, in the words that were heard; it begins on the day on which they were.
async fn write(
    transaction: &DatabaseTransaction,
    giving: &Giving<'_>,
    wish: &Wish<'_>,
) -> Result<ConsentId, GiveError> {
    let Giving { person, channel, witness, recorded_by, heard, at } = giving;
    let today = day_in_vientiane(*at);
    let purpose = checked(transaction, wish, today).await?;
    let shipped = Purposes::shipped();
    let words = match heard {
        Some(heard) => shipped.version(wish.purpose, wish.language, heard.version),
        None => shipped.words(wish.purpose, wish.language, today),
    };
    let words = words.ok_or(GiveError::Purpose)?;
    let starts = heard.map_or(today, |heard| heard.on.min(today));
    // Whoever was joined with another since the page was drawn answers for that one.
    let person = store::standing(transaction, *person).await?.ok_or(GiveError::Purpose)?;
    // Of two answers at once one holds.
    locks::wait_for(transaction, &format!("consents of {person}")).await?;
    if !store::live_for(transaction, person, (wish.purpose, wish.recipient), today).await?.is_empty() {
        return Err(GiveError::Live);
    }
    let id = ConsentId::new(*at);
    let given = Consent {
        id,
        person,
        purpose: wish.purpose.to_owned(),
        recipient: wish.recipient,
        classes: chosen(purpose, wish.only)?,
        text_version: words.version,
        language: wish.language.to_owned(),
        channel: *channel,
        witness: witness.map(str::to_owned),
        recorded_by: *recorded_by,
        given_at: if starts < today { day_begins(starts) } else { *at },
        starts,
        ends: wish.ends,
        withdrawn_at: None,
    };
    store::insert(transaction, &given).await?;
    Ok(id)
}

/// What is shown: those of the purpose's classes that were chosen, of which there is one at least.
fn chosen(purpose: &Purpose, only: Option<&[DataClass]>) -> Result<Vec<DataClass>, GiveError> {
    let kept = |class: &&DataClass| only.is_none_or(|only| only.contains(class));
    let classes: Vec<DataClass> = purpose.classes.iter().filter(kept).copied().collect();
    if classes.is_empty() { Err(GiveError::Purpose) } else { Ok(classes) }
}

/// Somebody consents for the own record, alone and without being asked.
pub async fn give(owning: Owning<'_>, wish: &Wish<'_>) -> Result<ConsentId, GiveError> {
    let transaction = owning.database.begin().await?;
    let id = given_alone(&transaction, owning, wish).await?;
    transaction.commit().await?;
    Ok(id)
}

pub(super) async fn given_alone(
    transaction: &DatabaseTransaction,
    owning: Owning<'_>,
    wish: &Wish<'_>,
) -> Result<ConsentId, GiveError> {
    let giving = Giving {
        person: owning.person,
        channel: Channel::Own,
        witness: None,
        recorded_by: Some(owning.account),
        heard: None,
        at: owning.at,
    };
    let id = write(transaction, &giving, wish).await?;
    let subject = Subject::of(CONSENT, id.as_uuid());
    owning.record(transaction, Action::Approved, subject, (wish.purpose, &["ends"])).await?;
    Ok(id)
}

/// What is written down of a consent that somebody gave before a witness.
pub struct Assisted<'a> {
    /// Whose record it is.
    pub person: PersonId,
    /// How it was given: not by the person alone.
    pub channel: Channel,
    /// Which words were heard, and when.
    pub heard: Heard,
    /// Who was there.
    pub witness: &'a str,
    /// Who writes it down.
    pub recorded_by: AccountId,
    /// In which role.
    pub role: Code,
    /// From where.
    pub origin: &'a Origin,
    /// When.
    pub at: DateTime<Utc>,
}

/// Writes down what somebody consented to before a witness, in the transaction of whoever does so.
pub async fn give_assisted(
    transaction: &DatabaseTransaction,
    assisted: &Assisted<'_>,
    wish: &Wish<'_>,
) -> Result<ConsentId, GiveError> {
    let witness = assisted.witness.split_whitespace().collect::<Vec<_>>().join(" ");
    let seen = !witness.is_empty() && witness.chars().count() <= WITNESS;
    if !seen || assisted.channel == Channel::Own {
        return Err(GiveError::Witness);
    }
    let giving = Giving {
        person: assisted.person,
        channel: assisted.channel,
        witness: Some(&witness),
        recorded_by: Some(assisted.recorded_by),
        heard: Some(assisted.heard),
        at: assisted.at,
    };
    let id = write(transaction, &giving, wish).await?;
    let actor = Actor::Account(assisted.recorded_by.as_uuid());
    let subject = Subject::of(CONSENT, id.as_uuid());
    let event = Event::new(actor, assisted.role.clone(), Action::Approved, subject).about(assisted.person);
    let event = with_purpose(event, wish.purpose).fields(&["ends", "witness"]).from(assisted.origin.clone());
    audit::record(transaction, &event, assisted.at).await?;
    Ok(id)
}

/// Why a request was not answered.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// There is none of this key, it is to another, or it was answered or lapsed.
    #[error("there is no such request to be answered")]
    Unknown,
    /// The consent could not be given.
    #[error(transparent)]
    Give(#[from] GiveError),
    /// The database refused.
    #[error("the answer could not be noted")]
    Database(#[from] DbErr),
}

/// Answers a request: yes until a day, in the words of a language, or no.
pub async fn answer(
    owning: Owning<'_>,
    id: ConsentRequestId,
    yes: Option<(NaiveDate, &str)>,
) -> Result<(), AnswerError> {
    let transaction = owning.database.begin().await?;
    let asked = store::request(&transaction, (owning.person, id)).await?;
    let asked = asked.filter(|asked| asked.is_open(day_in_vientiane(owning.at)));
    let asked = asked.ok_or(AnswerError::Unknown)?;
    let outcome = if let Some((ends, language)) = yes {
        let recipient = Recipient::Organisation(asked.organisation);
        let wish = Wish { purpose: &asked.purpose, recipient, ends: Some(ends), language, only: None };
        (Answer::Given, Some(given_alone(&transaction, owning, &wish).await?))
    } else {
        let subject = Subject::of(REQUEST, id.as_uuid());
        owning.record(&transaction, Action::Rejected, subject, (&asked.purpose, &[])).await?;
        (Answer::Refused, None)
    };
    // Of two answers at once only the first counts.
    if !store::answer(&transaction, id, outcome, owning.at).await? {
        return Err(AnswerError::Unknown);
    }
    transaction.commit().await?;
    Ok(())
}
