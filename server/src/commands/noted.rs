//! What somebody at the command line was shown of people, as one event of the trail for each command.

use super::failure::Failure;
use crate::app::Platform;
use crate::audit::model::{Action, Actor, OPERATOR, PERSON, Subject};
use crate::audit::{self, Event};
use crate::ids::PersonId;

/// Which people.
#[derive(Clone, Copy)]
pub(super) enum Shown {
    /// One, in whose own trail it stands.
    One(PersonId),
    /// Several.
    Several,
}

/// Notes it, before it is printed: which fields were shown, and by which command, with how many.
pub(super) async fn people(
    platform: &Platform,
    shown: Shown,
    fields: &[&str],
    said: &str,
) -> Result<(), Failure> {
    let subject = match shown {
        Shown::One(id) => Subject::of(PERSON, id.as_uuid()),
        Shown::Several => Subject::any(PERSON),
    };
    let event = Event::new(Actor::CommandLine, OPERATOR, Action::Read, subject).fields(fields).because(said);
    let event = match shown {
        Shown::One(id) => event.about(id),
        Shown::Several => event,
    };
    let transaction = platform.database.begin().await?;
    audit::record(&transaction, &event, platform.clock.now()).await?;
    transaction.commit().await?;
    Ok(())
}
