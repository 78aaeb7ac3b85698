//! An account for each role, and the record of whoever looks for work.

use super::organisations;
use crate::access::model::{Policy, Role};
use crate::accounts::commands::demo::{self, Made, Making};
use crate::accounts::model::Contact;
use crate::app::Platform;
use crate::commands::failure::Failure;
use crate::ids::AccountId;
use crate::people;
use crate::seeding::SOURCE;

/// The host of all addresses: nobody has it.
const HOST: &str = "viak.example";

/// Somebody of the demonstration.
pub(super) struct Player {
    /// In which role.
    pub(super) role: Role,
    /// The address to sign in with.
    pub(super) contact: Contact,
    /// The account.
    pub(super) made: Made,
}

/// Everybody of the demonstration.
pub(super) struct Cast {
    /// One for each role.
    pub(super) players: Vec<Player>,
}

impl Cast {
    /// Whoever has a role.
    pub(super) fn player(&self, role: Role) -> Option<&Player> {
        self.players.iter().find(|player| player.role == role)
    }

    /// The account of whoever has a role.
    pub(super) fn account(&self, role: Role) -> Option<AccountId> {
        self.player(role).map(|player| player.made.id)
    }
}

/// Makes what is missing: accounts, what they belong to, and whose records they are.
pub(super) async fn make(platform: &Platform) -> Result<Cast, Failure> {
    let at = platform.clock.now();
    let (database, keys, hashing) = (&platform.database, platform.keys()?, &platform.hashing);
    let making = Making { database, keys, hashing, at };
    let mut players = Vec::new();
    for role in Role::all() {
        let contact: Contact = format!("{}@{HOST}", role.code().replace('_', "-")).parse()?;
        let made = demo::make(&making, &contact, asks_for_code(role)).await?;
        players.push(Player { role, contact, made });
    }
    let cast = Cast { players };
    if let Some(seeker) = cast.account(Role::Seeker) {
        people::commands::demo::take_record(database, seeker, SOURCE, at).await?;
    }
    organisations::settle(platform, &cast).await?;
    Ok(cast)
}

/// Whether a role asks for a second factor, or comes with looking after an organisation, which does.
fn asks_for_code(role: Role) -> bool {
    organisations::administers(role)
        || Policy::shipped().role(role).is_some_and(|policy| policy.second_factor)
}
