//! People in the platform's own columns.

use super::held;
use crate::accounts::model::Email;
use crate::imports::cells::Cells;
use crate::imports::columns::{Column, Columns, Holds, column};
use crate::imports::keys::{Keys, content_hash};
use crate::imports::records::{Record, Refusal};
use crate::imports::request::ImportError;
use crate::imports::run::{Intake, Setting};
use crate::imports::understand::place::{self, GivenPlace};
use crate::imports::understand::{self, date, number, wage};
use crate::people::draft::{Identity, PersonDraft, Wishes};
use crate::people::model::{Sex, Visibility};

/// Columns of the template.
pub(crate) static COLUMNS: &[Column] = &[
    column("id", &["ລະຫັດ", "ref"]),
    column("given_name", &["ຊື່", "first name"]).required(),
    column("family_name", &["ນາມສະກຸນ", "last name", "surname"]),
    column("latin_name", &["ຊື່ອັກສອນລາແຕັງ"]),
    column("sex", &["ເພດ", "gender"]),
    column("birth_date", &["ວັນເດືອນປີເກີດ", "ປີເກີດ", "date of birth"]),
    column("phone", &["ເບີໂທ", "ໂທລະສັບ", "ເບີໂທລະສັບ"]).holding(Holds::Phone),
    column("email", &["ອີເມວ", "e-mail"]),
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
        let parts = ["given_name", "family_name", "latin_name", "birth_date", "phone"];
        draft.source_key = match cells.some("id") {
            Some(id) => self.keys.stated(id, record.line)?,
            None => self.keys.made(&parts.map(|name| cells.text(name)), record.line),
        };
        Ok(draft)
    }
}

fn draft(cells: &Cells<'_>, setting: &Setting<'_>) -> Result<PersonDraft, Refusal> {
    let book = setting.book;
    let given =
        GivenPlace { district: cells.some("district"), province: cells.some("province"), country: None };
    let place = place::given(book, setting.former, given);
    let occupations = held::occupations(cells, setting)?;
    let headline = match cells.some("headline") {
        Some(headline) => headline.to_owned(),
        None => held::first_occupation(cells, setting, &occupations),
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
        skills: held::skills(cells, setting, &[&headline, &profile])?,
        headline,
        profile,
        occupations,
        languages: held::spoken(cells)?,
        licences: held::licences(cells, setting)?,
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
        email: cells.parsed("email", "an e-mail address", email)?,
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

/// A mailbox as accounts store it, so that whoever shows it can take the record over.
fn email(text: &str) -> Option<String> {
    text.parse::<Email>().ok().map(|email| email.as_str().to_owned())
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
    fn a_mailbox_is_kept_as_accounts_keep_it() {
        assert_eq!(email(" Khamla@School.LA ").as_deref(), Some("khamla@school.la"));
        for wrong in ["khamla", "khamla@", "@school.la", "khamla@localhost", "a b@school.la"] {
            assert_eq!(email(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn sexes_are_read_in_lao_and_by_code() {
        for (text, expected) in [("ຍິງ", Sex::Female), ("M", Sex::Male), ("unknown", Sex::Unknown)] {
            assert_eq!(sex(text), Some(expected));
        }
        assert_eq!(sex("x"), None);
    }
}
