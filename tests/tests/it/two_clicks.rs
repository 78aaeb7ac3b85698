//! Whoever clicks twice, or whose browser sends a form again, makes one thing.

use server::organisations::commands::{Narrowed, listed};
use tests::{Device, Page, Postgres, TestApp};

const OWNER: &str = "+8562055551001";
const INVITED: &str = "+8562055551002";

/// Sends a form five times at once.
async fn five(device: &Device<'_>, path: &str, fields: &[(&str, &str)]) -> Vec<Page> {
    let sent = (0..5).map(|_| {
        let mut device = device.stolen();
        async move { device.send(path, fields, &[("sec-fetch-site", "same-origin")]).await }
    });
    futures_util::future::join_all(sent).await
}

/// The same, of which each is answered with the same redirect; returns where to.
async fn five_lead_to_one(device: &Device<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    let answers = five(device, path, fields).await;
    let mut places: Vec<&str> = answers.iter().map(|answer| answer.header("location")).collect();
    assert!(answers.iter().all(|answer| answer.status == 303), "{path}: {places:?}");
    places.dedup();
    assert_eq!(places.len(), 1, "{path}: {places:?}");
    places[0].split('?').next().unwrap_or_default().to_owned()
}

async fn one_thing_is_made_on(app: &TestApp) {
    let mut owner = Device::new(app);
    owner.register(OWNER).await;
    owner.strengthen().await;
    let fields = [("kind", "employer"), ("name", "ຮ້ານນ້ອຍ"), ("district", "1301"), ("isic", "F")];
    let place = five_lead_to_one(&owner, "/organisations/new", &fields).await;
    let again = five_lead_to_one(&owner, "/organisations/new", &fields).await;
    assert_eq!(again, place, "a later click is not asked about the name that it made itself");
    let all = listed(app.platform().database.reader(), Narrowed::default()).await.unwrap();
    assert_eq!(all.len(), 1);
    let other = [("kind", "employer"), ("name", "ຮ້ານນ້ອຍ"), ("district", "0101"), ("confirmed", "yes")];
    let elsewhere = five_lead_to_one(&owner, "/organisations/new", &other).await;
    assert_ne!(elsewhere, place, "a branch elsewhere is another one");

    let paper = [("kind", "enterprise_registration"), ("number", "0100012345")];
    five_lead_to_one(&owner, &format!("{place}/evidence"), &paper).await;
    let site = [("name", "ຮ້ານ 2"), ("district", "1301"), ("address", "ບ້ານ ໂພນ")];
    five_lead_to_one(&owner, &format!("{place}/sites"), &site).await;
    let page = owner.open(&place).await;
    let times = |words: &str| page.main_text().matches(words).count();
    assert_eq!((times("0100012345"), times("ຮ້ານ 2")), (1, 1), "{}", page.main_text());

    let job = [("title", "welder"), ("employer", "Works"), ("from", "03/2021"), ("tasks", "ເຊື່ອມ <b>")];
    five_lead_to_one(&owner, "/me/profile/experience", &job).await;
    let school = [("level", "certificate_3"), ("field", "071"), ("school", "School"), ("finished", "yes")];
    five_lead_to_one(&owner, "/me/profile/education", &school).await;
    for (path, title) in [("experience", "welder"), ("education", "School")] {
        let page = owner.open(&format!("/me/profile/{path}")).await;
        let held = page.attributes("main form input[name=what][value=remove]", "value");
        assert_eq!(held.len(), 1, "{title}: {}", page.main_text());
    }
}

async fn one_invitation_goes_out_on(app: &TestApp) {
    let mut owner = Device::new(app);
    owner.register(OWNER).await;
    owner.strengthen().await;
    let fields = [("kind", "employer"), ("name", "ຮ້ານນ້ອຍ"), ("district", "1301")];
    let place = five_lead_to_one(&owner, "/organisations/new", &fields).await;
    app.short_messages().await;
    let members = format!("{place}/members");
    let fields = [("contact", INVITED), ("role", "employer_user"), ("administers", "no")];
    let answers = five(&owner, &format!("{members}/invite"), &fields).await;
    let mut told: Vec<u16> = answers.iter().map(|answer| answer.status.as_u16()).collect();
    told.sort_unstable();
    assert_eq!(told, [303, 422, 422, 422, 422]);
    let refused = answers.iter().find(|answer| answer.status == 422).unwrap();
    assert!(refused.main_text().contains("was sent already"), "{}", refused.main_text());
    assert_eq!(app.short_messages().await.iter().filter(|(to, _)| to == INVITED).count(), 1);
    // To another seat they are asked again, and to the same one once it was taken back.
    let other = [("contact", INVITED), ("role", "employer_user"), ("administers", "yes")];
    owner.done(&format!("{members}/invite"), &other).await;
    let page = owner.open(&members).await;
    for id in page.attributes(&format!("form[action='{members}/withdraw'] input[name=id]"), "value") {
        owner.done(&format!("{members}/withdraw"), &[("id", &id)]).await;
    }
    owner.done(&format!("{members}/invite"), &fields).await;
    assert!(app.short_messages().await.iter().any(|(to, _)| to == INVITED), "and a letter goes out again");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_sent_five_times_at_once_is_made_once() {
    one_thing_is_made_on(&TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_sent_five_times_at_once_is_made_once_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    one_thing_is_made_on(&TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_five_invitations_at_once_one_goes_out() {
    one_invitation_goes_out_on(&TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_five_invitations_at_once_one_goes_out_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    one_invitation_goes_out_on(&TestApp::start_on(postgres.url()).await).await;
}
