//! Vacancies and people as tests need them: plausible, and different only where a test says so.

use crate::app::TestApp;
use chrono::NaiveDate;
use search::PlaceKey;
use server::clock::days_after;
use server::people::draft::{DraftOccupation, DraftPersonSkill, Identity, PersonDraft, Wishes};
use server::people::model::{Sex, SkillEvidence, Visibility};
use server::reference::{PlaceChain, ReferenceBook};
use server::vacancies::draft::{Closes, DraftPlace, DraftSkill, VacancyDraft, Wage};
use server::vacancies::model::{Contract, WagePeriod};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A vacancy: full time, at 3 to 4 million kip a month, posted today, open for thirty days.
#[must_use]
pub fn vacancy(app: &TestApp, key: &str, title: &str, isco: &str, place: &str) -> VacancyDraft {
    let book = app.book();
    let occupation = book.codes.occupation(isco).expect("a code of ISCO-08");
    let today = app.platform().clock.today();
    VacancyDraft {
        source_key: key.to_owned(),
        content_hash: String::new(),
        employer: "Mekong Works".to_owned(),
        title: title.parse().expect("a title of a test"),
        description: String::new(),
        language: "en".to_owned(),
        occupation: Some((occupation, 1.0)),
        place: draft_place(&book, place),
        contract: Some(Contract::FullTime),
        arrangement: None,
        wage: Wage {
            text: None,
            min: Some(3_000_000),
            max: Some(4_000_000),
            currency: Some("LAK".to_owned()),
            period: Some(WagePeriod::Month),
        },
        qualification: None,
        experience_months: None,
        languages: Vec::new(),
        conditions: Vec::new(),
        openings: 1,
        starts_on: None,
        posted_on: today,
        closes: Closes::On(days_after(today, 30)),
        skills: essential_skills(&book, isco),
    }
    .hashed()
}

/// A person who has worked in an occupation for two years and holds its essential skills.
#[must_use]
pub fn person(app: &TestApp, key: &str, headline: &str, isco: &str, place: &str) -> PersonDraft {
    let book = app.book();
    let occupation = book.codes.occupation(isco).expect("a code of ISCO-08");
    let skills = essential_skills(&book, isco).into_iter().map(|wanted| DraftPersonSkill {
        skill: wanted.skill,
        level: Some(3),
        evidence: SkillEvidence::Experience,
        confidence: 1.0,
    });
    PersonDraft {
        source_key: key.to_owned(),
        content_hash: String::new(),
        identity: Identity {
            given_name: Some("ບຸນມີ".to_owned()),
            family_name: None,
            latin_name: Some("Bounmy".to_owned()),
            sex: Sex::Unknown,
            birth: None,
            phone: None,
            email: None,
        },
        place_text: None,
        place: chain(&book, place),
        headline: headline.to_owned(),
        profile: String::new(),
        language: "en".to_owned(),
        occupations: vec![DraftOccupation { occupation, months: Some(24), confidence: 1.0 }],
        skills: skills.collect(),
        languages: Vec::new(),
        licences: None,
        qualification: None,
        experience_months: Some(24),
        wishes: Wishes::default(),
        visibility: Visibility::Hidden,
    }
    .hashed()
}

/// Gives a draft the digest that its present content deserves.
pub trait Hashed {
    /// The same with a fresh digest.
    #[must_use]
    fn hashed(self) -> Self;
}

impl Hashed for VacancyDraft {
    fn hashed(mut self) -> Self {
        self.content_hash = String::new();
        self.content_hash = digest(&format!("{self:?}"));
        self
    }
}

impl Hashed for PersonDraft {
    fn hashed(mut self) -> Self {
        self.content_hash = String::new();
        self.content_hash = digest(&format!("{self:?}"));
        self
    }
}

/// The place with a national code, as an advert would give it.
#[must_use]
pub fn draft_place(book: &ReferenceBook, code: &str) -> DraftPlace {
    let abroad = !code.starts_with(|first: char| first.is_ascii_digit());
    DraftPlace { text: None, chain: chain(book, code), confidence: Some(1.0), abroad }
}

/// A day of the calendar.
#[must_use]
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

fn chain(book: &ReferenceBook, code: &str) -> PlaceChain {
    let place: PlaceKey = book.codes.place(code).expect("a national place code");
    book.chain(place)
}

fn essential_skills(book: &ReferenceBook, isco: &str) -> Vec<DraftSkill> {
    let occupation = book.codes.occupation(isco).expect("a code of ISCO-08");
    let wanted = book.essential_skills(occupation).iter();
    wanted.map(|skill| DraftSkill { skill: *skill, essential: true, level: None, confidence: 1.0 }).collect()
}

fn digest(text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
