//! People are never on a public page, and through the interface only for the operator's token.

use server::api::token;
use tests::TestApp;

async fn operator(app: &TestApp) -> String {
    token::create(&app.platform().database, "operator", "test", app.now()).await.unwrap()
}

/// An address of each kind that concerns people.
async fn addresses(app: &TestApp) -> [String; 3] {
    let vacancy =
        app.get("/api/v1/jobs?q=welder").await.json()["items"][0]["id"].as_str().unwrap().to_owned();
    let token = operator(app).await;
    let people = app.get_as(&token, "/api/v1/people?q=welder").await.json();
    let person = people["items"][0]["id"].as_str().unwrap().to_owned();
    [
        "/api/v1/people?q=welder".to_owned(),
        format!("/api/v1/vacancies/{vacancy}/matches"),
        format!("/api/v1/people/{person}/matches"),
    ]
}

#[tokio::test]
async fn without_a_token_nobody_is_shown() {
    let app = TestApp::with_market().await;
    for path in addresses(&app).await {
        let bare = app.get(&path).await;
        assert_eq!(bare.status, 401, "{path}");
        assert!(bare.header("www-authenticate").starts_with("Bearer"));
        for wrong in ["viak_0000", &format!("viak_{}", "0".repeat(64)), ""] {
            let refused = app.get_as(wrong, &path).await;
            assert_eq!(refused.status, 401, "{path} with {wrong:?}");
            assert!(!refused.body().contains("shipyard"));
        }
        assert_eq!(app.get_with(&path, &[("authorization", "Basic dmlhazp2aWFr")]).await.status, 401);
    }
}

#[tokio::test]
async fn with_the_operators_token_people_are_found_without_who_they_are() {
    let app = TestApp::with_market().await;
    let token = operator(&app).await;
    for path in addresses(&app).await {
        let answer = app.get_as(&token, &path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("cache-control"), "no-store");
        for secret in ["Bounmy", "ບຸນມີ", "birth", "phone", "sex", "given_name"] {
            assert!(!answer.body().contains(secret), "{path} tells {secret}");
        }
    }
    let found = app.get_as(&token, "/api/v1/people?q=welder").await.json();
    assert_eq!(found["total"], 1);
    assert!(found["items"][0]["headline"].as_str().unwrap().contains("shipyard"));
}

#[tokio::test]
async fn matches_come_with_reasons_and_gaps_in_the_readers_language() {
    let app = TestApp::with_market().await;
    let token = operator(&app).await;
    let [_, for_vacancy, for_person] = addresses(&app).await;
    let people = app.get_as(&token, &format!("{for_vacancy}?lang=en")).await.json();
    assert_eq!(people["items"].as_array().unwrap().len(), 3, "everybody is ranked");
    assert_eq!(people["items"][0]["headline"], "Welder, five years at the shipyard");
    let scores: Vec<u64> =
        people["items"].as_array().unwrap().iter().map(|item| item["score"].as_u64().unwrap()).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b) && scores[0] > scores[2], "{scores:?}");
    assert!(!people["items"][0]["reasons"].as_array().unwrap().is_empty());
    assert!(!people["items"][2]["gaps"].as_array().unwrap().is_empty());
    let mut sentences = std::collections::BTreeSet::new();
    for language in ["lo", "en", "vi"] {
        let json = app.get_as(&token, &format!("{for_person}?lang={language}")).await.json();
        let best = &json["items"][0];
        assert!(best["title"].as_str().is_some());
        sentences.insert(best["reasons"][0]["text"].as_str().unwrap().to_owned());
    }
    assert_eq!(sentences.len(), 3, "{sentences:?}");
}

#[tokio::test]
async fn no_public_page_shows_a_person() {
    let app = TestApp::with_market().await;
    for path in
        ["/", "/jobs", "/jobs?q=shipyard&as_words=1", "/jobs.atom", "/sitemap.xml", "/api/v1/jobs?q=shipyard"]
    {
        let page = app.get(path).await;
        for secret in ["Bounmy", "ບຸນມີ", "five years at the shipyard"] {
            assert!(!page.body().contains(secret), "{path} shows {secret}");
        }
    }
    for path in ["/candidates", "/api/v1/persons"] {
        assert_eq!(app.get(path).await.status, 404, "{path}");
    }
    assert_eq!(app.get("/people").await.header("location"), "/sign-in?next=%2Fpeople");
}
