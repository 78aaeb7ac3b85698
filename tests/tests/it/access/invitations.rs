//! Somebody is invited, comes, is asked after, and goes.

use super::organisation;
use crate::advice::stand;
use server::access::model::{Area, Role, Seat};
use server::organisations::model::{OrganisationKind, Standing};
use tests::member::seat;
use tests::{Device, Postgres, TestApp};

const FIRST: &str = "+8562055550001";
const SECOND: &str = "+8562055550002";
const THIRD: &str = "+8562055550003";

/// The address in the short message that waits for a number.
pub(super) async fn link_for(app: &TestApp, number: &str) -> String {
    let messages = app.short_messages().await;
    let text = messages.iter().rfind(|(to, _)| to == number).map(|(_, text)| text.clone());
    let text = text.unwrap_or_else(|| panic!("nothing for {number} in {messages:?}"));
    let link = text.split_whitespace().find(|word| word.contains("/invitations/")).unwrap();
    link[link.find("/invitations/").unwrap()..].to_owned()
}

fn invitation<'a>(contact: &'a str, administers: &'a str) -> [(&'a str, &'a str); 3] {
    [("contact", contact), ("role", "employer_user"), ("administers", administers)]
}

/// An employer whose administrator is signed in on the first device.
async fn employer(app: &TestApp) -> (Device<'_>, String) {
    let (first, address, _) = employer_with_secret(app).await;
    (first, address)
}

/// The same with the secret of the second factor, for whoever comes again another day.
async fn employer_with_secret(app: &TestApp) -> (Device<'_>, String, String) {
    let id = organisation(app, OrganisationKind::Employer, "Lao Brewery", None).await;
    let mut first = Device::new(app);
    first.register(FIRST).await;
    let secret = first.strengthen().await;
    app.give(FIRST, &seat(Role::EmployerUser, Some(id), true)).await;
    (first, format!("/organisation/{id}/members"), secret)
}

async fn whole_story(app: &TestApp) {
    let (mut first, address) = employer(app).await;
    let page = first.open(&address).await;
    assert_eq!(page.heading(), "Members of Lao Brewery");
    let page = first.submit(&format!("{address}/invite"), &invitation("020 5555 0002", "yes")).await;
    assert!(page.main_text().contains("The invitation was sent."), "{}", page.main_text());
    let link = link_for(app, SECOND).await;
    // A stranger, and whoever is reached otherwise, get nothing by the letter.
    let mut stranger = Device::new(app);
    assert_eq!(stranger.open(&link).await.heading(), "Sign in");
    stranger.register(THIRD).await;
    let page = stranger.open(&link).await;
    assert!(page.main_text().contains("another phone number"), "{}", page.main_text());
    assert_eq!(stranger.submit(&link, &[]).await.status, 422);
    assert_eq!(stranger.open(&address).await.status, 403);
    // The one who was meant comes, sets the second step up, and works.
    let mut second = Device::new(app);
    second.register(SECOND).await;
    let page = second.open("/me").await;
    let shown = page.link("Lao Brewery invites you");
    assert_eq!(stranger.open(&shown).await.status, 404, "the key opens it to nobody else");
    assert_eq!(stranger.submit(&shown, &[]).await.status, 404);
    let page = second.open(&shown).await;
    assert!(page.main_text().contains("Lao Brewery invites you"), "{}", page.main_text());
    let page = second.open(&link).await;
    assert!(page.main_text().contains("Lao Brewery invites you"), "{}", page.main_text());
    let page = second.submit(&link, &[]).await;
    assert_eq!((page.heading(), second.path.starts_with("/me")), ("My pages".to_owned(), true));
    assert!(page.main_text().contains("You took the role."), "{}", page.main_text());
    assert!(!page.main_text().contains("given up"), "{}", page.main_text());
    assert!(page.main_text().contains("Set up the second step"), "{}", page.main_text());
    assert!(!page.main_text().contains("Lao Brewery invites you"), "it waits no more");
    assert_eq!(second.open(&address).await.status, 200, "it leads to the second step");
    assert!(second.path.starts_with("/me/account/second-step?next="), "{}", second.path);
    second.strengthen().await;
    assert_eq!(second.open(&address).await.heading(), "Members of Lao Brewery");
    assert_eq!(second.open(&link).await.status, 404, "an invitation works once");
    // The first may go now, the second may not.
    let own = |page: &tests::Page| page.attributes("form[action='/me/roles/leave'] input[name=id]", "value");
    let page = first.open("/me").await;
    let page = first.submit("/me/roles/leave", &[("id", &own(&page)[0])]).await;
    assert!(page.main_text().contains("The role was given up."), "{}", page.main_text());
    assert_eq!(first.open(&address).await.status, 403);
    let page = second.open("/me").await;
    let page = second.submit("/me/roles/leave", &[("id", &own(&page)[0])]).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("Nobody would be left"), "{}", page.main_text());
    let page = second.open(&address).await;
    let id = page.attributes(&format!("form[action='{address}/end'] input[name=id]"), "value");
    let page = second.submit(&format!("{address}/end"), &[("id", &id[0])]).await;
    assert_eq!(page.status, 422, "nor end the own membership as an administrator");
}

#[tokio::test]
async fn whoever_is_invited_comes_and_the_last_administrator_cannot_leave() {
    whole_story(&TestApp::start().await).await;
}

#[tokio::test]
async fn the_same_holds_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    whole_story(&TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test]
async fn an_invitation_ends_when_it_is_taken_back_and_after_a_fortnight() {
    let app = TestApp::start().await;
    let (mut first, address) = employer(&app).await;
    first.done(&format!("{address}/invite"), &invitation(SECOND, "no")).await;
    let taken_back = link_for(&app, SECOND).await;
    let page = first.open(&address).await;
    let id = page.attributes(&format!("form[action='{address}/withdraw'] input[name=id]"), "value");
    let page = first.submit(&format!("{address}/withdraw"), &[("id", &id[0])]).await;
    assert!(page.main_text().contains("taken back"), "{}", page.main_text());
    first.done(&format!("{address}/invite"), &invitation(SECOND, "no")).await;
    let run_out = link_for(&app, SECOND).await;
    let mut second = Device::new(&app);
    second.register(SECOND).await;
    assert_eq!(second.open(&taken_back).await.status, 404);
    assert_eq!(second.submit(&taken_back, &[]).await.status, 404);
    assert_eq!(second.open(&run_out).await.status, 200);
    app.days_pass(13);
    assert_eq!(second.open(&run_out).await.status, 200);
    app.days_pass(1);
    let page = second.submit(&run_out, &[]).await;
    assert!(page.main_text().contains("no longer works"), "{}", page.main_text());
}

#[tokio::test]
async fn what_is_typed_wrongly_is_told_and_nobody_is_invited() {
    let app = TestApp::start().await;
    let (mut first, address) = employer(&app).await;
    let invite = format!("{address}/invite");
    let fields = |contact, role| [("contact", contact), ("role", role), ("administers", "no")];
    for (fields, said) in [
        (fields("'; drop table membership; --", "employer_user"), "Type a phone number"),
        (fields("<script>ຊື່</script>", "employer_user"), "Type a phone number"),
        (fields(SECOND, "system_admin"), "cannot be had"),
        (fields(SECOND, "district_officer"), "cannot be had"),
        (fields(SECOND, "nobody"), "cannot be had"),
        (fields(SECOND, "seeker"), "cannot be had"),
    ] {
        let page = first.submit(&invite, &fields).await;
        assert_eq!(page.status, 422);
        assert!(page.main_text().contains(said), "{}", page.main_text());
        assert!(!page.body().contains("<script>ຊື່"), "what was typed is shown as text");
    }
    let page = first.open(&address).await;
    assert!(page.main_text().contains("Nobody is waiting."), "{}", page.main_text());
    assert_eq!(app.short_messages().await.iter().filter(|(to, _)| to == SECOND).count(), 0);
}

#[tokio::test]
async fn after_a_quarter_an_administrator_is_asked_who_is_still_needed() {
    let app = TestApp::start().await;
    let id = organisation(&app, OrganisationKind::Employer, "Lao Brewery", None).await;
    let mut first = Device::new(&app);
    first.register(FIRST).await;
    let secret = first.strengthen().await;
    app.give(FIRST, &seat(Role::EmployerUser, Some(id), true)).await;
    let address = format!("/organisation/{id}/members");
    assert!(!first.open(&address).await.main_text().contains("Is it still needed?"));
    app.days_pass(91);
    first.sign_in(FIRST, &secret).await;
    let page = first.open("/me").await;
    assert!(page.main_text().contains("1 to be confirmed"), "{}", page.main_text());
    let page = first.open(&address).await;
    let id = page.attributes(&format!("form[action='{address}/keep'] input[name=id]"), "value");
    let page = first.submit(&format!("{address}/keep"), &[("id", &id[0])]).await;
    assert!(page.main_text().contains("it is still needed"), "{}", page.main_text());
    assert!(!first.open(&address).await.main_text().contains("Is it still needed?"));
}

#[tokio::test]
async fn of_two_administrators_who_leave_at_once_one_stays() {
    let Some(postgres) = Postgres::start() else { return };
    let app = TestApp::start_on(postgres.url()).await;
    let id = organisation(&app, OrganisationKind::Employer, "Lao Brewery", None).await;
    let mut devices = [Device::new(&app), Device::new(&app)];
    let mut held = Vec::new();
    for (device, number) in devices.iter_mut().zip([FIRST, SECOND]) {
        held.push(device.strong(number, &seat(Role::EmployerUser, Some(id), true)).await.to_string());
    }
    let [one, other] = &mut devices;
    let (first, second) = ([("id", held[0].as_str())], [("id", held[1].as_str())]);
    let (first, second) =
        tokio::join!(one.submit("/me/roles/leave", &first), other.submit("/me/roles/leave", &second));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422]);
}

#[tokio::test]
async fn an_organisation_that_nobody_verified_writes_to_ten_strangers_a_day() {
    let app = TestApp::start().await;
    let (mut first, address, secret) = employer_with_secret(&app).await;
    let id = address.split('/').nth(2).unwrap().parse().unwrap();
    stand(&app, id, Standing::Unverified).await;
    for n in 0..10 {
        first.done(&format!("{address}/invite"), &invitation(&format!("02055551{n:03}"), "no")).await;
        // Taking an invitation back makes no room for another letter.
        let page = first.open(&address).await;
        let id = page.attributes(&format!("form[action='{address}/withdraw'] input[name=id]"), "value");
        first.done(&format!("{address}/withdraw"), &[("id", &id[0])]).await;
    }
    let page = first.submit(&format!("{address}/invite"), &invitation(SECOND, "no")).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("or were sent today"), "{}", page.main_text());
    assert_eq!(app.short_messages().await.iter().filter(|(to, _)| to == SECOND).count(), 0);
    app.days_pass(1);
    first.sign_in(FIRST, &secret).await;
    let page = first.submit(&format!("{address}/invite"), &invitation(SECOND, "no")).await;
    assert!(page.main_text().contains("The invitation was sent."), "{}", page.main_text());
}

/// Whoever looks after a district's office gives neither themselves a role nor anybody the country.
#[tokio::test]
async fn an_office_gives_what_it_reaches_and_to_others() {
    let app = TestApp::start().await;
    let province = app.book().codes.place("01").map(|key| i32::try_from(key.0).unwrap());
    let id = organisation(&app, OrganisationKind::Office, "Office of a province", province).await;
    let mut first = Device::new(&app);
    let own = Seat {
        role: Role::ProvincialOfficer,
        organisation: Some(id),
        area: province.map(Area::Province),
        administers: true,
    };
    first.strong(FIRST, &own).await;
    let invite = format!("/organisation/{id}/members/invite");
    let fields =
        |contact, role| [("contact", contact), ("role", role), ("area", "01"), ("administers", "no")];
    for (fields, said) in [
        (fields(FIRST, "complaint_handler"), "given by somebody else"),
        (fields(SECOND, "licence_officer"), "needs a district or province"),
        (fields(SECOND, "overseas_officer"), "needs a district or province"),
    ] {
        let page = first.submit(&invite, &fields).await;
        assert_eq!(page.status, 422);
        assert!(page.main_text().contains(said), "{}", page.main_text());
    }
    first.done(&invite, &fields(SECOND, "complaint_handler")).await;
}

#[tokio::test]
async fn members_and_invitations_of_another_organisation_are_not_touched_from_the_own() {
    let app = TestApp::start().await;
    let (mut own, address) = employer(&app).await;
    let other = organisation(&app, OrganisationKind::Employer, "Another Brewery", None).await;
    let mut rival = Device::new(&app);
    let member = rival.strong(SECOND, &seat(Role::EmployerUser, Some(other), true)).await.to_string();
    let theirs = format!("/organisation/{other}/members");
    rival.done(&format!("{theirs}/invite"), &invitation(THIRD, "no")).await;
    let link = link_for(&app, THIRD).await;
    let withdraw = format!("form[action='{theirs}/withdraw'] input[name=id]");
    let invited = rival.open(&theirs).await.attributes(&withdraw, "value");
    let before = rival.open(&theirs).await.main_text();
    for (path, id) in [
        (format!("{address}/end"), &member),
        (format!("{address}/keep"), &member),
        (format!("{address}/withdraw"), &invited[0]),
        (format!("{theirs}/end"), &member),
        (format!("{theirs}/withdraw"), &invited[0]),
        ("/me/roles/leave".to_owned(), &member),
    ] {
        let page = own.submit(&path, &[("id", id)]).await;
        assert_eq!(page.status, 404, "{path}: {}", page.main_text());
    }
    assert_eq!(rival.open(&theirs).await.main_text(), before, "everybody is still there");
    let mut third = Device::new(&app);
    third.register(THIRD).await;
    assert_eq!(third.open(&link).await.status, 200, "and may still come");
}

#[tokio::test]
async fn an_invitation_that_is_shown_on_the_own_page_is_accepted_there() {
    let app = TestApp::start().await;
    let (mut first, address) = employer(&app).await;
    first.done(&format!("{address}/invite"), &invitation(SECOND, "no")).await;
    link_for(&app, SECOND).await;
    let mut second = Device::new(&app);
    second.register(SECOND).await;
    let shown = second.open("/me").await.link("Lao Brewery invites you");
    let page = second.submit(&shown, &[]).await;
    assert!(page.main_text().contains("You took the role."), "{}", page.main_text());
    assert_eq!(second.submit(&shown, &[]).await.status, 404, "it works once");
    for key in ["0190f3c4-7b2e-7c3a-9f00-000000000001", "ຊື່", "%27%20or%201=1"] {
        assert_eq!(second.open(&format!("/invitations/{key}")).await.status, 404, "{key}");
    }
}
