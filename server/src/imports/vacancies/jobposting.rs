//! Vacancies as schema.org `JobPosting`.

use super::Desk;
use super::markup;
use super::pay::{self, home_currency};
use super::template::{contract, plausible};
use crate::imports::cells::{is_formula, shown};
use crate::imports::columns::Holds;
use crate::imports::records::{Record, Refusal};
use crate::imports::run::{Intake, Setting};
use crate::imports::understand::place::{self, GivenPlace};
use crate::imports::understand::{self, VacancyMeaning, VacancyText, date, occupation, wage};
use crate::money::WagePeriod;
use crate::vacancies::draft::{DraftPlace, VacancyDraft, Wage};
use crate::vacancies::model::{Arrangement, StatedCondition};
use chrono::NaiveDate;
use serde_json::Value;

/// Takes in postings.
pub(crate) struct JobPostings<'a> {
    desk: Desk<'a>,
}

impl<'a> JobPostings<'a> {
    pub(crate) fn new(setting: Setting<'a>) -> Self {
        Self { desk: Desk::new(setting) }
    }
}

impl Intake for JobPostings<'_> {
    type Draft = VacancyDraft;

    fn unknown_columns(&self) -> &[String] {
        &[]
    }

    fn read(&mut self, record: &Record) -> Result<VacancyDraft, Refusal> {
        let text = record.cells.first().map_or("", String::as_str);
        let posting: Value = serde_json::from_str(text)
            .map_err(|error| Refusal::new("record", format!("this is no JSON: {error}")))?;
        let mut draft = draft(&posting, record, &self.desk)?;
        let place = draft.place.text.as_deref().unwrap_or_default();
        draft.source_key = match identifier(&posting) {
            Some(id) => self.desk.keys.stated(&id, record.line)?,
            None => self.desk.keys.made(&[draft.title.as_str(), &draft.employer, place], record.line),
        };
        Ok(draft)
    }
}

fn draft(posting: &Value, record: &Record, desk: &Desk<'_>) -> Result<VacancyDraft, Refusal> {
    let today = desk.setting.today;
    let title = short(posting, "title")?;
    let employer = short(posting, "hiringOrganization")?;
    let employer = super::employer(&employer, "hiringOrganization", &desk.setting)?;
    let description = markup::text(&text(posting.get("description")).unwrap_or_default());
    let meaning = meaning(posting, desk, &title, &description)?;
    let place = place(posting, desk);
    let country =
        place.chain.country.map_or("LA", |key| desk.setting.book.codes.code(search::Concept::Place(key)));
    let posted_on = day(posting, "datePosted", today)?.unwrap_or(today);
    let valid_through = day(posting, "validThrough", today)?;
    if valid_through.is_some_and(|last| last < posted_on) {
        return Err(Refusal::new("validThrough", "the last day is before the day of posting"));
    }
    let remote = texts(posting.get("jobLocationType")).iter().any(|kind| kind == "TELECOMMUTE");
    Ok(VacancyDraft {
        source_key: String::new(),
        content_hash: desk.hash(record),
        language: understand::language_of(&format!("{title} {description}")).to_owned(),
        contract: texts(posting.get("employmentType")).iter().find_map(|kind| contract(kind)),
        arrangement: remote.then_some(Arrangement::Remote),
        wage: salary(posting, country)?,
        openings: number(posting.get("totalJobOpenings"))
            .map_or(1, |count| count.clamp(1.0, 100_000.0) as u32),
        starts_on: day(posting, "jobStartDate", today)?,
        employer,
        title: super::parsed_title(&title).map_err(|error| Refusal::new("title", error))?,
        description,
        occupation: meaning.occupation,
        place,
        qualification: meaning.qualification,
        experience_months: meaning.experience_months,
        languages: meaning.languages,
        conditions: meaning.conditions,
        posted_on,
        closes: desk.closes(valid_through),
        skills: meaning.skills,
    })
}

/// A text that no posting may leave out and that is no formula.
fn short(posting: &Value, name: &str) -> Result<String, Refusal> {
    let text = text(posting.get(name)).map(|text| markup::text(&text)).filter(|text| !text.is_empty());
    match text {
        None => Err(Refusal::new(name, "nothing is given here")),
        Some(text) if is_formula(&text, Holds::Short) => {
            Err(Refusal::new(name, "the text begins like a formula"))
        }
        Some(text) => Ok(text),
    }
}

/// The text of a value: itself, or the name or value of a thing; of several the first.
fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => items.iter().find_map(|item| text(Some(item))),
        Value::Object(thing) => {
            ["name", "value", "@value", "credentialCategory"].iter().find_map(|key| text(thing.get(*key)))
        }
        Value::Null | Value::Bool(_) => None,
    }
}

/// The texts of a value: one, or those of a list; a text with commas is a list.
fn texts(value: Option<&Value>) -> Vec<String> {
    let several = match value {
        Some(Value::Array(items)) => items.iter().filter_map(|item| text(Some(item))).collect(),
        other => text(other).into_iter().collect::<Vec<String>>(),
    };
    let parts = several.iter().flat_map(|text| text.split([',', ';', '\n']));
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn number(value: Option<&Value>) -> Option<f64> {
    match value? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => understand::number::decimal(text),
        Value::Object(thing) => number(thing.get("value")),
        Value::Array(_) | Value::Null | Value::Bool(_) => None,
    }
    .filter(|number| number.is_finite())
}

fn day(posting: &Value, name: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Refusal> {
    let Some(text) = text(posting.get(name)).filter(|text| !text.is_empty()) else { return Ok(None) };
    match date::day(&text) {
        Ok(day) if plausible(day, today) => Ok(Some(day)),
        Ok(_) => Err(Refusal::new(name, format!("the year of `{}` cannot be meant", shown(&text)))),
        Err(error) => Err(Refusal::new(name, error.to_string())),
    }
}

fn identifier(posting: &Value) -> Option<String> {
    let stated = posting.get("identifier").and_then(|id| match id {
        Value::Object(thing) => text(thing.get("value")),
        other => text(Some(other)),
    });
    let named = || {
        ["@id", "url"].iter().find_map(|name| posting.get(*name).and_then(Value::as_str).map(str::to_owned))
    };
    stated.or_else(named).filter(|id| !id.is_empty())
}

fn meaning(
    posting: &Value,
    desk: &Desk<'_>,
    title: &str,
    description: &str,
) -> Result<VacancyMeaning, Refusal> {
    let book = desk.setting.book;
    let category = text(posting.get("occupationalCategory")).unwrap_or_default();
    let skills = texts(posting.get("skills"));
    let skills: Vec<&str> = skills.iter().map(String::as_str).collect();
    let mut described = description.to_owned();
    for name in ["qualifications", "experienceRequirements", "educationRequirements", "responsibilities"] {
        if let Some(text) = posting.get(name).and_then(Value::as_str) {
            described.push('\n');
            described.push_str(&markup::text(text));
        }
    }
    let hints: Vec<&str> = if category.is_empty() { Vec::new() } else { vec![&category] };
    let text = VacancyText { title, description: &described, hints: &hints, skills: &skills };
    let mut meaning = understand::vacancy(book, &text);
    // Other classifications have other digits: only four alone are taken for ISCO-08.
    let code = category.split_whitespace().next().unwrap_or_default();
    if code.len() == 4
        && let occupation::Given::Unit(key) = occupation::given(book, code)
    {
        meaning.occupation = Some((key, 1.0));
    }
    let months =
        posting.get("experienceRequirements").and_then(|wanted| number(wanted.get("monthsOfExperience")));
    if let Some(months) = months {
        if !(0.0..=600.0).contains(&months) {
            return Err(Refusal::new("experienceRequirements", format!("{months} months cannot be meant")));
        }
        let months = months as u32;
        meaning.experience_months = Some(months);
        meaning.conditions.retain(|condition| !matches!(condition, StatedCondition::Experience { .. }));
        meaning.conditions.push(StatedCondition::Experience { months });
    }
    Ok(meaning)
}

fn place(posting: &Value, desk: &Desk<'_>) -> DraftPlace {
    let Setting { book, former, .. } = desk.setting;
    let location = match posting.get("jobLocation") {
        Some(Value::Array(several)) => several.first(),
        other => other,
    };
    let wanted = || posting.get("applicantLocationRequirements");
    let address = location.map(|location| location.get("address").unwrap_or(location)).or_else(wanted);
    let Some(address) = address else { return DraftPlace::default() };
    let part = |name: &str| text(address.get(name)).filter(|text| !text.is_empty());
    let (locality, region, country) =
        (part("addressLocality"), part("addressRegion"), part("addressCountry"));
    if locality.is_none() && region.is_none() && country.is_none() {
        let Some(line) = text(Some(address)) else { return DraftPlace::default() };
        let read = place::recognise(book, former, &line, None);
        let chain = read.map(|(chain, _)| chain).unwrap_or_default();
        let abroad = place::is_abroad(book, chain);
        return DraftPlace {
            text: Some(line),
            chain,
            confidence: read.map(|(_, confidence)| confidence),
            abroad,
        };
    }
    // A locality without region may be a province as well as a district.
    let given = GivenPlace {
        district: locality.as_deref().filter(|_| region.is_some()),
        province: region.as_deref().or(locality.as_deref()),
        country: country.as_deref(),
    };
    place::given(book, former, given)
}

fn salary(posting: &Value, country: &str) -> Result<Wage, Refusal> {
    let Some(salary) = posting.get("baseSalary") else { return Ok(Wage::default()) };
    let value = salary.get("value").unwrap_or(salary);
    if let Value::String(words) = salary {
        return Ok(pay::of_words(words, country));
    }
    let amount = |name: &str| {
        number(value.get(name)).filter(|amount| *amount >= 0.0).map(|amount| amount.round() as i64)
    };
    let single = || number(Some(value)).filter(|amount| *amount >= 0.0).map(|amount| amount.round() as i64);
    let (min, max) = match (amount("minValue"), amount("maxValue")) {
        (None, None) => (single(), single()),
        ends => ends,
    };
    if min.zip(max).is_some_and(|(min, max)| min > max) {
        return Err(Refusal::new("baseSalary", "minValue is more than maxValue"));
    }
    if min.is_none() && max.is_none() {
        return Ok(Wage::default());
    }
    let named = text(salary.get("currency")).or_else(|| text(value.get("currency")));
    let currency = match named {
        Some(name) => wage::currency(&name)
            .ok_or_else(|| Refusal::new("baseSalary", format!("`{}` is no currency", shown(&name))))?,
        None => home_currency(country).to_owned(),
    };
    let unit = text(value.get("unitText")).or_else(|| text(salary.get("unitText")));
    let period = unit.and_then(|unit| wage::period(&unit)).unwrap_or(WagePeriod::Month);
    Ok(Wage { text: None, min, max, currency: Some(currency), period: Some(period) })
}
