//! The command line keeps its word: codes, help, and who may serve what.

use tests::{Said, Served, viak};

#[test]
fn every_verb_explains_itself() {
    let folder = tempfile::tempdir().unwrap();
    let help = Said::by(viak(folder.path()).arg("--help")).done().out;
    for verb in [
        "demo", "serve", "migrate", "reindex", "check", "seed", "import", "search", "match", "token",
        "bench", "allocate", "backup", "restore",
    ] {
        assert!(help.contains(verb), "{verb} is not in the help");
        let said = Said::by(viak(folder.path()).args([verb, "--help"])).done();
        assert!(said.out.contains("Usage: viak"), "{verb}: {}", said.out);
    }
    assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none(), "help leaves nothing behind");
}

#[test]
fn wrong_usage_is_code_2() {
    let folder = tempfile::tempdir().unwrap();
    for wrong in [
        &["fly"][..],
        &[],
        &["search"],
        &["search", "jobs"],
        &["search", "jobs", "x", "--limit", "many"],
        &["search", "jobs", "x", "--province", "99"],
        &["match", "vacancy", "no-id"],
        &["match", "person"],
        &["match", "all", "00000000-0000-7000-8000-000000000000"],
        &["match", "all", "--json"],
        &["token", "create", "--role", "king"],
        &["allocate"],
        &["allocate", "file.json", "--open"],
        &["allocate", "--open", "--limit", "0"],
    ] {
        let said = Said::by(viak(folder.path()).args(wrong));
        assert_eq!(said.code, Some(2), "{wrong:?} {}{}", said.out, said.err);
    }
}

#[test]
fn what_does_not_exist_is_code_1() {
    let folder = tempfile::tempdir().unwrap();
    for kind in ["vacancy", "person"] {
        let said =
            Said::by(viak(folder.path()).args(["match", kind, "00000000-0000-7000-8000-000000000000"]));
        assert_eq!(said.code, Some(1), "{}{}", said.out, said.err);
        assert!(said.err.contains("there is no"), "{}", said.err);
    }
}

#[test]
fn a_demonstration_serves_a_country_and_production_does_not_serve_the_demonstration() {
    let folder = tempfile::tempdir().unwrap();
    let demo = Served::start(folder.path(), "demo", &[]);
    assert_eq!(demo.get("/readyz").0, 200);
    let (status, body) = demo.get("/api/v1/jobs");
    assert_eq!(status, 200);
    let json: serde_json::Value = serde_json::from_str(&body).unwrap();
    assert_eq!(json["total"], 300);
    drop(demo);
    let people =
        Said::by(viak(folder.path()).args(["search", "people", "", "--json", "--limit", "1"])).done();
    let people: serde_json::Value = serde_json::from_str(&people.out).unwrap();
    let total = people["total"].as_u64().unwrap();
    assert!((2_001..2_100).contains(&total), "2,000 people, three in a hundred of them twice: {total}");
    Said::by(viak(folder.path()).arg("check")).done();
    let refused =
        Said::by(viak(folder.path()).args(["serve", "--listen", "127.0.0.1:0", "--metrics", "off"]));
    assert_eq!(refused.code, Some(1));
    assert!(refused.err.contains("demonstration"), "{}", refused.err);
    let again = Served::start(folder.path(), "demo", &[]);
    let json: serde_json::Value = serde_json::from_str(&again.get("/api/v1/jobs").1).unwrap();
    assert_eq!(json["total"], 300, "a second start makes no second country");
}

#[test]
fn a_match_on_the_command_line_says_why_in_the_readers_language() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    Said::by(viak(data).args(["seed", "--people", "200", "--vacancies", "60"])).done();
    let json = |arguments: &[&str]| -> serde_json::Value {
        serde_json::from_str(&Said::by(viak(data).args(arguments).arg("--json")).done().out).unwrap()
    };
    let jobs = json(&["search", "jobs", "", "--limit", "1"]);
    let vacancy = jobs["items"][0]["id"].as_str().unwrap();
    let people = json(&["match", "vacancy", vacancy, "--limit", "5"]);
    assert_eq!((people["scanned"].as_u64(), people["items"].as_array().unwrap().len()), (Some(200), 5));
    let best = &people["items"][0];
    assert!(!best["reasons"].as_array().unwrap().is_empty(), "{best}");
    let person = best["id"].as_str().unwrap();
    let vacancies = json(&["match", "person", person, "--limit", "60"]);
    let ids: Vec<&str> =
        vacancies["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&vacancy), "the other way round the vacancy is among those of the person");
    let all = Said::by(viak(data).args(["match", "all", "--limit", "5"])).done().out;
    let rows: Vec<&str> = all.lines().collect();
    let total = jobs["total"].as_u64().unwrap() as usize;
    assert_eq!((rows[0], rows.len()), ("vacancy,rank,person,percent", 1 + 5 * total));
    let of_one = people["items"].as_array().unwrap().iter().zip(1..);
    for (item, rank) in of_one {
        let row = format!("{vacancy},{rank},{},", item["id"].as_str().unwrap());
        assert!(rows.iter().any(|line| line.starts_with(&row)), "{row} is among all");
    }
    let plain = Said::by(viak(data).args(["match", "vacancy", vacancy, "--limit", "1"])).done();
    assert!(plain.out.contains('%'), "{}", plain.out);
}
