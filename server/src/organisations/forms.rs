//! What people type into the forms about organisations: raw strings become values, or problems, all of them at once.

use super::model::{
    Choices, EvidenceKind, FactError, Identity, Name, NewEvidence, NewSite, Number, NumberForm, NumberForms,
    Organisation, OrganisationKind, Profile, WebAddress,
};
use crate::access::model::{Area, of_code};
use crate::imports::understand::date;
use crate::reference::ReferenceBook;
use crate::unseen::without_unseen;
use chrono::NaiveDate;
use sea_orm::ActiveEnum;
use serde::Deserialize;
use std::str::FromStr;
use views::organisation::{Problem, Problems, Typed, TypedPaper};

/// Longest text in which an organisation speaks of itself, in characters.
const ABOUT: usize = 2_000;
/// Longest remark or address of a site.
const REMARK: usize = 300;

/// Every field that a form about organisations may have; each form reads its own.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) latin_name: String,
    pub(super) country: String,
    pub(super) registration_no: String,
    pub(super) tax_no: String,
    pub(super) district: String,
    pub(super) isic: String,
    pub(super) in_zone: String,
    pub(super) website: String,
    pub(super) about: String,
    pub(super) confirmed: String,
    pub(super) number: String,
    pub(super) issued_on: String,
    pub(super) valid_until: String,
    pub(super) note: String,
    pub(super) address: String,
    pub(super) id: String,
    pub(super) step: String,
    pub(super) reason: String,
}

fn of_fact(error: FactError) -> Problem {
    match error {
        FactError::Empty => Problem::Empty,
        FactError::Long => Problem::Long,
        FactError::Signs => Problem::Signs,
    }
}

/// Collects the problems of fields that are read one after the other.
#[derive(Default)]
struct Reader(Problems);

impl Reader {
    fn refuse(&mut self, field: &'static str, problem: Problem) {
        self.0.fields.push((field, problem));
    }

    fn needed<T: FromStr<Err = FactError>>(&mut self, field: &'static str, raw: &str) -> Option<T> {
        raw.parse().map_err(|error| self.refuse(field, of_fact(error))).ok()
    }

    fn maybe<T: FromStr<Err = FactError>>(&mut self, field: &'static str, raw: &str) -> Option<T> {
        if raw.trim().is_empty() { None } else { self.needed(field, raw) }
    }

    /// A number that looks like one of its kind, or none.
    fn number(&mut self, field: &'static str, raw: &str, form: NumberForm) -> Option<Number> {
        let number = self.maybe::<Number>(field, raw)?;
        if !form.fits(&number) {
            self.refuse(field, Problem::Number(form.digits));
        }
        Some(number)
    }

    /// One of a list of codes, or none.
    fn chosen(&mut self, field: &'static str, raw: &str, among: &[(String, String)]) -> Option<String> {
        let raw = raw.trim();
        let known = among.iter().any(|(code, _)| code == raw);
        if !raw.is_empty() && !known {
            self.refuse(field, Problem::Choose);
        }
        known.then(|| raw.to_owned())
    }

    /// The province and district of a code, or none.
    fn place(&mut self, raw: &str, book: &ReferenceBook) -> (Option<i32>, Option<i32>) {
        let raw = raw.trim();
        let area = book.codes.place(raw).and_then(|key| Area::of(book, key));
        match area {
            Some(Area::District { province, district }) => (Some(province), Some(district)),
            Some(Area::Province(province)) => (Some(province), None),
            Some(Area::Country) | None => {
                if !raw.is_empty() {
                    self.refuse("district", Problem::Choose);
                }
                (None, None)
            }
        }
    }

    fn day(&mut self, field: &'static str, raw: &str) -> Option<NaiveDate> {
        let raw = raw.trim();
        let day = date::day(raw).ok();
        if !raw.is_empty() && day.is_none() {
            self.refuse(field, Problem::Day);
        }
        day
    }

    fn text(&mut self, field: &'static str, raw: &str, longest: usize) -> Option<String> {
        let text = without_unseen(raw);
        let text = text.trim();
        if text.chars().count() > longest {
            self.refuse(field, Problem::Long);
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn done<T>(self, value: Option<T>) -> Result<T, Problems> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(self.0),
        }
    }
}

impl Fields {
    /// What an organisation of a kind is; `kind` is told where it is known already.
    pub(super) fn identity(
        &self,
        kind: Option<OrganisationKind>,
        book: &ReferenceBook,
        choices: &Choices,
    ) -> Result<Identity, Problems> {
        let mut reader = Reader::default();
        let kind = kind.or_else(|| of_code(&self.kind)).filter(|kind| kind.is_founded_by_anybody());
        if kind.is_none() {
            reader.refuse("kind", Problem::Choose);
        }
        let name = reader.needed::<Name>("name", &self.name);
        let latin_name = reader.maybe::<Name>("latin_name", &self.latin_name);
        let latin = latin_name.as_ref().is_none_or(Name::is_latin);
        let country = reader.chosen("country", &self.country, &choices.countries);
        let forms = NumberForms::shipped();
        let registration_no = reader.number("registration_no", &self.registration_no, forms.registration);
        let tax_no = reader.number("tax_no", &self.tax_no, forms.tax);
        let (province, district) = reader.place(&self.district, book);
        let in_zone = self.in_zone == "yes";
        let identity: Option<Identity> = kind.zip(name).map(|(kind, name)| Identity {
            kind,
            name,
            latin_name,
            registration_no,
            tax_no,
            country,
            province,
            district,
            in_zone,
        });
        // Words of offices in letters of another script are refused as such.
        match identity.as_ref().and_then(Identity::reserved) {
            Some((field, words)) => reader.refuse(field, Problem::Reserved(words)),
            None if !latin => reader.refuse("latin_name", Problem::Latin),
            None => {}
        }
        reader.done(identity)
    }

    /// What it says of itself.
    pub(super) fn profile(&self, choices: &Choices) -> Result<Profile, Problems> {
        let mut reader = Reader::default();
        let isic = reader.chosen("isic", &self.isic, &choices.sections);
        let raw = self.website.trim();
        let website: Option<WebAddress> = raw.parse().ok();
        if !raw.is_empty() && website.is_none() {
            reader.refuse("website", Problem::Address);
        }
        let about = reader.text("about", &self.about, ABOUT);
        reader.done(Some(Profile { isic, website, about }))
    }

    /// The section of ISIC alone.
    pub(super) fn section(&self, choices: &Choices) -> Result<Option<String>, Problems> {
        let mut reader = Reader::default();
        let isic = reader.chosen("isic", &self.isic, &choices.sections);
        reader.done(Some(isic))
    }

    /// A paper.
    pub(super) fn evidence(&self) -> Result<NewEvidence, Problems> {
        let mut reader = Reader::default();
        let kind: Option<EvidenceKind> = of_code(&self.kind);
        if kind.is_none() {
            reader.refuse("kind", Problem::Choose);
        }
        let number = reader.needed("number", &self.number);
        let issued_on = reader.day("issued_on", &self.issued_on);
        let valid_until = reader.day("valid_until", &self.valid_until);
        if issued_on.zip(valid_until).is_some_and(|(issued, last)| last <= issued) {
            reader.refuse("valid_until", Problem::Days);
        }
        let note = reader.text("note", &self.note, REMARK);
        let both = kind.zip(number);
        reader.done(both.map(|(kind, number)| NewEvidence { kind, number, issued_on, valid_until, note }))
    }

    /// A site.
    pub(super) fn site(&self, book: &ReferenceBook) -> Result<NewSite, Problems> {
        let mut reader = Reader::default();
        let name = reader.needed("name", &self.name);
        let (province, district) = reader.place(&self.district, book);
        let address = reader.text("address", &self.address, REMARK);
        reader.done(name.map(|name| NewSite { name, province, district, address }))
    }

    /// The same as it was typed.
    pub(super) fn typed(&self) -> Typed {
        let Self { kind, name, latin_name, country, registration_no, tax_no, district, .. } = self.clone();
        let Self { isic, in_zone, website, about, confirmed, .. } = self.clone();
        Typed {
            kind,
            name,
            latin_name,
            country,
            registration_no,
            tax_no,
            district,
            isic,
            in_zone,
            website,
            about,
            confirmed,
        }
    }

    /// A paper as it was typed.
    pub(super) fn typed_paper(&self) -> TypedPaper {
        let Self { kind, number, issued_on, valid_until, note, .. } = self.clone();
        TypedPaper { kind, number, issued_on, valid_until, note }
    }

    /// The fields as a form shows what is kept.
    pub(super) fn of(held: &Organisation, book: &ReferenceBook) -> Self {
        let place = held.district.or(held.province).map(|key| search::PlaceKey(key.unsigned_abs()));
        let code = |place| book.codes.code(search::Concept::Place(place)).to_owned();
        let text = |held: &Option<String>| held.clone().unwrap_or_default();
        Self {
            kind: held.kind.to_value(),
            name: held.name.clone(),
            latin_name: text(&held.latin_name),
            country: text(&held.country),
            registration_no: text(&held.registration_no),
            tax_no: text(&held.tax_no),
            district: place.map(code).unwrap_or_default(),
            isic: text(&held.isic),
            in_zone: if held.in_zone { "yes".to_owned() } else { String::new() },
            website: text(&held.website),
            about: text(&held.about),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests;
