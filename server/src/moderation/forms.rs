//! What people type when they report an advert, and what officers type when they decide.

use crate::access::model::of_code;
use crate::moderation::model::ReportReason;
use crate::unseen::without_unseen;
use serde::Deserialize;
use std::collections::BTreeMap;
use views::posting::{Problem, Problems};

/// Longest text of a report, in characters.
const LONGEST: usize = 2_000;

/// A report, as it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ReportFields {
    pub(super) reason: String,
    pub(super) said: String,
}

impl ReportFields {
    /// What is wrong, and words; or what is wrong with the form.
    pub(super) fn read(&self) -> Result<(ReportReason, String), Problems> {
        let said = without_unseen(self.said.trim());
        let mut problems = Problems::default();
        let reason = of_code(&self.reason);
        if reason.is_none() {
            problems.fields.push(("reason", Problem::Choose));
        }
        if said.chars().count() > LONGEST {
            problems.fields.push(("said", Problem::Long));
        }
        match reason {
            Some(reason) if problems.is_empty() => Ok((reason, said)),
            Some(_) | None => Err(problems),
        }
    }
}

/// A decision, as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DecideFields(BTreeMap<String, String>);

impl DecideFields {
    /// As the pairs of a form; of a name that comes twice, the last.
    pub(super) fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    /// Code of what is done.
    pub(super) fn step(&self) -> &str {
        self.0.get("step").map_or("", |text| text.trim())
    }

    /// Why.
    pub(super) fn reason(&self) -> String {
        let name = format!("reason_{}", self.step());
        let typed = self.0.get(&name).map_or("", |text| text.trim());
        without_unseen(typed).chars().take(LONGEST).collect()
    }
}
