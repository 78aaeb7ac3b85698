//! The forms about organisations: which fields each has, and what it says.

use super::problem::Problems;
use super::words::{Kind, Paper, Step, kind, paper, step};
use crate::form::{Choice, Field, FieldKind, Form, FormPage, day_hint};
use crate::layout::Chrome;
use crate::{Link, Locale, text};

/// What is typed into the form of an organisation.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// Code of what it is.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// In Latin letters.
    pub latin_name: String,
    /// Code of the country.
    pub country: String,
    /// Number in the registry.
    pub registration_no: String,
    /// Number of the taxpayer.
    pub tax_no: String,
    /// Code of the district.
    pub district: String,
    /// Section of ISIC.
    pub isic: String,
    /// `yes` in a zone.
    pub in_zone: String,
    /// Address on the web.
    pub website: String,
    /// What it does.
    pub about: String,
    /// `yes` where alike names were seen.
    pub confirmed: String,
}

/// What can be chosen: codes with names.
#[derive(Debug, Clone, Default)]
pub struct Offered {
    /// Kinds.
    pub kinds: Vec<(String, Kind)>,
    /// Countries.
    pub countries: Vec<(String, String)>,
    /// Districts.
    pub districts: Vec<(String, String)>,
    /// Sections.
    pub sections: Vec<(String, String)>,
}

fn field(
    locale: Locale,
    problems: &Problems,
    (name, kind): (&str, FieldKind),
    (label, hint): (String, Option<String>),
    value: &str,
) -> Field {
    let problem = problems.at(name).map(|problem| problem.said(locale));
    let (name, value) = (name.to_owned(), value.to_owned());
    Field { name, label, hint, kind, value, problem, optional: false }
}

fn optional(field: Field) -> Field {
    Field { optional: true, ..field }
}

/// A list to choose from, which begins with nothing.
fn list(locale: Locale, offered: &[(String, String)]) -> FieldKind {
    let none = Choice::new("", text(locale, "org-choose-none"));
    let those = offered.iter().map(|(code, name)| Choice::new(code, name.clone()));
    FieldKind::Choice(std::iter::once(none).chain(those).collect())
}

/// The fields of what is verified, in order.
fn identity(locale: Locale, typed: &Typed, offered: &Offered, problems: &Problems) -> Vec<Field> {
    let line = |name, label: String, hint: Option<String>, value: &str| {
        field(locale, problems, (name, FieldKind::Text), (label, hint), value)
    };
    let choose = |name, label: String, hint: Option<String>, offered: &[(String, String)], value: &str| {
        optional(field(locale, problems, (name, list(locale, offered)), (label, hint), value))
    };
    let zone = (text(locale, "org-zone"), Some(text(locale, "org-zone-hint")));
    vec![
        line("name", text(locale, "org-name"), Some(text(locale, "org-name-hint")), &typed.name),
        optional(line("latin_name", text(locale, "org-latin-name"), None, &typed.latin_name)),
        choose(
            "country",
            text(locale, "org-country"),
            Some(text(locale, "org-country-hint")),
            &offered.countries,
            &typed.country,
        ),
        optional(line(
            "registration_no",
            text(locale, "org-registration"),
            Some(text(locale, "org-registration-hint")),
            &typed.registration_no,
        )),
        optional(line("tax_no", text(locale, "org-tax"), None, &typed.tax_no)),
        choose(
            "district",
            text(locale, "org-district"),
            Some(text(locale, "org-district-hint")),
            &offered.districts,
            &typed.district,
        ),
        optional(field(locale, problems, ("in_zone", FieldKind::Tick), zone, &typed.in_zone)),
    ]
}

fn section(locale: Locale, typed: &Typed, offered: &Offered, problems: &Problems) -> Field {
    let kind = list(locale, &offered.sections);
    optional(field(locale, problems, ("isic", kind), (text(locale, "org-sector"), None), &typed.isic))
}

fn page(chrome: &Chrome, (title, lead): (String, Vec<String>), form: Form, links: Vec<Link>) -> FormPage {
    let chrome = Chrome { title: title.clone(), ..chrome.clone() };
    FormPage { chrome, heading: title, lead, form, links }
}

fn form(locale: Locale, action: &str, submit: String, problems: &Problems, fields: Vec<Field>) -> Form {
    let problem = problems.whole.map(|problem| problem.said(locale));
    Form { action: action.to_owned(), problem, fields, submit, quiet: false }
}

/// Asks to confirm a name that looks like others; nothing where there are none.
fn confirm(
    locale: Locale,
    (lead, fields): (&mut Vec<String>, &mut Vec<Field>),
    (typed, problems): (&Typed, &Problems),
    alike: &[String],
) {
    if alike.is_empty() {
        return;
    }
    lead.push(format!("{} {}", text(locale, "org-new-alike"), alike.join("; ")));
    let confirm = (text(locale, "org-new-confirm"), None);
    fields.push(field(locale, problems, ("confirmed", FieldKind::Tick), confirm, &typed.confirmed));
}

/// The form in which an organisation is founded; `alike` are names that look like the one typed.
pub fn found(
    chrome: &Chrome,
    action: &str,
    (typed, offered): (&Typed, &Offered),
    problems: &Problems,
    alike: &[String],
) -> FormPage {
    let locale = chrome.locale;
    let kinds = offered.kinds.iter().map(|(code, of)| Choice::new(code, kind(locale, *of))).collect();
    let kinds = FieldKind::Choice(kinds);
    let mut fields =
        vec![field(locale, problems, ("kind", kinds), (text(locale, "org-kind"), None), &typed.kind)];
    fields.extend(identity(locale, typed, offered, problems));
    fields.push(section(locale, typed, offered, problems));
    let mut lead = vec![text(locale, "org-new-lead")];
    confirm(locale, (&mut lead, &mut fields), (typed, problems), alike);
    let form = form(locale, action, text(locale, "org-new-submit"), problems, fields);
    page(chrome, (text(locale, "org-new-title"), lead), form, Vec::new())
}

/// The form in which an organisation changes what is verified; `alike` as where it is founded.
pub fn amend(
    chrome: &Chrome,
    (action, back): (&str, Link),
    (typed, offered): (&Typed, &Offered),
    problems: &Problems,
    alike: &[String],
) -> FormPage {
    let locale = chrome.locale;
    let (mut lead, mut fields) =
        (vec![text(locale, "org-edit-lead")], identity(locale, typed, offered, problems));
    confirm(locale, (&mut lead, &mut fields), (typed, problems), alike);
    let form = form(locale, action, text(locale, "org-save"), problems, fields);
    page(chrome, (text(locale, "org-edit-title"), lead), form, vec![back])
}

/// The form in which an organisation changes what it says of itself.
pub fn describe(
    chrome: &Chrome,
    (action, back): (&str, Link),
    (typed, offered): (&Typed, &Offered),
    problems: &Problems,
) -> FormPage {
    let locale = chrome.locale;
    let (website, about) = ((text(locale, "org-website"), None), (text(locale, "org-about"), None));
    let fields = vec![
        section(locale, typed, offered, problems),
        optional(field(locale, problems, ("website", FieldKind::Text), website, &typed.website)),
        optional(field(locale, problems, ("about", FieldKind::Area), about, &typed.about)),
    ];
    let form = form(locale, action, text(locale, "org-save"), problems, fields);
    page(chrome, (text(locale, "org-profile-title"), Vec::new()), form, vec![back])
}

/// What is typed into the form of a paper.
#[derive(Debug, Clone, Default)]
pub struct TypedPaper {
    /// Code of what it is.
    pub kind: String,
    /// Its number.
    pub number: String,
    /// When it was issued.
    pub issued_on: String,
    /// Its last day.
    pub valid_until: String,
    /// What else is to be said.
    pub note: String,
}

/// The form in which a paper is brought.
pub fn evidence(
    chrome: &Chrome,
    (action, back): (&str, Link),
    (typed, kinds): (&TypedPaper, &[(String, Paper)]),
    problems: &Problems,
) -> FormPage {
    let locale = chrome.locale;
    let of = |name, kind, said, value: &str| field(locale, problems, (name, kind), said, value);
    let kinds = kinds.iter().map(|(code, of)| Choice::new(code, paper(locale, *of))).collect();
    let number = (text(locale, "org-evidence-number"), Some(text(locale, "org-evidence-number-hint")));
    let until = (
        text(locale, "org-evidence-until"),
        Some(day_hint(locale, Some(text(locale, "org-evidence-until-hint")))),
    );
    let fields = vec![
        of("kind", FieldKind::Choice(kinds), (text(locale, "org-evidence-kind"), None), &typed.kind),
        of("number", FieldKind::Text, number, &typed.number),
        optional(of(
            "issued_on",
            FieldKind::Text,
            (text(locale, "org-evidence-issued"), Some(day_hint(locale, None))),
            &typed.issued_on,
        )),
        optional(of("valid_until", FieldKind::Text, until, &typed.valid_until)),
        optional(of("note", FieldKind::Text, (text(locale, "org-evidence-note"), None), &typed.note)),
    ];
    let form = form(locale, action, text(locale, "org-evidence-submit"), problems, fields);
    page(chrome, (text(locale, "org-evidence-title"), Vec::new()), form, vec![back])
}

/// The form in which a site is told: name, code of the district, address as they were typed.
pub fn site(
    chrome: &Chrome,
    (action, back): (&str, Link),
    ((name, district, address), offered): ((&str, &str, &str), &Offered),
    problems: &Problems,
) -> FormPage {
    let locale = chrome.locale;
    let of = |name, kind, label, value: &str| field(locale, problems, (name, kind), (label, None), value);
    let fields = vec![
        of("name", FieldKind::Text, text(locale, "org-site-name"), name),
        optional(of("district", list(locale, &offered.districts), text(locale, "org-district"), district)),
        optional(of("address", FieldKind::Text, text(locale, "org-site-address"), address)),
    ];
    let form = form(locale, action, text(locale, "org-site-submit"), problems, fields);
    page(chrome, (text(locale, "org-site-title"), Vec::new()), form, vec![back])
}

/// The form in which an officer decides: which step, and why.
pub fn decide(
    locale: Locale,
    action: &str,
    (steps, chosen, reason): (&[(String, Step)], &str, &str),
    problems: &Problems,
) -> Form {
    let steps = steps.iter().map(|(code, of)| Choice::new(code, step(locale, *of))).collect();
    let why = (text(locale, "org-decide-reason"), Some(text(locale, "org-decide-reason-hint")));
    let which = (text(locale, "org-decide-step"), None);
    let fields = vec![
        field(locale, problems, ("step", FieldKind::Choice(steps)), which, chosen),
        optional(field(locale, problems, ("reason", FieldKind::Area), why, reason)),
    ];
    form(locale, action, text(locale, "org-decide-submit"), problems, fields)
}
