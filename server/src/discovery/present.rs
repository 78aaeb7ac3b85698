//! Why a person and an opening fit, and what is missing: keys become labels, labels become sentences.

use crate::http::language::of_labels;
use crate::reference::ReferenceBook;
use crate::reference::spoken::language_code;
use crate::written;
use matching::{Condition, Gap, IscoCode, LanguageKey, Level, Opening, Profile, Reason, SkillKey, Verdict};
use search::Concept;
use views::reasons::{
    ConditionView, GapView, ReasonView, VerdictView, condition_text, gap_text, reason_text, verdict_text,
};
use views::words::{self, SkillLevelWord};
use views::{Locale, format};

/// A person and an opening that were judged, and who reads about it.
#[derive(Clone, Copy)]
pub(crate) struct Pair<'a> {
    /// Where labels come from.
    pub(crate) book: &'a ReferenceBook,
    /// The reader's language.
    pub(crate) locale: Locale,
    /// The person.
    pub(crate) profile: &'a Profile,
    /// The opening.
    pub(crate) opening: &'a Opening,
}

/// A reason, gap or condition: its kind for machines, its sentence for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// Code of the kind.
    pub(crate) kind: &'static str,
    /// In the reader's language.
    pub(crate) text: String,
}

/// A condition of an opening with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Judged {
    /// The condition.
    pub(crate) said: Said,
    /// `met`, `not_met` or `unknown`.
    pub(crate) verdict: &'static str,
    /// The verdict in the reader's language.
    pub(crate) verdict_text: String,
}

impl Pair<'_> {
    /// A reason.
    pub(crate) fn reason(&self, reason: &Reason) -> Said {
        let view = match reason {
            Reason::SameOccupation => ReasonView::SameOccupation { label: self.wanted_occupation() },
            Reason::NearOccupation { .. } => ReasonView::NearOccupation {
                label: self.nearest_occupation(),
                wanted: self.wanted_occupation(),
            },
            Reason::Skills { held, wanted } => ReasonView::Skills {
                held: held.iter().map(|key| self.skill(*key)).collect(),
                wanted: *wanted,
            },
            Reason::CertifiedSkill(key) => ReasonView::CertifiedSkill { label: self.skill(*key) },
            Reason::Qualification => ReasonView::Qualification {
                level: self.profile.qualification.or(self.opening.qualification).unwrap_or_default(),
            },
            Reason::Experience { months } => {
                ReasonView::Experience { years: months / 12, months: months % 12 }
            }
            Reason::Language(key) => ReasonView::Language { label: self.language(*key) },
            Reason::Near { km } => ReasonView::Near { km: *km },
            Reason::Remote => ReasonView::Remote,
            Reason::WouldGoAbroad => ReasonView::WouldGoAbroad,
            Reason::WageMeetsWish => ReasonView::WageMeetsWish,
            Reason::AvailableByStart => ReasonView::AvailableNow,
        };
        Said { kind: reason_kind(reason), text: reason_text(self.locale, &view) }
    }

    /// Something that is missing.
    pub(crate) fn gap(&self, gap: &Gap) -> Said {
        let view = match gap {
            Gap::Occupation { .. } => GapView::Occupation { wanted: self.wanted_occupation() },
            Gap::Skill { skill, essential } => {
                GapView::Skill { label: self.skill(*skill), essential: *essential }
            }
            Gap::SkillLevel { skill, has, wanted } => GapView::SkillLevel {
                label: self.skill(*skill),
                known: has.is_some(),
                wanted: words::skill_level(self.locale, level_word(*wanted)),
            },
            Gap::Qualification { has, wanted } => GapView::Qualification { has: *has, wanted: *wanted },
            Gap::Experience { has, wanted } => GapView::Experience { has: *has, wanted: *wanted },
            Gap::Language { language, wanted, .. } => GapView::Language {
                label: self.language(*language),
                level: Some(words::language_level(*wanted)),
            },
            Gap::Distance { km } => GapView::Distance { km: *km },
            Gap::StaysAtHome => GapView::Abroad,
            Gap::Wage { wish, offered } => {
                GapView::Wage { wish: self.kip_a_month(*wish), offered: self.kip_a_month(*offered) }
            }
            Gap::AvailableLater { from } => {
                GapView::AvailableLater { date: written::day(self.locale, *from) }
            }
            Gap::Condition { condition, verdict } => GapView::Condition {
                condition: self.condition_view(condition),
                verdict: verdict_view(*verdict),
            },
        };
        Said { kind: gap_kind(gap), text: gap_text(self.locale, &view) }
    }

    /// A condition of the opening.
    pub(crate) fn condition(&self, condition: &Condition, verdict: Verdict) -> Judged {
        let text = condition_text(self.locale, &self.condition_view(condition));
        Judged {
            said: Said { kind: condition_kind(condition), text },
            verdict: verdict_code(verdict),
            verdict_text: verdict_text(self.locale, verdict_view(verdict)),
        }
    }

    fn condition_view(&self, condition: &Condition) -> ConditionView {
        match condition {
            Condition::Licence(key) => ConditionView::Licence {
                label: self.book.licences.name(*key, of_labels(self.locale)).to_owned(),
            },
            Condition::LanguageTest { language, level } => ConditionView::LanguageTest {
                label: self.language(*language),
                level: words::language_level(*level),
            },
            Condition::Qualification(level) => ConditionView::Qualification { level: *level },
            Condition::Experience { isco, months } => ConditionView::Experience {
                occupation: isco.map(|isco| self.occupation(isco)),
                months: *months,
            },
            Condition::Shift => ConditionView::Shift,
        }
    }

    fn occupation(&self, isco: IscoCode) -> String {
        let code = isco.to_string();
        let key = self.book.codes.occupation(&code);
        key.map_or(code, |key| self.name(Concept::Occupation(key)))
    }

    fn wanted_occupation(&self) -> String {
        self.opening.isco.map(|isco| self.occupation(isco)).unwrap_or_default()
    }

    /// Of the occupations held, the one nearest to the wanted; of those alike, the one held longest.
    fn nearest_occupation(&self) -> String {
        let wanted = self.opening.isco;
        let nearness = |isco: IscoCode| wanted.map_or(0, |wanted| isco.shared_digits(wanted));
        let nearest = self.profile.occupations.iter().max_by_key(|held| (nearness(held.isco), held.months));
        nearest.map(|held| self.occupation(held.isco)).unwrap_or_default()
    }

    fn skill(&self, key: SkillKey) -> String {
        self.name(Concept::Skill(search::SkillKey(key.0)))
    }

    fn language(&self, key: LanguageKey) -> String {
        words::language(self.locale, &language_code(key))
    }

    fn name(&self, concept: Concept) -> String {
        self.book.name(concept, of_labels(self.locale)).to_owned()
    }

    fn kip_a_month(&self, kip: u64) -> String {
        let kip = i64::try_from(kip).unwrap_or(i64::MAX);
        format::money(self.locale, kip, "LAK", format::Period::Month)
    }
}

fn reason_kind(reason: &Reason) -> &'static str {
    match reason {
        Reason::SameOccupation => "same_occupation",
        Reason::NearOccupation { .. } => "near_occupation",
        Reason::Skills { .. } => "skills",
        Reason::CertifiedSkill(_) => "certified_skill",
        Reason::Qualification => "qualification",
        Reason::Experience { .. } => "experience",
        Reason::Language(_) => "language",
        Reason::Near { .. } => "near",
        Reason::Remote => "remote",
        Reason::WouldGoAbroad => "would_go_abroad",
        Reason::WageMeetsWish => "wage_meets_wish",
        Reason::AvailableByStart => "available_by_start",
    }
}

fn gap_kind(gap: &Gap) -> &'static str {
    match gap {
        Gap::Occupation { .. } => "occupation",
        Gap::Skill { .. } => "skill",
        Gap::SkillLevel { .. } => "skill_level",
        Gap::Qualification { .. } => "qualification",
        Gap::Experience { .. } => "experience",
        Gap::Language { .. } => "language",
        Gap::Distance { .. } => "distance",
        Gap::StaysAtHome => "stays_at_home",
        Gap::Wage { .. } => "wage",
        Gap::AvailableLater { .. } => "available_later",
        Gap::Condition { .. } => "condition",
    }
}

fn condition_kind(condition: &Condition) -> &'static str {
    match condition {
        Condition::Licence(_) => "licence",
        Condition::LanguageTest { .. } => "language_test",
        Condition::Qualification(_) => "qualification",
        Condition::Experience { .. } => "experience",
        Condition::Shift => "shift",
    }
}

fn verdict_code(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::NotMet => "not_met",
        Verdict::Unknown => "unknown",
    }
}

fn verdict_view(verdict: Verdict) -> VerdictView {
    match verdict {
        Verdict::Met => VerdictView::Met,
        Verdict::NotMet => VerdictView::NotMet,
        Verdict::Unknown => VerdictView::Unknown,
    }
}

fn level_word(level: Level) -> SkillLevelWord {
    match level {
        Level::Basic => SkillLevelWord::Basic,
        Level::Working => SkillLevelWord::Working,
        Level::Skilled => SkillLevelWord::Skilled,
        Level::Expert => SkillLevelWord::Expert,
    }
}

#[cfg(test)]
mod tests;
