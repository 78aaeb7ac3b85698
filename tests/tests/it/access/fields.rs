//! Is what the program holds about fields what those who set the rules wrote?

use server::access::model::Policy;
use std::collections::BTreeMap;
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
