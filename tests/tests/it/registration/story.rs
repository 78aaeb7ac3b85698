//! A woman with one name and a shared phone is registered, comes in by her card, and later by her own phone.

use super::{HELPER, KEY, SHARED, card, helper, record, with};
use server::api::token;
use server::audit::{self, Filter};
use tests::{Device, Postgres, TestApp};

async fn a_woman_without_a_phone_is_registered_on(app: TestApp) {
    let mut helper = helper(&app, HELPER, "1301").await;
    assert_eq!(helper.open("/me").await.link("People you register"), "/helper");
    let page = helper.submit("/helper/register", &record(KEY)).await;
    assert!(page.main_text().contains("The person is registered."), "{}", page.main_text());
    assert!(page.main_text().contains("Does not read: everything is read aloud"), "{}", page.main_text());
    let at = helper.path.split('?').next().unwrap().to_owned();
    let list = helper.open("/helper").await;
    assert!(list.main_text().contains("One person registered") && list.main_text().contains("ຄຳ"));
    assert_eq!(helper.open("/me").await.link("1 person without a card"), "/helper");
    is_found_by_officers_alone(&app).await;
    let (number, pin) = card(&mut helper, &at).await;
    assert!(!helper.open("/me").await.main_text().contains("without a card"), "nobody waits for a card");
    let mut woman = Device::new(&app);
    comes_in(&app, &mut woman, (&number, &pin)).await;
    let list = helper.open("/helper").await.main_text();
    assert!(
        list.contains("Has signed in") && !list.contains("ຄຳ"),
        "her name is no concern any more: {list}"
    );
    let page = woman.open("/me/profile").await;
    for told in ["ຄຳ", "1984", "Kaysone Phomvihane"] {
        assert!(page.main_text().contains(told), "{told:?} is missing in {}", page.main_text());
    }
    woman.done("/me/profile/visibility", &[("visibility", "anonymous")]).await;
    app.settle().await;
    she_claims_it_with_a_phone_of_her_own(&app, (&number, &pin)).await;
    trail_tells(&app).await;
    let said = server::checks::run(app.platform()).await.unwrap();
    assert!(said.failures.is_empty(), "{:?}", said.failures);
}

/// Officers' search finds her work; no employer's page shows her.
async fn is_found_by_officers_alone(app: &TestApp) {
    app.settle().await;
    let bearer = token::create(&app.platform().database, "operator", "test", app.now()).await.unwrap();
    let found = app.get_as(&bearer, "/api/v1/people?q=ຊ່າງຕັດຫຍິບ").await.json();
    assert_eq!(found["items"].as_array().unwrap().len(), 1, "{found}");
}

async fn comes_in(app: &TestApp, woman: &mut Device<'_>, (number, pin): (&str, &str)) {
    let page = woman.submit("/card", &[("card", number), ("pin", pin)]).await;
    assert_eq!(woman.path, "/code", "{}", page.main_text());
    assert!(page.main_text().contains("ask whoever has that phone"), "{}", page.main_text());
    let code = app.code_for(SHARED).await;
    let page = woman.submit("/code", &[("code", &code)]).await;
    assert_eq!(woman.path, "/me/profile", "{}", page.main_text());
}

async fn she_claims_it_with_a_phone_of_her_own(app: &TestApp, (number, pin): (&str, &str)) {
    let mut own = Device::new(app);
    own.register("+8562055519999").await;
    assert_eq!(own.open("/me").await.link("Take over my record"), "/me/claim");
    let page = own.submit("/me/claim", &[("what", "card"), ("card", number), ("pin", pin)]).await;
    assert_eq!(own.path, "/me/profile/visibility?done=claimed", "{}", page.main_text());
    let profile = own.open("/me/profile").await.main_text();
    assert!(profile.contains("ຄຳ") && profile.contains("1984"), "{profile}");
    let mut card = Device::new(app);
    let page = card.submit("/card", &[("card", number), ("pin", pin)]).await;
    assert!(page.main_text().contains("do not belong together"), "{}", page.main_text());
    let page = own.open("/me/claim").await;
    assert!(page.main_text().contains("has a profile already"), "{}", page.main_text());
    app.settle().await;
}

async fn trail_tells(app: &TestApp) {
    let trail = audit::listed(app.platform().database.reader(), &Filter::default(), 200).await.unwrap();
    let told: Vec<(String, String, String)> = trail
        .into_iter()
        .filter(|event| event.personal.as_ref().is_some_and(|told| told.person.is_some()))
        .map(|event| {
            let fields = event.personal.map(|told| told.fields.join(" ")).unwrap_or_default();
            (event.role, event.action, fields)
        })
        .collect();
    let has = |role: &str, action: &str, field: &str| {
        told.iter().any(|(of, what, fields)| of == role && what == action && fields.contains(field))
    };
    for (role, action, field) in [
        ("proxy_helper", "created", "names"),
        ("proxy_helper", "approved", "witness"),
        ("proxy_helper", "read", "names"),
        ("proxy_helper", "changed", "card"),
        ("seeker", "changed", "owner"),
    ] {
        assert!(has(role, action, field), "{role} {action} {field} is missing in {told:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_woman_without_a_phone_is_registered_and_claims_the_same_record() {
    a_woman_without_a_phone_is_registered_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_woman_without_a_phone_is_registered_and_claims_the_same_record_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    a_woman_without_a_phone_is_registered_on(TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_helper_is_told_that_day_which_words_were_understood_as_what() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    let typed = with(record(KEY), &[("skills", "ເຊື່ອມເຫຼັກ\nzzqx ບບບ")]);
    let page = helper.submit("/helper/register", &typed).await;
    let told = page.texts("#understood ~ ul .card");
    let of =
        |line: &str| told.iter().find(|told| told.starts_with(line)).unwrap_or_else(|| panic!("{told:?}"));
    assert!(of("ເຊື່ອມເຫຼັກ").contains("Understood as: arc welding"), "{told:?}");
    assert!(of("zzqx").contains("Not understood"), "{told:?}");
    assert!(of("ຊາວນາ").contains("Understood as: "), "{told:?}");
    let place = helper.path.split('?').next().unwrap().to_owned();
    app.days_pass(1);
    let page = helper.open(&place).await;
    assert!(
        page.texts("#understood").is_empty(),
        "the next day the name is told alone: {}",
        page.main_text()
    );
    app.settle().await;
}
