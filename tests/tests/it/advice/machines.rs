//! What a page tells of recommendations and what the interface for machines tells is the same.

use super::{employer, people_of, stand, town, vacancy_id, welder, welder_wanted};
use serde_json::Value;
use server::api::token;
use server::ids::{OrganisationId, VacancyId};
use server::organisations::model::Standing;
use server::people::model::Visibility;
use tests::TestApp;
use tests::drafts::Hashed;

async fn token_of(app: &TestApp, role: &str, id: OrganisationId) -> String {
    token::create_of(&app.platform().database, role, id, "test", app.now()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn page_and_interface_recommend_the_same_people_for_the_same_reasons() {
    let app = TestApp::start().await;
    let kinds = [Visibility::Anonymous, Visibility::Hidden, Visibility::Open];
    let people: Vec<_> =
        (0..12).map(|number| welder(&app, &format!("p{number:02}"), kinds[number % 3])).collect();
    let (mut device, id, vacancy) = town(&app, &people).await;
    let page = device.open(&people_of(id, vacancy)).await;
    let hrefs = page.attributes("#people ~ ul h3 a", "href");
    let on_page: Vec<&str> =
        hrefs.iter().map(|href| href.trim_start_matches("/people/").split('?').next().unwrap()).collect();
    let token = token_of(&app, "employer_user", id).await;
    let answer = app.get_as(&token, &format!("/api/v1/vacancies/{vacancy}/matches?lang=en")).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    let json = answer.json();
    let items = json["items"].as_array().unwrap();
    let told: Vec<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(told, on_page);
    assert_eq!(told.len(), 8, "nobody who hides");
    for (item, card) in items.iter().zip(page.texts("#people ~ ul .card")) {
        assert!(card.contains(&format!("{} % match", item["percent"])), "{card}: {item}");
        for said in item["reasons"].as_array().unwrap().iter().chain(item["gaps"].as_array().unwrap()) {
            let words = said["text"].as_str().unwrap().trim_end_matches('.');
            assert!(card.contains(words), "{said} in {card}");
        }
        assert_eq!(item["name"].is_null(), !card.contains("Givenp"), "{card}");
        assert!(item.get("parts").is_none(), "points of a wage tell the wage");
    }
    assert!(json.get("scanned").is_none(), "how many hide is told to nobody");
    assert!(!answer.body().contains("9,000,000") && !answer.body().contains("1998"), "{}", answer.body());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn programs_ask_for_their_own_vacancies_alone_while_their_organisation_is_verified() {
    let app = TestApp::start().await;
    let mut other = welder_wanted(&app, "other");
    other.employer = "Other Works".to_owned();
    app.publish("elsewhere", &[other.hashed()]).await;
    let (_, id, vacancy) = town(&app, &[welder(&app, "anon", Visibility::Anonymous)]).await;
    let others = employer(&app, "Other Works", Standing::Verified).await;
    let theirs = vacancy_id(&app, "other").await;
    let (ours, agency) =
        (token_of(&app, "employer_user", id).await, token_of(&app, "agency_user", others).await);
    let path = |vacancy: VacancyId| format!("/api/v1/vacancies/{vacancy}/matches");
    assert_eq!(app.get_as(&ours, &path(theirs)).await.status, 404);
    assert_eq!(app.get_as(&agency, &path(vacancy)).await.status, 403, "agencies have no vacancies");
    let person = app.get_as(&ours, &path(vacancy)).await.json()["items"][0]["id"].clone();
    let Value::String(person) = person else { panic!("somebody fits") };
    let answer = app.get_as(&ours, &format!("/api/v1/people/{person}/matches")).await;
    assert_eq!(answer.status, 403, "which jobs fit somebody is no employer's matter");
    stand(&app, id, Standing::Suspended).await;
    for path in [path(vacancy), "/api/v1/people?q=".to_owned()] {
        let answer = app.get_as(&ours, &path).await;
        assert_eq!(answer.status, 403, "{path}");
        assert!(answer.body().contains("verified"), "{}", answer.body());
    }
    stand(&app, id, Standing::Verified).await;
    app.days_pass(40);
    app.expire().await;
    app.settle().await;
    assert_eq!(app.get_as(&ours, &path(vacancy)).await.status, 410, "it closed");
}
