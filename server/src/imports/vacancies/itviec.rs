//! The export of a Vietnamese job board: list literals, wages in words, addresses in one line.

use super::Desk;
use super::pay;
use crate::imports::cells::Cells;
use crate::imports::columns::{Column, Columns, Holds, column};
use crate::imports::records::literal;
use crate::imports::records::{Record, Refusal};
use crate::imports::request::ImportError;
use crate::imports::run::{Intake, Setting};
use crate::imports::understand::{self, VacancyText, place};
use crate::reference::{PlaceChain, ReferenceBook};
use crate::vacancies::draft::{DraftPlace, VacancyDraft};
use crate::vacancies::model::Arrangement;
use chrono::Datelike;

static COLUMNS: &[Column] = &[
    column("job_names", &[]).required(),
    column("company_names", &[]).required(),
    column("salaries", &[]),
    column("position_names", &[]),
    column("kind_jobs", &[]),
    column("array_skills", &[]),
    column("locate_names", &[]),
    column("exp_skills", &[]).holding(Holds::Long),
    column("domain_arr", &[]),
    column("post_dates_formatted", &[]),
];

/// The country of the board.
const COUNTRY: &str = "VN";

/// Takes in adverts of the board.
pub(crate) struct Itviec<'a> {
    columns: Columns,
    desk: Desk<'a>,
}

impl<'a> Itviec<'a> {
    pub(crate) fn new(header: &[String], setting: Setting<'a>) -> Result<Self, ImportError> {
        Ok(Self { columns: Columns::find(header, COLUMNS)?, desk: Desk::new(setting) })
    }
}

impl Intake for Itviec<'_> {
    type Draft = VacancyDraft;

    fn unknown_columns(&self) -> &[String] {
        self.columns.unknown()
    }

    fn read(&mut self, record: &Record) -> Result<VacancyDraft, Refusal> {
        let cells = Cells::safe(&self.columns, record)?;
        let draft = draft(&cells, &self.desk)?;
        let key = self
            .desk
            .keys
            .made(&[draft.title.as_str(), &draft.employer, cells.text("locate_names")], record.line);
        Ok(VacancyDraft { source_key: key, ..draft })
    }
}

fn draft(cells: &Cells<'_>, desk: &Desk<'_>) -> Result<VacancyDraft, Refusal> {
    let Setting { book, today, .. } = desk.setting;
    let title = cells.needed("job_names")?;
    let employer = super::employer(cells.needed("company_names")?, "company_names", &desk.setting)?;
    let description = cells.text("exp_skills");
    let skills = items(cells, "array_skills");
    let skills: Vec<&str> = skills.iter().map(String::as_str).collect();
    let hints: Vec<&str> = cells.some("position_names").into_iter().collect();
    let meaning =
        understand::vacancy(book, &VacancyText { title, description, hints: &hints, skills: &skills });
    Ok(VacancyDraft {
        source_key: String::new(),
        content_hash: desk.hash(cells.record),
        employer,
        title: super::title(cells, "job_names")?,
        description: description.to_owned(),
        language: understand::language_of(&format!("{title} {description}")).to_owned(),
        occupation: meaning.occupation,
        place: place(desk, cells.text("locate_names")),
        contract: None,
        arrangement: cells.some("kind_jobs").and_then(arrangement),
        wage: cells.some("salaries").map(|words| pay::of_words(words, COUNTRY)).unwrap_or_default(),
        qualification: meaning.qualification,
        experience_months: meaning.experience_months,
        languages: meaning.languages,
        conditions: meaning.conditions,
        openings: 1,
        starts_on: None,
        posted_on: cells.day("post_dates_formatted", 2000..=today.year() + 1)?.unwrap_or(today),
        closes: desk.closes(None),
        skills: meaning.skills,
    })
}

/// The items of a list literal; a cell that is none holds one item.
fn items(cells: &Cells<'_>, name: &str) -> Vec<String> {
    let Some(text) = cells.some(name) else { return Vec::new() };
    literal::list(text).unwrap_or_else(|_| vec![text.to_owned()])
}

fn arrangement(text: &str) -> Option<Arrangement> {
    let lower = text.to_lowercase();
    if lower.starts_with("hybrid") {
        Some(Arrangement::Hybrid)
    } else if lower.starts_with("remote") {
        Some(Arrangement::Remote)
    } else if lower.starts_with("at office") {
        Some(Arrangement::OnSite)
    } else {
        None
    }
}

/// The units of an address. The board is of one country, but says `Overseas` or names another one.
fn place(desk: &Desk<'_>, address: &str) -> DraftPlace {
    let Setting { book, former, .. } = desk.setting;
    if address.is_empty() {
        return DraftPlace { abroad: true, ..DraftPlace::default() };
    }
    let text = Some(address.to_owned());
    let country = book.codes.place(COUNTRY);
    if let Some((chain, confidence)) = place::recognise(book, former, address, country) {
        return DraftPlace {
            text,
            chain,
            confidence: Some(confidence),
            abroad: place::is_abroad(book, chain),
        };
    }
    if leaves_the_country(book, address) {
        return DraftPlace { text, abroad: true, ..DraftPlace::default() };
    }
    // Nothing of the address is known: still the country of the board, though less surely.
    let chain = country.map(|key| book.chain(key)).unwrap_or_default();
    let confidence = (chain != PlaceChain::default()).then_some(0.6);
    DraftPlace { text, chain, confidence, abroad: true }
}

fn leaves_the_country(book: &ReferenceBook, address: &str) -> bool {
    let lower = address.to_lowercase();
    let elsewhere =
        ["overseas", "singapore", "japan", "korea", "taiwan", "malaysia", "hong kong", "australia"];
    let country = book.codes.place(COUNTRY);
    let other = |mention: &search::Mention| match mention.concept {
        search::Concept::Place(key) => {
            let named = book.chain(key).country;
            named.is_some() && named != country
        }
        search::Concept::Occupation(_) | search::Concept::Skill(_) => false,
    };
    elsewhere.iter().any(|name| lower.contains(name)) || book.lexicon.link(address).iter().any(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vacancies::draft::Wage;

    #[test]
    fn kinds_of_work_and_pay_are_read() {
        assert_eq!(arrangement("Hybrid (flexible between home and office)"), Some(Arrangement::Hybrid));
        assert_eq!(arrangement("At office"), Some(Arrangement::OnSite));
        assert_eq!(arrangement("Remote (don't have to come to the office)"), Some(Arrangement::Remote));
        let wage = pay::of_words("Up to 40m vnd", COUNTRY);
        assert_eq!((wage.max, wage.currency.as_deref()), (Some(40_000_000), Some("VND")));
        let words = Wage { text: Some("You'll love it".to_owned()), ..Wage::default() };
        assert_eq!(pay::of_words("You'll love it", COUNTRY), words);
    }
}
