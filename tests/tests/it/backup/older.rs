//! A backup under an older schema is restored, and brought forward afterwards.

use super::{Place, content};
use server::backup::{Draft, Kind};
use std::collections::HashMap;
use tests::{Postgres, Said};

/// Steps of the schema that the older program had: none of accounts, messages or the audit trail.
const STEPS: usize = 6;
/// Tables that it did not have.
const LATER: [&str; 38] = [
    "account",
    "alert",
    "alert_hit",
    "recovery_code",
    "message",
    "undeliverable",
    "audit_event",
    "audit_seal",
    "notice_setting",
    "membership",
    "invitation",
    "organisation_site",
    "organisation_evidence",
    "organisation_decision",
    "person_education",
    "person_experience",
    "person_identifier",
    "duplicate_case",
    "duplicate_decision",
    "person_merge",
    "consent",
    "consent_request",
    "alarm",
    "registration",
    "erasure",
    "erased_record",
    "retention_run",
    "instrument",
    "rule",
    "rule_version",
    "rule_step",
    "application",
    "application_step",
    "vacancy_terms",
    "vacancy_step",
    "vacancy_check",
    "vacancy_mark",
    "advert_report",
];
/// Columns that it did not have, by their tables.
const LATER_COLUMNS: [(&str, &[&str]); 5] = [
    ("vacancy", &["posted_by"]),
    (
        "organisation",
        &[
            "latin_name",
            "registration_no",
            "tax_no",
            "country",
            "province_id",
            "district_id",
            "isic",
            "website",
            "about",
            "in_zone",
            "standing",
            "verified_until",
            "site_checked_on",
            "look_on",
            "updated_at",
            "held_by",
        ],
    ),
    (
        "person",
        &["account_id", "email", "visibility_since", "visibility_asked_at", "visibility_told", "merged_into"],
    ),
    (
        "api_token",
        &[
            "id",
            "organisation_id",
            "province_id",
            "district_id",
            "ends_at",
            "told_at",
            "used_at",
            "revoked_at",
            "revoked_by",
        ],
    ),
    ("person", &["account_id", "email", "visibility_since", "visibility_asked_at", "visibility_told"]),
];

/// Whether the older program had a column.
fn had(table: &str, column: &str) -> bool {
    !LATER_COLUMNS.iter().any(|(of, later)| *of == table && later.contains(&column))
}

#[test]
fn an_older_schema_is_brought_forward() {
    let home = tempfile::tempdir().unwrap();
    let (new, old) = (home.path().join("new"), home.path().join("old"));
    let there = Place::sqlite(&home.path().join("there"));
    Said::by(there.viak().args(["seed", "--people", "50", "--vacancies", "20"])).done();
    Said::by(there.viak().args(["token", "create", "--role", "publisher", "--name", "Board"])).done();
    there.back_up(&new).done();
    let (mut manifest, rows) = content(&new);
    manifest.migrations.truncate(STEPS);
    manifest.tables.retain(|table| !LATER.contains(&table.name.as_str()));
    let mut kept: HashMap<String, Vec<bool>> = HashMap::new();
    for table in &mut manifest.tables {
        let held = table.columns.iter().map(|column| had(&table.name, &column.name)).collect();
        table.columns.retain(|column| had(&table.name, &column.name));
        kept.insert(table.name.clone(), held);
    }
    let mut draft = Draft::begin(&old, false).unwrap();
    draft.head(&manifest, None).unwrap();
    for (table, row) in &rows {
        let Some(kept) = kept.get(table) else { continue };
        let cells = row.iter().zip(kept).filter(|(_, kept)| **kept).map(|(cell, _)| cell.clone());
        draft.row(&cells.collect::<Vec<_>>()).unwrap();
    }
    draft.finish().unwrap();
    let cluster = Postgres::start();
    let urls = [None, cluster.as_ref().map(Postgres::url)];
    for (number, url) in urls.into_iter().enumerate().filter(|(number, url)| *number == 0 || url.is_some()) {
        let here = Place { data: home.path().join(format!("here{number}")), url };
        let said = Said::by(here.viak().arg("restore").arg(&old).arg("--json")).done();
        let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        assert!(json["brought_forward"].as_u64() >= Some(3), "{}", said.out);
        Said::by(here.viak().arg("check")).done();
        let tokens = Said::by(here.viak().args(["token", "list"])).done().out;
        assert!(tokens.contains("Board") && tokens.contains("has no end"), "{tokens}");
        assert_eq!(here.found(""), there.found(""));
    }
}

#[test]
fn a_row_that_is_not_what_its_columns_hold_is_refused_and_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let (good, bad) = (home.path().join("good"), home.path().join("bad"));
    let there = Place::sqlite(&home.path().join("there"));
    Said::by(there.viak().arg("migrate")).done();
    there.back_up(&good).done();
    let (manifest, rows) = content(&good);
    let here = Place::sqlite(&home.path().join("here"));
    let column = manifest.tables[1].columns.iter().position(|column| column.kind == Kind::Integer).unwrap();
    let spoil = |spoil: &dyn Fn(&mut Vec<serde_json::Value>), words: &str| {
        let mut draft = Draft::begin(&bad, true).unwrap();
        draft.head(&manifest, None).unwrap();
        let last = rows.iter().rposition(|(table, _)| *table == manifest.tables[1].name).unwrap();
        for (number, (_, row)) in rows.iter().enumerate() {
            let mut row = row.clone();
            if number == last {
                spoil(&mut row);
            }
            draft.row(&row).unwrap();
        }
        draft.finish().unwrap();
        let said = here.restore(&bad);
        assert!(said.code == Some(1) && said.err.contains(words), "{}", said.err);
        assert!(!here.data.exists(), "something was left");
    };
    spoil(&|row| row[column] = "no number".into(), "is no Integer");
    spoil(&|row| row.truncate(1), "another number of cells");
}
