//! Schooling: told, changed, removed; printed, copied, seen without the school, and counted in matching.

use super::{fill, owner};
use crate::access::organisation;
use crate::accounts::{PHONE, sign_up};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use server::db::entities::{person, person_education};
use server::organisations::model::OrganisationKind;
use tests::{Device, Postgres, TestApp};

/// The level of the national framework that matching reads.
async fn qualification(app: &TestApp) -> Option<i32> {
    let account = crate::consent::account_of(app, PHONE.1).await;
    let own = person::Entity::find().filter(person::Column::AccountId.eq(account));
    own.one(app.platform().database.reader()).await.unwrap().expect("a profile").qualification
}

async fn schooling_is_told_on(app: TestApp) {
    let mut device = owner(&app).await;
    let college = organisation(&app, OrganisationKind::School, "ວິທະຍາໄລເຕັກນິກ", None).await;
    let wrong = [("level", "wizard"), ("school", "<b>ໂຮງຮຽນ</b>'; drop table person; --"), ("year", "31/02")];
    let page = device.submit("/me/profile/education", &wrong).await;
    assert_eq!((page.status.as_u16(), page.texts("[role=alert] li").len()), (422, 3), "{}", page.main_text());
    assert_eq!(page.field("School").1, "<b>ໂຮງຮຽນ</b>'; drop table person; --", "what was typed is kept");
    let basic = [("level", "lower_secondary"), ("finished", "yes"), ("year", "2015")];
    let page = device.submit("/me/profile/education", &basic).await;
    assert!(page.main_text().contains("Lower secondary school"), "{}", page.main_text());
    assert_eq!(qualification(&app).await, None, "general schooling has no level of the framework");
    let trade = [
        ("level", "certificate_3"),
        ("field", "071"),
        ("school", "ວິທະຍາໄລເຕັກນິກ"),
        ("finished", "yes"),
        ("year", "໒໐໑໙"),
        ("certificate", "Welding III"),
    ];
    let page = device.submit("/me/profile/education", &trade).await;
    let text = page.main_text();
    assert!(text.contains("Vocational certificate III, Engineering and engineering trades"), "{text}");
    assert!(text.contains("Finished 2019") && text.contains("Welding III"), "{text}");
    assert_eq!(qualification(&app).await, Some(3));
    let rows = person_education::Entity::find().all(app.platform().database.reader()).await.unwrap();
    let known: Vec<_> = rows.iter().filter_map(|row| row.school_id).collect();
    assert_eq!(known, [college], "the school is the organisation of that very name");
    let visits = [("level", "bachelor"), ("finished", "no"), ("year", "2029")];
    let page = device.submit("/me/profile/education", &visits).await;
    assert!(page.main_text().contains("Not finished; until 2029"), "{}", page.main_text());
    assert_eq!(qualification(&app).await, Some(3), "what is not finished does not count yet");
    let href = device.open("/me/profile/education").await.link("Bachelor");
    let page = device.open(&href).await;
    let value =
        |name: &str| page.attributes(&format!("#change ~ form input[name={name}]"), "value").swap_remove(0);
    let (id, seen) = (value("id"), value("seen"));
    let change = |finished| {
        [("what", "change"), ("id", &*id), ("seen", &*seen), ("level", "bachelor"), ("finished", finished)]
    };
    device.done("/me/profile/education", &change("yes")).await;
    assert_eq!(qualification(&app).await, Some(6));
    let late = device.submit("/me/profile/education", &change("no")).await;
    assert_eq!(late.status, 422, "another window");
    assert!(late.main_text().contains("changed in another window"), "{}", late.main_text());
    device.done("/me/profile/education", &[("what", "remove"), ("id", &id)]).await;
    assert_eq!(qualification(&app).await, Some(3));
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn schooling_is_told_changed_and_removed() {
    schooling_is_told_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    schooling_is_told_on(TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn schooling_is_seen_without_the_school_and_copied_with_it() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    fill(&mut device).await;
    device.done("/me/profile/visibility", &[("visibility", "anonymous")]).await;
    app.settle().await;
    let page = device.open("/me/profile/as-seen").await;
    let text = page.main_text();
    assert!(text.contains("Vocational certificate III"), "{text}");
    assert!(!text.contains("Secret School"), "no employer is shown the school: {text}");
    let (mut employer, _) = crate::seen::employer(&app, "+8562055551001").await;
    let found = employer.open("/people").await;
    assert!(found.main_text().contains("Schooling: Vocational certificate III"), "{}", found.main_text());
    let page = employer.open(&found.attributes("#found ~ ul h3 a", "href").swap_remove(0)).await;
    assert!(page.main_text().contains("Schooling: Vocational certificate III"), "{}", page.main_text());
    assert!(!page.body().contains("Secret School") && !found.body().contains("Secret School"));
    let copy = device.open("/me/data").await;
    let copy = device.open(&copy.link("Download the copy (JSON)")).await;
    assert_eq!(copy.json()["tables"]["person_education"][0]["school"], "Secret School");
    let trail = device.open("/me/trail").await;
    assert!(trail.main_text().contains("schooling"), "{}", trail.main_text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_changes_or_removes_anothers_schooling() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    fill(&mut device).await;
    let page = device.open("/me/profile/education").await;
    let id = page.attributes("#schools ~ ul input[name=id]", "value").swap_remove(0);
    let mut stranger = Device::new(&app);
    sign_up(&app, &mut stranger, ("020 2222 3333", "+8562022223333")).await;
    let address = "/me/profile/education";
    assert_eq!(stranger.open(&format!("{address}?change={id}")).await.status, 404);
    assert_eq!(stranger.submit(address, &[("what", "remove"), ("id", &id)]).await.status, 404);
    let change = [("what", "change"), ("id", &*id), ("seen", "x"), ("level", "master"), ("finished", "yes")];
    assert_eq!(stranger.submit(address, &change).await.status, 422);
    for wrong in ["?change=x", "?change=%3Cb%3E", "?change=018f0000-0000-7000-8000-000000000000"] {
        assert_eq!(device.open(&format!("{address}{wrong}")).await.status, 404, "{wrong}");
    }
    assert!(device.open(address).await.main_text().contains("Secret School"));
    app.settle().await;
}
