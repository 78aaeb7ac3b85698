//! Understanding: what the text of an advert or a CV says, with how sure that is.

pub mod date;
pub mod experience;
pub mod iso639;
pub mod languages;
pub mod number;
pub mod occupation;
pub mod place;
pub mod qualification;
pub mod sentence;
pub mod skills;
pub mod wage;
mod words;

use crate::reference::ReferenceBook;
use crate::vacancies::draft::DraftSkill;
use crate::vacancies::model::{StatedCondition, WantedLanguage};
use search::{OccupationKey, SkillKey};

/// The text of an advert.
#[derive(Clone, Copy, Debug, Default)]
pub struct VacancyText<'a> {
    /// As advertised.
    pub title: &'a str,
    /// As advertised.
    pub description: &'a str,
    /// Other words for the job: categories, positions.
    pub hints: &'a [&'a str],
    /// Skills that the advert lists.
    pub skills: &'a [&'a str],
}

/// What the text of an advert says.
#[derive(Clone, Debug, Default)]
pub struct VacancyMeaning {
    /// Unit group with confidence.
    pub occupation: Option<(OccupationKey, f64)>,
    /// Listed skills as essential, mentioned ones as useful.
    pub skills: Vec<DraftSkill>,
    /// Languages asked for.
    pub languages: Vec<WantedLanguage>,
    /// Experience asked for, in months.
    pub experience_months: Option<u32>,
    /// Degree asked for, 1 to 8.
    pub qualification: Option<u8>,
    /// What the text says firmly.
    pub conditions: Vec<StatedCondition>,
}

/// Reads the text of an advert.
pub fn vacancy(book: &ReferenceBook, text: &VacancyText<'_>) -> VacancyMeaning {
    let mut meaning = VacancyMeaning::default();
    let hints: Vec<&str> = text.hints.iter().chain(text.skills).copied().collect();
    meaning.occupation = occupation::of_title(book, text.title, &hints);
    let mut wanted = languages::WantedLanguages::default();
    for name in text.skills {
        if let Some(language) = languages::by_name(name) {
            wanted.note(language, None);
        } else if let Some((skill, confidence)) = skills::listed(book, name) {
            add(&mut meaning.skills, DraftSkill { skill, essential: true, level: None, confidence });
        }
    }
    for (skill, confidence) in skills::mentioned(book, text.description) {
        add(&mut meaning.skills, DraftSkill { skill, essential: false, level: None, confidence });
    }
    let read = languages::wanted(text.description);
    for language in read.languages {
        wanted.note(&language.language, language.level);
    }
    meaning.languages = wanted.languages;
    meaning.conditions = read.tests;
    if let Some(experience) = experience::wanted(text.description) {
        meaning.experience_months = Some(experience.months);
        if experience.firm {
            meaning.conditions.push(StatedCondition::Experience { months: experience.months });
        }
    }
    meaning.qualification = qualification::wanted(text.description);
    meaning
}

/// Adds a skill unless it is there already; the first mention decides how much it is wanted.
fn add(skills: &mut Vec<DraftSkill>, skill: DraftSkill) {
    match skills.iter_mut().find(|held| held.skill == skill.skill) {
        Some(held) => held.confidence = held.confidence.max(skill.confidence),
        None => skills.push(skill),
    }
}

/// The skills that a person's texts mention, with confidence, without those in `known`.
pub fn inferred_skills(book: &ReferenceBook, texts: &[&str], known: &[SkillKey]) -> Vec<(SkillKey, f64)> {
    let mut found: Vec<(SkillKey, f64)> = Vec::new();
    for text in texts {
        for (skill, confidence) in skills::mentioned(book, text) {
            if !known.contains(&skill) && !found.iter().any(|(held, _)| *held == skill) {
                found.push((skill, confidence));
            }
        }
    }
    found
}

/// Letters of Vietnamese and hardly another language, beside those of U+1EA0 and after.
const VIETNAMESE: &str = "ăĂđĐơƠưƯ";

/// The language that a text is written in, by its letters: `lo`, `th`, `vi`, else `en`.
pub fn language_of(text: &str) -> &'static str {
    let (mut lao, mut thai, mut vietnamese, mut letters) = (0_usize, 0_usize, 0_usize, 0_usize);
    for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
        letters += 1;
        match letter {
            '\u{e80}'..='\u{eff}' => lao += 1,
            '\u{e00}'..='\u{e7f}' => thai += 1,
            letter if VIETNAMESE.contains(letter) || matches!(letter, '\u{1ea0}'..='\u{1ef9}') => {
                vietnamese += 1;
            }
            _ => {}
        }
    }
    if lao * 3 > letters {
        "lo"
    } else if thai * 3 > letters {
        "th"
    } else if vietnamese * 20 > letters {
        "vi"
    } else {
        "en"
    }
}

#[cfg(test)]
mod tests {
    use super::language_of;

    #[test]
    fn letters_tell_the_language() {
        assert_eq!(language_of("ຊ່າງເຊື່ອມ MIG"), "lo");
        assert_eq!(language_of("ช่างเชื่อม"), "th");
        assert_eq!(language_of("Tối thiểu 3 năm kinh nghiệm lập trình Java"), "vi");
        assert_eq!(language_of("Welder, café"), "en");
        assert_eq!(language_of(""), "en");
    }
}
