//! Pages about who is who in their states.

use super::Specimen;
use super::account::signed_in;
use super::samples::pick;
use crate::identities::{
    Agreement, Came, ComparePage, Compared, Decision, Document, FieldRow, How, Judged, OfficerDocuments,
    OfficerDone, Outcome, OwnDocuments, OwnDone, OwnProblem, Part, Problem, QueuePage, Queued, Shown, Side,
    State, Weight, Wrong, documents, officer_documents, paper, queue, sex,
};
use crate::{Locale, Render};

/// The pages about who is who.
pub(super) fn all() -> Vec<Specimen> {
    let specimen = |name, render| Specimen { name, render };
    vec![
        specimen("documents-empty", empty as fn(Locale) -> String),
        specimen("documents-held", held),
        specimen("documents-failing", failing),
        specimen("documents-looked-at", looked_at),
        specimen("officer-documents", officer),
        specimen("officer-documents-failing", officer_failing),
        specimen("duplicates-empty", queue_empty),
        specimen("duplicates-longest", queue_longest),
        specimen("duplicate-typical", typical),
        specimen("duplicate-failing", compare_failing),
        specimen("duplicate-merged", merged),
    ]
}

const DOCUMENTS: [(&str, Document); 8] = [
    ("chip_card", Document::ChipCard),
    ("old_card", Document::OldCard),
    ("household_book", Document::HouseholdBook),
    ("passport", Document::Passport),
    ("border_pass", Document::BorderPass),
    ("social_security", Document::SocialSecurity),
    ("tax", Document::Tax),
    ("school", Document::School),
];

fn shown(document: Document, verified: Option<How>) -> Shown {
    Shown {
        id: format!("0190f3c4-7b2e-7c3a-9f00-{:012}", document as u32),
        document,
        number: "••••4567".to_owned(),
        issuer: Some("ກົມຕຳຫຼວດຄຸ້ມຄອງຄົນເຂົ້າ-ອອກເມືອງ".to_owned()),
        issued: Some("05/01/2024".to_owned()),
        expires: Some("04/01/2034".to_owned()),
        verified: verified.map(|how| ("22/11/2026".to_owned(), how)),
    }
}

fn own(locale: Locale) -> OwnDocuments {
    OwnDocuments {
        chrome: signed_in(locale).chrome,
        address: "/me/profile/documents",
        profile: "/me/profile",
        held: Vec::new(),
        looked_at: false,
        kinds: DOCUMENTS.map(|(code, document)| (code.to_owned(), document)).to_vec(),
        typed: Vec::new(),
        problems: Vec::new(),
        problem: None,
        done: None,
    }
}

fn drawn(page: &OwnDocuments) -> String {
    documents(page).render().into_string()
}

fn empty(locale: Locale) -> String {
    drawn(&own(locale))
}

fn held(locale: Locale) -> String {
    let ways = [Some(How::Original), Some(How::Copy), Some(How::Register), None];
    let held = DOCUMENTS.iter().zip(ways.iter().cycle()).map(|((_, document), way)| shown(*document, *way));
    let problem = Some(OwnProblem::Verified);
    drawn(&OwnDocuments { held: held.collect(), problem, done: Some(OwnDone::Added), ..own(locale) })
}

fn failing(locale: Locale) -> String {
    let typed = [
        ("kind", "passport"),
        ("number", "PA<b>1"),
        ("issuer", "x"),
        ("issued_on", "2027-01-01"),
        ("expires_on", "2026-01-01"),
    ];
    let problems = vec![
        ("number", Problem::Length(6, 9)),
        ("issuer", Problem::Text),
        ("issued_on", Problem::Future),
        ("expires_on", Problem::Order),
    ];
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    drawn(&OwnDocuments { typed, problems, problem: Some(OwnProblem::TooOften), ..own(locale) })
}

fn looked_at(locale: Locale) -> String {
    let problems = vec![("kind", Problem::Choose), ("number", Problem::Signs)];
    drawn(&OwnDocuments {
        looked_at: true,
        done: Some(OwnDone::Removed),
        problems,
        problem: Some(OwnProblem::TooMany),
        ..own(locale)
    })
}

fn of_officer(locale: Locale) -> OfficerDocuments {
    OfficerDocuments {
        chrome: signed_in(locale).chrome,
        address: "/officer/people/0190f3c4/documents".to_owned(),
        name: pick(locale, "ສົມໄຊ ແກ້ວວົງ", "Somxay Keovong", "Somxay Keovong"),
        birth: Some("05/03/1987".to_owned()),
        held: vec![shown(Document::Passport, None), shown(Document::HouseholdBook, Some(How::Original))],
        ways: vec![
            ("original".to_owned(), How::Original),
            ("copy".to_owned(), How::Copy),
            ("register".to_owned(), How::Register),
        ],
        wrong: None,
        own: false,
        done: Some(OfficerDone::Looked),
        person: "/people/0190f3c4".to_owned(),
        queue: "/officer/duplicates",
        erasure: "/officer/people/0190f3c4/erasure".to_owned(),
    }
}

fn officer(locale: Locale) -> String {
    officer_documents(&of_officer(locale)).render().into_string()
}

fn officer_failing(locale: Locale) -> String {
    let held = shown(Document::Passport, None);
    let wrong = Some(Wrong {
        id: held.id.clone(),
        method: "copy".to_owned(),
        number: "PA<b>7654321".to_owned(),
        problems: vec![("number", Problem::Differs), ("method", Problem::Choose)],
    });
    let page = OfficerDocuments { held: vec![held], wrong, own: true, done: None, ..of_officer(locale) };
    officer_documents(&page).render().into_string()
}

fn parts(counts: [u64; 4]) -> Vec<(Part, u64, String, bool)> {
    let parts = [
        (Part::Waiting, "/officer/duplicates"),
        (Part::Proposed, "/officer/duplicates?part=proposed"),
        (Part::Merged, "/officer/duplicates?part=merged"),
        (Part::Apart, "/officer/duplicates?part=apart"),
    ];
    let parts = parts.into_iter().zip(counts);
    parts.map(|((part, href), count)| (part, count, href.to_owned(), part == Part::Waiting)).collect()
}

fn queue_page(locale: Locale, counts: [u64; 4], listed: Vec<Queued>) -> String {
    let pages = ((!listed.is_empty()).then(|| "/officer/duplicates".to_owned()), None);
    let chrome = signed_in(locale).chrome;
    queue(QueuePage { chrome, parts: parts(counts), listed, pages, home: "/me" }).render().into_string()
}

fn queue_empty(locale: Locale) -> String {
    queue_page(locale, [0; 4], Vec::new())
}

fn queue_longest(locale: Locale) -> String {
    let name = pick(locale, "ນາງ ຄຳຫຼ້າ ພົມມະຈັນທະລາສີ", "Khamla Phommachanthalasy", "Khamla Phommachanthalasy");
    let states = [State::Suspected, State::Proposed, State::Unsure];
    let came = [Came::Registration, Came::Import, Came::Document];
    let queued = states.into_iter().zip(came).map(|(state, came)| Queued {
        href: "/officer/duplicates/0190f3c4".to_owned(),
        names: (name.clone(), name.clone()),
        state,
        came,
        opened: "22/11/2026".to_owned(),
    });
    queue_page(locale, [12_345, 7, 120, 3], queued.collect())
}

fn row(field: Compared, one: &str, other: &str, says: Option<(Agreement, Weight)>) -> FieldRow {
    let values = |value: &str| if value.is_empty() { Vec::new() } else { vec![value.to_owned()] };
    FieldRow { field, one: values(one), other: values(other), says }
}

fn rows(locale: Locale) -> Vec<FieldRow> {
    let passport = paper(locale, Document::Passport, "••••4567");
    let (male, female) = (sex(locale, false), sex(locale, true));
    let level = crate::identities::level(locale, 3);
    let nobody = crate::identities::nameless(locale);
    let place = pick(locale, "ໄກສອນ ພົມວິຫານ", "Kaysone Phomvihane", "Kaysone Phomvihane");
    vec![
        row(Compared::Given, "ສົມໄຊ", "Somxay", Some((Agreement::VeryNear, Weight::For))),
        row(Compared::Family, "ແກ້ວວົງ", &nobody, Some((Agreement::Different, Weight::MuchAgainst))),
        row(Compared::Latin, "", "Somxay Keovong", None),
        row(Compared::Birth, "05/03/1987", "15/03/1987", Some((Agreement::Near, Weight::MuchFor))),
        row(Compared::Sex, &male, &female, Some((Agreement::Different, Weight::Against))),
        row(Compared::Claim, "", "", Some((Agreement::Same, Weight::MuchFor))),
        row(Compared::Documents, &passport, &passport, Some((Agreement::Same, Weight::MuchFor))),
        row(Compared::Phone, "+856 20 *** **34", "", None),
        row(Compared::Place, &place, &place, Some((Agreement::Same, Weight::Little))),
        row(Compared::Work, "ຊ່າງເຊື່ອມ", "welder", Some((Agreement::Hint, Weight::Little))),
        row(Compared::Qualification, &level, &level, Some((Agreement::Same, Weight::Little))),
        row(Compared::Languages, "", "", None),
        row(Compared::Came, "05/01/2026", "22/11/2026", None),
    ]
}

fn compare(locale: Locale) -> ComparePage {
    let side = Side {
        documents: Some("/officer/people/0190f3c4/documents".to_owned()),
        near: true,
        owned: true,
        merged: false,
    };
    let choices = [("same", Judged::Same), ("different", Judged::Different), ("unsure", Judged::Unsure)];
    ComparePage {
        chrome: signed_in(locale).chrome,
        address: "/officer/duplicates/0190f3c4".to_owned(),
        queue: "/officer/duplicates",
        state: State::Suspected,
        came: Came::Registration,
        opened: "22/11/2026".to_owned(),
        sides: (side.clone(), Side { owned: false, near: false, documents: None, ..side }),
        fields: rows(locale),
        decided: Vec::new(),
        choices: choices.map(|(code, judged)| (code.to_owned(), judged)).to_vec(),
        proposer: false,
        elsewhere: false,
        typed: (String::new(), String::new()),
        outcome: None,
    }
}

fn typical(locale: Locale) -> String {
    compare(locale).render().into_string()
}

fn decision(locale: Locale, judged: Judged) -> Decision {
    let reason =
        pick(locale, "ໄດ້ເຫັນບັດປະຈຳຕົວທັງສອງໃບ", "Saw both identity cards", "Đã xem cả hai thẻ căn cước");
    Decision { judged, when: "22/11/2026".to_owned(), reason }
}

fn compare_failing(locale: Locale) -> String {
    let typed = ("same".to_owned(), String::new());
    let decided = vec![decision(locale, Judged::Same)];
    let (state, outcome) = (State::Proposed, Some(Outcome::Reason));
    let page = ComparePage { state, decided, proposer: true, typed, outcome, ..compare(locale) };
    page.render().into_string()
}

fn merged(locale: Locale) -> String {
    let (one, other) = compare(locale).sides;
    let decided = [Judged::Unsure, Judged::Same, Judged::Undo, Judged::Different];
    ComparePage {
        state: State::Merged,
        sides: (one, Side { merged: true, ..other }),
        decided: decided.map(|judged| decision(locale, judged)).to_vec(),
        choices: vec![("undo".to_owned(), Judged::Undo)],
        outcome: Some(Outcome::Elsewhere),
        ..compare(locale)
    }
    .render()
    .into_string()
}
