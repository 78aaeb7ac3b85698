//! Entries are changed where they stand; a form from an old window overwrites nothing that it has not shown.

use super::{fill, owner};
use crate::accounts::sign_up;
use tests::{Device, Page, Postgres, TestApp};

/// What a form sends along unseen.
fn hidden(page: &Page, name: &str) -> String {
    let values = page
        .attributes(&format!("#change ~ form input[name={name}], #how ~ form input[name={name}]"), "value");
    values.into_iter().next().unwrap_or_else(|| panic!("no {name}: {}", page.main_text()))
}

/// A way to an entry, by the text of its link.
async fn entry(device: &mut Device<'_>, path: &str, text: &str) -> Page {
    let href = device.open(path).await.link(text);
    device.open(&href).await
}

async fn every_entry_is_changed_in_place_on(app: TestApp) {
    let mut device = owner(&app).await;
    fill(&mut device).await;
    let page = entry(&mut device, "/me/profile/experience", "welder").await;
    assert_eq!(page.field("What you were").1, "welder");
    assert_eq!(page.field("From (month/year)").1, "03/2021");
    let (id, seen) = (hidden(&page, "id"), hidden(&page, "seen"));
    let job = |title, until| {
        vec![
            ("what", "change"),
            ("id", id.as_str()),
            ("seen", seen.as_str()),
            ("title", title),
            ("employer", "ບໍລິສັດ <b>ໃໝ່</b>'; drop table person; --"),
            ("from", "03/2021"),
            ("until", until),
        ]
    };
    let wrong = device.submit("/me/profile/experience", &job("welder", "01/2020")).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.field("Until (month/year)").1, "01/2020", "what was typed is kept");
    let page = device.submit("/me/profile/experience", &job("welder", "03/2024")).await;
    let text = page.main_text();
    assert!(
        text.contains("Saved.") && text.contains("03/2021 – 03/2024") && text.contains("<b>ໃໝ່</b>"),
        "{text}"
    );
    assert!(
        text.contains("Occupation: welder"),
        "the title is the same, and so the occupation stays: {text}"
    );
    let page = device.open("/me/profile/languages?change=en").await;
    let change =
        [("what", "change"), ("language", "en"), ("level", "5"), ("test", "IELTS"), ("score", "6.5")];
    let seen = hidden(&page, "seen");
    let change: Vec<(&str, &str)> = change.into_iter().chain([("seen", seen.as_str())]).collect();
    let page = device.submit("/me/profile/languages", &change).await;
    assert!(
        page.main_text().contains("IELTS 6.5") && !page.main_text().contains("TOEIC"),
        "{}",
        page.main_text()
    );
    let page = device.open("/me/profile/licences?change=welder").await;
    assert_eq!(page.field("Number").1, "LA 77");
    let seen = hidden(&page, "seen");
    let change = [("what", "change"), ("licence", "welder"), ("number", "LA 78"), ("seen", seen.as_str())];
    let page = device.submit("/me/profile/licences", &change).await;
    assert!(
        page.main_text().contains("LA 78") && !page.main_text().contains("LA 77"),
        "{}",
        page.main_text()
    );
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_a_language_and_a_licence_are_changed_where_they_stand() {
    every_entry_is_changed_in_place_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    every_entry_is_changed_in_place_on(TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_that_is_called_something_else_is_asked_for_its_occupation_again() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    fill(&mut device).await;
    let page = entry(&mut device, "/me/profile/experience", "welder").await;
    let (id, seen) = (hidden(&page, "id"), hidden(&page, "seen"));
    let fields = [("what", "change"), ("id", &*id), ("seen", &*seen), ("title", "cook"), ("from", "03/2021")];
    let page = device.submit("/me/profile/experience", &fields).await;
    assert!(page.main_text().contains("Which occupation is “cook”?"), "{}", page.main_text());
    assert!(page.main_text().contains("No occupation chosen yet"), "{}", page.main_text());
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_windows_the_later_one_is_told_and_loses_nothing() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    fill(&mut device).await;
    let page = entry(&mut device, "/me/profile/experience", "welder").await;
    let (id, seen) = (hidden(&page, "id"), hidden(&page, "seen"));
    let job = |seen: &str, title: &'static str| {
        [
            ("what", "change".to_owned()),
            ("id", id.clone()),
            ("seen", seen.to_owned()),
            ("title", title.to_owned()),
            ("from", "03/2021".to_owned()),
        ]
    };
    let pairs = |fields: &[(&'static str, String); 5]| -> Vec<(&'static str, String)> { fields.to_vec() };
    let send = async |device: &mut Device<'_>, fields: &[(&'static str, String)]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        device.submit("/me/profile/experience", &fields).await
    };
    assert_eq!(send(&mut device, &pairs(&job(&seen, "first window"))).await.status, 200);
    let late = send(&mut device, &pairs(&job(&seen, "second window"))).await;
    assert_eq!(late.status, 422);
    assert!(late.main_text().contains("changed in another window"), "{}", late.main_text());
    assert!(late.main_text().contains("first window"), "what it is now is shown");
    assert_eq!(late.field("What you were").1, "second window", "and what was typed is kept");
    let page = send(&mut device, &pairs(&job(&hidden(&late, "seen"), "second window"))).await;
    assert_eq!(page.status, 200, "sent once more it holds");
    device.done("/me/profile/experience", &[("what", "remove"), ("id", &id)]).await;
    let gone = send(&mut device, &pairs(&job(&seen, "third window"))).await;
    assert_eq!(gone.status, 422);
    assert!(gone.main_text().contains("no longer in your profile"), "{}", gone.main_text());
    assert_eq!(gone.field("What you were").1, "third window");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_windows_of_a_skill_and_one_that_was_removed() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    fill(&mut device).await;
    let page = device.open("/me/profile/skills?skill=arc-welding").await;
    let seen = hidden(&page, "seen");
    let how = |seen: &str, level: &str| {
        let fields = [
            ("what", "how"),
            ("skill", "arc-welding"),
            ("evidence", "claimed"),
            ("level", level),
            ("seen", seen),
        ];
        fields.map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let send = async |device: &mut Device<'_>, fields: &[(String, String)]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        device.submit("/me/profile/skills", &fields).await
    };
    assert_eq!(send(&mut device, &how(&seen, "2")).await.status, 200);
    let late = send(&mut device, &how(&seen, "4")).await;
    assert_eq!(late.status, 422, "{}", late.main_text());
    device.done("/me/profile/skills", &[("what", "remove"), ("skill", "arc-welding")]).await;
    let gone = send(&mut device, &how(&hidden(&late, "seen"), "4")).await;
    assert_eq!((gone.status.as_u16(), hidden(&gone, "seen")), (422, "gone".to_owned()));
    let page = send(&mut device, &how("gone", "4")).await;
    assert!(page.main_text().contains("arc welding"), "saved again, it is back: {}", page.main_text());
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_changes_what_is_anothers() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    fill(&mut device).await;
    let page = entry(&mut device, "/me/profile/experience", "welder").await;
    let (id, seen) = (hidden(&page, "id"), hidden(&page, "seen"));
    let mut stranger = Device::new(&app);
    sign_up(&app, &mut stranger, ("020 2222 3333", "+8562022223333")).await;
    let fields = [("what", "change"), ("id", &*id), ("seen", &*seen), ("title", "mine"), ("from", "2021")];
    let page = stranger.submit("/me/profile/experience", &fields).await;
    assert_eq!(page.status, 422, "{}", page.main_text());
    for path in ["languages?change=en", "licences?change=welder", "licences?change=%3Cb%3E"] {
        assert_eq!(stranger.open(&format!("/me/profile/{path}")).await.status, 404, "{path}");
    }
    assert!(!device.open("/me/profile/experience").await.main_text().contains("mine"));
    app.settle().await;
}
