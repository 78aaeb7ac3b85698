//! From facts to a proof.

use super::check::{Case, Check};
use super::{Evidence, Facts, Finding, Proof, Rule, RuleBook, Subject, Version};
use crate::Verdict;
use chrono::NaiveDate;

impl RuleBook {
    /// What the rules of `subject` say of these facts on `today`. A rule that did not hold on the day that counts, or
    /// in none of whose cases this is, says nothing.
    pub fn judge(&self, subject: Subject, facts: &Facts, today: NaiveDate) -> Proof {
        let findings = self.rules().filter_map(|rule| finding(rule, subject, facts, today)).collect();
        Proof { judged_on: today, findings }
    }
}

fn finding(rule: &Rule, subject: Subject, facts: &Facts, today: NaiveDate) -> Option<Finding> {
    let mut found: Option<Finding> = None;
    for case in rule.cases.iter().filter(|case| case.subject == subject) {
        let counted_on = case.counted_on.and_then(|fact| facts.day_of(fact)).unwrap_or(today);
        let Some(version) = rule.on(counted_on) else { continue };
        let Some((verdict, evidence)) = judged(case, version, facts, today) else { continue };
        match &mut found {
            Some(finding) => {
                finding.verdict = worse(finding.verdict, verdict);
                finding.evidence.extend(evidence);
            }
            None => {
                found = Some(Finding {
                    rule: rule.code.clone(),
                    version: version.key,
                    number: version.number,
                    effect: rule.effect,
                    standing: version.standing,
                    counted_on,
                    verdict,
                    evidence,
                });
            }
        }
    }
    found
}

/// What a case says; nothing where it is not this case. Where nobody knows whether it is, only what holds either way
/// is known: that it is met.
fn judged(
    case: &Case,
    version: &Version,
    facts: &Facts,
    today: NaiveDate,
) -> Option<(Verdict, Vec<Evidence>)> {
    let weighed = |checks: &[Check]| -> Vec<Evidence> {
        checks.iter().map(|check| evidence(check, version, facts, today)).collect()
    };
    let conditions = weighed(&case.when);
    let applies = worst(&conditions);
    if applies == Verdict::NotMet {
        return None;
    }
    let mut evidence = weighed(&case.checks);
    let verdict = match (applies, worst(&evidence)) {
        (Verdict::Unknown, Verdict::NotMet) => Verdict::Unknown,
        (_, verdict) => verdict,
    };
    evidence.extend(conditions);
    Some((verdict, evidence))
}

fn evidence(check: &Check, version: &Version, facts: &Facts, today: NaiveDate) -> Evidence {
    let limit = check.value.as_ref().and_then(|name| version.values.get(name));
    Evidence {
        fact: check.fact,
        found: facts.get(check.fact).cloned(),
        is: check.is,
        limit: limit.cloned(),
        verdict: check.verdict(facts, limit, today),
    }
}

fn worst(evidence: &[Evidence]) -> Verdict {
    evidence.iter().fold(Verdict::Met, |worst, one| worse(worst, one.verdict))
}

/// One no is a no; without one, what is unknown decides.
fn worse(a: Verdict, b: Verdict) -> Verdict {
    match (a, b) {
        (Verdict::NotMet, _) | (_, Verdict::NotMet) => Verdict::NotMet,
        (Verdict::Unknown, _) | (_, Verdict::Unknown) => Verdict::Unknown,
        (Verdict::Met, Verdict::Met) => Verdict::Met,
    }
}
