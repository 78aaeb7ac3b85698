//! The page of a person: what is seen of it, what stands in its trail, and what is shown for a purpose.

use super::{PHONE, employer, officer, page_of, town};
use crate::consent::{ASKER, WORKER, asks, employer as verified, verified as organisation_verified, worker};
use server::access::model::{Role, Seat};
use server::api::token;
use server::audit;
use server::audit::Recorded;
use server::ids::PersonId;
use server::organisations::model::OrganisationKind;
use tests::member::seat;
use tests::{Device, Postgres, TestApp};

/// The trail of the person with this page, oldest first.
async fn trail(app: &TestApp, page: &str) -> Vec<Recorded> {
    let id: PersonId = page.rsplit('/').next().unwrap().parse().unwrap();
    let mut all = audit::of_person(app.platform().database.reader(), id, None, 100).await.unwrap();
    all.sort_by_key(|event| event.id);
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_employer_opens_somebody_without_learning_who_it_is_and_it_stands_in_the_trail() {
    let app = TestApp::start().await;
    town(&app).await;
    let (mut device, organisation) = employer(&app, "+8562055551001").await;
    let address = page_of(&device.open("/people?province=13").await, "anon at work");
    let page = device.open(&address).await;
    let text = page.main_text();
    assert_eq!(page.header("cache-control"), "private, no-store");
    assert!(text.contains("18 or older") && text.contains("Kaysone Phomvihane"), "{text}");
    for secret in ["Given", "ແກ້ວມະນີ", "1998", "2378"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    let trail = trail(&app, &address).await;
    assert_eq!(trail.len(), 1);
    let [event] = trail.as_slice() else { panic!("{trail:?}") };
    assert_eq!((event.action.as_str(), event.role.as_str()), ("read", "employer_user"));
    assert_eq!(event.purpose, "look");
    let personal = event.personal.as_ref().unwrap();
    assert_eq!(personal.office, Some(organisation.to_string()));
    assert_eq!(personal.fields, ["experience"]);
    let refused = device.submit(&format!("{address}/reveal"), &[("what", "phone")]).await;
    assert_eq!(refused.status, 403, "an employer has nothing shown");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_opens_whom_they_may_not_find() {
    let app = TestApp::start().await;
    town(&app).await;
    let mut here = officer(&app, "+8562055551001", "1301").await;
    let mut there = officer(&app, "+8562055551002", "1302").await;
    let (mut company, _) = employer(&app, "+8562055551003").await;
    let hidden = page_of(&here.open("/people").await, "hidden at work");
    let neighbour = page_of(&there.open("/people").await, "neighbour at work");
    let listed = trail(&app, &neighbour).await.len();
    let looks = [(&mut here, &neighbour), (&mut there, &hidden), (&mut company, &hidden)];
    for (device, address) in looks {
        let page = device.open(address).await;
        assert_eq!(page.status, 404, "{address}");
        assert!(!page.body().contains("Given"));
    }
    let sent = [("what", "phone"), ("purpose", "placement")];
    assert_eq!(here.submit(&format!("{neighbour}/reveal"), &sent).await.status, 404);
    assert_eq!(trail(&app, &neighbour).await.len(), listed, "and nothing was read");
    for wrong in ["/people/x", "/people/%ff", "/people/018f0000-0000-7000-8000-000000000000"] {
        assert!(here.open(wrong).await.status.is_client_error(), "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_number_is_covered_until_an_officer_says_what_it_is_for() {
    let app = TestApp::start().await;
    town(&app).await;
    let mut device = officer(&app, "+8562055551001", "1301").await;
    let address = page_of(&device.open("/people").await, "hidden at work");
    let page = device.open(&address).await;
    assert_eq!(page.heading(), "Givenhidden ແກ້ວມະນີ");
    let text = page.main_text();
    assert!(text.contains("12/03/1998") && text.contains("+856 20 *** **78"), "{text}");
    assert!(!page.body().contains(PHONE), "the number is nowhere in the page");
    let reveal = format!("{address}/reveal");
    let send = |what, purpose, words| [("what", what), ("purpose", purpose), ("words", words)];
    for (fields, said) in [
        (send("phone", "", ""), "Choose what you need it for."),
        (send("phone", "curiosity", ""), "Choose what you need it for."),
        (send("phone", "other", " "), "Say in a few words"),
        (send("passport", "placement", ""), "Choose one of those"),
        (send("email", "placement", ""), "Choose one of those"),
    ] {
        let page = device.submit(&reveal, &fields).await;
        assert_eq!(page.status, 422, "{fields:?}");
        assert!(page.main_text().contains(said) && !page.body().contains(PHONE), "{fields:?}");
    }
    let page = device.submit(&reveal, &send("phone", "other", "ລາວຂໍໃຫ້ໂທຫາ <b>")).await;
    assert_eq!(page.status, 200, "{}", page.main_text());
    assert!(page.main_text().contains("+856 20 55 512 378"), "{}", page.main_text());
    assert_eq!(page.header("cache-control"), "private, no-store");
    assert!(!device.open(&address).await.body().contains(PHONE), "it is shown once");
    let trail = trail(&app, &address).await;
    let revealed: Vec<_> = trail.iter().filter(|event| event.action == "revealed").collect();
    let [event] = revealed.as_slice() else { panic!("{trail:?}") };
    assert_eq!((event.purpose.as_str(), event.role.as_str()), ("other", "district_officer"));
    let personal = event.personal.as_ref().unwrap();
    assert_eq!(
        (personal.fields.as_slice(), personal.reason.as_str()),
        (&["phone".to_owned()][..], "ລາວຂໍໃຫ້ໂທຫາ <b>")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_appears_with_consent_and_vanishes_when_it_is_taken_back() {
    appears_and_vanishes(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    appears_and_vanishes(TestApp::start_on(cluster.url()).await).await;
}

async fn appears_and_vanishes(app: TestApp) {
    let (mut owner, person) = worker(&app, WORKER).await;
    app.settle().await;
    let brewery = verified(&app, "Lao Brewery").await;
    let mut device = Device::new(&app);
    device.register(ASKER).await;
    app.give(ASKER, &seat(Role::EmployerUser, Some(brewery), false)).await;
    let request = asks(&app, brewery, person).await.unwrap();
    let (mut other, _) = employer(&app, "+8562055551001").await;
    let program = (&app.platform().database, "employer_user", brewery, "test", app.now());
    let program = token::create_of(program.0, program.1, program.2, program.3, program.4).await.unwrap();
    let address = page_of(&device.open("/people").await, "Somebody who looks for work");
    let page = device.open(&address).await;
    assert!(!page.body().contains("ບຸນມີ") && !page.body().contains(WORKER), "{}", page.main_text());
    assert!(page.main_text().contains("You have asked to see more"), "{}", page.main_text());
    assert_eq!(page.link("Ask for something else"), format!("{address}/ask"));
    let told = app.get_as(&program, "/api/v1/people?q=").await;
    assert!(!told.body().contains("ບຸນມີ") && !told.body().contains(WORKER), "{}", told.body());
    owner
        .done(&format!("/me/consent-requests/{request}"), &[("answer", "yes"), ("ends", "2027-02-20")])
        .await;
    let page = device.open(&address).await;
    assert_eq!(page.heading(), "ບຸນມີ ແກ້ວມະນີ");
    assert!(page.main_text().contains(WORKER), "{}", page.main_text());
    assert!(device.open("/people").await.main_text().contains("ບຸນມີ ແກ້ວມະນີ"));
    let told = app.get_as(&program, "/api/v1/people?q=").await.json();
    assert_eq!(told["items"][0]["name"], "ບຸນມີ ແກ້ວມະນີ", "{told}");
    assert!(!told.to_string().contains(WORKER), "a list tells names alone: {told}");
    assert!(!other.open(&address).await.body().contains("ບຸນມີ"), "another employer still sees nothing");
    let no = other.submit(&format!("{address}/reveal"), &[("what", "phone"), ("purpose", "placement")]).await;
    assert!(!no.body().contains(WORKER), "{}", no.status);
    let consents = owner.open("/me/consents").await;
    let consent = consents.attributes("#live ~ ul h3 a", "href").swap_remove(0);
    owner.done(&format!("{consent}/withdraw"), &[]).await;
    for path in [address.as_str(), "/people"] {
        let page = device.open(path).await;
        assert!(!page.body().contains("ບຸນມີ") && !page.body().contains(WORKER), "{path}: not a moment longer");
    }
    // The clock stands still: what was answered before is asked anew in the same second.
    let told = app.get_as(&program, "/api/v1/people?q=").await;
    assert_eq!(told.json()["total"], 1, "{}", told.body());
    assert!(!told.body().contains("ບຸນມີ") && !told.body().contains(WORKER), "{}", told.body());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_consents_to_an_agency_is_its_candidate_until_the_consent_ends() {
    let app = TestApp::start().await;
    let (mut owner, person) = worker(&app, WORKER).await;
    let agency = organisation_verified(&app, OrganisationKind::Agency, "Mekong Placement").await;
    let seat = Seat { role: Role::AgencyUser, organisation: Some(agency), area: None, administers: false };
    let mut device = Device::new(&app);
    device.strong(ASKER, &seat).await;
    let address = format!("/people/{person}");
    let before = device.open(&address).await.main_text();
    assert!(!before.contains("ບຸນມີ") && before.contains("Ask for consent"), "{before}");
    let purpose = format!("{agency} share_agency");
    let asked = [("purpose", purpose.as_str()), ("reason", "A work place in a factory.")];
    device.done(&format!("{address}/ask"), &asked).await;
    let request = owner.open("/me/consents").await.attributes("#asked ~ ul h3 a", "href").swap_remove(0);
    owner.done(&request, &[("answer", "yes"), ("ends", "2027-02-20")]).await;
    let during = device.open(&address).await.main_text();
    assert!(during.contains("ບຸນມີ") && !during.contains("Ask for consent"), "{during}");
    let given = owner.open("/me/consents").await.attributes("#live ~ ul h3 a", "href").swap_remove(0);
    owner.done(&format!("{given}/withdraw"), &[]).await;
    assert_eq!(device.open(&address).await.main_text(), before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_officer_of_the_area_is_led_to_the_documents_of_whoever_comes_to_the_office() {
    let app = TestApp::start().await;
    town(&app).await;
    let mut device = officer(&app, "+8562055551001", "1301").await;
    let address = page_of(&device.open("/people").await, "hidden at work");
    let page = device.open(&address).await;
    let documents = page.link("Identity documents of this person");
    let page = device.open(&documents).await;
    assert_eq!(page.status, 200);
    assert!(page.main_text().contains("Givenhidden"), "{}", page.main_text());
    let (mut company, _) = employer(&app, "+8562055551003").await;
    let open = page_of(&company.open("/people").await, "cook at work");
    let said = company.open(&open).await.main_text();
    assert!(!said.contains("Identity documents"), "employers verify nothing: {said}");
}
