//! What the words of a record mean: occupations and skills by the lexicon, the rest stays as it was typed.

use super::Read;
use crate::imports::understand::{inferred_skills, language_of, occupation, skills};
use crate::people::commands::claim::AtWork;
use crate::people::draft::{DraftOccupation, DraftPersonSkill};
use crate::people::model::SkillEvidence;
use crate::reference::ReferenceBook;
use crate::registration::model::NewRecord;
use search::{Concept, OccupationKey, SkillKey};

/// What each line that was typed was read as, of the occupations and skills that the record holds; nothing where it was
/// not understood.
pub(in crate::registration) fn meanings(book: &ReferenceBook, work: &AtWork) -> Vec<(String, Vec<Concept>)> {
    let key = |id: &i32| id.unsigned_abs();
    let meaning = |line: &str| {
        let occupation = occupation::of_title(book, line, &[]).map(|(occupation, _)| occupation);
        let occupation =
            occupation.filter(|found| work.occupations.iter().any(|held| OccupationKey(key(held)) == *found));
        let skill = skills::listed(book, line).map(|(skill, _)| skill);
        let skill = skill.filter(|found| work.skills.iter().any(|held| SkillKey(key(held)) == *found));
        let concepts = occupation.map(Concept::Occupation).into_iter().chain(skill.map(Concept::Skill));
        (line.to_owned(), concepts.collect())
    };
    work.words.lines().map(str::trim).filter(|line| !line.is_empty()).map(meaning).collect()
}

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
