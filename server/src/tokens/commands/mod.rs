//! What is done with tokens: one file for each errand.

mod list;
mod make;
mod remind;
mod revoke;
mod verify;

pub use list::{Reading, list, sums};
pub use make::{CreateTokenError, Made, Wanted, create, create_for, create_of, make};
pub use remind::remind;
pub use revoke::{RevokeError, revoke};
pub use verify::{note_use, verify};

use super::model::Token;
use crate::access::commands::Steward;
use crate::access::model::{Grant, Permission};
use crate::audit::By;
use crate::audit::model::{self, Actor, Code, Origin, Subject};
use crate::digest::sha256;
use crate::ids::{AccountId, OrganisationId};

/// What every token begins with, so that leak scanners and people recognise one.
const PREFIX: &str = "viak_";
/// Random bytes of a token.
const BYTES: usize = 32;

fn digest(token: &str) -> String {
    sha256(token.as_bytes())
}

/// A token as the trail names it: the beginning of its digest, as the events of its own calls do.
fn subject(digest: &str) -> Subject {
    Subject::named(model::TOKEN, &Actor::token(digest).to_string())
}

/// Proof that somebody may see tokens and take them back: all of them, or those of one organisation.
#[derive(Clone, Debug)]
pub struct Keeper {
    account: Option<AccountId>,
    by: By,
    of: Option<OrganisationId>,
}

impl Keeper {
    /// Somebody at the command line.
    pub fn at_command_line() -> Self {
        Self { account: None, by: By::at_command_line(), of: None }
    }

    /// An administrator of the platform, by a grant; none where it is of something else.
    pub fn of_all(grant: &Grant, account: AccountId, origin: Origin) -> Option<Self> {
        let by = By::account(account.as_uuid(), Code::known("system_admin"), origin);
        let holds = grant.permission == Permission::ManageAccounts;
        holds.then_some(Self { account: Some(account), by, of: None })
    }

    /// An administrator of an organisation, for its own tokens.
    pub fn of_organisation(steward: Steward, account: AccountId, origin: Origin) -> Self {
        let by = By::account(account.as_uuid(), Code::known("administrator"), origin);
        Self { account: Some(account), by, of: Some(steward.organisation()) }
    }

    /// Whether a token is one of those.
    fn keeps(&self, token: &Token) -> bool {
        self.of.is_none_or(|organisation| token.organisation == Some(organisation))
    }
}
