//! Nobody but officers finds a record that a helper made, whatever it says, until its owner takes it over and shows it.

use super::{HELPER, KEY, card, helper, record, with};
use crate::advice::{employer, member, vacancy_id};
use axum::http::StatusCode;
use server::api::token;
use server::ids::{OrganisationId, PersonId, VacancyId};
use server::organisations::model::Standing;
use tests::{Device, Postgres, TestApp};

/// An employer looks everywhere it may: how many people its page, its program and its recommendations show.
async fn found(
    device: &mut Device<'_>,
    bearer: &str,
    (organisation, vacancy): (OrganisationId, VacancyId),
) -> [usize; 3] {
    let app = device.app();
    app.settle().await;
    let page = device.open("/people").await.texts("#found ~ ul h3").len();
    let program = app.get_as(bearer, "/api/v1/people").await.json()["items"].as_array().unwrap().len();
    let address = format!("/organisation/{organisation}/vacancies/{vacancy}/people");
    let fits = device.open(&address).await;
    assert_eq!(fits.status, StatusCode::OK, "{}", fits.main_text());
    [page, program, fits.texts("#people ~ ul h3").len()]
}

async fn nobody_finds_her_before_she_shows_herself(app: TestApp) {
    app.publish("board", &[tests::drafts::vacancy(&app, "one", "Welder", "7212", "1301")]).await;
    app.settle().await;
    let works = employer(&app, "Mekong Works", Standing::Verified).await;
    let vacancy = vacancy_id(&app, "one").await;
    let mut company = member(&app, "+8562055551001", works).await;
    let bearer = token::create_of(&app.platform().database, "employer_user", works, "test", app.now());
    let bearer = bearer.await.unwrap();
    let mut helper = helper(&app, HELPER, "1301").await;
    let says_otherwise = with(record(KEY), &[("work", "ຊ່າງເຊື່ອມ"), ("visibility", "open")]);
    let page = helper.submit("/helper/register", &says_otherwise).await;
    assert!(page.main_text().contains("The person is registered."), "{}", page.main_text());
    let at = helper.path.split('?').next().unwrap().to_owned();
    let asked = (works, vacancy);
    assert_eq!(found(&mut company, &bearer, asked).await, [0; 3], "nobody has claimed it");
    let (number, pin) = card(&mut helper, &at).await;
    let mut woman = Device::new(&app);
    woman.register("+8562055519999").await;
    woman.done("/me/claim", &[("what", "card"), ("card", &number), ("pin", &pin)]).await;
    assert_eq!(woman.path, "/me/profile/visibility?done=claimed");
    assert_eq!(found(&mut company, &bearer, asked).await, [0; 3], "she has not shown it yet");
    let copy = woman.open("/me/data/viak.json").await.json();
    let id: PersonId = copy["tables"]["person"][0]["id"].as_str().unwrap().parse().unwrap();
    assert_eq!(company.open(&format!("/people/{id}")).await.status, StatusCode::NOT_FOUND);
    woman.done("/me/profile/visibility", &[("visibility", "anonymous")]).await;
    assert_eq!(found(&mut company, &bearer, asked).await, [1; 3], "now she does");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_record_that_a_helper_made_is_found_by_no_employer_before_its_owner_shows_it() {
    nobody_finds_her_before_she_shows_herself(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    nobody_finds_her_before_she_shows_herself(TestApp::start_on(postgres.url()).await).await;
}
