//! Free text to occupations, skills and places.

use tests::{TestApp, encoded};

async fn codes(app: &TestApp, path: &str) -> Vec<String> {
    let json = app.get(path).await.json();
    let items = json["items"].as_array().unwrap();
    for item in items {
        for field in ["code", "label", "score", "matched"] {
            assert!(!item[field].is_null(), "{path}: {field} is missing");
        }
    }
    items.iter().map(|item| item["code"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn an_occupation_is_found_in_any_language_and_misspelt() {
    let app = TestApp::start().await;
    for text in ["welder", "ຊ່າງເຊື່ອມ", "thợ hàn", "ช่างเชื่อม", "weldr", "I am looking for work as a welder"]
    {
        let found = codes(&app, &format!("/api/v1/occupations?q={}", encoded(text))).await;
        assert_eq!(found.first().map(String::as_str), Some("7212"), "{text}: {found:?}");
        assert!(found.iter().all(|code| code.len() == 4), "only unit groups: {found:?}");
    }
    app.settle().await;
}

#[tokio::test]
async fn a_sentence_gives_occupation_experience_and_place() {
    let app = TestApp::start().await;
    for (text, code, place, months) in [
        ("ຮັບສະໝັກຊ່າງເຊື່ອມ ມີປະສົບການ 2 ປີ ຢູ່ປາກເຊ", "7212", "Pakse", 24),
        ("hap samak xang xeuam mi pasopkan 2 pi yu pakse", "7212", "Pakse", 24),
        ("Welder wanted in Savannakhet, two years of experience", "7212", "Savannakhet", 24),
        ("Cần tuyển thợ hàn tại Vientiane, không cần kinh nghiệm", "7212", "Vientiane", 0),
    ] {
        let json = app.get(&format!("/api/v1/occupations?q={}&lang=en", encoded(text))).await.json();
        assert_eq!(json["items"][0]["code"], code, "{text}: {json}");
        let named = json["place"]["label"].as_str().unwrap_or_default();
        assert!(named.starts_with(place), "{text}: {json}");
        assert_eq!(json["experience_months"], months, "{text}: {json}");
    }
    let json = app.get("/api/v1/occupations?q=welder").await.json();
    assert!(json["place"].is_null() && json["experience_months"].is_null(), "{json}");
    app.settle().await;
}

#[tokio::test]
async fn the_best_come_first_and_no_more_than_asked() {
    let app = TestApp::start().await;
    let json = app.get("/api/v1/occupations?q=teacher&limit=5").await.json();
    let scores: Vec<f64> =
        json["items"].as_array().unwrap().iter().map(|item| item["score"].as_f64().unwrap()).collect();
    assert_eq!(scores.len(), 5);
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
}

#[tokio::test]
async fn skills_and_places_are_found_alike() {
    let app = TestApp::start().await;
    assert!(!codes(&app, "/api/v1/skills?q=welding").await.is_empty());
    for text in ["savannakhet", "ສະຫວັນນະເຂດ", "Savanakhet"] {
        let found = codes(&app, &format!("/api/v1/places?q={}", encoded(text))).await;
        assert!(found.contains(&"13".to_owned()), "{text}: {found:?}");
    }
}

#[tokio::test]
async fn typing_is_completed_in_the_language_typed() {
    let app = TestApp::start().await;
    let json = app.get(&format!("/api/v1/suggest?q={}&limit=8", encoded("ຊ່າງເຊື"))).await.json();
    let labels: Vec<&str> =
        json["items"].as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap()).collect();
    assert!(labels.contains(&"ຊ່າງເຊື່ອມ"), "{labels:?}");
    assert!(labels.len() <= 8);
}
