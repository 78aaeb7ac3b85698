//! What people type into the form of a vacancy: raw strings become a posting, or problems, all of them at once.

use super::model::{Posting, Terms};
use crate::clock::days_after;
use crate::digest::sha256;
use crate::imports::understand::{self, VacancyText, date, number, occupation, place};
use crate::money::WagePeriod;
use crate::reference::ReferenceBook;
use crate::unseen::seen;
use crate::vacancies::Title;
use crate::vacancies::draft::{Closes, DraftPlace, VacancyDraft, Wage};
use crate::vacancies::model::{Contract, StatedCondition};
use chrono::NaiveDate;
use search::Concept;
use std::collections::BTreeMap;
use views::posting::{FIELDS, Problem, Problems};

/// Longest line, and longest text, in characters.
const LINE: usize = 120;
const TEXT: usize = 8_000;
/// Days that a vacancy stays open at most: three months, as its form says.
pub(super) const LONGEST_OPEN: u64 = 92;
/// Days after which work may begin at the latest.
const LATEST_START: u64 = 365;
/// Occupations that ISCO-08 calls elementary, its major group 9, are the manual ones.
const ELEMENTARY: char = '9';

/// A form as it was sent; of a name that comes twice, the last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields(pub(super) BTreeMap<String, String>);

/// Reads one field after the other and keeps what is wrong with each.
struct Reader<'a> {
    fields: &'a Fields,
    today: NaiveDate,
    problems: Problems,
}

impl Fields {
    pub(super) fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    /// What stands in a field, without blanks around it.
    pub(super) fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |text| text.trim())
    }

    /// The vacancy that was typed, of an organisation, on a day; or what is wrong with it, field by field.
    pub(super) fn read(
        &self,
        book: &ReferenceBook,
        organisation: &str,
        today: NaiveDate,
    ) -> Result<Posting, Problems> {
        let mut reader = Reader { fields: self, today, problems: Problems::default() };
        let posting = reader.posting(book, organisation);
        match posting {
            Some(posting) if reader.problems.is_empty() => Ok(posting),
            Some(_) | None => Err(reader.problems),
        }
    }
}

impl Reader<'_> {
    fn refuse(&mut self, name: &'static str, problem: Problem) {
        self.problems.fields.push((name, problem));
    }

    /// A text; none where nothing was typed.
    fn some(&mut self, name: &'static str, most: usize) -> Option<String> {
        let Some(text) = seen(self.fields.text(name)) else {
            self.refuse(name, Problem::Signs);
            return None;
        };
        let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let text = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
        if text.chars().count() > most {
            self.refuse(name, Problem::Long);
        }
        (!text.is_empty()).then_some(text)
    }

    fn needed(&mut self, name: &'static str, most: usize) -> Option<String> {
        let found = self.problems.fields.len();
        let text = self.some(name, most);
        if text.is_none() && self.problems.fields.len() == found {
            self.refuse(name, Problem::Empty);
        }
        text
    }

    /// A whole number within a range; none where nothing was typed.
    fn whole(&mut self, name: &'static str, least: i64, most: i64) -> Option<i64> {
        let text = self.fields.text(name);
        if text.is_empty() {
            return None;
        }
        let read = number::whole(text).filter(|number| (least..=most).contains(number));
        if read.is_none() {
            self.refuse(name, Problem::Number);
        }
        read
    }

    /// A number with a fraction within a range; none where nothing was typed.
    fn decimal(&mut self, name: &'static str, most: f64) -> Option<f64> {
        let text = self.fields.text(name);
        if text.is_empty() {
            return None;
        }
        let read = number::decimal(text).filter(|number| (0.0..=most).contains(number));
        if read.is_none() {
            self.refuse(name, Problem::Number);
        }
        read
    }

    fn given<T>(&mut self, name: &'static str, read: Option<T>) -> Option<T> {
        let refused = self.problems.at(name).is_some();
        if read.is_none() && !refused {
            self.refuse(name, Problem::Empty);
        }
        read
    }

    /// A day that has not passed and lies no further away than so many days; none where nothing was typed.
    fn day(&mut self, name: &'static str, most: u64) -> Option<NaiveDate> {
        let text = self.fields.text(name);
        if text.is_empty() {
            return None;
        }
        let problem = match date::day(text) {
            Err(_) => Problem::Day,
            Ok(day) if day < self.today => Problem::Past,
            Ok(day) if day > days_after(self.today, most) => Problem::TooFar,
            Ok(day) => return Some(day),
        };
        self.refuse(name, problem);
        None
    }

    fn tick(&self, name: &str) -> bool {
        self.fields.text(name) == "yes"
    }

    fn place(&mut self, book: &ReferenceBook) -> Option<DraftPlace> {
        let code = self.fields.text("place");
        let key = book.codes.place(code);
        let chain = key.map(|key| book.chain(key)).filter(|chain| chain.province.is_some());
        match chain {
            Some(chain) if !place::is_abroad(book, chain) => {
                let name = key.map(|key| book.name(Concept::Place(key), search::Language::Lao).to_owned());
                Some(DraftPlace { text: name, chain, confidence: Some(1.0), abroad: false })
            }
            Some(_) | None => {
                self.refuse("place", if code.is_empty() { Problem::Empty } else { Problem::Choose });
                None
            }
        }
    }

    fn wage(&mut self) -> Option<Wage> {
        const MOST: i64 = 100_000_000_000;
        let min = self.whole("wage_min", 0, MOST);
        let min = self.given("wage_min", min);
        let max = self.whole("wage_max", 0, MOST);
        if min.zip(max).is_some_and(|(min, max)| max < min) {
            self.refuse("wage_max", Problem::Backwards);
        }
        let currency = understand::wage::currency(self.fields.text("currency"));
        let period = WagePeriod::from_code(self.fields.text("period"));
        if currency.is_none() {
            self.refuse("currency", Problem::Choose);
        }
        if period.is_none() {
            self.refuse("period", Problem::Choose);
        }
        Some(Wage { text: None, min, max, currency: Some(currency?), period: Some(period?) })
    }

    fn terms(&mut self) -> Terms {
        let small = |number: Option<i64>| number.and_then(|number| u16::try_from(number).ok());
        let hours = self.decimal("hours_a_day", 24.0);
        let days = self.decimal("days_a_week", 7.0);
        let least_age = self.whole("least_age", 0, 100);
        Terms {
            hours_a_day: self.given("hours_a_day", hours),
            days_a_week: self.given("days_a_week", days),
            overtime_a_day: self.decimal("overtime_a_day", 24.0),
            overtime_a_month: self.decimal("overtime_a_month", 400.0),
            night: self.tick("night"),
            hazardous: self.tick("hazardous"),
            manual: None,
            probation_days: small(self.whole("probation_days", 0, 1_000)),
            term_months: small(self.whole("term_months", 1, 600)),
            least_age: small(self.given("least_age", least_age)),
            allowances: self.some("allowances", LINE * 4),
            occupation_typed: self.some("occupation", LINE),
            skills_typed: self.some("skills", TEXT / 4),
            exception: self.some("exception", TEXT / 8),
        }
    }

    fn posting(&mut self, book: &ReferenceBook, organisation: &str) -> Option<Posting> {
        let title = self.needed("title", LINE);
        let description = self.needed("description", TEXT);
        let openings = self.whole("openings", 1, 10_000);
        let openings = self.given("openings", openings);
        let contract = Contract::from_code(self.fields.text("contract"));
        if contract.is_none() {
            self.refuse("contract", Problem::Choose);
        }
        let (place, wage, mut terms) = (self.place(book), self.wage(), self.terms());
        let starts_on = self.day("starts_on", LATEST_START);
        let closes = self.day("valid_through", LONGEST_OPEN);
        let closes = self.given("valid_through", closes);
        let months = self.whole("experience_months", 0, 600).and_then(|months| u32::try_from(months).ok());
        let (title, description) = (title?, description?);
        let parsed: Option<Title> = title.parse().ok();
        if parsed.is_none() {
            self.refuse("title", Problem::Long);
        }
        let meaning = meaning(book, (&title, &description), &terms, months);
        terms.manual =
            meaning.occupation.and_then(|(key, _)| book.isco(key)).map(|code| code.starts_with(ELEMENTARY));
        let draft = VacancyDraft {
            source_key: String::new(),
            content_hash: self.digest(),
            employer: organisation.to_owned(),
            title: parsed?,
            language: understand::language_of(&format!("{title} {description}")).to_owned(),
            description,
            occupation: meaning.occupation,
            place: place?,
            contract,
            arrangement: None,
            wage: wage?,
            qualification: meaning.qualification,
            experience_months: meaning.experience_months,
            languages: meaning.languages,
            conditions: meaning.conditions,
            openings: u32::try_from(openings?).ok()?,
            starts_on,
            posted_on: self.today,
            closes: Closes::On(closes?),
            skills: meaning.skills,
        };
        Some(Posting { draft, terms })
    }

    fn digest(&self) -> String {
        let parts = FIELDS.iter().map(|name| format!("{name}={}", self.fields.text(name)));
        sha256(parts.collect::<Vec<_>>().join("\n").as_bytes())
    }
}

/// What the text says, with what the fields state above it.
fn meaning(
    book: &ReferenceBook,
    (title, description): (&str, &str),
    terms: &Terms,
    months: Option<u32>,
) -> understand::VacancyMeaning {
    let skills = terms.skills_typed.as_deref().unwrap_or_default();
    let skills: Vec<&str> =
        skills.split(['\n', ',', ';']).map(str::trim).filter(|skill| !skill.is_empty()).collect();
    let typed = terms.occupation_typed.as_deref();
    let hints: Vec<&str> = typed.into_iter().collect();
    let text = VacancyText { title, description, hints: &hints, skills: &skills };
    let mut meaning = understand::vacancy(book, &text);
    match typed.map(|typed| occupation::given(book, typed)) {
        Some(occupation::Given::Unit(key)) => meaning.occupation = Some((key, 1.0)),
        Some(occupation::Given::Words(words)) => {
            meaning.occupation = occupation::of_title(book, &words, &[title]).or(meaning.occupation);
        }
        Some(occupation::Given::UnknownCode) | None => {}
    }
    if let Some(months) = months {
        meaning.experience_months = Some(months);
        meaning.conditions.retain(|condition| !matches!(condition, StatedCondition::Experience { .. }));
        if months > 0 {
            meaning.conditions.push(StatedCondition::Experience { months });
        }
    }
    meaning
}
