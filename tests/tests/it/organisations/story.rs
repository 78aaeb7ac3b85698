//! The whole way of an employer: founded, sent back, verified, lapsed, renewed; on both databases.

use super::{ELSEWHERE, FOUNDER, OFFICER, Strong, appoint, bring_papers, founded};
use server::audit::{self, Filter};
use server::organisations::commands::{brief, close_day};
use tests::{Page, Postgres, TestApp};

const NAME: &str = "ບໍລິສັດ ໄຟຟ້າສະຫວັນ ຈຳກັດ";

async fn decide(officer: &mut Strong<'_>, path: &str, step: &str, reason: &str) -> Page {
    officer.device.submit(path, &[("step", step), ("reason", reason)]).await
}

async fn day_passes(app: &TestApp) -> usize {
    close_day(&app.platform().database, "https://viak.example", app.now()).await.unwrap()
}

async fn whole_story(app: &TestApp) {
    let mut founder = Strong::new(app, FOUNDER).await;
    let mut officer = Strong::officer(app, OFFICER, "1301").await;
    let mut elsewhere = Strong::officer(app, ELSEWHERE, "0101").await;
    let id = founded(app, &mut founder, (NAME, "1301")).await;
    let (own, looked_at) = (format!("/organisation/{id}"), format!("/officer/organisations/{id}"));
    let public = format!("/employers/{id}");

    let page = founder.device.open(&own).await;
    assert_eq!(page.heading(), NAME);
    assert!(page.main_text().contains("Not verified"), "{}", page.main_text());
    assert_eq!(page.texts("section[aria-labelledby=missing] li").len(), 2, "{}", page.main_text());
    let page = founder.device.submit(&format!("{own}/submit"), &[]).await;
    assert_eq!(page.status, 422, "papers are missing");
    bring_papers(&mut founder, id).await;
    founder.device.done(&format!("{own}/submit"), &[]).await;

    assert_eq!(elsewhere.device.open(&looked_at).await.status, 404);
    let refused = decide(&mut elsewhere, &looked_at, "check_registry", "").await;
    assert_eq!(refused.status, 404, "another district's officer decides nothing here");
    let queue = elsewhere.device.open("/officer/organisations").await;
    assert!(queue.status == 200 && !queue.main_text().contains(NAME), "{}", queue.main_text());
    let home = officer.device.open("/me").await;
    let queue = officer.device.open(&home.link("Organisations to verify")).await;
    assert!(queue.main_text().contains(NAME), "{}", queue.main_text());

    let page = decide(&mut officer, &looked_at, "send_back", " ").await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("Say why"), "{}", page.main_text());
    assert_eq!(decide(&mut officer, &looked_at, "verify", "").await.status, 422, "not before the registries");
    let page = decide(&mut officer, &looked_at, "send_back", "ຮູບບໍ່ຊັດ <b>x</b>").await;
    assert_eq!(page.status, 200, "{}", page.main_text());
    let page = founder.device.open(&own).await;
    assert!(page.main_text().contains("ຮູບບໍ່ຊັດ <b>x</b>"), "the reason is told: {}", page.main_text());
    founder.device.done(&format!("{own}/submit"), &[]).await;
    let page =
        founder.device.submit(&format!("{own}/edit"), &[("name", "Other"), ("kind", "employer")]).await;
    assert_eq!(page.status, 422, "what is being looked at is not changed");

    assert_eq!(decide(&mut officer, &looked_at, "check_registry", "").await.status, 200);
    appoint(app, FOUNDER, "1301").await;
    let page = decide(&mut founder, &looked_at, "verify", "").await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("You are a member"), "{}", page.main_text());
    assert!(!app.english("/sitemap.xml").await.body().contains(&public));
    assert_eq!(decide(&mut officer, &looked_at, "verify", "").await.status, 200);
    let page = app.english(&public).await;
    let told = "Verified · since 22/11/2026 · until 22/11/2027";
    assert!(page.main_text().contains(told), "{}", page.main_text());
    assert!(app.english("/sitemap.xml").await.body().contains(&public));

    let now = brief(app.platform().database.reader(), id).await.unwrap().unwrap().verification;
    assert!(now.may_publish(app.platform().clock.today()));
    ends_and_is_renewed(app, (&mut founder, &mut officer), (&public, &looked_at)).await;
    let events = audit::listed(app.platform().database.reader(), &Filter::default(), 500).await.unwrap();
    let steps: Vec<&str> = events
        .iter()
        .filter(|event| event.subject == "organisation")
        .filter_map(|event| event.personal.as_ref()?.reason.split(':').next())
        .collect();
    for step in ["renew", "lapse", "verify", "check_registry", "send_back", "submit"] {
        assert!(steps.contains(&step), "{step} is not in the trail: {steps:?}");
    }
}

async fn ends_and_is_renewed(
    app: &TestApp,
    (founder, officer): (&mut Strong<'_>, &mut Strong<'_>),
    (public, looked_at): (&str, &str),
) {
    let letters = async || {
        let messages = app.short_messages().await;
        messages.into_iter().filter(|(to, _)| to == FOUNDER).map(|(_, text)| text).collect::<Vec<_>>()
    };
    letters().await;
    app.days_pass(334);
    assert_eq!((day_passes(app).await, letters().await.len()), (0, 0), "31 days are left");
    for days in [1, 23] {
        app.days_pass(days);
        assert_eq!((day_passes(app).await, day_passes(app).await), (1, 0), "once a day");
        let told = letters().await;
        assert!(told.len() == 1 && told[0].contains("22/11/2027"), "{told:?}");
    }
    app.days_pass(7);
    assert_eq!(day_passes(app).await, 0, "the last day counts");
    assert!(app.english(public).await.main_text().contains("Verified · since"));
    app.days_pass(1);
    assert_eq!(day_passes(app).await, 1);
    assert_eq!(letters().await.len(), 1, "its administrator hears that it is over");
    let page = app.english(public).await;
    assert!(page.main_text().contains("Verification ended"), "{}", page.main_text());
    assert!(!app.english("/sitemap.xml").await.body().contains(public));

    officer.sign_in_again().await;
    let queue = officer.device.open("/officer/organisations?standing=ending").await;
    assert!(queue.main_text().contains(NAME), "{}", queue.main_text());
    assert_eq!(decide(officer, looked_at, "renew", "").await.status, 200);
    let page = app.english(public).await;
    let told = "Verified · since 23/11/2027 · until 23/11/2028";
    assert!(page.main_text().contains(told), "after a break it begins again: {}", page.main_text());
    founder.sign_in_again().await;
    let page = founder.device.open("/me").await;
    let page = founder.device.open(&page.link("My organisations")).await;
    assert!(page.main_text().contains(NAME), "{}", page.main_text());
}

#[tokio::test]
async fn an_employer_is_verified_lapses_and_is_renewed() {
    whole_story(&TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_happens_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    whole_story(&TestApp::start_on(cluster.url()).await).await;
}
