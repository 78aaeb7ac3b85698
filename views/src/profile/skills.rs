//! The step of skills: what is held, what some words may mean, and how well somebody does it.

use super::{Asked, Change, PartWord, Shell, button};
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Field, FieldKind};
use crate::{Arg, text, text_args};

/// A skill in the profile.
#[derive(Debug, Clone)]
pub struct HeldSkill {
    /// Its code.
    pub id: String,
    /// Its name.
    pub name: String,
    /// 1 to 4.
    pub level: Option<u8>,
    /// Code of what shows it.
    pub evidence: String,
    /// Where its level is said.
    pub change: String,
}

/// What a text may mean, or about which skill level and evidence are asked.
#[derive(Debug, Clone)]
pub enum SkillChoice {
    /// Nothing is asked.
    Nothing,
    /// Which one is meant.
    Which(Asked),
    /// How well.
    How(Change),
}

const LEVELS: [&str; 5] =
    ["profile-level-none", "profile-level-1", "profile-level-2", "profile-level-3", "profile-level-4"];

/// What a level is called.
pub(super) fn level_key(level: Option<u8>) -> &'static str {
    let place = usize::from(level.unwrap_or(0));
    LEVELS.get(place).copied().unwrap_or("profile-level-none")
}

/// What evidence is called, by its code.
pub(super) fn evidence_key(code: &str) -> &'static str {
    match code {
        "experience" => "profile-evidence-experience",
        "certificate" => "profile-evidence-certificate",
        "inferred" => "profile-evidence-inferred",
        _ => "profile-evidence-claimed",
    }
}

/// Skills.
pub fn skills(shell: &Shell, held: Vec<HeldSkill>, choice: SkillChoice) -> DeskPage {
    let locale = shell.locale();
    let way = shell.ways.skills;
    let row = |skill: HeldSkill| {
        let HeldSkill { id, name, level, evidence, change } = skill;
        let level = level.map(|level| text(locale, level_key(Some(level))));
        let facts = level.into_iter().chain([text(locale, evidence_key(&evidence))]).collect();
        let remove = button(way, &[("what", "remove"), ("skill", &id)], text(locale, "profile-remove"));
        Row { title: name, href: Some(change), facts, forms: vec![remove], ..Row::default() }
    };
    let listed = Section {
        id: "skills",
        heading: text(locale, "profile-skills-held"),
        rows: held.into_iter().map(row).collect(),
        none: Some(text(locale, "profile-jobs-none")),
        ..Section::default()
    };
    let asked = match choice {
        SkillChoice::Nothing => None,
        SkillChoice::Which(asked) => Some(which(shell, asked)),
        SkillChoice::How(change) => Some(how(shell, &change)),
    };
    let typed = shell.hinted("text", FieldKind::Text, "profile-skill-text", "profile-skill-text-hint");
    let fields = vec![super::hidden("what", "find"), Field { optional: false, ..typed }];
    let add = Section {
        id: "add",
        heading: text(locale, "profile-skill-add"),
        form: Some(shell.form(way, fields, "profile-skill-search")),
        ..Section::default()
    };
    shell.part(PartWord::Skills, asked.into_iter().chain([add, listed]).collect())
}

fn which(shell: &Shell, asked: Asked) -> Section {
    let locale = shell.locale();
    let Asked { id: _, text: typed, choices } = asked;
    let row = |(code, name): (String, String)| {
        let values = [("what", "add"), ("skill", code.as_str())];
        let forms = vec![button(shell.ways.skills, &values, text(locale, "profile-choose"))];
        Row { title: name, forms, ..Row::default() }
    };
    Section {
        id: "which",
        heading: text_args(locale, "profile-skill-which", &[("text", Arg::Text(&typed))]),
        lead: Some(text(locale, "profile-skill-which-lead")),
        rows: choices.into_iter().map(row).collect(),
        ..Section::default()
    }
}

fn how(shell: &Shell, change: &Change) -> Section {
    let locale = shell.locale();
    let levels = LEVELS.iter().zip(["", "1", "2", "3", "4"]);
    let levels = levels.map(|(key, value)| shell.choice(value, key)).collect();
    let evidence = ["claimed", "experience", "certificate"];
    let evidence = evidence.map(|code| shell.choice(code, evidence_key(code))).into();
    let asked = [
        shell.field("level", FieldKind::Choice(levels), "profile-skill-level"),
        shell.field("evidence", FieldKind::Choice(evidence), "profile-evidence"),
    ];
    let fields = change.fields("how", "skill").into_iter().chain(asked).collect();
    Section {
        id: "how",
        heading: text_args(locale, "profile-skill-how", &[("skill", Arg::Text(&change.title))]),
        form: Some(shell.form(shell.ways.skills, fields, "profile-save")),
        ..Section::default()
    }
}
