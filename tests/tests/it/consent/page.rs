//! Whoever may see people for an organisation asks on a page, and learns nothing of who is asked.

use super::{ASKER, WORKER, employer, worker};
use axum::http::StatusCode;
use server::access::model::Role;
use tests::member::seat;
use tests::{Device, TestApp};

#[tokio::test]
async fn an_employer_asks_on_a_page_that_tells_nothing() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    let mut asking = Device::new(&app);
    asking.register(ASKER).await;
    app.give(ASKER, &seat(Role::EmployerUser, Some(brewery), false)).await;
    let address = format!("/people/{person}/ask");
    let page = asking.open(&address).await;
    assert!(page.main_text().contains("To offer me work"), "{}", page.main_text());
    assert!(page.main_text().contains("Lao Brewery"), "{}", page.main_text());
    assert!(!page.main_text().contains("ບຸນມີ"), "{}", page.main_text());
    let purpose = format!("{brewery} share_employer");
    for (purpose, reason) in [
        (purpose.as_str(), "  "),
        (purpose.as_str(), &*"ກ".repeat(501)),
        ("", "ເຫດຜົນ"),
        ("x share_employer", "ເຫດຜົນ"),
        (&*format!("{brewery} share_school"), "ເຫດຜົນ"),
        (&*format!("{person} share_employer"), "ເຫດຜົນ"),
    ] {
        let page = asking.submit(&address, &[("purpose", purpose), ("reason", reason)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{purpose} {reason}");
        assert!(page.main_text().contains(reason.trim()), "what was typed is kept");
    }
    let markup = "<script>alert(1)</script> ຢາກໂທຫາ '; drop table consent; --";
    let page = asking.submit(&address, &[("purpose", &purpose), ("reason", markup)]).await;
    assert!(page.main_text().contains("The person was asked."), "{}", page.main_text());
    let shown = asking.open(&format!("/people/{person}")).await;
    assert!(shown.main_text().contains("You have asked to see more"), "{}", shown.main_text());
    let page = asking.submit(&address, &[("purpose", &purpose), ("reason", markup)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.main_text().contains("You have asked already"), "{}", page.main_text());
    let page = device.open("/me/consents").await;
    let page = device.open(&page.attributes("#asked ~ ul h3 a", "href")[0]).await;
    assert!(page.main_text().contains(markup), "as it was typed: {}", page.main_text());
    assert!(page.attributes("main script", "type").is_empty());
    app.settle().await;
}

#[tokio::test]
async fn whoever_hides_is_not_there_to_be_asked() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    let mut asking = Device::new(&app);
    asking.register(ASKER).await;
    app.give(ASKER, &seat(Role::EmployerUser, Some(brewery), false)).await;
    device.done("/me/profile/visibility", &[("visibility", "hidden")]).await;
    let address = format!("/people/{person}/ask");
    assert_eq!(asking.open(&address).await.status, StatusCode::NOT_FOUND);
    let fields = [("purpose", &*format!("{brewery} share_employer")), ("reason", "ເຫດຜົນ")];
    assert_eq!(asking.submit(&address, &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        device.open(&address).await.status,
        StatusCode::FORBIDDEN,
        "not even the owner, without a role"
    );
    app.settle().await;
}

#[tokio::test]
async fn whoever_signed_up_alone_is_told_what_officers_see_by_law() {
    let app = TestApp::start().await;
    let (mut device, _) = worker(&app, WORKER).await;
    let page = device.open("/me/consents").await;
    let told = page.texts("#by-law ~ ul .card").join(" ");
    assert!(told.contains("Labour officers of a district or province"), "{}", page.main_text());
    for seen in ["name", "birth date", "phone and e-mail, after they say what for"] {
        assert!(told.contains(seen), "{seen}: {told}");
    }
    assert!(!told.contains("Employers"), "{told}");
    assert!(page.main_text().contains("Nobody by your consent yet."), "{}", page.main_text());
    let mut nobody = Device::new(&app);
    nobody.register(ASKER).await;
    let page = nobody.open("/me/consents").await;
    assert!(page.texts("#by-law").is_empty(), "without a profile there is nothing to see");
    app.settle().await;
}
