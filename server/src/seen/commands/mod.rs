//! Looking at people: finding, opening, showing what is covered, and alarms. One file for each errand.

mod alarms;
mod find;
mod listed;
mod open;
mod reveal;

pub use alarms::{CloseError, alarms, close};
pub use find::{as_employers_see, found};
pub use listed::{listed_by_program, recommendation_counted, search_counted};
pub use open::{Opened, counts_opened, open};
pub use reveal::{RevealError, reveal};

use super::model::Onlooker;
use super::store;
use crate::audit::model::{Action, Actor, Code, Origin, Subject};
use crate::audit::{self, Event};
use crate::clock::day_in_vientiane;
use crate::db::Database;
use crate::ids::AccountId;
use chrono::{DateTime, Utc};
use sea_orm::DbErr;

/// What looking at somebody is for, as the trail names it.
const LOOK: Code = Code::known("look");

/// Somebody who looks at people, from where.
#[derive(Clone, Debug)]
pub struct By {
    /// Who.
    pub account: AccountId,
    /// As whom.
    pub onlooker: Onlooker,
    /// From where.
    pub origin: Origin,
}

impl By {
    /// An event of this onlooker. For whom it looks stands beside from where: the organisation, if it is for one.
    fn event(&self, action: Action, subject: Subject) -> Event {
        let origin = self.origin.clone().of_office(self.onlooker.organisations.first());
        Event::new(Actor::Account(self.account.as_uuid()), self.role(), action, subject).from(origin)
    }

    fn role(&self) -> Code {
        let code = self.onlooker.role.and_then(|role| role.code().parse().ok());
        code.unwrap_or(audit::model::PLATFORM)
    }
}

/// Forgets how often somebody looked at people on days that are over.
pub async fn forget_old(database: &Database, at: DateTime<Utc>) -> Result<(), DbErr> {
    let transaction = database.begin().await?;
    store::forget_before(&transaction, day_in_vientiane(at)).await?;
    transaction.commit().await
}
