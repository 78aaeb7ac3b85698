//! What a row of the template says that a person holds: occupations, skills, languages, licences.

use crate::imports::cells::{Cells, shown};
use crate::imports::records::Refusal;
use crate::imports::run::Setting;
use crate::imports::understand::{self, languages, number, occupation, skills};
use crate::people::draft::{DraftOccupation, DraftPersonSkill};
use crate::people::model::{SkillEvidence, SpokenLanguage};

/// Items such as `7212:24` or `welder`: an ISCO-08 code or words, and months behind a colon.
pub(super) fn occupations(cells: &Cells<'_>, setting: &Setting<'_>) -> Result<Vec<DraftOccupation>, Refusal> {
    let mut held: Vec<DraftOccupation> = Vec::new();
    for item in cells.items("occupations") {
        let (name, months) = split_count(item);
        let months = match months {
            Some(text) => Some(
                number::whole(text)
                    .and_then(|months| u32::try_from(months).ok())
                    .filter(|m| *m <= 900)
                    .ok_or_else(|| {
                        cells.refuse("occupations", format!("`{}` is no number of months", shown(text)))
                    })?,
            ),
            None => None,
        };
        let linked = match occupation::given(setting.book, name) {
            occupation::Given::Unit(key) => Some((key, 1.0)),
            occupation::Given::Words(words) => occupation::of_title(setting.book, &words, &[]),
            occupation::Given::UnknownCode => {
                return Err(cells.refuse("occupations", format!("`{}` is no code of ISCO-08", shown(name))));
            }
        };
        let Some((occupation, confidence)) = linked else { continue };
        match held.iter_mut().find(|other| other.occupation == occupation) {
            Some(other) => other.months = other.months.max(months),
            None => held.push(DraftOccupation { occupation, months, confidence }),
        }
    }
    if held.is_empty()
        && let Some((occupation, confidence)) =
            cells.some("headline").and_then(|headline| occupation::of_title(setting.book, headline, &[]))
    {
        held.push(DraftOccupation { occupation, months: None, confidence });
    }
    Ok(held)
}

/// A text and what stands behind its last colon.
fn split_count(item: &str) -> (&str, Option<&str>) {
    match item.rsplit_once(':') {
        Some((name, count)) => (name.trim(), Some(count.trim())),
        None => (item, None),
    }
}

pub(super) fn first_occupation(cells: &Cells<'_>, setting: &Setting<'_>, held: &[DraftOccupation]) -> String {
    let written = cells.items("occupations").next().map(|item| split_count(item).0);
    let words = written.filter(|name| !name.bytes().all(|byte| byte.is_ascii_digit()));
    match (words, held.first()) {
        (Some(words), _) => words.to_owned(),
        (None, Some(first)) => {
            let concept = search::Concept::Occupation(first.occupation);
            setting.book.name(concept, search::Language::English).to_owned()
        }
        (None, None) => String::new(),
    }
}

/// Items such as `welding:3`: a slug or words, and a level from 1 to 4; then what the texts mention.
pub(super) fn skills(
    cells: &Cells<'_>,
    setting: &Setting<'_>,
    texts: &[&str],
) -> Result<Vec<DraftPersonSkill>, Refusal> {
    let mut held: Vec<DraftPersonSkill> = Vec::new();
    for item in cells.items("skills") {
        let (name, level) = split_count(item);
        let level = match level {
            Some(text) => Some(
                number::whole(text)
                    .and_then(|level| u8::try_from(level).ok())
                    .filter(|l| (1..=4).contains(l))
                    .ok_or_else(|| {
                        cells.refuse("skills", format!("`{}` is no level from 1 to 4", shown(text)))
                    })?,
            ),
            None => None,
        };
        let Some((skill, confidence)) = skills::listed(setting.book, name) else { continue };
        match held.iter_mut().find(|other| other.skill == skill) {
            Some(other) => other.level = other.level.max(level),
            None => {
                held.push(DraftPersonSkill { skill, level, evidence: SkillEvidence::Claimed, confidence });
            }
        }
    }
    let known: Vec<search::SkillKey> = held.iter().map(|held| held.skill).collect();
    for (skill, confidence) in understand::inferred_skills(setting.book, texts, &known) {
        held.push(DraftPersonSkill { skill, level: None, evidence: SkillEvidence::Inferred, confidence });
    }
    Ok(held)
}

/// Items such as `en`, `en:B1`, `en:B1:tested`.
pub(super) fn spoken(cells: &Cells<'_>) -> Result<Vec<SpokenLanguage>, Refusal> {
    let mut spoken: Vec<SpokenLanguage> = Vec::new();
    for item in cells.items("languages") {
        let parts: Vec<&str> = item.split(':').map(str::trim).collect();
        let read = match parts[..] {
            [name] => languages::code(name).map(|code| (code, None, false)),
            [name, level] => languages::code(name)
                .zip(languages::cefr(level))
                .map(|(code, level)| (code, Some(level), false)),
            [name, level, "tested"] => languages::code(name)
                .zip(languages::cefr(level))
                .map(|(code, level)| (code, Some(level), true)),
            _ => None,
        };
        let (code, level, tested) = read.ok_or_else(|| {
            cells.refuse(
                "languages",
                format!("`{}` is not a language such as en, en:B1 or en:B1:tested", shown(item)),
            )
        })?;
        if !spoken.iter().any(|held| held.language == code) {
            spoken.push(SpokenLanguage { language: code.to_owned(), level, tested, test: None });
        }
    }
    Ok(spoken)
}

/// Codes of licences; `none` says that there is none, an empty cell that nobody asked.
pub(super) fn licences(cells: &Cells<'_>, setting: &Setting<'_>) -> Result<Option<Vec<String>>, Refusal> {
    if cells.some("licences").is_none() {
        return Ok(None);
    }
    let mut held = Vec::new();
    for item in cells.items("licences").filter(|item| !matches!(*item, "none" | "ບໍ່ມີ")) {
        let code = item.to_lowercase().replace([' ', '-'], "_");
        if !setting.book.licences.knows(&code) {
            return Err(cells.refuse("licences", format!("`{}` is not a known licence", shown(item))));
        }
        held.push(code);
    }
    Ok(Some(held))
}

#[cfg(test)]
mod tests {
    use super::split_count;

    #[test]
    fn a_count_stands_behind_the_last_colon() {
        assert_eq!(split_count("7212:24"), ("7212", Some("24")));
        assert_eq!(split_count("welder"), ("welder", None));
    }
}
