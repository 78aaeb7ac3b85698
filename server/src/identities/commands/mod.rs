//! What is done about who is who: one file for each errand.

mod claimed;
mod decide;
pub mod follow;
mod own;
mod read;
mod reseal;
mod tell;
mod verify;

pub use claimed::claimed;
pub use decide::{DecideError, decide};
pub use own::{OpenError, TellError, add, keep, papers, remove, whole_numbers};
pub use read::{
    Compared, Looked, Papers, ReadError, compared, counts, is_looked_at, is_proposed, papers_of, queue,
};
pub use reseal::{ResealError, reseal};
pub use verify::{Verified, VerifyError, verify};

pub use super::store::Found;

use super::model::{IdKind, Identifier, Record, Says, Source, rests_on_a_number};
use super::store::{self, Opening};
use crate::access::model::{Audience, Grant, Permission, Reach, Role};
use crate::audit::model::{Action, Actor, Code, Origin, PERSON, PLATFORM, Subject};
use crate::audit::{self, Event};
use crate::db::Database;
use crate::ids::{AccountId, CaseId, IdentifierId, PersonId};
use crate::keys::Keys;
use chrono::{DateTime, Utc};
use sea_orm::{ActiveEnum, DatabaseTransaction, DbErr};

/// Two records that may be of one person, as a kind of thing.
const CASE: Code = Code::known("duplicate_case");
/// The number of a document, as a kind of thing.
const IDENTIFIER: Code = Code::known("person_identifier");

/// Where something is done about numbers, from where, and when.
pub struct Desk<'a> {
    /// The tables.
    pub database: &'a Database,
    /// What seals numbers and makes their digests.
    pub keys: &'a Keys,
    /// Address of the site.
    pub base_url: &'a str,
    /// From where.
    pub origin: &'a Origin,
    /// The present moment.
    pub at: DateTime<Utc>,
}

/// Proof that somebody decides who is who in an area.
#[derive(Clone, Debug)]
pub struct Officer {
    account: AccountId,
    role: Role,
    reach: Reach,
    audience: Option<Audience>,
}

impl Officer {
    /// Proof by a grant; none where it is of something else.
    pub fn of(grant: &Grant, account: AccountId) -> Option<Self> {
        let holds = grant.permission == Permission::DecideDuplicates;
        let (role, audience) = (grant.role, grant.audience);
        holds.then(|| Self { account, role, reach: grant.reach.clone(), audience })
    }

    /// As whom the officer sees fields of a person.
    pub fn audience(&self) -> Option<Audience> {
        self.audience
    }

    /// Whether a record lies in the officer's area.
    pub fn reaches(&self, record: &Record) -> bool {
        self.reach.holds(record.province, record.district)
    }

    /// Whether it is that account.
    pub fn is(&self, account: AccountId) -> bool {
        self.account == account
    }

    /// An event of what the officer does, in which role and for which office.
    fn does(&self, (action, subject): (Action, Subject), origin: &Origin) -> Event {
        let actor = Actor::Account(self.account.as_uuid());
        let role = self.role.code().parse().unwrap_or(PLATFORM);
        let origin = origin.clone().of_office(self.reach.organisations.first());
        Event::new(actor, role, action, subject).from(origin)
    }

    /// The same, about a person.
    fn event(&self, what: (Action, Subject), person: PersonId, origin: &Origin) -> Event {
        self.does(what, origin).about(person)
    }
}

/// For what digests of a kind of number are made.
fn purpose(kind: IdKind) -> String {
    format!("identifier {}", kind.to_value())
}

fn case_subject(id: CaseId) -> Subject {
    Subject::of(CASE, id.as_uuid())
}

fn person_subject(id: PersonId) -> Subject {
    Subject::of(PERSON, id.as_uuid())
}

fn identifier_subject(id: IdentifierId) -> Subject {
    Subject::of(IDENTIFIER, id.as_uuid())
}

/// Opens a case, unless there is one about the pair; writes to those whose first one it is. Of a case that rests on a
/// number alone nobody hears before it is decided.
async fn open_case(
    transaction: &DatabaseTransaction,
    opening: Opening,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<Option<CaseId>, DbErr> {
    let (pair, quiet) = (opening.pair, rests_on_a_number(opening.origin, &opening.says));
    let Some(id) = store::open(transaction, opening, at).await? else { return Ok(None) };
    let event = Event::new(Actor::System, PLATFORM, Action::Created, case_subject(id));
    if quiet {
        audit::record(transaction, &event, at).await?;
        return Ok(Some(id));
    }
    for person in [pair.0, pair.1] {
        let event = event.clone().about(person);
        audit::record(transaction, &event, at).await?;
        if store::pending(transaction, person).await? == 1 {
            tell::write(transaction, &[person], tell::Told::Alike, (base_url, at)).await?;
        }
    }
    Ok(Some(id))
}

/// Lets an officer look at two records that bear one number, also where one has told them apart before.
async fn open_for_number(
    transaction: &DatabaseTransaction,
    pair: (PersonId, PersonId),
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), DbErr> {
    let says = Says::default().with_document();
    let opening = Opening { pair, weight: 0.0, says, origin: Source::Document };
    if open_case(transaction, opening, (base_url, at)).await?.is_none()
        && let Some(id) = store::reopen(transaction, pair, at).await?
    {
        let event = Event::new(Actor::System, PLATFORM, Action::Changed, case_subject(id));
        audit::record(transaction, &event.because("a number was told again"), at).await?;
    }
    Ok(())
}

/// The number among those of a person.
fn held(papers: &[Identifier], id: IdentifierId) -> Option<&Identifier> {
    papers.iter().find(|paper| paper.id == id)
}
