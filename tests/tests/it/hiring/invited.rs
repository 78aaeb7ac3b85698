//! An employer asks somebody to apply whom it may find, once, and the person answers.

use super::{MEMBER, OTHER, SEEKER, applies, says, seeker, works};
use axum::http::StatusCode;
use tests::TestApp;

#[tokio::test]
async fn whoever_is_asked_answers_by_applying() {
    let app = TestApp::start().await;
    let mut works = works(&app, "one", "Mekong Works", MEMBER).await;
    let (mut device, person) = seeker(&app, SEEKER).await;
    app.settle().await;
    app.short_messages().await;
    let people = format!("/organisation/{}/vacancies/{}/people", works.id, works.vacancy);
    let page = works.device.open(&people).await;
    let key = page.attributes("main input[name=person]", "value");
    assert_eq!(key, [person.to_string()], "{}", page.main_text());
    let page = works.device.submit(&format!("{people}/invite"), &[("person", &key[0])]).await;
    says(&page, "The person was asked, and is written to.");
    let told = app.short_messages().await;
    assert!(told.iter().any(|(to, text)| to == SEEKER && text.contains("asks you to apply")), "{told:?}");
    let case = works.first().await;
    let page = works.device.open(&case).await;
    says(&page, "Asked to apply");
    assert!(!page.main_text().contains("ບຸນມີ"), "to be asked shows nothing: {}", page.main_text());

    let page = device.open("/me/applications").await;
    let own = page.attributes("#open ~ ul h3 a", "href").swap_remove(0);
    says(&device.open(&own).await, "The employer asks you to apply");
    assert_eq!(applies(&mut device, works.vacancy).await, own, "the answer is the same application");
    says(&works.device.open(&case).await, "ບຸນມີ");
    let page = works.device.submit(&format!("{people}/invite"), &[("person", &key[0])]).await;
    says(&page, "You have asked this person, or the person has applied before.");
    app.settle().await;
}

#[tokio::test]
async fn who_said_no_or_hides_is_not_asked_again() {
    let app = TestApp::start().await;
    let mut works = works(&app, "one", "Mekong Works", MEMBER).await;
    let (mut device, person) = seeker(&app, SEEKER).await;
    let (mut hiding, hidden) = seeker(&app, OTHER).await;
    hiding.done("/me/profile/visibility", &[("visibility", "hidden")]).await;
    app.settle().await;
    let invite = format!("/organisation/{}/vacancies/{}/people/invite", works.id, works.vacancy);
    let person = person.to_string();
    works.device.done(&invite, &[("person", &person)]).await;
    let page = device.open("/me/applications").await;
    let own = page.attributes("#open ~ ul h3 a", "href").swap_remove(0);
    let fields = [("version", "1"), ("reason", "changed_mind")];
    says(&device.submit(&format!("{own}/withdraw"), &fields).await, "You took it back");
    let page = works.device.submit(&invite, &[("person", &person)]).await;
    says(&page, "You have asked this person, or the person has applied before.");
    let page = works.device.submit(&invite, &[("person", &hidden.to_string())]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND, "whoever hides is not there");
    for strange in ["x", "", "' or 1=1 --", "=cmd|' /C calc'!A0"] {
        let page = works.device.submit(&invite, &[("person", strange)]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{strange}");
    }
    app.settle().await;
}
