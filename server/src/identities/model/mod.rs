//! Documents by which people are known, and cases of two records that may be of one person.

mod case;
mod kind;
mod merge;
mod paper;
mod record;
mod says;

pub use case::{Case, CaseState, Decided, Judgement, Refused, Source, rests_on_a_number};
pub use kind::{Formats, FormatsError, IdKind, Number, NumberError};
pub use merge::{Moved, MovedOccupation, MovedSkill, Seen, Stood, Taken};
pub use paper::{Identifier, Method, NewIdentifier};
pub use record::Record;
pub use says::{Said, Says, Spoken};
