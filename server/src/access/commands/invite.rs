//! Somebody is asked to become a member, and comes.

use super::{Giver, SeatError, Steward, checked, longest};
use crate::access::model::{INVITATION_LIVES, Invitation, Membership, Offered, Seat};
use crate::access::store;
use crate::accounts::{self, model::Contact};
use crate::audit::model::Action;
use crate::clock::day_in_vientiane;
use crate::db::{Database, locks};
use crate::digest::{hexadecimal, sha256};
use crate::ids::{AccountId, InvitationId, MembershipId};
use crate::mail::{self, Letter, Said};
use crate::organisations;
use crate::organisations::model::OrganisationKind;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use views::Locale;

/// Who is asked, to what, in which language.
#[derive(Clone, Debug)]
pub struct Inviting<'a> {
    /// Who.
    pub contact: &'a Contact,
    /// To what.
    pub seat: &'a Seat,
    /// The language of the letter.
    pub language: Locale,
    /// Address of the site.
    pub base_url: &'a str,
    /// Address of the page where invitations are accepted, to which the token is added.
    pub page: &'a str,
}

/// Why somebody was not asked.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// The role cannot be had like this.
    #[error(transparent)]
    Seat(#[from] SeatError),
    /// It is of another organisation.
    #[error("the seat is in another organisation")]
    Elsewhere,
    /// Nobody gives themselves a role of an office.
    #[error("a role of an office is given by somebody else")]
    Oneself,
    /// An invitation of this contact to this seat waits to be accepted.
    #[error("this invitation was sent already and waits to be accepted")]
    Waits,
    /// Too many wait, or were sent within a day.
    #[error("too many invitations of this organisation wait to be accepted, or were sent today")]
    TooMany,
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    Random(#[from] getrandom::Error),
    /// The database refused.
    #[error("the invitation could not be noted")]
    Database(#[from] DbErr),
}

/// Invitations of an organisation that may wait at once: each is a letter to somebody who did not ask for it.
const AT_MOST: usize = 50;
/// Invitations of an organisation within a day, those that were taken back too.
const A_DAY: u64 = 50;
/// The same where nobody has verified the organisation: its name, which anybody may choose, stands in the letter.
const A_DAY_UNVERIFIED: u64 = 10;

/// Asks whoever has a contact to become a member, by a letter with an address that works for a fortnight.
pub async fn invite(
    database: &Database,
    (giver, steward): (&Giver, Steward),
    inviting: &Inviting<'_>,
    at: DateTime<Utc>,
) -> Result<InvitationId, InviteError> {
    let Inviting { contact, seat, language, base_url, page } = inviting;
    if seat.organisation != Some(steward.organisation()) {
        return Err(InviteError::Elsewhere);
    }
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    let token = hexadecimal(&bytes);
    let transaction = database.begin().await?;
    // Two at once would each not count the other.
    locks::wait_for(&transaction, &format!("invitations {}", steward.organisation())).await?;
    let organisation = checked(&transaction, seat).await??;
    let verified =
        organisation.as_ref().is_some_and(|brief| brief.verification.may_publish(day_in_vientiane(at)));
    let a_day = if verified { A_DAY } else { A_DAY_UNVERIFIED };
    let waiting = store::invitations_to(&transaction, steward.organisation(), at).await?;
    if waiting.iter().any(|held| held.contact == contact.as_str() && held.seat == **seat) {
        return Err(InviteError::Waits);
    }
    let sent = store::sent_since(&transaction, steward.organisation(), at - TimeDelta::days(1)).await?;
    if waiting.len() >= AT_MOST || sent >= a_day {
        return Err(InviteError::TooMany);
    }
    let inviters: Vec<AccountId> = giver.account.into_iter().collect();
    let inviter = accounts::commands::entries(&transaction, &inviters).await?.pop();
    let oneself = inviter.as_ref().is_some_and(|inviter| inviter.is_reached_by(contact.as_str()));
    if oneself && organisation.as_ref().is_some_and(|brief| brief.kind == OrganisationKind::Office) {
        return Err(InviteError::Oneself);
    }
    let invitation = Invitation {
        id: InvitationId::new(at),
        contact: contact.as_str().to_owned(),
        seat: (*seat).clone(),
        created_at: at,
        expires_at: at + INVITATION_LIVES,
    };
    store::insert_invitation(&transaction, &invitation, &sha256(token.as_bytes()), giver.account).await?;
    let said = Said::Invitation {
        organisation: organisation.map(|brief| brief.name).unwrap_or_default(),
        inviter: inviter.map(|entry| entry.name().to_owned()).unwrap_or_default(),
        link: format!("{base_url}{page}{token}"),
    };
    let letter = Letter {
        recipient: contact.recipient(),
        language: *language,
        said,
        account: None,
        expires_at: Some(at + INVITATION_LIVES - TimeDelta::days(1)),
    };
    mail::enqueue(&transaction, &letter, base_url, at).await?;
    giver.record(&transaction, Action::Shared, invitation.id.as_uuid(), (&seat.role.code(), at)).await?;
    transaction.commit().await?;
    Ok(invitation.id)
}

/// The invitation of a token, or of a key where it was sent to a contact of the account; as long as it can be accepted.
async fn held(
    connection: &impl ConnectionTrait,
    (account, named): (AccountId, &str),
    at: DateTime<Utc>,
) -> Result<Option<Invitation>, DbErr> {
    let Ok(id) = named.parse::<InvitationId>() else {
        return store::invitation_of_digest(connection, &sha256(named.as_bytes()), at).await;
    };
    Ok(waiting(connection, account, at).await?.into_iter().find(|invitation| invitation.id == id))
}

/// The invitations to the contacts of an account that can be accepted.
async fn waiting(
    connection: &impl ConnectionTrait,
    account: AccountId,
    at: DateTime<Utc>,
) -> Result<Vec<Invitation>, DbErr> {
    let own = accounts::commands::entries(connection, &[account]).await?;
    let contacts: Vec<String> =
        own.into_iter().flat_map(|entry| [entry.phone, entry.email]).flatten().collect();
    store::invitations_for(connection, &contacts, at).await
}

/// The invitations that were sent to a contact of an account, for its first page.
pub async fn invited(
    connection: &impl ConnectionTrait,
    account: AccountId,
    at: DateTime<Utc>,
) -> Result<Vec<Offered>, DbErr> {
    let mut offered = Vec::new();
    for invitation in waiting(connection, account, at).await? {
        offered.push(with_organisation(connection, invitation).await?);
    }
    Ok(offered)
}

/// The invitation that an address names, by its token or, for whoever was meant, by its key.
pub async fn offered(
    connection: &impl ConnectionTrait,
    named: (AccountId, &str),
    at: DateTime<Utc>,
) -> Result<Option<Offered>, DbErr> {
    match held(connection, named, at).await? {
        Some(invitation) => Ok(Some(with_organisation(connection, invitation).await?)),
        None => Ok(None),
    }
}

async fn with_organisation(
    connection: &impl ConnectionTrait,
    invitation: Invitation,
) -> Result<Offered, DbErr> {
    let organisation = match invitation.seat.organisation {
        Some(id) => organisations::commands::brief(connection, id).await?,
        None => None,
    };
    Ok(Offered { invitation, organisation })
}

/// Why an invitation was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// It ran out, was withdrawn, or was accepted.
    #[error("the invitation can no longer be accepted")]
    Gone,
    /// It was sent to another phone or mailbox than those of the account.
    #[error("the invitation was sent to another phone number or address than those of this account")]
    Another,
    /// What it is to is no longer to be had.
    #[error(transparent)]
    Seat(#[from] SeatError),
    /// The database refused.
    #[error("the membership could not be noted")]
    Database(#[from] DbErr),
}

/// Makes whoever is signed in a member, if the invitation was sent to them: a letter that was passed on opens nothing. A role
/// that is given for a time alone is given for the longest.
pub async fn accept(
    database: &Database,
    giver: &Giver,
    (account, token): (AccountId, &str),
    at: DateTime<Utc>,
) -> Result<MembershipId, AcceptError> {
    let transaction = database.begin().await?;
    let Invitation { id, contact, seat, .. } =
        held(&transaction, (account, token), at).await?.ok_or(AcceptError::Gone)?;
    let own = accounts::commands::entries(&transaction, &[account]).await?;
    if !own.iter().any(|entry| entry.is_reached_by(&contact)) {
        return Err(AcceptError::Another);
    }
    checked(&transaction, &seat).await??;
    if !store::accept(&transaction, id, account, at).await? {
        return Err(AcceptError::Gone);
    }
    let same = |held: &Membership| held.seat == seat;
    let live = store::live_of(&transaction, account, at).await?.into_iter().find(same);
    let membership = if let Some(held) = live {
        held.id
    } else {
        let when = (at, longest(seat.role, at));
        store::insert_membership(&transaction, (account, giver.account), &seat, when).await?
    };
    giver.record(&transaction, Action::Created, membership.as_uuid(), (&seat.role.code(), at)).await?;
    transaction.commit().await?;
    Ok(membership)
}

/// Takes an invitation back; no, where there is none of this key that waits.
pub async fn withdraw(
    database: &Database,
    (giver, steward): (&Giver, Steward),
    id: InvitationId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let transaction = database.begin().await?;
    let withdrawn = store::withdraw(&transaction, id, steward.organisation(), at).await?;
    if withdrawn {
        giver.record(&transaction, Action::Removed, id.as_uuid(), ("invitation", at)).await?;
    }
    transaction.commit().await?;
    Ok(withdrawn)
}
