//! Names are added here, understood at once, and outlive newer reference data.

use super::admin;
use axum::http::StatusCode;
use server::reference::local_edits;
use tests::{Postgres, TestApp};

async fn a_name_is_added_taken_out_and_put_back(app: &TestApp) {
    app.settle().await;
    let mut keeper = admin(app).await;
    let page = keeper.submit("/admin/labels", &[("q", "7411")]).await;
    assert!(page.main_text().contains("code 7411"), "{}", page.main_text());
    let address = "/admin/labels/occupation/7411";
    let add = |text: &'static str| [("text", text), ("language", "lo")];
    let page = keeper.submit(&format!("{address}/add"), &add("ຄົນໄຟຟ້າຊົ່ວຄາວ")).await;
    assert!(page.main_text().contains("The name was added"), "{}", page.main_text());
    let understood = || {
        let book = app.book();
        let driver = book.codes.occupation("7411").unwrap();
        book.lexicon.labels(search::Concept::Occupation(driver)).any(|label| label.text == "ຄົນໄຟຟ້າຊົ່ວຄາວ")
    };
    assert!(understood(), "at once");
    for (text, words) in [
        ("ຄົນໄຟຟ້າຊົ່ວຄາວ", "It is a name of this already"),
        ("", "Type one name"),
        ("020 5551 2378", "Type one name"),
        ("welder", "It is a name of"),
    ] {
        let page = keeper.submit(&format!("{address}/add"), &add(text)).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
        assert!(page.main_text().contains(words), "{text}: {}", page.main_text());
    }
    let page = keeper.submit(&format!("{address}/add"), &add("<b>' or 1=1 --</b>")).await;
    assert!(!page.body().contains("<b>'"), "markup is text");

    server::reference::load(&app.platform().database).await.unwrap();
    let edits = local_edits(app.platform().database.reader()).await.unwrap();
    assert!(edits.iter().any(|edit| edit.contains("ຄົນໄຟຟ້າຊົ່ວຄາວ")), "{edits:?}");

    let page = keeper.open(address).await;
    let ids = page.attributes("form[action$=retire] input[name=id]", "value");
    let last = ids.iter().max_by_key(|id| id.parse::<i32>().unwrap()).unwrap().clone();
    let of_name = ids.iter().rev().nth(1).unwrap_or(&last).clone();
    let page = keeper.submit(&format!("{address}/retire"), &[("id", &of_name)]).await;
    assert!(page.main_text().contains("The name was taken out"), "{}", page.main_text());
    let page = keeper.submit(&format!("{address}/restore"), &[("id", &of_name)]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.main_text());
    assert!(understood());
    let page = keeper.submit("/admin/labels/occupation/7212/retire", &[("id", &of_name)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "a name of another concept stays");
    for wrong in ["/admin/labels/occupation/99999", "/admin/labels/table/7411", "/admin/labels/place/%27"] {
        assert_eq!(keeper.look(wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test]
async fn a_name_is_added_taken_out_and_put_back_on_sqlite() {
    a_name_is_added_taken_out_and_put_back(&TestApp::start().await).await;
}

#[tokio::test]
async fn a_name_is_added_taken_out_and_put_back_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    a_name_is_added_taken_out_and_put_back(&TestApp::start_on(cluster.url()).await).await;
}

#[tokio::test]
async fn settings_are_shown_without_secrets_and_days_of_searches_are_set() {
    let app = TestApp::start().await;
    app.settle().await;
    let mut keeper = admin(&app).await;
    let page = keeper.open("/admin/settings").await;
    let seen = page.main_text();
    assert!(seen.contains("https://viak.example") && seen.contains("--public-url"), "{seen}");
    for wrong in ["0", "3651", "-1", "ninety", ""] {
        let page = keeper.submit("/admin/settings/search-days", &[("days", wrong)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let page = keeper.submit("/admin/settings/search-days", &[("days", "30")]).await;
    assert!(page.main_text().contains("Saved"), "{}", page.main_text());
    assert_eq!(page.field("For how many days texts of searches are kept").1, "30");
}
