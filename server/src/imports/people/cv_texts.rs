//! Free-text CVs with a category each, without names: `JAVASCRIPT- Exprience - 24 months`.

use super::mojibake::repair;
use crate::imports::cells::Cells;
use crate::imports::columns::{Column, Columns, Holds, column};
use crate::imports::keys::{Keys, content_hash};
use crate::imports::records::{Record, Refusal};
use crate::imports::request::ImportError;
use crate::imports::run::{Intake, Setting};
use crate::imports::understand::{self, occupation, qualification, skills};
use crate::people::draft::{DraftOccupation, DraftPersonSkill, Identity, PersonDraft, Wishes};
use crate::people::model::{Sex, SkillEvidence, Visibility};
use crate::reference::{PlaceChain, ReferenceBook};

static COLUMNS: &[Column] = &[
    column("category", &["ປະເພດ"]).required(),
    column("text", &["ຂໍ້ຄວາມ", "resume"]).holding(Holds::Long).required(),
];

/// Titles of one CV that are looked at, first ones first.
const TITLES: usize = 3;

/// Takes in CVs.
pub(crate) struct CvTexts<'a> {
    columns: Columns,
    setting: Setting<'a>,
    keys: Keys,
}

impl<'a> CvTexts<'a> {
    pub(crate) fn new(header: &[String], setting: Setting<'a>) -> Result<Self, ImportError> {
        Ok(Self { columns: Columns::find(header, COLUMNS)?, setting, keys: Keys::default() })
    }
}

impl Intake for CvTexts<'_> {
    type Draft = PersonDraft;

    fn unknown_columns(&self) -> &[String] {
        self.columns.unknown()
    }

    fn read(&mut self, record: &Record) -> Result<PersonDraft, Refusal> {
        let cells = Cells::safe(&self.columns, record)?;
        let text = repair(cells.needed("text")?);
        let category = repair(cells.text("category"));
        let key = self.keys.made(&[cells.text("category"), cells.text("text")], record.line);
        let hash = content_hash(record, "");
        Ok(PersonDraft { source_key: key, content_hash: hash, ..draft(self.setting.book, &category, &text) })
    }
}

fn draft(book: &ReferenceBook, category: &str, text: &str) -> PersonDraft {
    let titles = titles(text);
    let practised = practised(text);
    let months = practised.iter().filter_map(|(_, used)| used.months()).max();
    let headline = match (category, titles.first()) {
        ("", Some(title)) => (*title).to_owned(),
        (category, _) => category.to_owned(),
    };
    PersonDraft {
        source_key: String::new(),
        content_hash: String::new(),
        identity: Identity {
            given_name: None,
            family_name: None,
            latin_name: None,
            sex: Sex::Unknown,
            birth: None,
            phone: None,
            email: None,
        },
        place_text: None,
        place: PlaceChain::default(),
        language: understand::language_of(text).to_owned(),
        occupations: occupations(book, category, &titles, &practised, months),
        skills: held_skills(book, &practised, text),
        headline,
        profile: text.to_owned(),
        languages: Vec::new(),
        licences: None,
        qualification: qualification::held(text),
        // Whoever used a skill at work for so long has worked at least so long.
        experience_months: months,
        wishes: Wishes::default(),
        visibility: Visibility::Hidden,
    }
}

/// Job titles: the lines before `Title - Company`, as these CVs repeat them.
fn titles(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut titles: Vec<&str> = Vec::new();
    for pair in lines.windows(2) {
        let [title, employer] = pair else { continue };
        let repeated = employer.strip_prefix(title).is_some_and(|rest| rest.trim_start().starts_with('-'));
        if repeated && title.chars().count() <= 80 && !titles.contains(title) {
            titles.push(title);
        }
    }
    titles.truncate(TITLES);
    titles
}

/// How long a skill was used at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    Months(u32),
    BelowAYear,
    Unknown,
}

/// Skills with their use: `Python- Exprience - 24 months`, `Less than 1 year months`.
fn practised(text: &str) -> Vec<(&str, Use)> {
    let mut practised = Vec::new();
    for line in text.lines() {
        let Some((name, behind)) =
            line.split_once("- Exprience -").or_else(|| line.split_once("- Experience -"))
        else {
            continue;
        };
        let behind = behind.trim_start();
        let used = match leading_number(behind) {
            Some(months) if months <= 600 => Use::Months(months),
            _ if behind.starts_with("Less than") => Use::BelowAYear,
            _ => Use::Unknown,
        };
        let name = name.trim();
        if !name.is_empty() {
            practised.push((name, used));
        }
    }
    practised
}

fn leading_number(text: &str) -> Option<u32> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// The category's occupation with those of the titles; the first is the surest.
fn occupations(
    book: &ReferenceBook,
    category: &str,
    titles: &[&str],
    practised: &[(&str, Use)],
    months: Option<u32>,
) -> Vec<DraftOccupation> {
    let mut hints: Vec<&str> = titles.to_vec();
    hints.extend(practised.iter().map(|(name, _)| *name).take(8));
    let mut held: Vec<DraftOccupation> = Vec::new();
    let mut add = |found: Option<occupation::Linked>, months: Option<u32>| {
        let Some((occupation, confidence)) = found else { return };
        match held.iter_mut().find(|held| held.occupation == occupation) {
            Some(same) => same.confidence = same.confidence.max(confidence),
            None => held.push(DraftOccupation { occupation, months, confidence }),
        }
    };
    if !category.is_empty() {
        add(occupation::of_title(book, category, &hints), months);
    }
    for title in titles {
        add(occupation::of_title(book, title, &[category]), None);
    }
    held.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    held
}

fn held_skills(book: &ReferenceBook, practised: &[(&str, Use)], text: &str) -> Vec<DraftPersonSkill> {
    let mut held: Vec<DraftPersonSkill> = Vec::new();
    for (name, used) in practised {
        let Some((skill, confidence)) = skills::listed(book, name) else { continue };
        let level = used.level();
        match held.iter_mut().find(|other| other.skill == skill) {
            Some(other) => other.level = other.level.max(level),
            None => {
                held.push(DraftPersonSkill { skill, level, evidence: SkillEvidence::Experience, confidence });
            }
        }
    }
    let known: Vec<search::SkillKey> = held.iter().map(|held| held.skill).collect();
    for (skill, confidence) in understand::inferred_skills(book, &[text], &known) {
        held.push(DraftPersonSkill { skill, level: None, evidence: SkillEvidence::Inferred, confidence });
    }
    held
}

impl Use {
    /// Whole months, where they are stated.
    fn months(self) -> Option<u32> {
        match self {
            Self::Months(months) => Some(months),
            Self::BelowAYear | Self::Unknown => None,
        }
    }

    /// Level of the skill: below one year basic, below three fair, below six good, then expert.
    fn level(self) -> Option<u8> {
        match self {
            Self::BelowAYear | Self::Months(0..12) => Some(1),
            Self::Months(12..36) => Some(2),
            Self::Months(36..72) => Some(3),
            Self::Months(_) => Some(4),
            Self::Unknown => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CV: &str = "Skills * Python\nEducation Details \nJanuary 2018 B.E. Mechanical\n\nHR Executive \n\nHR Executive - ACME\nSkill Details \nJAVASCRIPT- Exprience - 24 months\njQuery- Exprience - Less than 1 year months\nC- Exprience - monthsCompany Details ";

    #[test]
    fn months_of_use_are_read_where_they_are_given() {
        assert_eq!(
            practised(CV),
            [("JAVASCRIPT", Use::Months(24)), ("jQuery", Use::BelowAYear), ("C", Use::Unknown)]
        );
    }

    #[test]
    fn a_title_is_the_line_that_the_next_repeats_with_a_company() {
        assert_eq!(titles(CV), ["HR Executive"]);
    }
}
