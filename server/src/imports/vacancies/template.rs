//! Vacancies in the platform's own columns.

use super::{Desk, pay};
use crate::imports::cells::{Cells, shown};
use crate::imports::columns::{Column, Columns, Holds, column};
use crate::imports::records::{Record, Refusal};
use crate::imports::request::ImportError;
use crate::imports::run::{Intake, Setting};
use crate::imports::understand::place::{self, GivenPlace};
use crate::imports::understand::{self, VacancyMeaning, VacancyText, languages, occupation};
use crate::vacancies::draft::VacancyDraft;
use crate::vacancies::model::{Arrangement, Contract, StatedCondition, WantedLanguage};
use chrono::{Datelike, NaiveDate};

/// Columns of the template.
pub(crate) static COLUMNS: &[Column] = &[
    column("id", &["ລະຫັດ", "ref"]),
    column("title", &["ຕຳແໜ່ງ", "ຊື່ຕຳແໜ່ງ", "job title"]).required(),
    column("employer", &["ນາຍຈ້າງ", "ຜູ້ໃຊ້ແຮງງານ", "ບໍລິສັດ", "company"]).required(),
    column("description", &["ລາຍລະອຽດ", "ລາຍລະອຽດວຽກ"]).holding(Holds::Long),
    column("occupation", &["ອາຊີບ", "isco"]),
    column("province", &["ແຂວງ"]),
    column("district", &["ເມືອງ"]),
    column("country", &["ປະເທດ"]),
    column("contract", &["ສັນຍາ", "ປະເພດສັນຍາ"]),
    column("arrangement", &["ຮູບແບບວຽກ"]),
    column("wage_min", &["ຄ່າຈ້າງຕ່ຳສຸດ", "ເງິນເດືອນຕ່ຳສຸດ", "salary min"]),
    column("wage_max", &["ຄ່າຈ້າງສູງສຸດ", "ເງິນເດືອນສູງສຸດ", "salary max"]),
    column("currency", &["ສະກຸນເງິນ"]),
    column("period", &["ໄລຍະຈ່າຍ"]),
    column("wage_text", &["ຄ່າຈ້າງ", "ເງິນເດືອນ", "salary"]),
    column("qualification", &["ລະດັບວຸດທິ", "ວຸດທິ"]),
    column("experience_months", &["ປະສົບການ", "ປະສົບການເປັນເດືອນ"]),
    column("languages", &["ພາສາ"]),
    column("licences", &["ໃບອະນຸຍາດ", "licenses"]),
    column("shift", &["ກະ", "ວຽກກະ"]),
    column("openings", &["ຈຳນວນ", "ຈຳນວນຄົນ"]),
    column("starts_on", &["ວັນເລີ່ມວຽກ"]),
    column("posted_on", &["ວັນປະກາດ"]),
    column("valid_through", &["ວັນປິດຮັບ", "closing date"]),
    column("skills", &["ທັກສະ", "ສີມື"]),
];

const CONTRACT_NAMES: &[(&str, Contract)] = &[
    ("ເຕັມເວລາ", Contract::FullTime),
    ("ບາງເວລາ", Contract::PartTime),
    ("ຊົ່ວຄາວ", Contract::Temporary),
    ("ຕາມລະດູການ", Contract::Seasonal),
    ("ລາຍວັນ", Contract::DayLabour),
    ("ຝຶກງານ", Contract::Internship),
    ("intern", Contract::Internship),
    ("contractor", Contract::Temporary),
    ("per_diem", Contract::DayLabour),
];

/// Takes in vacancies of the template.
pub(crate) struct VacancyTemplate<'a> {
    columns: Columns,
    desk: Desk<'a>,
}

impl<'a> VacancyTemplate<'a> {
    pub(crate) fn new(header: &[String], setting: Setting<'a>) -> Result<Self, ImportError> {
        Ok(Self { columns: Columns::find(header, COLUMNS)?, desk: Desk::new(setting) })
    }
}

impl Intake for VacancyTemplate<'_> {
    type Draft = VacancyDraft;

    fn unknown_columns(&self) -> &[String] {
        self.columns.unknown()
    }

    fn read(&mut self, record: &Record) -> Result<VacancyDraft, Refusal> {
        let cells = Cells::safe(&self.columns, record)?;
        let mut draft = draft(&cells, &self.desk)?;
        let place = draft.place.text.as_deref().unwrap_or_default();
        draft.source_key = match cells.some("id") {
            Some(id) => self.desk.keys.stated(id, record.line)?,
            None => self.desk.keys.made(&[draft.title.as_str(), &draft.employer, place], record.line),
        };
        Ok(draft)
    }
}

fn draft(cells: &Cells<'_>, desk: &Desk<'_>) -> Result<VacancyDraft, Refusal> {
    let Setting { book, former, today, .. } = desk.setting;
    let title = cells.needed("title")?;
    let employer = super::employer(cells.needed("employer")?, "employer", &desk.setting)?;
    let description = cells.text("description");
    let given = GivenPlace {
        district: cells.some("district"),
        province: cells.some("province"),
        country: cells.some("country"),
    };
    let place = place::given(book, former, given);
    let home = place.chain.country.map_or("LA", |key| book.codes.code(search::Concept::Place(key)));
    let wage = pay::of_cells(cells, home)?;
    let meaning = meaning(cells, desk, title, description)?;
    let years = 2000..=today.year() + 5;
    let posted_on = cells.day("posted_on", 2000..=today.year() + 1)?.unwrap_or(today);
    let valid_through = cells.day("valid_through", years.clone())?;
    if valid_through.is_some_and(|last| last < posted_on) {
        return Err(cells.refuse("valid_through", "the last day is before the day of posting"));
    }
    let arrangement = cells.parsed("arrangement", "on_site, hybrid or remote", arrangement)?;
    let contract = cells.parsed(
        "contract",
        "full_time, part_time, temporary, seasonal, day_labour or internship",
        contract,
    )?;
    Ok(VacancyDraft {
        source_key: String::new(),
        content_hash: desk.hash(cells.record),
        employer,
        title: super::title(cells, "title")?,
        description: description.to_owned(),
        language: understand::language_of(&format!("{title} {description}")).to_owned(),
        occupation: meaning.occupation,
        place,
        contract,
        arrangement,
        wage,
        qualification: meaning.qualification,
        experience_months: meaning.experience_months,
        languages: meaning.languages,
        conditions: meaning.conditions,
        openings: cells
            .whole("openings", 1, 100_000)?
            .and_then(|count| u32::try_from(count).ok())
            .unwrap_or(1),
        starts_on: cells.day("starts_on", years)?,
        posted_on,
        closes: desk.closes(valid_through),
        skills: meaning.skills,
    })
}

/// What the text says, with what the cells state above it.
fn meaning(
    cells: &Cells<'_>,
    desk: &Desk<'_>,
    title: &str,
    description: &str,
) -> Result<VacancyMeaning, Refusal> {
    let book = desk.setting.book;
    let (code, words) = match cells.some("occupation").map(|text| (text, occupation::given(book, text))) {
        Some((_, occupation::Given::Unit(key))) => (Some(key), None),
        Some((_, occupation::Given::Words(words))) => (None, Some(words)),
        Some((text, occupation::Given::UnknownCode)) => {
            return Err(cells.refuse("occupation", format!("`{}` is no code of ISCO-08", shown(text))));
        }
        None => (None, None),
    };
    let skills: Vec<&str> = cells.items("skills").collect();
    let hints: Vec<&str> = words.iter().map(String::as_str).collect();
    let text = VacancyText { title, description, hints: &hints, skills: &skills };
    let mut meaning = understand::vacancy(book, &text);
    if let Some(key) = code {
        meaning.occupation = Some((key, 1.0));
    } else if let Some(words) = &words {
        // Words in the cell for the occupation say more than a title, which may praise the employer.
        let stated = occupation::of_title(book, words, &[title]);
        meaning.occupation = stated.or(meaning.occupation);
    }
    state(cells, desk, &mut meaning)?;
    Ok(meaning)
}

/// Conditions that cells state replace what was read from the text.
fn state(cells: &Cells<'_>, desk: &Desk<'_>, meaning: &mut VacancyMeaning) -> Result<(), Refusal> {
    if let Some(level) = cells.whole("qualification", 1, 8)?.and_then(|level| u8::try_from(level).ok()) {
        meaning.qualification = Some(level);
        meaning.conditions.push(StatedCondition::Qualification { level });
    }
    if let Some(months) =
        cells.whole("experience_months", 0, 600)?.and_then(|months| u32::try_from(months).ok())
    {
        meaning.experience_months = Some(months);
        meaning.conditions.retain(|condition| !matches!(condition, StatedCondition::Experience { .. }));
        if months > 0 {
            meaning.conditions.push(StatedCondition::Experience { months });
        }
    }
    if cells.some("languages").is_some() {
        meaning.languages.clear();
        meaning.conditions.retain(|condition| !matches!(condition, StatedCondition::LanguageTest { .. }));
        for item in cells.items("languages") {
            let (wanted, test) = language(item).ok_or_else(|| {
                cells.refuse("languages", format!("`{}` is not a language such as en or en:B1", shown(item)))
            })?;
            meaning.conditions.extend(test);
            meaning.languages.push(wanted);
        }
    }
    for licence in cells.items("licences") {
        let code = code(licence);
        if !desk.setting.book.licences.knows(&code) {
            return Err(cells.refuse("licences", format!("`{}` is not a known licence", shown(licence))));
        }
        meaning.conditions.push(StatedCondition::Licence { code });
    }
    if cells.flag("shift")? == Some(true) {
        meaning.conditions.push(StatedCondition::Shift);
    }
    Ok(())
}

/// `en`, `en:B1`, or `en:B1:tested` for a level that a test has to show.
fn language(item: &str) -> Option<(WantedLanguage, Option<StatedCondition>)> {
    let mut parts = item.split(':').map(str::trim);
    let language = languages::code(parts.next()?)?.to_owned();
    let level = match parts.next() {
        Some(level) => Some(languages::cefr(level)?),
        None => None,
    };
    let test = match (parts.next(), level) {
        (Some("tested" | "test"), Some(level)) => {
            Some(StatedCondition::LanguageTest { language: language.clone(), level })
        }
        (Some(_), _) => return None,
        (None, _) => None,
    };
    Some((WantedLanguage { language, level }, test))
}

/// `Full time`, `full-time` and `FULL_TIME` are `full_time`.
pub(super) fn code(text: &str) -> String {
    text.trim().to_lowercase().replace([' ', '-'], "_")
}

fn arrangement(text: &str) -> Option<Arrangement> {
    match code(text).as_str() {
        "on_site" | "onsite" => Some(Arrangement::OnSite),
        "hybrid" => Some(Arrangement::Hybrid),
        "remote" => Some(Arrangement::Remote),
        _ => None,
    }
}

/// A kind of contract by its code or a name.
pub(super) fn contract(text: &str) -> Option<Contract> {
    let code = code(text);
    let named = || CONTRACT_NAMES.iter().find(|(name, _)| *name == code).map(|(_, contract)| *contract);
    Contract::from_code(&code).or_else(named)
}

/// A day as machines write it, within the years that a vacancy can speak of.
pub(super) fn plausible(day: NaiveDate, today: NaiveDate) -> bool {
    (2000..=today.year() + 5).contains(&day.year())
}
