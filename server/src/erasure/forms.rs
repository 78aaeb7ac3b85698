//! What is typed into the forms of erasures.

use super::commands::Spoken;
use super::model::Words;
use serde::Deserialize;

/// Every field that such a form may have; each form reads its own.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    pub(super) password: String,
    pub(super) code: String,
    pub(super) reason: String,
    pub(super) witness: String,
}

impl Fields {
    /// What an officer says; or which of reason and witness is none.
    pub(super) fn spoken(&self) -> Result<Spoken, (bool, bool)> {
        match (self.reason.parse::<Words>(), self.witness.parse::<Words>()) {
            (Ok(reason), Ok(witness)) => Ok(Spoken { reason, witness }),
            (reason, witness) => Err((reason.is_err(), witness.is_err())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reason_and_witness_are_both_asked_for_and_told_at_once() {
        let fields = |reason: &str, witness: &str| Fields {
            reason: reason.to_owned(),
            witness: witness.to_owned(),
            ..Fields::default()
        };
        assert_eq!(fields("", " ").spoken().unwrap_err(), (true, true));
        assert_eq!(fields("ມາເອງ", "").spoken().unwrap_err(), (false, true));
        assert_eq!(fields("ມາເອງ", "ທ້າວ ຄຳ").spoken().unwrap().witness.as_str(), "ທ້າວ ຄຳ");
    }
}
