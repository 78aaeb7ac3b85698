//! What rules, their versions and the decisions about them are.

mod definition;
mod state;
mod unit;
mod version;

pub use definition::{DefinitionError, Instrument, RuleDefinition, Topic};
pub use state::{Past, Refused, State, Step};
pub use unit::{Unit, UnitError, value_field};
pub use version::{Confidence, RuleVersion, Shelved, Taken};

pub use matching::rules::VersionKey;
pub use seed_data::{AlternativeRow, ValueRow, Worded};
