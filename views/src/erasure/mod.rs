//! Pages about erasing all that is kept about somebody: asked for by its owner, or at an office.

mod class;
mod office;
mod own;

pub use class::Class;
pub use office::{OfficeDone, OfficePage, OfficeProblem, office};
pub use own::{Done, OwnPage, own};

use crate::desk::{Row, Section};
use crate::retention::TermWord;
use crate::{Arg, Locale, text, text_args};

/// What holds an erasure up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// Officers are about to join two records.
    IdentityCase,
    /// Nobody else looks after an organisation.
    LastAdministrator,
}

impl Hold {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::IdentityCase => text(locale, "erasure-held-case"),
            Self::LastAdministrator => text(locale, "erasure-held-administrator"),
        }
    }
}

/// A request that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waits {
    /// The day on which it is carried out, as it is written.
    pub until: String,
    /// Whether an officer asked.
    pub office: bool,
}

impl Waits {
    fn said(&self, locale: Locale) -> String {
        let until = [("date", Arg::Text(&self.until))];
        if self.office {
            text_args(locale, "erasure-waits-office", &until)
        } else {
            text_args(locale, "erasure-waits", &until)
        }
    }
}

/// What goes, what stays and what is only counted.
fn told(locale: Locale, (goes, stays): (&[Class], &[Class]), trail: TermWord) -> Vec<Section> {
    let rows = |classes: &[Class]| {
        let row = |class: &Class| Row {
            title: class.title(locale),
            facts: vec![class.said(locale, trail)],
            ..Row::default()
        };
        classes.iter().map(row).collect::<Vec<Row>>()
    };
    let plain = |title, fact| Row { title, facts: vec![fact], ..Row::default() };
    let counted = plain(text(locale, "erasure-count"), text(locale, "erasure-count-what"));
    let backups = plain(text(locale, "erasure-backups"), text(locale, "erasure-backups-what"));
    vec![
        Section { id: "goes", heading: text(locale, "erasure-goes"), rows: rows(goes), ..Section::default() },
        Section {
            id: "stays",
            heading: text(locale, "erasure-stays"),
            rows: rows(stays).into_iter().chain([counted, backups]).collect(),
            ..Section::default()
        },
    ]
}
