//! What a rule said of something, with all that it said so by.

use super::{Comparison, Effect, Fact, FactValue, Standing, Value, VersionKey};
use crate::Verdict;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A fact that was held against a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The fact.
    pub fact: Fact,
    /// What it is; none where it is not known.
    pub found: Option<FactValue>,
    /// How it was compared.
    pub is: Comparison,
    /// What it was compared with; none for a yes or a no, and where the rule's value is not known.
    pub limit: Option<Value>,
    /// What came of it.
    pub verdict: Verdict,
}

/// What one rule said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Code of the rule.
    pub rule: String,
    /// The version that it was judged by.
    pub version: VersionKey,
    /// Number of that version within the rule.
    pub number: u32,
    /// What not keeping to it leads to.
    pub effect: Effect,
    /// Whether that version might refuse by itself.
    pub standing: Standing,
    /// The day whose version counted.
    pub counted_on: NaiveDate,
    /// The verdict.
    pub verdict: Verdict,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
}

/// What is to be done about a finding, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consequence {
    /// Nothing.
    Nothing,
    /// It is told.
    Told,
    /// Whoever does it is warned.
    Warned,
    /// A person decides.
    Reviewed,
    /// It is refused.
    Refused,
}

/// What the rules said of something on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// The day of the decision.
    pub judged_on: NaiveDate,
    /// What each rule that applied said, by code.
    pub findings: Vec<Finding>,
}

impl Finding {
    /// What is to be done. What a rule that nobody confirmed would refuse, and what nobody knows, a person decides.
    pub fn consequence(&self) -> Consequence {
        match (self.verdict, self.effect, self.standing) {
            (Verdict::Met, _, _) => Consequence::Nothing,
            (_, Effect::Inform, _) => Consequence::Told,
            (_, Effect::Warn, _) => Consequence::Warned,
            (Verdict::NotMet, Effect::Refuse, Standing::Confirmed) => Consequence::Refused,
            (Verdict::NotMet | Verdict::Unknown, Effect::Refuse | Effect::Review, _) => Consequence::Reviewed,
        }
    }
}

impl Proof {
    /// The gravest of what is to be done.
    pub fn consequence(&self) -> Consequence {
        self.findings.iter().map(Finding::consequence).max().unwrap_or(Consequence::Nothing)
    }

    /// What leads to this, by code.
    pub fn leading_to(&self, consequence: Consequence) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.consequence() == consequence)
    }
}
