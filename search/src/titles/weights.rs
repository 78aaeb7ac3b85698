//! The numbers that the shipped method is weighed with.

use serde::{Deserialize, Serialize};

/// Weights of the parts of a score; fitted by [`fit`](super::fit), stored as data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct Weights {}
