//! People in the platform's own columns.

use super::store;
use crate::imports::cells::{Cells, shown};
use crate::imports::columns::{Column, Columns, Holds, column};
use crate::imports::coverage::Coverage;
use crate::imports::keys::{Keys, content_hash};
use crate::imports::records::{Record, Refusal};
use crate::imports::request::ImportError;
use crate::imports::run::{Intake, Setting, Stored};
use crate::imports::understand::place::{self, GivenPlace};
use crate::imports::understand::{self, date, languages, number, occupation, skills, wage};
use crate::people::draft::{DraftOccupation, DraftPersonSkill, Identity, PersonDraft, Wishes};
use crate::people::model::{Sex, SkillEvidence, SpokenLanguage, Visibility};

/// Columns of the template.
pub(crate) static COLUMNS: &[Column] = &[
    column("id", &["ລະຫັດ", "ref"]),
    column("given_name", &["ຊື່", "first name"]).required(),
    column("family_name", &["ນາມສະກຸນ", "last name", "surname"]),
    column("latin_name", &["ຊື່ອັກສອນລາແຕັງ"]),
    column("sex", &["ເພດ", "gender"]),
    column("birth_date", &["ວັນເດືອນປີເກີດ", "ປີເກີດ", "date of birth"]),
    column("phone", &["ເບີໂທ", "ໂທລະສັບ", "ເບີໂທລະສັບ"]).holding(Holds::Phone),
    column("province", &["ແຂວງ"]),
    column("district", &["ເມືອງ"]),
    column("headline", &["ແນະນຳຕົວ"]),
    column("profile", &["ປະຫວັດ", "ປະຫວັດການເຮັດວຽກ"]).holding(Holds::Long),
    column("occupations", &["ອາຊີບ", "occupation"]),
    column("skills", &["ທັກສະ", "ສີມື"]),
    column("languages", &["ພາສາ"]),
    column("licences", &["ໃບອະນຸຍາດ", "licenses"]),
    column("qualification", &["ລະດັບວຸດທິ", "ວຸດທິ"]),
    column("experience_months", &["ປະສົບການ", "ປະສົບການເປັນເດືອນ"]),
    column("wage_wish", &["ຄ່າຈ້າງທີ່ຕ້ອງການ", "ເງິນເດືອນທີ່ຕ້ອງການ"]),
    column("currency", &["ສະກຸນເງິນ"]),
    column("available_from", &["ເລີ່ມວຽກໄດ້"]),
    column("shifts", &["ກະ", "ວຽກກະ"]),
    column("abroad", &["ຕ່າງປະເທດ"]),
    column("max_distance_km", &["ໄລຍະທາງ"]),
];

/// Takes in people of the template.
pub(crate) struct PeopleTemplate<'a> {
    columns: Columns,
    setting: Setting<'a>,
    keys: Keys,
}

impl<'a> PeopleTemplate<'a> {
    pub(crate) fn new(header: &[String], setting: Setting<'a>) -> Result<Self, ImportError> {
        Ok(Self { columns: Columns::find(header, COLUMNS)?, setting, keys: Keys::default() })
    }
}

impl Intake for PeopleTemplate<'_> {
    type Draft = PersonDraft;

    fn unknown_columns(&self) -> &[String] {
        self.columns.unknown()
    }

    fn read(&mut self, record: &Record) -> Result<PersonDraft, Refusal> {
        let cells = Cells::safe(&self.columns, record)?;
        let mut draft = draft(&cells, &self.setting)?;
        draft.source_key = match cells.some("id") {
            Some(id) => self.keys.stated(id, record.line)?,
            None => {
                let parts = ["given_name", "family_name", "latin_name", "birth_date", "phone"];
                self.keys.made(&parts.map(|name| cells.text(name)), record.line)
            }
        };
        Ok(draft)
    }

    fn cover(&self, draft: &PersonDraft, coverage: &mut Coverage) {
        coverage.add_person(draft);
    }

    async fn store(&mut self, drafts: &[PersonDraft]) -> Result<Stored, ImportError> {
        store(&self.setting, drafts).await
    }
}

fn draft(cells: &Cells<'_>, setting: &Setting<'_>) -> Result<PersonDraft, Refusal> {
    let book = setting.book;
    let given =
        GivenPlace { district: cells.some("district"), province: cells.some("province"), country: None };
    let place = place::given(book, setting.former, given);
    let occupations = occupations(cells, setting)?;
    let headline = match cells.some("headline") {
        Some(headline) => headline.to_owned(),
        None => first_occupation(cells, setting, &occupations),
    };
    let profile = cells.text("profile").to_owned();
    let months = cells.whole("experience_months", 0, 900)?.and_then(|months| u32::try_from(months).ok());
    let longest = occupations.iter().filter_map(|held| held.months).max();
    Ok(PersonDraft {
        source_key: String::new(),
        content_hash: content_hash(cells.record, ""),
        identity: identity(cells, setting)?,
        place_text: place.text,
        place: place.chain,
        language: understand::language_of(&format!("{headline} {profile}")).to_owned(),
        skills: held_skills(cells, setting, &[&headline, &profile])?,
        headline,
        profile,
        occupations,
        languages: spoken(cells)?,
        licences: licences(cells, setting)?,
        qualification: cells.whole("qualification", 1, 8)?.and_then(|level| u8::try_from(level).ok()),
        experience_months: months.or(longest),
        wishes: wishes(cells, setting)?,
        visibility: Visibility::Hidden,
    })
}

fn identity(cells: &Cells<'_>, setting: &Setting<'_>) -> Result<Identity, Refusal> {
    let owned = |name: &str| cells.some(name).map(str::to_owned);
    let (given_name, latin_name) = (owned("given_name"), owned("latin_name"));
    if given_name.is_none() && latin_name.is_none() {
        return Err(cells.refuse("given_name", "no name is given"));
    }
    let birth = match cells.some("birth_date") {
        Some(text) => {
            let read = date::birth(text, setting.today);
            Some(read.map_err(|error| cells.refuse("birth_date", error.to_string()))?)
        }
        None => None,
    };
    Ok(Identity {
        given_name,
        family_name: owned("family_name"),
        latin_name,
        sex: cells.parsed("sex", "female, male or unknown", sex)?.unwrap_or(Sex::Unknown),
        birth,
        phone: cells.parsed("phone", "a phone number", phone)?,
    })
}

fn sex(text: &str) -> Option<Sex> {
    match text.to_lowercase().as_str() {
        "female" | "f" | "ຍິງ" | "woman" | "nữ" | "หญิง" => Some(Sex::Female),
        "male" | "m" | "ຊາຍ" | "man" | "nam" | "ชาย" => Some(Sex::Male),
        "unknown" | "ບໍ່ລະບຸ" => Some(Sex::Unknown),
        _ => None,
    }
}

/// A phone number as given: six to fifteen digits, `+` in front, blanks, dashes, points and brackets.
fn phone(text: &str) -> Option<String> {
    let ascii = number::ascii_digits(text);
    let rest = ascii.strip_prefix('+').unwrap_or(&ascii);
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let sound =
        rest.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ' ' | '-' | '.' | '(' | ')'));
    (sound && (6..=15).contains(&digits)).then_some(ascii)
}

/// Items such as `7212:24` or `welder`: an ISCO-08 code or words, and months behind a colon.
fn occupations(cells: &Cells<'_>, setting: &Setting<'_>) -> Result<Vec<DraftOccupation>, Refusal> {
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

fn first_occupation(cells: &Cells<'_>, setting: &Setting<'_>, held: &[DraftOccupation]) -> String {
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
fn held_skills(
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
                held.push(DraftPersonSkill { skill, level, evidence: SkillEvidence::Claimed, confidence })
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
fn spoken(cells: &Cells<'_>) -> Result<Vec<SpokenLanguage>, Refusal> {
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
            spoken.push(SpokenLanguage { language: code.to_owned(), level, tested });
        }
    }
    Ok(spoken)
}

/// Codes of licences; `none` says that there is none, an empty cell that nobody asked.
fn licences(cells: &Cells<'_>, setting: &Setting<'_>) -> Result<Option<Vec<String>>, Refusal> {
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

fn wishes(cells: &Cells<'_>, setting: &Setting<'_>) -> Result<Wishes, Refusal> {
    let currency = cells.parsed("currency", "a currency such as LAK", wage::currency)?;
    let amount = cells.whole("wage_wish", 0, 1_000_000_000_000)?;
    let year = chrono::Datelike::year(&setting.today);
    Ok(Wishes {
        wage: amount.map(|amount| (amount, currency.unwrap_or_else(|| "LAK".to_owned()))),
        available_from: cells.day("available_from", 2000..=year + 5)?,
        shifts: cells.flag("shifts")?,
        abroad: cells.flag("abroad")?,
        max_distance_km: cells.whole("max_distance_km", 0, 20_000)?.and_then(|km| u32::try_from(km).ok()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_is_kept_as_given() {
        assert_eq!(phone("+856 20 5555 1234").as_deref(), Some("+856 20 5555 1234"));
        assert_eq!(phone("໐໒໐ ໕໕໕໕ ໑໒໓໔").as_deref(), Some("020 5555 1234"));
        for wrong in ["12", "call me", "+856=1", "1234567890123456"] {
            assert_eq!(phone(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_count_stands_behind_the_last_colon() {
        assert_eq!(split_count("7212:24"), ("7212", Some("24")));
        assert_eq!(split_count("welder"), ("welder", None));
    }

    #[test]
    fn sexes_are_read_in_lao_and_by_code() {
        for (text, expected) in [("ຍິງ", Sex::Female), ("M", Sex::Male), ("unknown", Sex::Unknown)] {
            assert_eq!(sex(text), Some(expected));
        }
        assert_eq!(sex("x"), None);
    }
}
