//! Who sees a profile, and what an employer sees of it, in words.

use super::{Shell, button};
use crate::desk::{DeskPage, Row, Section};
use crate::{Arg, Locale, text, text_args};

/// Who may find a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisibilityWord {
    /// Officers alone.
    Hidden,
    /// Employers, without the name.
    Anonymous,
    /// Employers.
    Open,
}

impl VisibilityWord {
    const ALL: [Self; 3] = [Self::Hidden, Self::Anonymous, Self::Open];

    /// What it is called.
    pub(super) fn said(self, locale: Locale) -> String {
        match self {
            Self::Hidden => text(locale, "profile-visibility-hidden"),
            Self::Anonymous => text(locale, "profile-visibility-anonymous"),
            Self::Open => text(locale, "profile-visibility-open"),
        }
    }

    /// What it means.
    pub(super) fn what(self, locale: Locale) -> String {
        match self {
            Self::Hidden => text(locale, "profile-visibility-hidden-what"),
            Self::Anonymous => text(locale, "profile-visibility-anonymous-what"),
            Self::Open => text(locale, "profile-visibility-open-what"),
        }
    }

    fn choose(self, locale: Locale) -> String {
        match self {
            Self::Hidden => text(locale, "profile-visibility-choose-hidden"),
            Self::Anonymous => text(locale, "profile-visibility-choose-anonymous"),
            Self::Open => text(locale, "profile-visibility-choose-open"),
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Anonymous => "anonymous",
            Self::Open => "open",
        }
    }
}

/// The three choices; `since` is the day of the present one, as it is written.
pub fn visibility(shell: &Shell, now: VisibilityWord, since: Option<&str>) -> DeskPage {
    let locale = shell.locale();
    let row = |word: VisibilityWord| {
        let chosen = word == now;
        let day = since.filter(|_| chosen);
        let said = match day {
            Some(day) => text_args(locale, "profile-visibility-since", &[("day", Arg::Text(day))]),
            None => text(locale, "profile-visibility-chosen"),
        };
        let keep = chosen && word != VisibilityWord::Hidden;
        let submit = if keep { text(locale, "profile-visibility-keep") } else { word.choose(locale) };
        let form = button(shell.ways.visibility, &[("visibility", word.code())], submit);
        Row {
            title: word.said(locale),
            facts: [word.what(locale)].into_iter().chain(chosen.then_some(said)).collect(),
            forms: (keep || !chosen).then_some(form).into_iter().collect(),
            ..Row::default()
        }
    };
    let section = Section {
        id: "choices",
        heading: text(locale, "profile-visibility-choices"),
        rows: VisibilityWord::ALL.into_iter().map(row).collect(),
        ..Section::default()
    };
    let lead = vec![text(locale, "profile-visibility-lead")];
    shell.page(text(locale, "profile-visibility"), lead, vec![section])
}

/// What is seen of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// Nothing.
    Nothing,
    /// The owner has filled in nothing.
    Empty,
    /// Whether the owner is of age, and from how many years on somebody is.
    OfAge(bool, u32),
    /// This.
    Text(String),
}

impl Seen {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Nothing => text(locale, "profile-seen-nothing"),
            Self::Empty => text(locale, "profile-seen-empty"),
            Self::OfAge(yes, years) => {
                let years = [("years", Arg::Number(i64::from(years)))];
                let key = if yes { "profile-seen-adult" } else { "profile-seen-minor" };
                text_args(locale, key, &years)
            }
            Self::Text(text) => text,
        }
    }
}

/// Which field is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeenRow {
    /// The name.
    Name,
    /// The birth date.
    Birth,
    /// Phone, mailbox, district.
    Contact,
    /// The wage that is wished for.
    Wage,
    /// Who this is at work, occupations, and for how long.
    Work,
    /// Schooling.
    Education,
    /// Skills.
    Skills,
    /// Languages.
    Languages,
    /// Licences.
    Licences,
}

impl SeenRow {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Name => text(locale, "profile-seen-name"),
            Self::Birth => text(locale, "profile-seen-birth"),
            Self::Contact => text(locale, "profile-seen-contact"),
            Self::Wage => text(locale, "profile-seen-wage"),
            Self::Work => text(locale, "profile-part-experience"),
            Self::Education => text(locale, "profile-part-education"),
            Self::Skills => text(locale, "profile-part-skills"),
            Self::Languages => text(locale, "profile-part-languages"),
            Self::Licences => text(locale, "profile-part-licences"),
        }
    }
}

/// What an employer sees, field by field: without and with the owner's consent.
pub fn as_seen(shell: &Shell, now: VisibilityWord, fields: Vec<(SeenRow, Seen, Seen)>) -> DeskPage {
    let locale = shell.locale();
    let lead = match now {
        VisibilityWord::Hidden => text(locale, "profile-seen-lead-hidden"),
        VisibilityWord::Anonymous => text(locale, "profile-seen-lead-anonymous"),
        VisibilityWord::Open => text(locale, "profile-seen-lead-open"),
    };
    let row = |(field, without, with): (SeenRow, Seen, Seen)| {
        let (without, with) = (without.said(locale), with.said(locale));
        let facts = vec![
            text_args(locale, "profile-seen-without", &[("what", Arg::Text(&without))]),
            text_args(locale, "profile-seen-with", &[("what", Arg::Text(&with))]),
        ];
        Row { title: field.said(locale), facts, ..Row::default() }
    };
    let section = Section {
        id: "fields",
        heading: text(locale, "profile-seen-list"),
        rows: fields.into_iter().map(row).collect(),
        ..Section::default()
    };
    shell.page(text(locale, "profile-seen"), vec![lead], vec![section])
}
