//! What people type into the steps of their profiles: raw strings become values, or problems, all of them at once.

mod dates;
mod schools;
mod words;

use super::draft::{DraftPersonSkill, Wishes};
use super::model::{LanguageTest, Licence, Sex, SkillEvidence, SpokenLanguage, Visibility};
use super::profile::{Birth, CURRENCIES, Experience, LANGUAGES, Names, Reach};
use crate::accounts::model::{ContactError, Email, Phone};
use crate::ids::ExperienceId;
use crate::imports::understand::number;
use crate::reference::{ReferenceBook, spoken::language_key};
use crate::unseen::is_latin;
use chrono::NaiveDate;
use search::SkillKey;
use views::profile::Problem;

pub(super) use words::{LINE, line};

/// What is wrong, by the names of the fields.
pub(super) type Problems = Vec<(&'static str, Problem)>;

/// Longest text of what was done, in characters.
const TASKS: usize = 2_000;
/// Most that anybody may wish for a month, in any currency.
const MOST_WAGE: i64 = 10_000_000_000;
/// Farthest that anybody may travel, in kilometres.
const FARTHEST: i64 = 2_000;

/// The fields of a form as they were sent.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(pub(super) Vec<(String, String)>);

impl Fields {
    /// What was sent by a name, without blanks around it; empty where nothing was.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(held, _)| held == name).map_or("", |(_, value)| value.trim())
    }

    /// The code of one of the skills that the platform knows.
    pub(super) fn skill(&self, book: &ReferenceBook) -> Option<SkillKey> {
        book.codes.skill(self.get("skill"))
    }

    /// Who somebody is.
    pub(super) fn identity(&self, today: NaiveDate) -> Result<(Names, Sex, Option<Birth>), Problems> {
        let mut problems = Problems::new();
        let mut name = |field: &'static str, needed: bool| match words::name(self.get(field)) {
            Ok(None) if needed => {
                problems.push((field, Problem::Empty));
                None
            }
            Ok(name) => name,
            Err(problem) => {
                problems.push((field, problem));
                None
            }
        };
        let names =
            Names { given: name("given", true), family: name("family", false), latin: name("latin", false) };
        if names.latin.as_deref().is_some_and(|latin| !is_latin(latin)) {
            problems.push(("latin", Problem::Latin));
        }
        let parts = ["birth_day", "birth_month", "birth_year"].map(|field| self.get(field));
        let birth = dates::birth(parts, today).map_err(|problem| problems.push(problem)).ok().flatten();
        let sex = match self.get("sex") {
            "female" => Sex::Female,
            "male" => Sex::Male,
            _ => Sex::Unknown,
        };
        if problems.is_empty() { Ok((names, sex, birth)) } else { Err(problems) }
    }

    /// How somebody is reached.
    pub(super) fn reach(&self) -> Result<Reach, Problems> {
        let mut problems = Problems::new();
        let phone = match self.get("phone").parse::<Phone>() {
            Ok(phone) => Some(phone.as_str().to_owned()),
            Err(ContactError::Empty) => None,
            Err(ContactError::Phone | ContactError::Email) => {
                problems.push(("phone", Problem::Phone));
                None
            }
        };
        let email = match self.get("email").parse::<Email>() {
            Ok(email) => Some(email.as_str().to_owned()),
            Err(ContactError::Empty) => None,
            Err(ContactError::Phone | ContactError::Email) => {
                problems.push(("email", Problem::Email));
                None
            }
        };
        if problems.is_empty() { Ok(Reach { phone, email }) } else { Err(problems) }
    }

    /// A job; its occupation is not known yet.
    pub(super) fn job(&self, id: ExperienceId, today: NaiveDate) -> Result<Experience, Problems> {
        let mut problems = Problems::new();
        let mut text = |field: &'static str, needed: bool| match line(self.get(field), LINE) {
            Ok(text) if needed && !text.chars().any(char::is_alphabetic) => {
                problems.push((field, if text.is_empty() { Problem::Empty } else { Problem::Letters }));
                String::new()
            }
            Ok(text) => text,
            Err(problem) => {
                problems.push((field, problem));
                String::new()
            }
        };
        let (title, employer) = (text("title", true), text("employer", false));
        let tasks = words::lines(self.get("tasks"), TASKS)
            .map_err(|problem| problems.push(("tasks", problem)))
            .unwrap_or_default();
        let mut month = |field| {
            let read = dates::month(self.get(field), today);
            read.map_err(|problem| problems.push((field, problem))).ok()
        };
        let (began, ended) = (month("from"), month("until"));
        if let Some(None) = began {
            problems.push(("from", Problem::Empty));
        }
        let (began, ended) = (began.flatten(), ended.flatten());
        if let (Some(began), Some(ended)) = (began, ended)
            && ended < began
        {
            problems.push(("until", Problem::Order));
        }
        match began {
            Some(began) if problems.is_empty() => {
                Ok(Experience { id, title, employer, occupation: None, began, ended, tasks })
            }
            _ => Err(problems),
        }
    }

    /// A skill with level and evidence.
    pub(super) fn skill_level(&self, skill: SkillKey) -> Result<DraftPersonSkill, Problems> {
        let level = match self.get("level") {
            "" => None,
            level @ ("1" | "2" | "3" | "4") => level.parse().ok(),
            _ => return Err(vec![("level", Problem::Choice)]),
        };
        let evidence = match self.get("evidence") {
            "claimed" => SkillEvidence::Claimed,
            "experience" => SkillEvidence::Experience,
            "certificate" => SkillEvidence::Certificate,
            _ => return Err(vec![("evidence", Problem::Choice)]),
        };
        Ok(DraftPersonSkill { skill, level, evidence, confidence: 1.0 })
    }

    /// A language, with the test that shows its level.
    pub(super) fn language(&self) -> Result<SpokenLanguage, Problems> {
        let mut problems = Problems::new();
        let language = self.get("language").to_owned();
        if language_key(&language).is_none() || !LANGUAGES.contains(&&*language) {
            problems.push(("language", Problem::Choice));
        }
        let level = match self.get("level") {
            "" => None,
            level => {
                let read = level.parse().ok().filter(|level| (1..=6).contains(level));
                problems.extend(read.is_none().then_some(("level", Problem::Choice)));
                read
            }
        };
        let mut text = |field: &'static str| {
            let read = line(self.get(field), LINE);
            read.map_err(|problem| problems.push((field, problem))).unwrap_or_default()
        };
        let (name, score) = (text("test"), text("score"));
        let valid_until =
            dates::day(self.get("until")).map_err(|problem| problems.push(("until", problem))).ok().flatten();
        if name.is_empty() && (!score.is_empty() || valid_until.is_some()) {
            problems.push(("test", Problem::Empty));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let passed = (!name.is_empty()).then_some(LanguageTest { name, score, valid_until });
        Ok(SpokenLanguage { language, level, tested: passed.is_some(), test: passed })
    }

    /// A licence.
    pub(super) fn licence(&self, book: &ReferenceBook) -> Result<Licence, Problems> {
        let mut problems = Problems::new();
        let code = self.get("licence").to_owned();
        if !book.licences.knows(&code) {
            problems.push(("licence", Problem::Choice));
        }
        let number = line(self.get("number"), LINE).map_err(|problem| problems.push(("number", problem)));
        let valid_until =
            dates::day(self.get("until")).map_err(|problem| problems.push(("until", problem))).ok().flatten();
        let number = number.ok().filter(|number| !number.is_empty());
        if problems.is_empty() { Ok(Licence { code, number, valid_until }) } else { Err(problems) }
    }

    /// The work that is looked for, and on which terms.
    pub(super) fn wishes(&self) -> Result<(String, Wishes), Problems> {
        let mut problems = Problems::new();
        let headline = match line(self.get("headline"), LINE) {
            Ok(text) if text.chars().any(char::is_alphabetic) => text,
            Ok(text) => {
                problems.push(("headline", if text.is_empty() { Problem::Empty } else { Problem::Letters }));
                text
            }
            Err(problem) => {
                problems.push(("headline", problem));
                String::new()
            }
        };
        let mut whole = |field: &'static str, most: i64| match self.get(field) {
            "" => None,
            typed => {
                let read = number::whole(typed).filter(|value| (1..=most).contains(value));
                problems.extend(read.is_none().then_some((field, Problem::Number)));
                read
            }
        };
        let (amount, distance) = (whole("wage", MOST_WAGE), whole("distance", FARTHEST));
        let currency = CURRENCIES.into_iter().find(|code| *code == self.get("currency"));
        if amount.is_some() && currency.is_none() {
            problems.push(("currency", Problem::Choice));
        }
        let available_from = dates::day(self.get("available"))
            .map_err(|problem| problems.push(("available", problem)))
            .ok()
            .flatten();
        let yes_or_no = |field| match self.get(field) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let wishes = Wishes {
            wage: amount.zip(currency.map(str::to_owned)),
            available_from,
            shifts: yes_or_no("shifts"),
            abroad: yes_or_no("abroad"),
            max_distance_km: distance.and_then(|km| u32::try_from(km).ok()),
        };
        if problems.is_empty() { Ok((headline, wishes)) } else { Err(problems) }
    }

    /// Who may find a profile.
    pub(super) fn visibility(&self) -> Option<Visibility> {
        match self.get("visibility") {
            "hidden" => Some(Visibility::Hidden),
            "anonymous" => Some(Visibility::Anonymous),
            "open" => Some(Visibility::Open),
            _ => None,
        }
    }
}
