//! Who looks at people, who may find whom, what is seen, and when looking becomes too much.

mod alarm;
mod asked;
mod known;
mod limits;
mod onlooker;
mod purpose;
mod sighted;

pub use alarm::{Alarm, AlarmKind, Closed, Listed};
pub use asked::Asked;
pub use known::{Known, Work};
pub use limits::{Limits, LimitsError};
pub use onlooker::{Onlooker, Scope};
pub use purpose::{Purpose, Purposes, PurposesError};
pub use sighted::{Born, Covered, Sighted, Told};
