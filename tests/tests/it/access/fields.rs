//! Is what the program holds about fields what those who set the rules wrote?

use server::access::model::Policy;
use std::collections::{BTreeMap, BTreeSet};
use tests::shared_file;

/// The columns of the table in the order in which it is written.
const AUDIENCES: [&str; 9] = [
    "seeker",
    "employer",
    "agency",
    "school",
    "district_officer",
    "overseas_officer",
    "lsso_or_tax",
    "planner",
    "counterpart",
];

/// Its rows, by the words in its first column.
const FIELDS: [(&str, &str); 9] = [
    ("Name", "name"),
    ("ID/passport no.", "identifier"),
    ("Birth date", "birth_date"),
    ("Phone/address", "contact"),
    ("Health result", "health"),
    ("Criminal check", "criminal_record"),
    ("Welfare flags", "welfare"),
    ("Wage", "wage"),
    ("Complaint", "complaint"),
];

/// What each written rule means for whom: its words, and what is shown to whom it is tied to that person how. The first
/// tie that holds counts; an answer is yes or no, a band or an aggregate is no single value.
const MEANT: [(&str, &[(&str, &str)]); 9] = [
    ("seeker", &[("F", "own:full"), ("O", "own:full"), ("O masked", "own:masked")]),
    (
        "employer",
        &[
            ("–", ""),
            ("C", "consent:full"),
            ("C / district", "consent:full any:district"),
            ("age ok yes/no", "any:answer"),
            ("fit/unfit only", "case:answer"),
            ("own offers", "offer:full"),
            ("notice of allegation", "case:notice"),
        ],
    ),
    (
        "agency",
        &[
            ("–", ""),
            ("own cand.", "candidate:full"),
            ("own cases", "candidate:full"),
            ("last 4 until permit stage", "permit:full candidate:last_four"),
            ("fit/unfit", "candidate:answer"),
            ("pass/fail", "candidate:answer"),
            ("same", "case:notice"),
        ],
    ),
    (
        "school",
        &[
            ("–", ""),
            ("own stud.", "student:full"),
            ("own", "student:full"),
            ("student no.", "student:school_number"),
            ("reserved-seat yes/no", "student:answer"),
            ("survey B", "any:aggregate"),
        ],
    ),
    (
        "district_officer",
        &[
            ("–", ""),
            ("area", "area:full"),
            ("F", "area:full"),
            ("masked, reveal logged", "area:masked"),
            ("case role only", "case:full"),
            ("referral", "case:referral"),
        ],
    ),
    (
        "overseas_officer",
        &[
            ("case", "case:full"),
            ("F", "case:full"),
            ("F case", "case:full"),
            ("fit/unfit", "case:answer"),
            ("pass/fail", "case:answer"),
            ("only if case need", "case:full"),
            ("handler", "case:full"),
        ],
    ),
    (
        "lsso_or_tax",
        &[
            ("–", ""),
            ("match only", "case:match"),
            ("hash match", "case:match"),
            ("match", "case:match"),
            ("band", "case:band"),
        ],
    ),
    ("planner", &[("–", ""), ("B", "any:aggregate"), ("age band", "any:band"), ("district", "any:district")]),
    (
        "counterpart",
        &[
            ("–", ""),
            ("C (deployed only)", "deployed:full"),
            ("F deployed", "deployed:full"),
            ("passport when deployed", "deployed:passport"),
            ("employer site only", "deployed:employer_site"),
            ("fit/unfit", "deployed:answer"),
            ("pass/fail", "deployed:answer"),
            ("contract wage", "deployed:full"),
            ("joint case only", "case:full"),
        ],
    ),
];

#[test]
fn what_is_enforced_is_what_the_written_words_mean() {
    let mut met = BTreeSet::new();
    for row in seed_data::who_sees_what().unwrap() {
        let (_, words) = MEANT.iter().find(|(audience, _)| *audience == row.audience).unwrap();
        let meant = words.iter().find(|(words, _)| *words == row.as_written);
        let (words, sights) = meant.unwrap_or_else(|| panic!("{} of {}", row.as_written, row.audience));
        assert_eq!(row.sights, *sights, "{} for {}: {words}", row.field, row.audience);
        met.insert((row.audience, *words));
    }
    let meant: usize = MEANT.iter().map(|(_, words)| words.len()).sum();
    assert_eq!(met.len(), meant, "every rule of the table is written somewhere");
}

fn cells(line: &str) -> Vec<&str> {
    line.trim_matches('|').split('|').map(str::trim).collect()
}

#[test]
fn who_sees_what_is_as_it_was_written() {
    let Some(file) = shared_file("../domain.md") else { return };
    let text = std::fs::read_to_string(file).unwrap();
    let table = text.split("**Who sees what**").nth(1).unwrap();
    let mut written = BTreeMap::new();
    for line in table.lines().filter(|line| line.starts_with('|')).take(FIELDS.len() + 2).skip(2) {
        let cells = cells(line);
        let (_, field) = FIELDS.iter().find(|(name, _)| *name == cells[0]).unwrap();
        for (audience, rule) in AUDIENCES.iter().zip(&cells[1..]) {
            written.insert((field.to_string(), audience.to_string()), rule.to_string());
        }
    }
    let held: BTreeMap<(String, String), String> = seed_data::who_sees_what()
        .unwrap()
        .into_iter()
        .map(|row| ((row.field, row.audience), row.as_written))
        .collect();
    assert_eq!(written.len(), FIELDS.len() * AUDIENCES.len());
    assert_eq!(held, written);
}

#[test]
fn every_role_that_was_written_is_there() {
    let Some(file) = shared_file("../domain.md") else { return };
    let text = std::fs::read_to_string(file).unwrap();
    let roles = text.split("**Roles:**").nth(1).unwrap().lines().next().unwrap();
    assert_eq!(roles.split(';').count(), seed_data::roles().unwrap().len(), "{roles}");
    assert!(Policy::shipped_or_error().is_ok());
}
