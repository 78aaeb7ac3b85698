//! An organisation asks a person for consent, and the person is written to.

use super::{REQUEST, with_purpose};
use crate::access::model::{Grant, Permission};
use crate::accounts::commands::write_to;
use crate::audit::model::{Action, Actor, Code, Origin, Subject};
use crate::audit::{self, Event};
use crate::clock::{day_begins, day_in_vientiane, days_after};
use crate::consent::model::{Purposes, Request};
use crate::consent::store;
use crate::db::{Database, locks};
use crate::ids::{AccountId, ConsentRequestId, OrganisationId, PersonId};
use crate::mail::Said;
use crate::organisations;
use crate::people::model::Visibility;
use crate::unseen::without_unseen;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// Most letters of a reason.
const REASON: usize = 500;

/// Proof that somebody may see people for an organisation.
#[derive(Clone, Debug)]
pub struct Asker {
    account: AccountId,
    organisation: OrganisationId,
    role: Code,
}

impl Asker {
    /// Proof by a grant; none where it is of something else, or of other organisations.
    pub fn of(grant: &Grant, account: AccountId, organisation: OrganisationId) -> Option<Self> {
        let role = grant.role.code().parse().ok()?;
        let may =
            grant.permission == Permission::SeePeople && grant.reach.organisations.contains(&organisation);
        may.then_some(Self { account, organisation, role })
    }
}

/// Where and when somebody asks.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    /// The tables.
    pub database: &'a Database,
    /// From where.
    pub origin: &'a Origin,
    /// Address of the site.
    pub base_url: &'a str,
    /// Finished address of the page at which requests are answered.
    pub link: &'a str,
    /// The present moment.
    pub at: DateTime<Utc>,
}

/// Why nobody was asked.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// There is no such person, or it is hidden: nobody learns which.
    #[error("there is no such person")]
    Unknown,
    /// Nobody has claimed the record: nobody can answer.
    #[error("nobody can answer for this person")]
    NobodyAnswers,
    /// The organisation may not ask for this.
    #[error("the organisation may not ask for this purpose")]
    Purpose,
    /// The organisation is not verified.
    #[error("the organisation is not verified")]
    NotVerified,
    /// No reason, or more than 500 letters.
    #[error("the reason is missing or too long")]
    Reason,
    /// The same is asked already.
    #[error("the same is asked already")]
    Open,
    /// The person lets the organisation see this already.
    #[error("the person consented to this already")]
    Live,
    /// The organisation has asked as often as it may today.
    #[error("no more can be asked today")]
    TooMany,
    /// The database refused.
    #[error("the person could not be asked")]
    Database(#[from] DbErr),
}

/// Asks a person to let an organisation see what a purpose asks for, with the reason in the asker's own words.
pub async fn ask(
    asking: Asking<'_>,
    asker: &Asker,
    person: PersonId,
    (purpose, reason): (&str, &str),
) -> Result<ConsentRequestId, AskError> {
    let transaction = asking.database.begin().await?;
    let request = written(&transaction, asking, asker, person, (purpose, reason)).await?;
    if !store::insert_request(&transaction, &request).await? {
        return Err(AskError::Open);
    }
    let actor = Actor::Account(asker.account.as_uuid());
    let subject = Subject::of(REQUEST, request.id.as_uuid());
    let event = Event::new(actor, asker.role.clone(), Action::Created, subject).about(person);
    let origin = asking.origin.clone().of_office(Some(&asker.organisation));
    let event = with_purpose(event, purpose).because(&request.reason).from(origin);
    audit::record(&transaction, &event, asking.at).await?;
    transaction.commit().await?;
    Ok(request.id)
}

/// The request as it is written, once everything speaks for it and the letter is on its way.
async fn written(
    transaction: &DatabaseTransaction,
    asking: Asking<'_>,
    asker: &Asker,
    person: PersonId,
    (purpose, reason): (&str, &str),
) -> Result<Request, AskError> {
    let (today, at, organisation) = (day_in_vientiane(asking.at), asking.at, asker.organisation);
    let reason = without_unseen(reason);
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.is_empty() || reason.chars().count() > REASON {
        return Err(AskError::Reason);
    }
    let brief = organisations::commands::brief(transaction, organisation).await?.ok_or(AskError::Purpose)?;
    if !brief.verification.may_publish(today) {
        return Err(AskError::NotVerified);
    }
    let purposes = Purposes::shipped();
    if !purposes.for_kind(brief.kind).iter().any(|of| of.code == purpose) {
        return Err(AskError::Purpose);
    }
    // Two who ask at once would each see one fewer.
    locks::wait_for(transaction, &format!("consent requests {organisation}")).await?;
    if store::asked_since(transaction, organisation, day_begins(today)).await?
        >= u64::from(purposes.terms.a_day)
    {
        return Err(AskError::TooMany);
    }
    if store::standing(transaction, person).await? != Some(person) {
        return Err(AskError::Unknown);
    }
    let held = store::person(transaction, person).await?.filter(|held| held.visibility != Visibility::Hidden);
    let held = held.ok_or(AskError::Unknown)?;
    let account = held.account.ok_or(AskError::NobodyAnswers)?;
    store::lapse(transaction, person, (today, at)).await?;
    let recipient = crate::consent::model::Recipient::Organisation(organisation);
    if !store::live_for(transaction, person, (purpose, recipient), today).await?.is_empty() {
        return Err(AskError::Live);
    }
    let request = Request {
        id: ConsentRequestId::new(at),
        person,
        organisation,
        purpose: purpose.to_owned(),
        reason,
        asked_by: asker.account,
        asked_at: at,
        open_until: days_after(today, u64::from(purposes.terms.open_days)),
        answer: None,
    };
    let (until, link) = (request.open_until, asking.link.to_owned());
    let said = Said::ConsentAsked { organisation: brief.name, until, link };
    write_to(transaction, account, said, (asking.base_url, at)).await?;
    Ok(request)
}
