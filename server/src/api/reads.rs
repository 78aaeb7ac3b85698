//! What a token was shown of people: recorded before it is given out, one event a call, and one about each who is named.

use super::access::Looking;
use super::call::Call;
use super::problem::Problem;
use crate::audit::Event;
use crate::audit::model::{Action, Actor, OPERATOR, PERSON, Subject, VACANCY};
use crate::ids::{PersonId, VacancyId};
use crate::seen::commands::listed_by_program;
use crate::seen::model::Sighted;

/// What is given out of a person, as the answer names it.
const FIELDS: &[&str] = &["id", "headline", "occupations", "province", "skills"];
/// What is given out besides to programs of organisations, as far as each may be seen.
const SEEN: &[&str] = &["district", "of_age", "name"];

/// What of people a call gives out.
pub(super) enum Shown<'s> {
    /// Some of all who were found.
    Found {
        /// Whom the answer lists.
        listed: &'s [&'s Sighted],
        /// How many there are.
        of: u64,
    },
    /// People for a vacancy.
    For(VacancyId, &'s [&'s Sighted]),
    /// One person.
    One(PersonId),
}

impl Shown<'_> {
    fn listed(&self) -> &[&Sighted] {
        match self {
            Self::Found { listed, .. } | Self::For(_, listed) => listed,
            Self::One(_) => &[],
        }
    }

    fn event(&self, looking: Looking) -> Event {
        let (subject, reason) = match self {
            Self::Found { listed, of } => {
                let listed = listed.len();
                (Subject::any(PERSON), format!("a search listed {listed} of {of} people"))
            }
            Self::For(id, listed) => (
                Subject::of(VACANCY, id.as_uuid()),
                format!("{} people were listed for a vacancy", listed.len()),
            ),
            Self::One(id) => {
                (Subject::of(PERSON, id.as_uuid()), "vacancies were asked for a person".to_owned())
            }
        };
        let Looking { token, origin, onlooker } = looking;
        let role = onlooker.role.and_then(|role| role.code().parse().ok()).unwrap_or(OPERATOR);
        let event = Event::new(Actor::token(&token), role, Action::Read, subject);
        let fields = if onlooker.audience.is_some() { [FIELDS, SEEN].concat() } else { FIELDS.to_vec() };
        let event = event.fields(&fields).because(&reason).from(origin);
        match self {
            Self::One(id) => event.about(*id),
            Self::Found { .. } | Self::For(..) => event,
        }
    }
}

impl Call {
    /// Records what is about to be given out; what cannot be recorded is not given out.
    pub(super) async fn record(&self, looking: Looking, shown: &Shown<'_>) -> Result<(), Problem> {
        let (database, at) = (&self.platform.database, self.platform.clock.now());
        let organisation = looking.onlooker.organisations.first().copied();
        let event = shown.event(looking);
        let is_list = matches!(shown, Shown::Found { .. } | Shown::For(..));
        let Some(organisation) = organisation.filter(|_| is_list) else {
            let recorded = self.platform.recorder.record(database, event, at).await;
            return recorded.map_err(|error| Problem::internal(&error));
        };
        if listed_by_program(database, organisation, (event, shown.listed()), at).await? {
            return Ok(());
        }
        let detail = "the programs of the organisation were given as many lists or names of people today as they may be";
        Err(Problem::too_many_requests(detail))
    }
}
