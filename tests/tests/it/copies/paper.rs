//! The copy as a paper says all that the file says, in words.

use crate::consent::{WORKER, asks, employer, worker};
use serde_json::{Map, Value};
use server::backup::columns_of;
use server::copies::facts::{Fact, fact};
use server::copies::tables::COPIED;
use server::documents::Extractor;
use tests::{Device, Page, TestApp};
use views::Locale;
use views::copies::record::{column, heading};
use views::copies::word;

const PAPER: &str = "/me/data/viak.pdf";

#[test]
fn every_column_of_the_copy_is_told_on_paper_or_is_a_key() {
    for locale in [Locale::Lao, Locale::English, Locale::Vietnamese] {
        for copied in COPIED {
            let heading = heading(locale, copied.table).expect(copied.table);
            assert!(!heading.is_empty() && heading != copied.table);
            let shown = columns_of(copied.table).unwrap().into_iter().map(|column| column.name.clone());
            for name in shown.filter(|name| !copied.hidden.contains(&name.as_str())) {
                let of = format!("{}.{name}", copied.table);
                let held = fact(copied.table, &name).unwrap_or_else(|| panic!("nobody says what {of} holds"));
                let label = column(locale, copied.table, &name);
                assert_eq!(label.is_none(), held == Fact::Key, "{of} is a {held:?}, called {label:?}");
            }
        }
    }
}

#[test]
fn every_code_that_a_row_can_hold_means_something() {
    let known = [
        ("account", "status", "active closed"),
        ("message", "status", "waiting sent dead withdrawn"),
        ("message", "urgency", "now can_wait"),
        ("message", "channel", "email sms"),
        ("erasure", "stage", "waiting taken_back done"),
        ("erasure", "held", "identity_case last_administrator"),
        ("person", "sex", "female male unknown"),
        ("person", "birth_precision", "day month year"),
        ("person", "visibility", "hidden anonymous open"),
        ("person_skill", "evidence", "inferred claimed experience certificate"),
        (
            "person_identifier",
            "kind",
            "chip_card old_card household_book passport border_pass social_security tax school",
        ),
        ("person_identifier", "method", "original copy register"),
        ("registration", "phone_of", "nobody own shared helper"),
        ("registration", "reads", "alone with_help not_at_all"),
        (
            "application",
            "stage",
            "invited applied shortlisted interview_set offered terms_changed accepted started verified retained_3m \
             withdrawn rejected no_show offer_declined vacancy_closed lapsed",
        ),
        ("application", "next_actor", "person employer platform"),
        ("consent", "audience", "officers_of_my_area counterparts"),
        ("consent", "channel", "own officer_assisted audio"),
        ("consent_request", "answer", "given refused lapsed"),
    ];
    for (table, column, codes) in known {
        for code in codes.split(' ') {
            let said = word(Locale::English, (table, column), code);
            assert!(said.is_some_and(|said| said != code || code == "done"), "{table}.{column}: {code}");
        }
    }
}

/// Letters without what a page puts between them: ends of lines and places where a line may end.
fn together(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{200b}').collect()
}

async fn read(page: &Page) -> String {
    assert_eq!(page.header("content-type"), "application/pdf");
    assert_eq!(page.header("content-disposition"), "attachment; filename=\"viak.pdf\"");
    assert!(page.header("cache-control").contains("no-store"));
    let folder = tests::workspace().join("target/tmp");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("own-data.pdf"), &page.bytes).unwrap();
    Extractor::of(tests::program()).text_of(&page.bytes).await.unwrap().text
}

/// What has to stand on the paper for a cell of the file; none for keys, moments and what has other words.
fn expected(locale: Locale, of: (&str, &str), cell: &Value) -> Option<String> {
    match (fact(of.0, of.1)?, cell) {
        (Fact::Text, Value::String(text)) => Some(text.clone()),
        (Fact::Code, Value::String(code)) => word(locale, of, code),
        (Fact::Number, Value::Number(number)) => Some(number.to_string()),
        _ => None,
    }
}

/// Rows of a file with the names of their tables.
fn rows(tables: &Value) -> Vec<(&str, &Map<String, Value>)> {
    let tables = tables.as_object().unwrap().iter();
    let rows = tables.flat_map(|(table, rows)| rows.as_array().unwrap().iter().map(move |row| (table, row)));
    rows.map(|(table, row)| (table.as_str(), row.as_object().unwrap())).collect()
}

/// Somebody who has said much, in letters that would like to be more.
async fn filled(app: &TestApp) -> Device<'_> {
    let (mut device, person) = worker(app, WORKER).await;
    let job = [
        ("what", "add"),
        ("title", "ຊ່າງເຊື່ອມ"),
        ("employer", "<b>#read(\"x\")</b> '; drop table person; --"),
        ("from", "03/2021"),
        ("tasks", "ເຊື່ອມໂຄງເຫຼັກ $x$ *and* water pipes"),
    ];
    device.done("/me/profile/experience", &job).await;
    device.done("/me/profile/skills", &[("what", "add"), ("skill", "arc-welding")]).await;
    device.done("/me/profile/documents", &[("kind", "household_book"), ("number", "HB-1234567")]).await;
    let brewery = employer(app, "Lao Brewery").await;
    let request = asks(app, brewery, person).await.unwrap();
    let yes = [("answer", "yes"), ("ends", "2027-02-20")];
    device.done(&format!("/me/consent-requests/{request}"), &yes).await;
    app.seconds_pass(1);
    device
}

#[tokio::test]
async fn all_that_the_file_says_stands_on_the_paper() {
    let app = TestApp::start().await;
    let mut device = filled(&app).await;
    let page = device.open("/me/data").await;
    let text = read(&device.open(&page.link("Download to read and print (PDF)")).await).await;
    let file = device.open("/me/data/viak.json").await.json();
    let there = together(&text);
    let mut compared = 0;
    for (table, row) in rows(&file["tables"]) {
        for (name, cell) in row {
            let Some(said) = expected(Locale::English, (table, name), cell) else { continue };
            assert!(there.contains(&together(&said)), "{table}.{name}: {said} is not in {text}");
            compared += 1;
        }
    }
    assert!(compared > 25, "{compared} values were compared");
    for said in ["Lao Brewery", "20/02/2027", "1234567", "Household book", "01/03/2021", "By: you"] {
        assert!(there.contains(&together(said)), "{said} is not in {text}");
    }
    for code in ["household_book", "anonymous_", "account_id", "person_", "granted_at", "copies-"] {
        assert!(!text.contains(code), "{code} is in {text}");
    }
    app.settle().await;
}

#[tokio::test]
async fn taking_the_paper_is_told_in_the_trail() {
    let app = TestApp::start().await;
    let mut device = filled(&app).await;
    let _ = read(&device.open(PAPER).await).await;
    let trail = device.open("/me/trail").await;
    let newest = trail.texts("#entries ~ ul .card");
    assert!(newest[0].starts_with("Took a copy of all that is kept about you"), "{newest:?}");
    assert!(newest[1].contains("numbers of papers"), "{newest:?}");
    app.settle().await;
}

#[tokio::test]
async fn who_has_no_profile_gets_a_paper_of_the_account() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    device.register(WORKER).await;
    let text = read(&device.open(PAPER).await).await;
    assert!(together(&text).contains(WORKER), "{text}");
    assert!(!text.contains("My profile"), "{text}");
    app.settle().await;
}
