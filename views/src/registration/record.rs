//! The page on which a helper registers a person: one form in small parts, which works without script; with script it
//! also works without a network.

use super::Problem;
use crate::form::{Choice, Field, FieldKind};
use crate::identities::Document;
use crate::layout::Chrome;
use crate::{Arg, Locale, text, text_args, words};

/// Names of the fields of a record, beside its key and the languages.
pub const FIELDS: [&str; 20] = [
    "given",
    "family",
    "latin",
    "sex",
    "birth_day",
    "birth_month",
    "birth_year",
    "district",
    "village",
    "phone_of",
    "phone",
    "work",
    "skills",
    "reads",
    "agreed",
    "agreed_on",
    "version",
    "heard_in",
    "heard",
    "witness",
];

/// Names of the fields of a document, which few records have.
pub const DOCUMENT: [&str; 2] = ["document_kind", "document_number"];

/// What stands in the form, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// By the names of the fields.
    pub values: Vec<(String, String)>,
    /// By the names of the fields.
    pub problems: Vec<(&'static str, Problem)>,
}

/// The words to which the person agrees, as they are read out.
#[derive(Debug, Clone)]
pub struct Consent {
    /// Number of their version.
    pub version: i32,
    /// The words, by the language in which they are.
    pub texts: Vec<(Locale, String)>,
}

/// What may be chosen.
#[derive(Debug, Clone)]
pub struct Offered {
    /// Districts in which the helper registers people, by code and name.
    pub districts: Vec<(String, String)>,
    /// Kinds of documents, by their codes.
    pub kinds: Vec<(String, Document)>,
}

/// What the page tells its script.
#[derive(Debug, Clone)]
pub struct Queue {
    /// Where records are sent.
    pub records: String,
    /// Names the helper, so that records of another on the same device are not mixed up.
    pub owner: String,
    /// As whom the helper knows that account: a contact, masked.
    pub owner_known_as: Option<String>,
    /// Where somebody signs in and comes back.
    pub sign_in: String,
    /// Where somebody signs out.
    pub sign_out: String,
    /// The script itself, and what keeps the page there.
    pub scripts: (&'static str, &'static str),
}

/// The page.
#[derive(Debug, Clone)]
pub struct RegisterPage {
    pub(super) chrome: Chrome,
    pub(super) action: String,
    pub(super) key: String,
    pub(super) problem: Option<String>,
    pub(super) groups: Vec<Group>,
    pub(super) queue: Queue,
    pub(super) back: String,
}

/// A part of the form.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) legend: String,
    pub(super) lead: Option<String>,
    /// Texts to be read out, with their languages.
    pub(super) read_out: Vec<(Locale, String)>,
    pub(super) fields: Vec<Field>,
}

struct Drawing<'a> {
    locale: Locale,
    typed: &'a Typed,
}

impl Drawing<'_> {
    fn value(&self, name: &str) -> String {
        let held = self.typed.values.iter().find(|(held, _)| held == name);
        held.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    fn field(&self, name: &str, kind: FieldKind, label: &str, hint: Option<&str>) -> Field {
        let problem = self.typed.problems.iter().find(|(held, _)| *held == name);
        Field {
            name: name.to_owned(),
            label: text(self.locale, label),
            hint: hint.map(|hint| text(self.locale, hint)),
            kind,
            value: self.value(name),
            problem: problem.map(|(_, problem)| problem.said(self.locale)),
            optional: true,
        }
    }

    fn needed(&self, name: &str, kind: FieldKind, label: &str, hint: Option<&str>) -> Field {
        Field { optional: false, ..self.field(name, kind, label, hint) }
    }

    /// One of several, each with the message that says it.
    fn choice(&self, pairs: &[(&str, &str)]) -> FieldKind {
        let choices = pairs.iter().map(|(value, key)| Choice::new(*value, text(self.locale, key)));
        FieldKind::Choice(choices.collect())
    }

    fn group(&self, legend: &str, lead: Option<&str>, fields: Vec<Field>) -> Group {
        let lead = lead.map(|lead| text(self.locale, lead));
        Group { legend: text(self.locale, legend), lead, read_out: Vec::new(), fields }
    }

    fn person(&self) -> Group {
        let sex = self.choice(&[
            ("unknown", "profile-sex-unknown"),
            ("female", "profile-sex-female"),
            ("male", "profile-sex-male"),
        ]);
        let fields = vec![
            self.needed("given", FieldKind::Text, "profile-given", Some("register-given-hint")),
            self.field("family", FieldKind::Text, "profile-family", Some("profile-optional")),
            self.field("latin", FieldKind::Text, "profile-latin", Some("profile-optional")),
            self.field("birth_day", FieldKind::Number, "profile-birth-day", Some("register-birth-hint")),
            self.field("birth_month", FieldKind::Number, "profile-birth-month", None),
            self.field("birth_year", FieldKind::Number, "profile-birth-year", None),
            self.field("sex", sex, "profile-sex", Some("profile-sex-hint")),
        ];
        self.group("register-person", None, fields)
    }

    fn place(&self, districts: Vec<(String, String)>) -> Group {
        // Where there is but one district, nothing is to be chosen.
        let none = (districts.len() != 1).then(|| Choice::new("", text(self.locale, "profile-choose")));
        let districts = districts.into_iter().map(|(code, name)| Choice::new(code, name));
        let districts = FieldKind::Choice(none.into_iter().chain(districts).collect());
        let phones = self.choice(&[
            ("nobody", "register-phone-nobody"),
            ("own", "register-phone-own"),
            ("shared", "register-phone-shared"),
            ("helper", "register-phone-helper"),
        ]);
        let fields = vec![
            self.needed("district", districts, "profile-district", None),
            self.field("village", FieldKind::Text, "register-village", Some("profile-optional")),
            self.field("phone_of", phones, "register-phone-of", Some("register-phone-of-hint")),
            self.field("phone", FieldKind::Text, "profile-phone", Some("register-phone-hint")),
        ];
        self.group("register-place", None, fields)
    }

    fn document(&self, kinds: Vec<(String, Document)>) -> Group {
        let none = Choice::new("", text(self.locale, "register-no-document"));
        let kinds = kinds.into_iter().map(|(code, document)| Choice::new(code, document.said(self.locale)));
        let kinds = FieldKind::Choice([none].into_iter().chain(kinds).collect());
        let [kind, number] = DOCUMENT;
        let fields = vec![
            self.field(kind, kinds, "id-kind", Some("profile-optional")),
            self.field(number, FieldKind::Text, "id-number", Some("id-number-hint")),
        ];
        self.group("register-document", Some("register-document-lead"), fields)
    }

    fn work(&self, languages: &[&str]) -> Group {
        let reads = self.choice(&[
            ("alone", "register-reads-alone"),
            ("with_help", "register-reads-with-help"),
            ("not_at_all", "register-reads-not-at-all"),
        ]);
        let mut fields = vec![
            self.field("work", FieldKind::Area, "register-work", Some("register-work-hint")),
            self.field("skills", FieldKind::Area, "register-skills", Some("register-skills-hint")),
        ];
        fields.extend(languages.iter().map(|code| {
            let language = words::language(self.locale, code);
            let name = format!("speaks_{code}");
            let label = text_args(self.locale, "register-speaks", &[("language", Arg::Text(&language))]);
            Field { label, ..self.field(&name, FieldKind::Tick, "register-speaks", None) }
        }));
        fields.push(self.field("reads", reads, "register-reads", Some("register-reads-hint")));
        self.group("register-work-group", None, fields)
    }

    fn consent(&self, consent: &Consent) -> Group {
        let languages = consent.texts.iter().map(|(locale, _)| Choice {
            value: locale.code().to_owned(),
            text: locale.own_name().to_owned(),
            lang: (*locale != self.locale).then(|| locale.code()),
        });
        let heard = self.choice(&[("read", "register-heard-read"), ("played", "register-heard-played")]);
        let version = Field {
            value: consent.version.to_string(),
            ..self.field("version", FieldKind::Hidden, "brand", None)
        };
        let heard_in = FieldKind::Choice(languages.collect());
        // The script writes the day here: what waited for a network was agreed to before it arrived.
        let agreed_on = self.field("agreed_on", FieldKind::Hidden, "brand", None);
        let fields = vec![
            version,
            agreed_on,
            self.field("heard_in", heard_in, "register-heard-in", None),
            self.field("heard", heard, "register-heard", None),
            self.needed("witness", FieldKind::Text, "register-witness", Some("register-witness-hint")),
            self.needed("agreed", FieldKind::Tick, "register-agreed", None),
        ];
        let group = self.group("register-consent", Some("register-consent-lead"), fields);
        Group { read_out: consent.texts.clone(), ..group }
    }
}

/// The page; `languages` are codes.
pub fn register(
    (chrome, back): (Chrome, String),
    (action, key): (String, String),
    typed: &Typed,
    Offered { districts, kinds }: Offered,
    (languages, consent): (&[&str], &Consent),
    queue: Queue,
) -> RegisterPage {
    let drawing = Drawing { locale: chrome.locale, typed };
    let groups = vec![
        drawing.person(),
        drawing.document(kinds),
        drawing.place(districts),
        drawing.work(languages),
        drawing.consent(consent),
    ];
    let whole = typed.problems.iter().find(|(name, _)| *name == "key");
    let problem = whole.map(|(_, problem)| problem.said(chrome.locale));
    let title = text(chrome.locale, "register-title");
    RegisterPage { chrome: Chrome { title, ..chrome }, action, key, problem, groups, queue, back }
}
