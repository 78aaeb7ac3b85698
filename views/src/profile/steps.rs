//! The steps that are one form or two: names, place and contact, wishes.

use super::{PartWord, Shell, hidden};
use crate::desk::{DeskPage, Section};
use crate::form::{Choice, Field, FieldKind};
use crate::{Arg, Link, text, text_args};

/// Names and birth date.
pub fn name(shell: &Shell) -> DeskPage {
    let locale = shell.locale();
    let sex = vec![
        shell.choice("unknown", "profile-sex-unknown"),
        shell.choice("female", "profile-sex-female"),
        shell.choice("male", "profile-sex-male"),
    ];
    let given = shell.hinted("given", FieldKind::Text, "profile-given", "profile-given-hint");
    let fields = vec![
        Field { optional: false, ..given },
        shell.hinted("family", FieldKind::Text, "profile-family", "profile-optional"),
        shell.hinted("latin", FieldKind::Text, "profile-latin", "profile-latin-hint"),
        shell.hinted("birth_day", FieldKind::Number, "profile-birth-day", "profile-birth-hint"),
        shell.field("birth_month", FieldKind::Number, "profile-birth-month"),
        shell.field("birth_year", FieldKind::Number, "profile-birth-year"),
        shell.hinted("sex", FieldKind::Choice(sex), "profile-sex", "profile-sex-hint"),
    ];
    let section = Section {
        id: "name",
        heading: text(locale, "profile-part-name"),
        form: Some(shell.form(shell.ways.name, fields, "profile-save")),
        ..Section::default()
    };
    shell.part(PartWord::Name, vec![section])
}

/// The districts of a province, by code and name.
#[derive(Debug, Clone)]
pub struct Districts {
    /// Code of the province.
    pub province: String,
    /// Its name.
    pub name: String,
    /// Its districts.
    pub districts: Vec<(String, String)>,
}

/// Place and contact: the province first, then the district within it.
pub fn place(
    shell: &Shell,
    now: Option<String>,
    provinces: Vec<(String, String)>,
    districts: Option<Districts>,
) -> DeskPage {
    let locale = shell.locale();
    let now = now.map(|place| text_args(locale, "profile-live-now", &[("place", Arg::Text(&place))]));
    let (form, pages) = match districts {
        None => {
            let province = shell.field("province", choices(provinces), "profile-province");
            (
                shell.form(shell.ways.place, vec![hidden("what", "province"), province], "profile-continue"),
                Vec::new(),
            )
        }
        Some(Districts { province, name, districts }) => {
            let label = text_args(locale, "profile-district-of", &[("province", Arg::Text(&name))]);
            let district = shell.field("district", choices(districts), "profile-district");
            let sent = [hidden("what", "district"), hidden("province", &province)];
            let fields = sent.into_iter().chain([Field { label, ..district }]).collect();
            let other = Link::new(shell.ways.place, text(locale, "profile-other-province"));
            (shell.form(shell.ways.place, fields, "profile-save"), vec![other])
        }
    };
    let live = Section {
        id: "live",
        heading: text(locale, "profile-live"),
        lead: now,
        form: Some(form),
        pages,
        ..Section::default()
    };
    let fields = vec![
        hidden("what", "reach"),
        shell.hinted("phone", FieldKind::Text, "profile-phone", "profile-optional"),
        shell.hinted("email", FieldKind::Text, "profile-email", "profile-optional"),
    ];
    let reach = Section {
        id: "reach",
        heading: text(locale, "profile-reach"),
        lead: Some(text(locale, "profile-reach-lead")),
        form: Some(shell.form(shell.ways.place, fields, "profile-save")),
        ..Section::default()
    };
    shell.part(PartWord::Place, vec![live, reach])
}

/// A list of codes and names to choose from.
pub(super) fn choices(listed: Vec<(String, String)>) -> FieldKind {
    FieldKind::Choice(listed.into_iter().map(|(code, name)| Choice::new(code, name)).collect())
}

/// Wishes; `currencies` are codes.
pub fn wishes(shell: &Shell, currencies: &[&str]) -> DeskPage {
    let locale = shell.locale();
    let or_not = || {
        FieldKind::Choice(vec![
            shell.choice("", "profile-level-none"),
            shell.choice("yes", "profile-yes"),
            shell.choice("no", "profile-no"),
        ])
    };
    let currencies = currencies.iter().map(|code| ((*code).to_owned(), (*code).to_owned())).collect();
    let headline = shell.hinted("headline", FieldKind::Text, "profile-headline", "profile-headline-hint");
    let fields = vec![
        Field { optional: false, ..headline },
        shell.hinted("wage", FieldKind::Number, "profile-wage", "profile-optional"),
        shell.field("currency", choices(currencies), "profile-currency"),
        shell.hinted("available", FieldKind::Text, "profile-available", "profile-day-hint"),
        shell.field("shifts", or_not(), "profile-shifts"),
        shell.field("abroad", or_not(), "profile-abroad"),
        shell.hinted("distance", FieldKind::Number, "profile-distance", "profile-optional"),
    ];
    let section = Section {
        id: "wishes",
        heading: text(locale, "profile-part-wishes"),
        form: Some(shell.form(shell.ways.wishes, fields, "profile-save")),
        ..Section::default()
    };
    shell.part(PartWord::Wishes, vec![section])
}
