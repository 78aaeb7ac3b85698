//! The profile that people keep themselves, in words: the overview, a page for each part, who sees it, and what was found
//! in a CV.

mod change;
mod entries;
mod overview;
mod problem;
mod schools;
mod shown;
mod skills;
mod steps;
mod upload;

pub use change::{Change, Clash};
pub use entries::{Asked, Held, HeldJob, OccupationChoice, experience, languages, licences};
pub use overview::{Overview, PartView, overview};
pub(crate) use problem::years_of;
pub use problem::{FileProblem, Problem};
pub use schools::{HeldSchool, SchoolChoices, education, unfinished};
pub use shown::{Seen, SeenRow, VisibilityWord, as_seen, visibility};
pub use skills::{HeldSkill, SkillChoice, skills};
pub use steps::{Districts, name, place, wishes};
pub use upload::{Found, found, upload};

use crate::desk::{DeskPage, Section};
use crate::form::{Choice, Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// Where the pages of a profile are.
#[derive(Debug, Clone, Copy)]
pub struct Ways {
    /// The overview.
    pub overview: &'static str,
    /// Names.
    pub name: &'static str,
    /// Place and contact.
    pub place: &'static str,
    /// Work so far.
    pub experience: &'static str,
    /// Schooling.
    pub education: &'static str,
    /// Skills.
    pub skills: &'static str,
    /// Languages.
    pub languages: &'static str,
    /// Licences.
    pub licences: &'static str,
    /// Documents that tell who somebody is.
    pub documents: &'static str,
    /// Where a record that others made is taken over.
    pub claim: &'static str,
    /// Wishes.
    pub wishes: &'static str,
    /// Who sees it.
    pub visibility: &'static str,
    /// What an employer sees.
    pub seen: &'static str,
    /// A file.
    pub upload: &'static str,
    /// What was found in it.
    pub found: &'static str,
    /// The CV; none where none can be printed.
    pub cv: Option<&'static str>,
    /// The reader's own first page.
    pub home: &'static str,
}

/// A part of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartWord {
    /// Names and birth date.
    Name,
    /// Place and contact.
    Place,
    /// Work so far.
    Experience,
    /// Schooling.
    Education,
    /// Skills.
    Skills,
    /// Languages.
    Languages,
    /// Licences.
    Licences,
    /// Wishes.
    Wishes,
}

impl PartWord {
    /// What it is called.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Name => text(locale, "profile-part-name"),
            Self::Place => text(locale, "profile-part-place"),
            Self::Experience => text(locale, "profile-part-experience"),
            Self::Education => text(locale, "profile-part-education"),
            Self::Skills => text(locale, "profile-part-skills"),
            Self::Languages => text(locale, "profile-part-languages"),
            Self::Licences => text(locale, "profile-part-licences"),
            Self::Wishes => text(locale, "profile-part-wishes"),
        }
    }

    /// What it is good for.
    fn why(self, locale: Locale) -> String {
        match self {
            Self::Name => text(locale, "profile-why-name"),
            Self::Place => text(locale, "profile-why-place"),
            Self::Experience => text(locale, "profile-why-experience"),
            Self::Education => text(locale, "profile-why-education"),
            Self::Skills => text(locale, "profile-why-skills"),
            Self::Languages => text(locale, "profile-why-languages"),
            Self::Licences => text(locale, "profile-why-licences"),
            Self::Wishes => text(locale, "profile-why-wishes"),
        }
    }

    fn href(self, ways: &Ways) -> &'static str {
        match self {
            Self::Name => ways.name,
            Self::Place => ways.place,
            Self::Experience => ways.experience,
            Self::Education => ways.education,
            Self::Skills => ways.skills,
            Self::Languages => ways.languages,
            Self::Licences => ways.licences,
            Self::Wishes => ways.wishes,
        }
    }
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Something was saved.
    Saved,
    /// Something was added.
    Added,
    /// Something was removed.
    Removed,
    /// A record that others made was taken over.
    Claimed,
}

impl Done {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Saved => text(locale, "profile-done-saved"),
            Self::Added => text(locale, "profile-done-added"),
            Self::Removed => text(locale, "profile-done-removed"),
            Self::Claimed => text(locale, "profile-done-claimed"),
        }
    }
}

/// What all pages of a profile share in a visit: what surrounds them, and what stands in their fields.
#[derive(Debug, Clone)]
pub struct Shell {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Where the pages are.
    pub ways: Ways,
    /// What was done just now.
    pub done: Option<Done>,
    /// What stands in the fields, by their names.
    pub typed: Vec<(String, String)>,
    /// What is wrong with them, by their names.
    pub problems: Vec<(&'static str, Problem)>,
    /// What came between a form and its sending.
    pub clash: Option<Clash>,
}

impl Shell {
    fn locale(&self) -> Locale {
        self.chrome.locale
    }

    fn typed(&self, name: &str) -> String {
        let held = self.typed.iter().find(|(held, _)| held == name);
        held.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    fn part(&self, part: PartWord, sections: Vec<Section>) -> DeskPage {
        let locale = self.locale();
        self.page(part.said(locale), vec![part.why(locale)], sections)
    }

    fn page(&self, title: String, lead: Vec<String>, sections: Vec<Section>) -> DeskPage {
        DeskPage {
            chrome: Chrome { title: title.clone(), ..self.chrome.clone() },
            heading: title,
            lead,
            done: self.done.map(|done| done.said(self.locale())),
            problem: self.clash.map(|clash| clash.said(self.locale())),
            sections,
            links: vec![Link::new(self.ways.overview, text(self.locale(), "profile-back"))],
        }
    }

    fn field(&self, name: &str, kind: FieldKind, label: &str) -> Field {
        let locale = self.locale();
        let problem = self.problems.iter().find(|(held, _)| *held == name);
        Field {
            name: name.to_owned(),
            label: text(locale, label),
            hint: None,
            kind,
            value: self.typed(name),
            problem: problem.map(|(_, problem)| problem.said(locale)),
            optional: true,
        }
    }

    /// A field that may be left empty, with how to fill it in.
    fn hinted(&self, name: &str, kind: FieldKind, label: &str, hint: &str) -> Field {
        Field { hint: Some(text(self.locale(), hint)), ..self.field(name, kind, label) }
    }

    fn form(&self, action: &str, fields: Vec<Field>, submit: &str) -> Form {
        Form {
            action: action.to_owned(),
            problem: None,
            fields,
            submit: text(self.locale(), submit),
            quiet: false,
        }
    }

    fn choice(&self, value: &str, key: &str) -> Choice {
        Choice::new(value, text(self.locale(), key))
    }
}

/// Until when something is valid, as it is said; `day` as it is written.
pub fn valid_until(locale: Locale, day: &str, expired: bool) -> String {
    let key = [("day", Arg::Text(day))];
    if expired {
        text_args(locale, "profile-expired", &key)
    } else {
        text_args(locale, "profile-valid-said", &key)
    }
}

/// What a level of a skill is called; 1 to 4.
pub fn skill_level(locale: Locale, level: u8) -> String {
    text(locale, skills::level_key(Some(level)))
}

/// What shows a skill, by its code.
pub fn skill_evidence(locale: Locale, code: &str) -> String {
    text(locale, skills::evidence_key(code))
}

/// A field that is sent along.
fn hidden(name: &str, value: &str) -> Field {
    Field {
        name: name.to_owned(),
        label: String::new(),
        hint: None,
        kind: FieldKind::Hidden,
        value: value.to_owned(),
        problem: None,
        optional: false,
    }
}

/// A button that sends values along.
fn button(action: &str, values: &[(&str, &str)], submit: String) -> Form {
    let fields = values.iter().map(|(name, value)| hidden(name, value)).collect();
    Form { fields, ..Form::button(action, submit) }
}
