//! What a token was shown of people: recorded before it is given out, one event a call.

use super::access::Looking;
use super::call::Call;
use super::problem::Problem;
use crate::audit::Event;
use crate::audit::model::{Action, Actor, OPERATOR, PERSON, Subject, VACANCY};
use crate::ids::{PersonId, VacancyId};

/// What is given out of a person, as the answer names it.
const FIELDS: &[&str] = &["id", "headline", "occupations", "province", "skills"];
/// What is given out besides to programs of organisations, as far as each may be seen.
const SEEN: &[&str] = &["district", "of_age", "name", "phone", "email"];

/// What of people a call gives out.
pub(super) enum Shown {
    /// Some of all who were found.
    Found {
        /// How many the answer lists.
        listed: usize,
        /// How many there are.
        of: u64,
    },
    /// People for a vacancy.
    For(VacancyId, usize),
    /// One person.
    One(PersonId),
}

impl Shown {
    fn event(&self, looking: Looking) -> Event {
        let (subject, reason) = match self {
            Self::Found { listed, of } => {
                (Subject::any(PERSON), format!("a search listed {listed} of {of} people"))
            }
            Self::For(id, listed) => {
                (Subject::of(VACANCY, id.as_uuid()), format!("{listed} people were listed for a vacancy"))
            }
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
    pub(super) async fn record(&self, looking: Looking, shown: &Shown) -> Result<(), Problem> {
        let event = shown.event(looking);
        let recorded =
            self.platform.recorder.record(&self.platform.database, event, self.platform.clock.now());
        recorded.await.map_err(|error| Problem::internal(&error))
    }
}
