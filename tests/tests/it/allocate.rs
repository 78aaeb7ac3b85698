//! `viak allocate`: does the program give seats as its file says, explain itself, and refuse what is wrong?

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use tests::{Said, viak};

/// Allocates what `file` holds.
fn allocated(folder: &Path, file: &str, more: &[&str]) -> Value {
    std::fs::write(folder.join("file.json"), file).unwrap();
    let said = Said::by(viak(folder).args(["allocate", "file.json", "--json"]).args(more)).done();
    serde_json::from_str(&said.out).unwrap()
}

/// Who came where.
fn placed(answer: &Value) -> BTreeMap<String, Option<String>> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let people = answer["people"].as_array().unwrap().iter();
    people.map(|person| (text(&person["id"]).unwrap(), text(&person["opening"]))).collect()
}

#[test]
fn the_template_is_allocated_at_its_highest_total_and_explained() {
    let folder = tempfile::tempdir().unwrap();
    let template = Said::by(viak(folder.path()).args(["allocate", "--template"])).done().out;
    let answer = allocated(folder.path(), &template, &[]);
    // 81.5 and 77 at the first factory, 90 at the second: nobody else could have more.
    assert_eq!(
        (&answer["total"], &answer["bound"], &answer["exact"]),
        (&248.5.into(), &248.5.into(), &true.into())
    );
    let wanted = [("P-0001", "factory-1"), ("P-0002", "factory-1"), ("P-0003", "factory-2")];
    let wanted = wanted.map(|(person, opening)| (person.to_owned(), Some(opening.to_owned())));
    assert_eq!(placed(&answer), BTreeMap::from(wanted));
    // The first wished for the other factory, whose only seat is worth more to somebody else.
    let first = &answer["people"][0];
    assert_eq!(
        (&first["wish"], &first["refused"][0]["opening"]),
        (&2.into(), &"factory-2".into()),
        "{first}"
    );
    assert_eq!((&answer["seats"], &answer["unfilled_seats"]), (&6.into(), &3.into()));
    let stable = allocated(folder.path(), &template, &["--stable"]);
    assert_eq!((&stable["blocking_pairs"], placed(&stable)), (&0.into(), placed(&answer)));
}

#[test]
fn rows_are_for_people_or_for_openings_and_figures_beside_them() {
    let folder = tempfile::tempdir().unwrap();
    let template = Said::by(viak(folder.path()).args(["allocate", "--template"])).done().out;
    std::fs::write(folder.path().join("file.json"), template).unwrap();
    let said = Said::by(viak(folder.path()).args(["allocate", "file.json"])).done();
    assert!(
        said.out.starts_with("person,opening,score,wish,reason\nP-0001,factory-1,81.5,2,"),
        "{}",
        said.out
    );
    assert!(said.err.contains("248.5"), "{}", said.err);
    let said = Said::by(viak(folder.path()).args(["allocate", "file.json", "--openings"])).done();
    let rows: Vec<&str> = said.out.lines().collect();
    assert!(rows[0].starts_with("opening,seats,filled,possible,last_score,seat_price"), "{}", said.out);
    assert!(
        rows[1].starts_with("factory-1,2,2,2,77,") && rows[3].starts_with("farm-7,3,0,0,"),
        "{}",
        said.out
    );
}

#[test]
fn quotas_that_cross_hold_and_the_bound_is_near() {
    let folder = tempfile::tempdir().unwrap();
    // 300 people of three provinces for 12 openings of 15 seats; each province has a quota in every third of them.
    let score = |person: usize, opening: usize| 20 + (person * 7 + opening * 13 + person * opening * 5) % 80;
    let openings: Vec<Value> =
        (0..12).map(|opening| serde_json::json!({"id": format!("o{opening}"), "seats": 15})).collect();
    let people: Vec<Value> = (0..300)
        .map(|person| {
            let scores: serde_json::Map<String, Value> =
                (0..12).map(|opening| (format!("o{opening}"), score(person, opening).into())).collect();
            serde_json::json!({"id": person, "scores": scores, "groups": [format!("g{}", person % 3)]})
        })
        .collect();
    let quotas: Vec<Value> = (0..9)
        .map(|at| {
            let openings: Vec<String> = (0..4).map(|step| format!("o{}", at / 3 + step * 3)).collect();
            let group = format!("g{}", at % 3);
            serde_json::json!({"name": format!("q{at}"), "openings": openings, "group": group, "most": 17})
        })
        .collect();
    let file = serde_json::json!({"openings": openings, "people": people, "quotas": quotas});
    let answer = allocated(folder.path(), &file.to_string(), &[]);
    let (mut total, mut seated, mut within) = (0, BTreeMap::new(), BTreeMap::new());
    for (person, opening) in placed(&answer) {
        let person: usize = person.parse().unwrap();
        let Some(opening) = opening.map(|opening| opening[1..].parse::<usize>().unwrap()) else { continue };
        total += score(person, opening);
        *seated.entry(opening).or_insert(0) += 1;
        *within.entry((opening % 3, person % 3)).or_insert(0) += 1;
    }
    assert_eq!(answer["total"], total);
    assert!(seated.values().all(|many| *many <= 15) && within.values().all(|many| *many <= 17));
    assert!(within.values().sum::<i32>() >= 150, "{within:?}");
    let gap = answer["gap_percent"].as_f64().unwrap();
    assert!((0.0..=1.0).contains(&gap), "{gap}");
}

#[test]
fn a_wrong_file_is_refused_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let opening = "{\"openings\": [{\"id\": \"a\", \"seats\": 1}],\n";
    for (file, wanted) in [
        ("", "line 1: "),
        ("[]", "line 1: "),
        ("{}", "has no list `openings`"),
        (opening.trim_end_matches(",\n"), "line 1: "),
        (&format!("{opening}\"people\": [{{\"id\": 1, \"scores\": {{\"b\": 2}}}}]}}"), "line 2: "),
        (&format!("{opening}\"people\": [{{\"id\": 1, \"scores\": {{\"a\": -2}}}}]}}"), "line 2: "),
        (
            &format!("{opening}\"people\": [{{\"id\": 1, \"scores\": {{\"a\": 2, \"a\": 3}}}}]}}"),
            "two scores",
        ),
        (
            &format!(
                "{opening}\"people\": [{{\"id\": 1, \"scores\": {{}}}},\n{{\"id\": 1, \"scores\": {{}}}}]}}"
            ),
            "stands twice",
        ),
        ("{\"openings\": [{\"id\": \"a\", \"seats\": 1.5}]}", "line 1: "),
        ("{\"openings\": [{\"id\": \"a\", \"seats\": 1}, {\"id\": \"a\", \"seats\": 1}]}", "stands twice"),
    ] {
        std::fs::write(folder.path().join("file.json"), file).unwrap();
        let said = Said::by(viak(folder.path()).args(["allocate", "file.json"]));
        assert_eq!((said.code, said.out.as_str()), (Some(1), ""), "{file}: {}", said.err);
        assert!(said.err.contains("file.json") && said.err.contains(wanted), "{file}: {}", said.err);
        assert_eq!(said.err.lines().count(), 1, "{}", said.err);
    }
    let said = Said::by(viak(folder.path()).args(["allocate", "absent.json"]));
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("absent.json could not be read"), "{}", said.err);
}

#[test]
fn nobody_and_nothing_are_allocated_too() {
    let folder = tempfile::tempdir().unwrap();
    let answer = allocated(folder.path(), "{\"openings\": [], \"people\": []}", &[]);
    assert_eq!((&answer["total"], &answer["people_placed"]), (&0.into(), &0.into()));
}

#[test]
fn open_vacancies_are_filled_with_the_best_people_of_the_platform() {
    let folder = tempfile::tempdir().unwrap();
    Said::by(viak(folder.path()).args(["seed", "--people", "200", "--vacancies", "30"])).done();
    let said = Said::by(viak(folder.path()).args(["allocate", "--open", "--json"])).done();
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    let openings = answer["openings"].as_array().unwrap();
    assert!(!openings.is_empty() && answer["people_placed"].as_u64().unwrap() > 10, "{}", said.out);
    for opening in openings {
        assert!(opening["filled"].as_u64() <= opening["seats"].as_u64(), "{opening}");
    }
    assert!(answer["gap_percent"].as_f64().unwrap() <= 1.0);
}
