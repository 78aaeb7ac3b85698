//! What the words of a record mean: occupations and skills by the lexicon, the rest stays as it was typed.

use super::Read;
use crate::imports::understand::{inferred_skills, language_of, occupation, skills};
use crate::people::draft::{DraftOccupation, DraftPersonSkill};
use crate::people::model::SkillEvidence;
use crate::reference::ReferenceBook;
use crate::registration::model::NewRecord;
use search::SkillKey;

/// The record with what its words mean.
pub(in crate::registration) fn understand(book: &ReferenceBook, read: Read) -> NewRecord {
    let Read { mut record, work, skills: typed } = read;
    let draft = &mut record.draft;
    for line in &work {
        let Some((occupation, confidence)) = occupation::of_title(book, line, &[]) else { continue };
        if draft.occupations.iter().all(|held| held.occupation != occupation) {
            draft.occupations.push(DraftOccupation { occupation, months: None, confidence });
        }
    }
    for line in &typed {
        let Some((skill, confidence)) = skills::listed(book, line) else { continue };
        if draft.skills.iter().all(|held| held.skill != skill) {
            let evidence = SkillEvidence::Claimed;
            draft.skills.push(DraftPersonSkill { skill, level: None, evidence, confidence });
        }
    }
    let known: Vec<SkillKey> = draft.skills.iter().map(|held| held.skill).collect();
    let texts: Vec<&str> = work.iter().chain(&typed).map(String::as_str).collect();
    let inferred = inferred_skills(book, &texts, &known).into_iter();
    draft.skills.extend(inferred.map(|(skill, confidence)| DraftPersonSkill {
        skill,
        level: None,
        evidence: SkillEvidence::Inferred,
        confidence,
    }));
    draft.headline = work.first().cloned().unwrap_or_default();
    draft.profile = texts.join("\n");
    draft.language = language_of(&draft.profile).to_owned();
    draft.content_hash.clone_from(&record.digest);
    record
}
