//! What an operator does at the command line, and what a visitor finds from a vacancy.

use super::{FOUNDER, Strong, founded};
use serde_json::Value;
use tests::{Said, TestApp, viak};

#[tokio::test]
async fn offices_are_made_at_the_command_line_and_have_no_public_page() {
    let app = TestApp::start().await;
    let run = |more: &[&str]| Said::by(viak(&app.folder()).arg("organisation").args(more));
    let add = ["add", "--kind", "office", "--name", "ຫ້ອງການແຮງງານ", "--latin-name", "Labour Office"];
    let made = run(&[&add[..], &["--area", "1301"]].concat()).done().out;
    let id = made.split(' ').next().unwrap();
    assert_eq!(app.english(&format!("/employers/{id}")).await.status, 404, "offices have pages of their own");
    let wrong = run(&["add", "--kind", "employer", "--name", "x"]);
    assert!(wrong.code == Some(2) && wrong.err.contains("only offices"), "{}", wrong.err);
    let wrong = run(&[&add[..], &["--area", "9999"]].concat());
    assert!(wrong.code == Some(2) && wrong.err.contains("9999"), "{}", wrong.err);
    let wrong = run(&["add", "--kind", "office", "--name", "  "]);
    assert!(wrong.code == Some(2) && wrong.err.contains("no name"), "{}", wrong.err);
    let mut founder = Strong::new(&app, FOUNDER).await;
    founded(&app, &mut founder, ("Savan Timber", "1301")).await;
    assert!(run(&["list"]).done().out.contains("2 organisations"));
    let listed = run(&["list", "--kind", "office", "--json"]).done().out;
    let listed: Value = serde_json::from_str(&listed).unwrap();
    assert_eq!((listed[0]["id"].as_str(), listed[0]["area"].as_str()), (Some(id), Some("1301")));
    let listed = run(&["list", "--standing", "verified", "--json"]).done().out;
    assert_eq!(serde_json::from_str::<Value>(&listed).unwrap(), Value::Array(Vec::new()));
}

#[tokio::test]
async fn a_vacancy_leads_to_its_employer_and_the_employer_to_its_vacancies() {
    let app = TestApp::with_market().await;
    let results = app.english("/jobs?q=welder").await;
    let job = results.attributes("article.card :is(h2, h3) a", "href").remove(0);
    let page = app.english(&job).await;
    let employer = page.attributes(".whereabouts a", "href").remove(0);
    let shown = app.english(&employer).await;
    assert_eq!(shown.heading(), page.texts(".whereabouts a").remove(0));
    assert!(shown.main_text().contains("Not verified"), "{}", shown.main_text());
    let id = job.split('?').next().unwrap();
    let listed = shown.attributes("article.card :is(h2, h3) a", "href");
    assert!(listed.iter().any(|href| href.starts_with(id)), "{id} is not in {listed:?}");
    assert_eq!(shown.attributes("meta[name=robots]", "content"), ["noindex"], "nobody verified it");
    let in_lao = app.get(&employer).await;
    assert!(in_lao.main_text().contains("ຍັງບໍ່ໄດ້ຢັ້ງຢືນ"), "{}", in_lao.main_text());
}
