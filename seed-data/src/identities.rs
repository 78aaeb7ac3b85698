//! Which documents tell who somebody is, how their numbers look, and what two records of one person have in common.

use crate::table::{TableError, table};
use serde::Deserialize;

/// A kind of document, and how its number looks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct IdKindRow {
    /// Its code.
    pub kind: String,
    /// `digits`, or `letters` where Latin letters may stand among them.
    pub signs: String,
    /// Fewest signs.
    pub shortest: usize,
    /// Most signs.
    pub longest: usize,
    /// Whether the number is one person's: `yes`, or `no` where several share it.
    pub one_person: String,
    /// Who set it.
    pub source: String,
}

/// All kinds of documents.
pub fn id_kinds() -> Result<Vec<IdKindRow>, TableError> {
    table!("identities/kinds.csv")
}

/// How likely fields agree in two records of one person and in two of different people, as JSON: estimated without
/// labels on the generated world of five thousand people, of whom three in a hundred are registered twice.
pub fn linkage_model() -> &'static str {
    include_str!("../data/identities/linkage.json")
}
