//! The pages of administration on which names and settings are looked after.

use super::admin::{back, own};
use super::samples::pick;
use crate::admin::{
    self, Backup, BoardPage, BoardProblem, ConceptWord, LabelForm, LabelKindWord, LabelPage, LabelProblem,
    LabelRow, LabelsPage, Proposal, Query, SettingRow, SettingSource, SettingValue, SettingsPage,
};
use crate::mail::When;
use crate::{Locale, Render};

const WHEN: When = When { day: (2026, 11, 21), time: (2, 30) };

fn board_page(locale: Locale, without: Vec<Query>, low: Vec<Query>) -> BoardPage {
    BoardPage {
        chrome: own(locale, "/admin/board"),
        address: "/admin/board".to_owned(),
        days: ("24/08/2026".to_owned(), "22/11/2026".to_owned()),
        sums: (12_345, 678, 90),
        without,
        low,
        decides: true,
        done: None,
        problem: None,
        back: back(locale),
    }
}

pub(super) fn board(locale: Locale) -> String {
    let query = |query: &str, understood, proposals| Query {
        query: query.to_owned(),
        counts: (41, 41, 0),
        understood,
        proposals,
    };
    let proposal = Proposal {
        id: "1a2b3c4d".to_owned(),
        wording: "ຊ່າງໄຟບ້ານ".to_owned(),
        language: "lo".to_owned(),
        concept: pick(locale, "ຊ່າງໄຟຟ້າ", "electrician", "thợ điện"),
    };
    let without = vec![query("ຊ່າງໄຟບ້ານ", false, vec![proposal]), query("<b>xx</b>", false, Vec::new())];
    let page = board_page(locale, without, vec![query("welder", true, Vec::new())]);
    let problem = BoardProblem::Taken {
        wording: "ຊ່າງໄຟບ້ານ".to_owned(),
        others: pick(locale, "ຊ່າງໄຟຟ້າ", "electrician", "thợ điện"),
    };
    admin::board(BoardPage { problem: Some(problem), ..page }).render().into_string()
}

pub(super) fn board_empty(locale: Locale) -> String {
    let page = board_page(locale, Vec::new(), Vec::new());
    admin::board(BoardPage { done: Some(true), ..page }).render().into_string()
}

fn labels_page(locale: Locale, query: &str) -> LabelsPage {
    LabelsPage {
        chrome: own(locale, "/admin/labels"),
        address: "/admin/labels".to_owned(),
        query: query.to_owned(),
        found: Vec::new(),
        edits: vec![("ຊ່າງໄຟບ້ານ".to_owned(), "/admin/labels/occupation/7411".to_owned())],
        back: back(locale),
    }
}

pub(super) fn labels(locale: Locale) -> String {
    admin::labels(labels_page(locale, "")).render().into_string()
}

pub(super) fn labels_found(locale: Locale) -> String {
    let name = pick(locale, "ຊ່າງໄຟຟ້າ", "electrician", "thợ điện");
    let href = "/admin/labels/occupation/7411".to_owned();
    let found = vec![(ConceptWord::Occupation, "7411".to_owned(), name, href)];
    admin::labels(LabelsPage { found, ..labels_page(locale, "7411") }).render().into_string()
}

fn label_page(locale: Locale) -> LabelPage {
    let row = |text: &str, language: &str, kind| LabelRow {
        id: "17".to_owned(),
        text: text.to_owned(),
        language: language.to_owned(),
        kind,
        source: "viak".to_owned(),
        local: false,
        removed: false,
        shared: false,
    };
    let other = row("ຊ່າງໄຟບ້ານ", "lo", LabelKindWord::Synonym);
    LabelPage {
        chrome: own(locale, "/admin/labels/occupation/7411"),
        address: "/admin/labels/occupation/7411".to_owned(),
        kind: ConceptWord::Occupation,
        code: "7411".to_owned(),
        name: pick(locale, "ຊ່າງໄຟຟ້າ", "electrician", "thợ điện"),
        labels: vec![
            row("ຊ່າງໄຟຟ້າ", "lo", LabelKindWord::Preferred),
            row("Building and related electricians", "en", LabelKindWord::Title),
            LabelRow { local: true, source: "local".to_owned(), ..other.clone() },
            LabelRow { removed: true, local: true, shared: true, ..other },
        ],
        typed: LabelForm::default(),
        done: None,
        problem: None,
        back: back(locale),
    }
}

pub(super) fn label(locale: Locale) -> String {
    let page = LabelPage { done: Some(true), problem: Some(LabelProblem::Main), ..label_page(locale) };
    admin::label(page).render().into_string()
}

pub(super) fn label_failing(locale: Locale) -> String {
    let typed = LabelForm { text: "ຊ່າງ".to_owned(), language: "lo".to_owned() };
    let others = pick(locale, "ຊ່າງໄມ້", "carpenter", "thợ mộc");
    let page = LabelPage { typed, problem: Some(LabelProblem::Taken(others)), ..label_page(locale) };
    admin::label(page).render().into_string()
}

fn settings_page(locale: Locale) -> SettingsPage {
    let row = |flag: &str, value, source| SettingRow { flag: flag.to_owned(), value, source };
    let shown = |value: &str| SettingValue::Shown(value.to_owned());
    SettingsPage {
        chrome: own(locale, "/admin/settings"),
        address: "/admin/settings".to_owned(),
        rows: vec![
            row("--data", shown("/var/lib/viak"), SettingSource::Given),
            row("--database-url", SettingValue::Secret, SettingSource::File),
            row("--listen", shown("127.0.0.1:8080"), SettingSource::Default),
            row("--public-url", SettingValue::None, SettingSource::Default),
        ],
        days: "90".to_owned(),
        wrong: false,
        done: true,
        version: "0.1.0".to_owned(),
        database: "PostgreSQL".to_owned(),
        behind: (0, 12),
        waiting: 340,
        demo: true,
        backup: Backup {
            last: Some((WHEN, "812.4 MB".to_owned(), "/srv/viak/2026-11-21.viak".to_owned())),
            late: false,
        },
        back: back(locale),
    }
}

pub(super) fn settings(locale: Locale) -> String {
    admin::settings(settings_page(locale)).render().into_string()
}

pub(super) fn settings_failing(locale: Locale) -> String {
    let backup = Backup { last: None, late: true };
    let page =
        SettingsPage { backup, days: "zero".to_owned(), wrong: true, done: false, ..settings_page(locale) };
    admin::settings(page).render().into_string()
}
