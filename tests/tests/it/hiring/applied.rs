//! Somebody applies in three taps, once, and no more often than a day allows.

use super::{MEMBER, SEEKER, applies, hides, says, seeker, wanted, works};
use crate::advice::vacancy_id;
use axum::http::StatusCode;
use server::limits::Limits;
use tests::{Device, Postgres, TestApp};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_taps_send_what_is_ticked_and_nothing_else() {
    three_taps(&TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_taps_send_what_is_ticked_and_nothing_else_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    three_taps(&TestApp::start_on(cluster.url()).await).await;
}

async fn three_taps(app: &TestApp) {
    let mut works = works(app, "one", "Mekong Works", MEMBER).await;
    let (mut device, _) = seeker(app, SEEKER).await;
    app.short_messages().await;
    let page = device.open(&format!("/jobs/{}", works.vacancy)).await;
    let apply = page.link("Apply");
    let page = device.open(&apply).await;
    assert_eq!(page.heading(), "Apply for “Welder one”");
    for told in ["Mekong Works may see what I have ticked", "ບຸນມີ ແກ້ວມະນີ", SEEKER, "3,000,000"]
    {
        says(&page, told);
    }
    let page = device.submit(&apply, &[("name", "yes")]).await;
    says(&page, "Sent; the employer has not answered yet");
    says(&page, "Next: the employer answers, until 06/12/2026.");
    says(&page, "The employer sees: work, skills, languages, licences, name.");

    let told = app.short_messages().await;
    assert!(told.iter().any(|(to, text)| to == MEMBER && text.contains("Welder one: New")), "{told:?}");
    let page = works.device.open(&works.queue()).await;
    says(&page, "ບຸນມີ ແກ້ວມະນີ");
    says(&page, "Next: your turn, until 06/12/2026.");
    let case = works.first().await;
    let page = works.device.open(&case).await;
    says(&page, "ບຸນມີ ແກ້ວມະນີ");
    hides(&page, &SEEKER[4..]);
    let trail = device.open("/me/trail").await;
    says(&trail, "Mekong Works");
    let page = device.open("/me/applications").await;
    assert_eq!(page.texts("#open ~ ul h3"), ["Welder one"]);
    app.settle().await;
}

#[tokio::test]
async fn whoever_is_signed_out_comes_back_after_signing_in() {
    let app = TestApp::start().await;
    let works = works(&app, "one", "Mekong Works", MEMBER).await;
    let apply = format!("/jobs/{}/apply", works.vacancy);
    let page = Device::new(&app).look(&apply).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let to = page.header("location").to_owned();
    assert!(to.starts_with("/sign-in?next=") && to.contains("apply"), "{to}");
    app.settle().await;
}

#[tokio::test]
async fn who_has_told_nothing_yet_is_told_what_is_missing() {
    let app = TestApp::start().await;
    let mut works = works(&app, "one", "Mekong Works", MEMBER).await;
    let apply = format!("/jobs/{}/apply", works.vacancy);
    let mut device = Device::new(&app);
    device.register(SEEKER).await;
    let page = device.open(&apply).await;
    says(&page, "Tell a little about yourself first");
    assert_eq!(page.texts("#missing ~ ul h3").len(), 2, "{}", page.main_text());
    let page = device.submit(&apply, &[("name", "yes")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(&works.device.open(&works.queue()).await, "Nobody has applied yet.");
    app.settle().await;
}

#[tokio::test]
async fn a_closed_vacancy_and_one_that_nobody_answers_for_refuse_applications() {
    let app = TestApp::start().await;
    let works = works(&app, "one", "Mekong Works", MEMBER).await;
    app.publish("board", &[wanted(&app, "stray", "Nobody Ltd")]).await;
    app.settle().await;
    let (mut device, _) = seeker(&app, SEEKER).await;
    let stray = vacancy_id(&app, "stray").await;
    let page = device.open(&format!("/jobs/{stray}")).await;
    assert!(!page.texts("main a").iter().any(|link| link == "Apply"), "nobody answers here");
    let page = device.submit(&format!("/jobs/{stray}/apply"), &[("name", "yes")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    app.days_pass(31);
    device.done("/sign-in", &[("contact", SEEKER), ("password", tests::member::PASSWORD)]).await;
    let page = device.submit(&format!("/jobs/{}/apply", works.vacancy), &[("name", "yes")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(&page, "This vacancy has closed meanwhile.");
    says(&device.open("/me/applications").await, "You have not applied for anything yet.");
    app.settle().await;
}

async fn five_clicks(app: &TestApp) {
    let mut works = works(app, "one", "Mekong Works", MEMBER).await;
    let (device, _) = seeker(app, SEEKER).await;
    let path = format!("/jobs/{}/apply", works.vacancy);
    let sent = (0..5).map(|_| {
        let (mut device, path) = (device.stolen(), path.clone());
        async move { device.send(&path, &[("name", "yes")], &[("sec-fetch-site", "same-origin")]).await }
    });
    let answers = futures_util::future::join_all(sent).await;
    let mut places: Vec<&str> = answers.iter().map(|answer| answer.header("location")).collect();
    assert!(answers.iter().all(|answer| answer.status == 303), "{places:?}");
    places.dedup();
    assert_eq!(places.len(), 1, "{places:?}");
    let page = works.device.open(&works.queue()).await;
    assert_eq!(page.texts("#queue ~ ul h3").len(), 1, "{}", page.main_text());
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_five_clicks_at_once_one_application_comes() {
    five_clicks(&TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_five_clicks_at_once_one_application_comes_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    five_clicks(&TestApp::start_on(cluster.url()).await).await;
}

#[tokio::test]
async fn scripts_stop_at_what_a_day_allows() {
    let app = TestApp::start().await;
    let most = Limits::shipped().applications_a_day;
    let keys: Vec<String> = (0..=most).map(|number| format!("w{number:02}")).collect();
    let works = works(&app, &keys[0], "Mekong Works", MEMBER).await;
    let drafts: Vec<_> = keys.iter().map(|key| wanted(&app, key, "Mekong Works")).collect();
    app.publish("board", &drafts).await;
    app.settle().await;
    let (mut device, _) = seeker(&app, SEEKER).await;
    for key in &keys[..keys.len() - 1] {
        applies(&mut device, vacancy_id(&app, key).await).await;
    }
    let last = vacancy_id(&app, &keys[keys.len() - 1]).await;
    let page = device.submit(&format!("/jobs/{last}/apply"), &[("contact", "yes")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(&page, "as many applications today as can be sent");
    assert_eq!(
        page.attributes("main input[name=contact][checked]", "name").len(),
        1,
        "what was ticked is kept"
    );
    assert!(page.attributes("main input[name=name][checked]", "name").is_empty());
    app.days_pass(1);
    device.done("/sign-in", &[("contact", SEEKER), ("password", tests::member::PASSWORD)]).await;
    applies(&mut device, last).await;
    drop(works);
    app.settle().await;
}
