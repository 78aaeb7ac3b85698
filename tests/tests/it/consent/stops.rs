//! A consent opens no other door, and leaves nothing behind that would stay open after it is withdrawn: the interface for
//! machines, the index, and every table are the same before it is given, while it holds, and after.

use super::{WORKER, asks, employer, is_seen, worker};
use sea_orm::{ConnectionTrait, Statement};
use server::api::token;
use server::ids::PersonId;
use std::collections::BTreeMap;
use tests::{Device, TestApp};

/// What a table may gain by a consent: itself, the trail of it, the letter, and the end of a try at signing in.
const GROWING: [&str; 5] = ["audit_event", "consent", "consent_request", "message", "api_token"];

/// All rows of a table as one text each.
async fn rows(app: &TestApp, table: &str) -> Vec<String> {
    let names = server::backup::columns_of(table).unwrap_or_default();
    let cells: Vec<String> =
        names.iter().map(|column| format!("coalesce(quote(\"{}\"), '')", column.name)).collect();
    if cells.is_empty() {
        return Vec::new();
    }
    let sql = format!("select {} as row from \"{table}\" order by 1", cells.join(" || '|' || "));
    let reader = app.platform().database.reader();
    let statement = Statement::from_string(reader.get_database_backend(), sql);
    let found = reader.query_all_raw(statement).await.unwrap();
    found.iter().map(|row| row.try_get::<String>("", "row").unwrap()).collect()
}

/// Every table, row by row, but those that grow by a consent.
async fn everything(app: &TestApp) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    for table in crate::schema::entities_in_code() {
        if !GROWING.contains(&table.as_str()) {
            all.insert(table.clone(), rows(app, &table).await);
        }
    }
    all
}

/// What the interface for machines and the index say of the worker.
async fn told(app: &TestApp, token: &str, vacancy: &str) -> Vec<String> {
    app.settle().await;
    let mut said = Vec::new();
    let by_name = "/api/v1/people?q=%E0%BA%9A%E0%BA%B8%E0%BA%99%E0%BA%A1%E0%BA%B5".to_owned();
    let by_phone = "/api/v1/people?q=56781234".to_owned();
    for path in
        [by_name, by_phone, "/api/v1/people".to_owned(), format!("/api/v1/vacancies/{vacancy}/matches")]
    {
        let page = app.get_as(token, &path).await;
        assert_eq!(page.status, 200, "{path}");
        for secret in ["ບຸນມີ", "ແກ້ວມະນີ", "56781234"] {
            let items = page.json()["items"].to_string();
            assert!(!items.contains(secret), "{path} tells {secret}: {items}");
        }
        said.push(page.json()["items"].to_string());
    }
    said
}

/// The name that the interface for machines tells the holder of a token of a person, if it tells of that person at all.
async fn named(app: &TestApp, token: &str, person: PersonId) -> Option<String> {
    let page = app.get_as(token, "/api/v1/people?q=arc%20welding&lang=en&limit=100").await.json();
    let items = page["items"].as_array().cloned().unwrap_or_default();
    let of = items.into_iter().find(|item| item["id"] == person.to_string());
    let told = of.unwrap_or_else(|| panic!("the worker shows the profile, and is found: {page}"));
    told["name"].as_str().map(str::to_owned)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_employers_program_is_told_the_name_while_the_consent_holds_and_no_longer() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    device.done("/me/profile/skills", &[("what", "add"), ("skill", "arc-welding")]).await;
    let (brewery, other) = (employer(&app, "Lao Brewery").await, employer(&app, "Mekong Works").await);
    super::asker(&app, brewery).await;
    let database = &app.platform().database;
    let program = token::create_of(database, "employer_user", brewery, "test", app.now()).await.unwrap();
    let stranger = token::create_of(database, "employer_user", other, "test", app.now()).await.unwrap();
    app.settle().await;
    assert_eq!(named(&app, &program, person).await, None);
    let request = asks(&app, brewery, person).await.unwrap();
    let yes = [("answer", "yes"), ("ends", "2027-02-20")];
    let page = device.submit(&format!("/me/consent-requests/{request}"), &yes).await;
    assert_eq!(named(&app, &program, person).await.as_deref(), Some("ບຸນມີ ແກ້ວມະນີ"));
    assert_eq!(named(&app, &stranger, person).await, None, "another employer was not named");
    let href = page.attributes("#live ~ ul h3 a", "href").swap_remove(0);
    device.done(&format!("{href}/withdraw"), &[]).await;
    assert_eq!(named(&app, &program, person).await, None);
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_withdrawn_is_kept_nowhere_and_shown_by_nothing() {
    let app = TestApp::with_market().await;
    let (mut device, person) = worker(&app, WORKER).await;
    device.done("/me/profile/skills", &[("what", "add"), ("skill", "arc-welding")]).await;
    let brewery = employer(&app, "Lao Brewery").await;
    super::asker(&app, brewery).await;
    let token = token::create(&app.platform().database, "operator", "test", app.now()).await.unwrap();
    let jobs = app.get("/api/v1/jobs?q=welder").await.json();
    let vacancy = jobs["items"][0]["id"].as_str().unwrap().to_owned();
    let before = (everything(&app).await, told(&app, &token, &vacancy).await);

    let request = asks(&app, brewery, person).await.unwrap();
    let yes = [("answer", "yes"), ("ends", "2027-02-20")];
    let page = device.submit(&format!("/me/consent-requests/{request}"), &yes).await;
    assert!(is_seen(&app, brewery, person).await);
    let during = (everything(&app).await, told(&app, &token, &vacancy).await);
    assert_eq!(during, before, "nothing was copied for whoever is let see it");

    let href = page.attributes("#live ~ ul h3 a", "href").swap_remove(0);
    device.done(&format!("{href}/withdraw"), &[]).await;
    assert!(!is_seen(&app, brewery, person).await);
    let after = (everything(&app).await, told(&app, &token, &vacancy).await);
    assert_eq!(after, before);
    let mut stranger = Device::new(&app);
    let page = stranger.open(&format!("/employers/{brewery}")).await;
    assert!(!page.main_text().contains("ບຸນມີ"), "nor does the page of the employer");
}
