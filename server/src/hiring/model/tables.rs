//! For which reasons does an application end, who acts by when, and which words go to many at once? Tables, read once.

use super::stage::{Hand, Stage, Step};
use crate::access::model::of_code;
use crate::shipped;
use seed_data::{AnswerTemplateRow, BannedGroundRow, ExitReasonRow, StageTermRow, TableError};
use std::sync::LazyLock;
use views::Locale;

/// Words in three languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said([String; 3]);

impl Said {
    fn of(lo: &str, en: &str, vi: &str) -> Self {
        Self([lo, en, vi].map(str::to_owned))
    }

    /// The words for a reader.
    pub fn to(&self, locale: Locale) -> &str {
        let [lo, en, vi] = &self.0;
        match locale {
            Locale::Lao => lo,
            Locale::English => en,
            Locale::Vietnamese => vi,
        }
    }
}

/// A reason for which an application ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Its code.
    pub code: String,
    /// The stage at which it ends.
    pub exit: Stage,
    /// Who gives it.
    pub hand: Hand,
    /// In words.
    pub said: Said,
}

/// Who acts at a stage, and by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The stage.
    pub stage: Stage,
    /// Who acts next.
    pub actor: Hand,
    /// Days within which an answer is due.
    pub days: u32,
    /// Days after which whoever is to act is reminded.
    pub remind: Option<u32>,
    /// Days after which the application is closed.
    pub close: Option<u32>,
}

/// Words that go with a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its code.
    pub code: String,
    /// The step.
    pub step: Step,
    /// In words.
    pub said: Said,
}

/// All tables of hiring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    reasons: Vec<Reason>,
    banned: Vec<String>,
    terms: Vec<Term>,
    templates: Vec<Template>,
}

/// Why the tables cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TablesError {
    /// A table cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A code that nobody knows.
    #[error("{0:?} is no {1}")]
    Unknown(String, &'static str),
    /// A reason rests on a ground on which nobody may be turned away.
    #[error("{0} is no lawful reason")]
    Banned(String),
}

/// The shipped tables; a test holds that they can be read. Where they cannot no application can be ended with a reason.
static SHIPPED: LazyLock<Tables> = LazyLock::new(|| {
    shipped::or_nothing(
        Tables::shipped_or_error(),
        "the tables of hiring cannot be read: nobody is turned away, and nothing is due",
    )
});

impl Tables {
    /// The tables in force.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The shipped tables, or what is wrong with them.
    pub fn shipped_or_error() -> Result<Self, TablesError> {
        let (reasons, banned) = (seed_data::exit_reasons()?, seed_data::banned_grounds()?);
        Self::of((&reasons, &banned), &seed_data::stage_terms()?, &seed_data::answer_templates()?)
    }

    /// Reads tables.
    pub fn of(
        (reasons, banned): (&[ExitReasonRow], &[BannedGroundRow]),
        terms: &[StageTermRow],
        templates: &[AnswerTemplateRow],
    ) -> Result<Self, TablesError> {
        let banned: Vec<String> = banned.iter().map(|row| row.ground.clone()).collect();
        if let Some(row) = reasons.iter().find(|row| banned.contains(&row.reason)) {
            return Err(TablesError::Banned(row.reason.clone()));
        }
        Ok(Self {
            reasons: reasons.iter().map(reason).collect::<Result<_, _>>()?,
            banned,
            terms: terms.iter().map(term).collect::<Result<_, _>>()?,
            templates: templates.iter().map(template).collect::<Result<_, _>>()?,
        })
    }

    /// The reasons that somebody can give for an end, in their order.
    pub fn reasons(&self, exit: Stage, hand: Hand) -> impl Iterator<Item = &Reason> {
        self.reasons.iter().filter(move |reason| reason.exit == exit && reason.hand == hand)
    }

    /// The reason of a code.
    pub fn reason(&self, code: &str) -> Option<&Reason> {
        self.reasons.iter().find(|reason| reason.code == code)
    }

    /// Whether a code names a ground on which nobody may be turned away.
    pub fn is_banned(&self, code: &str) -> bool {
        self.banned.iter().any(|ground| ground == code)
    }

    /// Who acts at a stage, and by when; none where nobody has to.
    pub fn term(&self, stage: Stage) -> Option<Term> {
        self.terms.iter().copied().find(|term| term.stage == stage)
    }

    /// The terms of all stages at which somebody is to act.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The words of a code.
    pub fn template(&self, code: &str) -> Option<&Template> {
        self.templates.iter().find(|template| template.code == code)
    }

    /// The words that go with a step.
    pub fn template_of(&self, step: Step) -> Option<&Template> {
        self.templates.iter().find(|template| template.step == step)
    }
}

fn known<T>(code: &str, held: Option<T>, what: &'static str) -> Result<T, TablesError> {
    held.ok_or_else(|| TablesError::Unknown(code.to_owned(), what))
}

fn reason(row: &ExitReasonRow) -> Result<Reason, TablesError> {
    let ExitReasonRow { reason, exit, hand, lo, en, vi, source: _ } = row;
    let stage: Stage = known(exit, of_code(exit), "stage")?;
    let exit = known(exit, Some(stage).filter(|stage| stage.is_over()), "end")?;
    let hand = known(hand, of_code(hand), "hand")?;
    Ok(Reason { code: reason.clone(), exit, hand, said: Said::of(lo, en, vi) })
}

fn term(row: &StageTermRow) -> Result<Term, TablesError> {
    let StageTermRow { stage, actor, days, remind_days, close_days, source: _ } = row;
    let (stage, actor) = (known(stage, of_code(stage), "stage")?, known(actor, of_code(actor), "hand")?);
    Ok(Term { stage, actor, days: *days, remind: *remind_days, close: *close_days })
}

fn template(row: &AnswerTemplateRow) -> Result<Template, TablesError> {
    let AnswerTemplateRow { template, step, lo, en, vi, source: _ } = row;
    let step = known(step, of_code(step), "step")?;
    Ok(Template { code: template.clone(), step, said: Said::of(lo, en, vi) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hiring::model::after;

    #[test]
    fn every_end_has_reasons_of_whoever_can_end_it_and_every_row_a_source() {
        let tables = Tables::shipped_or_error().unwrap();
        for line in crate::hiring::model::TABLE.iter().filter(|line| line.3.is_over()) {
            assert!(tables.reasons(line.3, line.2).next().is_some(), "{line:?}");
        }
        assert!(seed_data::exit_reasons().unwrap().iter().all(|row| !row.source.trim().is_empty()));
        assert!(seed_data::stage_terms().unwrap().iter().all(|row| !row.source.trim().is_empty()));
        assert!(tables.template_of(Step::Reject).is_some() && tables.template_of(Step::Shortlist).is_some());
    }

    #[test]
    fn whoever_is_to_act_at_a_stage_can_and_a_reminder_comes_before_the_end() {
        for term in Tables::shipped_or_error().unwrap().terms {
            let acts = seed_steps().any(|step| after(Some(term.stage), step, term.actor).is_some());
            assert!(acts && term.days > 0, "{term:?}");
            assert!(term.close.is_none_or(|close| term.remind < Some(close)), "{term:?}");
            let closes = after(Some(term.stage), Step::Lapse, Hand::Platform).is_some();
            assert_eq!(closes, term.close.is_some(), "{term:?}");
        }
    }

    fn seed_steps() -> impl Iterator<Item = Step> {
        use sea_orm::Iterable;
        Step::iter()
    }

    #[test]
    fn no_ground_on_which_nobody_may_be_turned_away_is_a_reason() {
        let (mut reasons, banned) =
            (seed_data::exit_reasons().unwrap(), seed_data::banned_grounds().unwrap());
        assert_eq!(banned.len(), 8, "the grounds of LAB-09");
        "age".clone_into(&mut reasons[0].reason);
        assert!(matches!(Tables::of((&reasons, &banned), &[], &[]), Err(TablesError::Banned(_))));
        assert!(Tables::shipped().is_banned("pregnancy") && !Tables::shipped().is_banned("skills_missing"));
    }
}
