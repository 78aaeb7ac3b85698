//! Who sees what of a person, as rows of a table: whoever knows the rules hands in facts, here they become words.

use super::{Part, Shell, Table, section};
use crate::{Locale, text};

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Employers.
    Employers,
    /// Agencies that place people abroad.
    Agencies,
    /// Officers of an area.
    AreaOfficers,
    /// Officers of employment abroad.
    OverseasOfficers,
    /// Programs of whoever runs the site.
    Programs,
    /// Somebody of any other office or school.
    Others,
}

/// In which case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The profile is hidden.
    Hidden,
    /// The profile shows without a name.
    Nameless,
    /// The profile shows with a name.
    Open,
    /// The person consented.
    Consented,
    /// The person lives in the area.
    InArea,
    /// The person lives elsewhere.
    Elsewhere,
}

/// Something that is seen of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Occupations, skills, languages, licences and how long somebody worked.
    Work,
    /// The province.
    Province,
    /// The district.
    District,
    /// Whether somebody is of age.
    OfAge,
    /// The ten years in which somebody was born.
    Decade,
    /// The birth date.
    BirthDate,
    /// The name.
    Name,
    /// Phone and mailbox.
    Contact,
    /// Phone and mailbox, for a purpose that is told.
    ContactForPurpose,
    /// The address.
    Address,
    /// The pay wished for.
    Wage,
    /// Numbers of documents, most of each covered.
    CoveredNumbers,
    /// Numbers of documents.
    Numbers,
}

/// Something that an employer never sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {
    /// Numbers of documents.
    Numbers,
    /// The birth date.
    BirthDate,
    /// A check for convictions.
    CriminalRecord,
    /// Help from the state.
    Welfare,
}

/// What somebody sees in some cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenBy {
    /// Who.
    pub who: Who,
    /// In any of these cases; none are all.
    pub when: Vec<When>,
    /// What; nothing where empty.
    pub seen: Vec<Seen>,
}

/// Who sees what.
#[derive(Clone, Debug, Default)]
pub struct Sights {
    /// Whoever looks for people, in the order in which they are told.
    pub rows: Vec<SeenBy>,
    /// What employers never see.
    pub never: Vec<Never>,
}

impl Who {
    pub(crate) fn said(self, locale: Locale) -> String {
        match self {
            Self::Employers => text(locale, "privacy-who-employers"),
            Self::Agencies => text(locale, "privacy-who-agencies"),
            Self::AreaOfficers => text(locale, "privacy-who-area-officers"),
            Self::OverseasOfficers => text(locale, "privacy-who-overseas-officers"),
            Self::Programs => text(locale, "privacy-who-programs"),
            Self::Others => text(locale, "privacy-who-others"),
        }
    }
}

impl When {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Hidden => text(locale, "privacy-when-hidden"),
            Self::Nameless => text(locale, "privacy-when-nameless"),
            Self::Open => text(locale, "privacy-when-open"),
            Self::Consented => text(locale, "privacy-when-consented"),
            Self::InArea => text(locale, "privacy-when-in-area"),
            Self::Elsewhere => text(locale, "privacy-when-elsewhere"),
        }
    }
}

impl Seen {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Work => text(locale, "privacy-seen-work"),
            Self::Province => text(locale, "privacy-seen-province"),
            Self::District => text(locale, "privacy-seen-district"),
            Self::OfAge => text(locale, "privacy-seen-of-age"),
            Self::Decade => text(locale, "privacy-seen-decade"),
            Self::BirthDate => text(locale, "privacy-seen-birth-date"),
            Self::Name => text(locale, "privacy-seen-name"),
            Self::Contact => text(locale, "privacy-seen-contact"),
            Self::ContactForPurpose => text(locale, "privacy-seen-contact-for-purpose"),
            Self::Address => text(locale, "privacy-seen-address"),
            Self::Wage => text(locale, "privacy-seen-wage"),
            Self::CoveredNumbers => text(locale, "privacy-seen-covered-numbers"),
            Self::Numbers => text(locale, "privacy-seen-numbers"),
        }
    }
}

impl Never {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Numbers => text(locale, "privacy-never-number"),
            Self::BirthDate => text(locale, "privacy-never-birth"),
            Self::CriminalRecord => text(locale, "privacy-never-criminal-record"),
            Self::Welfare => text(locale, "privacy-never-welfare"),
        }
    }
}

impl SeenBy {
    /// What is seen, in a line.
    pub(crate) fn line(&self, locale: Locale) -> String {
        let seen: Vec<String> = self.seen.iter().map(|seen| seen.said(locale)).collect();
        if seen.is_empty() { text(locale, "privacy-sees-nothing") } else { seen.join("; ") }
    }

    fn row(&self, locale: Locale) -> Vec<String> {
        let when: Vec<String> = self.when.iter().map(|when| when.said(locale)).collect();
        let who = self.who.said(locale);
        let who = if when.is_empty() { who } else { format!("{who}: {}", when.join("; ")) };
        vec![who, self.line(locale)]
    }
}

/// The sections about who sees what, and what employers never see.
pub(super) fn sections(shell: &Shell, sights: &Sights) -> [super::Section; 2] {
    let locale = shell.locale();
    let sees = vec![
        Part::Text(text(locale, "privacy-sees-lead")),
        Part::Table(table(locale, sights)),
        Part::Text(text(locale, "privacy-sees-recorded")),
    ];
    let never = vec![
        Part::Text(text(locale, "privacy-employers-never")),
        Part::Points(sights.never.iter().map(|never| never.said(locale)).collect()),
        Part::Text(text(locale, "privacy-employers-belief")),
    ];
    [
        section("sees", text(locale, "privacy-sees"), sees),
        section("employers", text(locale, "privacy-employers"), never),
    ]
}

fn table(locale: Locale, sights: &Sights) -> Table {
    let row = |who: &str, what: &str| vec![text(locale, who), text(locale, what)];
    let mut rows = vec![row("privacy-who-you", "privacy-sees-own")];
    rows.extend(sights.rows.iter().map(|seen| seen.row(locale)));
    rows.push(row("privacy-who-helpers", "privacy-sees-helpers"));
    rows.push(row("privacy-who-auditors", "privacy-sees-auditors"));
    rows.push(row("privacy-who-administrators", "privacy-sees-administrators"));
    rows.push(row("privacy-who-technicians", "privacy-sees-technicians"));
    rows.push(row("privacy-who-public", "privacy-sees-nothing"));
    Table {
        caption: text(locale, "privacy-sees-caption"),
        head: vec![text(locale, "privacy-who"), text(locale, "privacy-sees-what")],
        rows,
    }
}
