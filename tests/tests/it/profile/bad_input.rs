//! Input that is wrong, hostile or somebody else's.

use super::{fill, owner};
use crate::accounts::sign_up;
use tests::{Device, TestApp};

async fn name(device: &mut Device<'_>, birth: [&str; 3]) -> (u16, Vec<String>) {
    let [day, month, year] = birth;
    let fields = [("given", "ບຸນມີ"), ("birth_day", day), ("birth_month", month), ("birth_year", year)];
    let page = device.submit("/me/profile/name", &fields).await;
    if page.status == 422 {
        assert_eq!(page.field("Given name").1, "ບຸນມີ", "what was typed is kept");
        assert_eq!(page.field("Born: year").1, year);
    }
    (page.status.as_u16(), page.texts("[role=alert] li"))
}

#[tokio::test]
async fn birth_dates_that_nobody_has_are_refused_in_plain_words() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    let refused = |field: &str, why: &str| (422, vec![format!("{field}: {why}")]);
    let no_day = "There is no such day in the calendar.";
    assert_eq!(name(&mut device, ["31", "02", "1990"]).await, refused("Born: day", no_day));
    let old = "You would be older than 110. Please look at the year.";
    assert_eq!(name(&mut device, ["1", "1", "1896"]).await, refused("Born: year", old), "age 130");
    let young = "You would be younger than 14. Nobody so young is registered for work.";
    assert_eq!(name(&mut device, ["23", "11", "2012"]).await, refused("Born: year", young), "tomorrow 14");
    let future = "This day has not come yet.";
    assert_eq!(name(&mut device, ["23", "11", "2026"]).await, refused("Born: year", future));
    assert!(device.open("/me/profile").await.main_text().contains("Nothing is filled in yet."));
    assert_eq!(name(&mut device, ["", "", "1998"]).await.0, 200, "the year alone will do");
    app.settle().await;
}

#[tokio::test]
async fn every_problem_of_a_step_is_told_at_once() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    let page = device.submit("/me/profile/name", &[("latin", "ບຸນມີ"), ("birth_month", "3")]).await;
    assert_eq!((page.status.as_u16(), page.texts("[role=alert] li").len()), (422, 3), "{}", page.main_text());
    let job = [("title", "12"), ("from", "13/2020"), ("until", "03/2010")];
    let page = device.submit("/me/profile/experience", &job).await;
    assert_eq!((page.status.as_u16(), page.texts("[role=alert] li").len()), (422, 2), "{}", page.main_text());
    let page = device
        .submit("/me/profile/experience", &[("title", "cook"), ("from", "2020"), ("until", "2019")])
        .await;
    assert!(page.main_text().contains("This is before it began."), "{}", page.main_text());
    let wishes = [("headline", ""), ("wage", "much"), ("available", "31/02/2027")];
    let page = device.submit("/me/profile/wishes", &wishes).await;
    assert_eq!((page.status.as_u16(), page.texts("[role=alert] li").len()), (422, 3), "{}", page.main_text());
    let reach = [("what", "reach"), ("phone", "12"), ("email", "x@y")];
    let page = device.submit("/me/profile/place", &reach).await;
    assert_eq!((page.status.as_u16(), page.texts("[role=alert] li").len()), (422, 2), "{}", page.main_text());
    let strange = [("what", "district"), ("province", "13"), ("district", "0101")];
    let page = device.submit("/me/profile/place", &strange).await;
    assert_eq!(page.status, 422, "a district of another province: {}", page.main_text());
    for (path, field) in [("languages", "language"), ("licences", "licence")] {
        let page = device.submit(&format!("/me/profile/{path}"), &[(field, "xx")]).await;
        assert_eq!(page.attributes("[aria-invalid=true]", "name"), [field], "{path}");
    }
    let page = device.submit("/me/profile/skills", &[("what", "find"), ("text", "")]).await;
    assert_eq!(page.status, 422);
}

#[tokio::test]
async fn markup_and_sql_in_lao_text_stay_text() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    let evil = "ນາງ <script>alert(1)</script>'; drop table person; --";
    device.done("/me/profile/name", &[("given", evil)]).await;
    let job = [("title", evil), ("employer", "<b>x</b>"), ("from", "2020"), ("tasks", "</textarea><i>y</i>")];
    device.done("/me/profile/experience", &job).await;
    for path in ["/me/profile", "/me/profile/name", "/me/profile/experience", "/me/profile/as-seen"] {
        let page = device.open(path).await;
        assert_eq!(page.texts("main script, main b, main i").len(), 0, "{path}");
        assert_eq!(page.status, 200);
    }
    assert_eq!(device.open("/me/profile/name").await.field("Given name").1, evil);
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn anothers_entries_can_be_neither_seen_nor_changed() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    fill(&mut device).await;
    let page = device.open("/me/profile/experience").await;
    let id = page.attributes("input[name=id]", "value").swap_remove(0);
    let mut stranger = Device::new(&app);
    sign_up(&app, &mut stranger, ("020 2222 3333", "+8562022223333")).await;
    let job = format!("/me/profile/experience?job={id}");
    for step in ["stranger without a profile", "stranger with one"] {
        assert_eq!(stranger.open(&job).await.status, 404, "{step}");
        for what in ["remove", "confirm"] {
            let fields = [("what", what), ("id", id.as_str())];
            assert_eq!(stranger.submit("/me/profile/experience", &fields).await.status, 404, "{step}");
        }
        assert_eq!(stranger.open("/me/profile/skills?skill=arc-welding").await.status, 404, "{step}");
        let how = [("what", "how"), ("skill", "arc-welding"), ("evidence", "claimed")];
        let page = stranger.submit("/me/profile/skills", &how).await;
        assert_eq!(page.status, 422, "{step}: there is nothing to change");
        for (path, held) in [("skills", "skill"), ("languages", "id"), ("licences", "id")] {
            let value = match path {
                "skills" => "arc-welding",
                "languages" => "en",
                _ => "welder",
            };
            let fields = [("what", "remove"), (held, value)];
            let page = stranger.submit(&format!("/me/profile/{path}"), &fields).await;
            assert_eq!(page.status, 404, "{step}: {path}");
        }
        stranger.done("/me/profile/name", &[("given", "ຄຳ")]).await;
    }
    assert!(device.open("/me/profile").await.main_text().contains("All parts are filled in."));
    for path in ["", "/name", "/experience", "/skills", "/upload", "/as-seen", "/cv.pdf", "/visibility"] {
        let page = Device::new(&app).open(&format!("/me/profile{path}")).await;
        assert_eq!(page.heading(), "Sign in", "{path}");
    }
    app.settle().await;
}

#[tokio::test]
async fn what_is_no_form_and_unknown_choices_are_refused() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    let choice = [("visibility", "everybody")];
    assert_eq!(device.submit("/me/profile/visibility", &choice).await.status, 400);
    let skill = [("what", "add"), ("skill", "no-such-skill")];
    assert_eq!(device.submit("/me/profile/skills", &skill).await.status, 400);
    let headers = [("sec-fetch-site", "cross-site")];
    let page = device.send("/me/profile/name", &[("given", "x")], &headers).await;
    assert_eq!(page.status, 403, "another site");
    let page =
        device.submit("/me/profile/upload/found", &[("skill_no-such", "yes"), ("language_xx", "9")]).await;
    assert!(page.main_text().contains("Nothing is filled in yet."), "{}", page.main_text());
}
