//! The report on who is recommended: does it count what the rankings say, and hide small groups?

use server::discovery::fairness::{self, Counted, Dimension, HIDDEN_BELOW};
use server::discovery::questions::matches_for_vacancy;
use server::ids::VacancyId;
use std::collections::{BTreeMap, BTreeSet};
use tests::{Said, TestApp, viak};

const TOP: usize = 5;

/// The same counts from one ranking after another.
async fn by_hand(app: &TestApp) -> BTreeMap<String, Counted> {
    let platform = app.platform();
    let (reader, today) = (platform.database.reader(), platform.clock.today());
    let people = server::people::store::belonging_of_all(reader).await.unwrap();
    let openings = server::vacancies::store::open_occupations(reader, today).await.unwrap();
    let mut counted: BTreeMap<String, Counted> = BTreeMap::new();
    let mut reached = BTreeSet::new();
    let sex = |person: &server::people::store::Belonging| format!("{:?}", person.sex).to_lowercase();
    for person in &people {
        let group = counted.entry(sex(person)).or_default();
        let pairs = openings.values().flatten().filter(|wanted| person.occupations.contains(wanted)).count();
        group.people += 1;
        group.pairs += pairs as u64;
        group.who_could += u64::from(pairs > 0);
    }
    for (id, occupation) in &openings {
        let found = matches_for_vacancy(platform, VacancyId::from_u128(*id), TOP).await.unwrap();
        for (rank, held) in found.matches.iter().enumerate() {
            let person = people.iter().find(|person| person.id == held.row.person.id).unwrap();
            let group = counted.entry(sex(person)).or_default();
            let could = occupation.is_some_and(|wanted| person.occupations.contains(&wanted));
            group.recommendations += 1;
            group.selected += u64::from(could);
            group.exposure += (1_000_000.0 / ((rank + 2) as f64).log2()).round() as u64;
            group.reached += u64::from(reached.insert(person.id));
        }
    }
    counted
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_report_counts_what_the_rankings_say() {
    let app = TestApp::with_world(200, 60).await;
    let report = fairness::report(app.platform(), TOP).await.unwrap();
    assert_eq!((report.people, report.vacancies), (200, 60));
    let by_hand = by_hand(&app).await;
    let (dimension, sexes) = &report.dimensions[0];
    assert_eq!(*dimension, Dimension::Sex);
    let shown = sexes.iter().filter_map(|cell| Some((cell, cell.counted?)));
    let mut compared = 0;
    for (cell, counted) in shown.filter(|(cell, _)| cell.name != "not stated") {
        assert_eq!(counted, by_hand[&cell.name], "{}", cell.name);
        compared += 1;
    }
    assert_eq!(compared, 2, "{sexes:?}");
    for (_, cells) in &report.dimensions {
        assert!(cells.iter().filter_map(|cell| cell.counted).all(|counted| counted.people >= HIDDEN_BELOW));
    }
    assert!(report.dimensions[2].1.iter().any(|cell| cell.counted.is_none()), "some provinces are small");
}

#[test]
fn the_command_says_what_it_measures_and_what_not() {
    let folder = tempfile::tempdir().unwrap();
    Said::by(viak(folder.path()).args(["seed", "--people", "300", "--vacancies", "40"])).done();
    let said = Said::by(viak(folder.path()).arg("fairness")).done();
    for words in
        ["female", "hidden", "Scores never see sex, age", "only as the distance", "not the labour market"]
    {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    let json = Said::by(viak(folder.path()).args(["fairness", "--json", "--top", "3"])).done();
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((&json["people"], &json["top"]), (&300.into(), &3.into()));
    let groups =
        json["dimensions"].as_array().unwrap().iter().flat_map(|one| one["groups"].as_array().unwrap());
    for group in groups {
        let fields = group.as_object().unwrap().len();
        assert_eq!(group["hidden"] == true, fields == 2, "a hidden group says nothing else: {group}");
    }
    assert_eq!(Said::by(viak(folder.path()).args(["fairness", "--top", "0"])).code, Some(2));
    let empty = tempfile::tempdir().unwrap();
    Said::by(viak(empty.path()).arg("migrate")).done();
    let said = Said::by(viak(empty.path()).arg("fairness")).done();
    assert!(said.out.starts_with("the best 10 of 0 people"), "{}", said.out);
}
