//! 1,141 real vacancies with list literals, salaries in words and several lines a record.

use server::imports::{Format, ImportReport, ImportRequest, Kind, run};
use std::path::Path;
use tests::files::first_records;
use tests::{TestApp, encoded, shared_file};

const FILE: &str = "vacancies/itviec_vietnam.csv";

async fn import(app: &TestApp, file: &Path) -> ImportReport {
    let request = ImportRequest {
        format: Some(Format::Itviec),
        keep_open: true,
        errors: Some(app.folder().join("errors.csv")),
        ..ImportRequest::new(Kind::Vacancies, file, app.folder())
    };
    let platform = app.platform();
    let report = run(&platform.database, &app.book(), &platform.clock, &request, |_| ()).await.unwrap();
    app.settle().await;
    report
}

#[tokio::test]
async fn the_real_file_comes_in_whole_and_a_second_run_changes_nothing() {
    let Some(file) = shared_file(FILE) else { return };
    let app = TestApp::start().await;
    let first = import(&app, &file).await;
    assert_eq!(
        (first.read, first.accepted, first.unchanged, first.rejected),
        (1_141, 1_141, 0, 0),
        "{first}"
    );
    println!("{first}");
    assert_eq!(app.english("/jobs").await.heading(), "1,141 jobs");
    for (query, wanted) in [("java", 150), ("tester ha noi", 20), ("kỹ sư phần mềm", 100)] {
        let found =
            app.get(&format!("/api/v1/jobs?q={}", encoded(query))).await.json()["total"].as_u64().unwrap();
        assert!(found >= wanted, "{query} finds {found}");
    }
    let second = import(&app, &file).await;
    assert_eq!(
        (second.accepted, second.unchanged, second.rejected, second.withdrawn),
        (0, 1_141, 0, 0),
        "{second}"
    );
}

#[tokio::test]
async fn salaries_are_numbers_where_they_are_and_words_where_not() {
    let Some(file) = shared_file(FILE) else { return };
    let app = TestApp::start().await;
    let text = std::fs::read_to_string(&file).unwrap();
    let some = app.folder().join("some.csv");
    std::fs::write(&some, first_records(&text, 200)).unwrap();
    assert_eq!(import(&app, &some).await.accepted, 200);
    let unstated = app.get("/api/v1/jobs?wage_min=none&limit=100").await.json();
    let stated = app.get("/api/v1/jobs?wage_min=1&limit=100&sort=wage").await.json();
    let (without, with) = (unstated["total"].as_u64().unwrap(), stated["total"].as_u64().unwrap());
    assert_eq!(without + with, 200);
    assert!(with >= 20 && without >= 20, "{with} with a wage, {without} without");
    let words =
        unstated["items"].as_array().unwrap().iter().map(|item| item["wage"]["text"].as_str().unwrap_or(""));
    assert!(words.clone().any(|text| text == "You'll love it"), "{:?}", words.collect::<Vec<_>>());
    for item in stated["items"].as_array().unwrap() {
        let wage = &item["wage"];
        let most = wage["max"].as_i64().or(wage["min"].as_i64()).unwrap();
        let plausible = match wage["currency"].as_str().unwrap() {
            "USD" => 100..=20_000,
            "VND" => 3_000_000..=500_000_000,
            other => panic!("{other} in {wage}"),
        };
        assert!(plausible.contains(&most), "{wage}");
        assert_eq!(wage["period"], "month", "{wage}");
    }
    let up_to =
        stated["items"].as_array().unwrap().iter().find(|item| item["wage"]["text"] == "Up to 40m vnd");
    let wage = &up_to.expect("the first row of the file")["wage"];
    assert_eq!(
        (&wage["min"], &wage["max"], &wage["currency"]),
        (&serde_json::Value::Null, &40_000_000.into(), &"VND".into())
    );
}

#[tokio::test]
async fn adverts_stay_open_until_their_source_no_longer_holds_them() {
    let Some(file) = shared_file(FILE) else { return };
    let app = TestApp::start().await;
    let text = std::fs::read_to_string(&file).unwrap();
    let (many, few) = (app.folder().join("many.csv"), app.folder().join("few.csv"));
    std::fs::write(&many, first_records(&text, 120)).unwrap();
    std::fs::write(&few, first_records(&text, 50)).unwrap();
    import(&app, &many).await;
    app.days_pass(400);
    app.expire().await;
    app.settle().await;
    assert_eq!(app.english("/jobs").await.heading(), "120 jobs", "kept open however old");
    let report = import(&app, &few).await;
    assert_eq!((report.unchanged, report.withdrawn), (50, 70), "{report}");
    assert_eq!(app.english("/jobs").await.heading(), "50 jobs");
    let back = import(&app, &many).await;
    assert_eq!(back.accepted, 70, "what comes back is published again: {back}");
    assert_eq!(app.english("/jobs").await.heading(), "120 jobs");
}
