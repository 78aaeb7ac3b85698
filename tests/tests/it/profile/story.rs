//! A profile is made step by step, found by those who may, and told in the trail.

use super::{fill, owner};
use server::api::token;
use server::audit::{self, Filter};
use tests::drafts::vacancy;
use tests::{Postgres, TestApp};

async fn a_profile_grows_step_by_step_on(app: TestApp) {
    let mut device = owner(&app).await;
    let page = device.open("/me").await;
    assert_eq!(page.link("My profile"), "/me/profile");
    assert!(page.texts(".card p").contains(&"Next: Name and birth date".to_owned()), "{}", page.main_text());
    let page = device.open("/me/profile").await;
    assert!(page.main_text().contains("Nothing is filled in yet."), "{}", page.main_text());
    fill(&mut device).await;
    let page = device.open("/me/profile").await;
    let said = page.main_text();
    for told in ["All parts are filled in.", "ບຸນມີ ແກ້ວມະນີ", "12/03/1998", "Kaysone Phomvihane", "arc welding"]
    {
        assert!(said.contains(told), "{told:?} is missing in {said}");
    }
    let page = device.open("/me/profile/name").await;
    assert_eq!(page.field("Family name").1, "ແກ້ວມະນີ", "what was saved stands in the form again");
    assert_eq!(page.field("Born: month").1, "3");
    let page = device.open("/me/profile/wishes").await;
    assert_eq!(page.field("Pay you would like, a month").1, "3500000");
    let trail = audit::listed(app.platform().database.reader(), &Filter::default(), 100).await.unwrap();
    let steps: Vec<_> = trail.into_iter().filter(|event| event.subject == "person").collect();
    assert_eq!(steps.len(), 10, "one event a step");
    let made: Vec<_> = steps.iter().filter(|event| event.action == "created").collect();
    let [made] = made.as_slice() else { panic!("{made:?}") };
    let told = made.personal.as_ref().unwrap();
    assert_eq!((made.role.as_str(), told.fields.join(" ")), ("seeker", "names sex birth_date".to_owned()));
    let about = |event: &audit::Recorded| event.personal.as_ref().and_then(|told| told.person);
    assert!(steps.iter().all(|event| about(event).is_some()), "the owner finds every step");
    is_found_as_far_as_its_owner_allows(&app, &mut device).await;
}

/// What an operator's token finds by search and by matching.
async fn is_found_as_far_as_its_owner_allows(app: &TestApp, device: &mut tests::Device<'_>) {
    let bearer = token::create(&app.platform().database, "operator", "test", app.now()).await.unwrap();
    app.publish("test", &[vacancy(app, "v", "Welder", "7212", "1301")]).await;
    app.settle().await;
    let job = app.get("/api/v1/jobs?q=welder").await.json()["items"][0]["id"].as_str().unwrap().to_owned();
    let matches = format!("/api/v1/vacancies/{job}/matches");
    let found = async |path: &str| app.get_as(&bearer, path).await.json()["items"].as_array().unwrap().len();
    assert_eq!(found("/api/v1/people?q=boilers").await, 1, "officers find what was typed");
    assert_eq!(found("/api/v1/people?q=Secret").await, 0, "former employers are not searched");
    assert_eq!(found("/api/v1/people?q=ບຸນມີ").await, 0, "nor are names");
    assert_eq!(found(&matches).await, 0, "a hidden profile is ranked for nobody");
    device.done("/me/profile/visibility", &[("visibility", "anonymous")]).await;
    app.settle().await;
    assert_eq!(found(&matches).await, 1);
    device.done("/me/profile/visibility", &[("visibility", "hidden")]).await;
    assert_eq!(found(&matches).await, 0, "at once, before any follower has seen it");
    app.settle().await;
    assert_eq!(found(&matches).await, 0);
    let said = server::checks::run(app.platform()).await.unwrap();
    assert!(said.failures.is_empty(), "{:?}", said.failures);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_profile_grows_step_by_step() {
    a_profile_grows_step_by_step_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_profile_grows_step_by_step_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    a_profile_grows_step_by_step_on(TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn skills_are_offered_for_words_and_nothing_is_taken_unasked() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    let page = device.submit("/me/profile/skills", &[("what", "find"), ("text", "ເຊື່ອມໄຟຟ້າ")]).await;
    let offered = page.attributes("#which ~ ul input[name=skill]", "value");
    assert_eq!(offered.first().map(String::as_str), Some("arc-welding"), "{offered:?}");
    assert!(device.open("/me/profile/skills").await.main_text().contains("None yet."));
    let page = device.submit("/me/profile/skills", &[("what", "add"), ("skill", "arc-welding")]).await;
    assert!(page.main_text().contains("arc welding: how well, and what shows it"), "{}", page.main_text());
    let seen = page.attributes("input[name=seen]", "value").swap_remove(0);
    let how = [("what", "how"), ("skill", "arc-welding"), ("level", "3"), ("evidence", "certificate")];
    let how: Vec<(&str, &str)> = how.into_iter().chain([("seen", seen.as_str())]).collect();
    let page = device.submit("/me/profile/skills", &how).await;
    assert!(page.main_text().contains("Skilled: the difficult jobs too"), "{}", page.main_text());
    let page = device.submit("/me/profile/skills", &[("what", "remove"), ("skill", "arc-welding")]).await;
    assert!(page.main_text().contains("Removed.") && page.main_text().contains("None yet."));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_without_a_confirmed_occupation_counts_for_none() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    let job = [("title", "welder"), ("from", "2020")];
    let page = device.submit("/me/profile/experience", &job).await;
    let id = page.attributes("#occupation ~ ul input[name=id]", "value").swap_remove(0);
    let none = [("what", "confirm"), ("id", id.as_str()), ("occupation", "")];
    let page = device.submit("/me/profile/experience", &none).await;
    assert!(page.main_text().contains("No occupation chosen yet"), "{}", page.main_text());
    let page = device.submit("/me/profile/experience", &[("what", "remove"), ("id", &id)]).await;
    assert!(page.main_text().contains("None yet."), "{}", page.main_text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_has_no_licence_says_so_and_the_part_is_done() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    device.done("/me/profile/licences", &[("what", "none")]).await;
    assert!(device.open("/me/profile").await.main_text().contains("1 of 8 parts are filled in."));
    let page = device.open("/me/profile/licences").await;
    assert!(page.main_text().contains("You said that you have none."), "{}", page.main_text());
}
