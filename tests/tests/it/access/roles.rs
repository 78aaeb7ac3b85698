//! Roles are given and taken by whoever keeps the platform going, at a page and at the command line.

use super::invitations::link_for;
use super::organisation;
use server::access::commands::{Giver, grant};
use server::access::model::{Area, Role, Seat};
use server::organisations::model::OrganisationKind;
use tests::member::seat;
use tests::{Device, Said, TestApp, viak};

const ADMIN: &str = "+8562055550011";
const OFFICER: &str = "+8562055550012";

#[tokio::test]
async fn an_administrator_gives_and_takes_roles_and_the_last_one_stays() {
    let app = TestApp::start().await;
    let vientiane = app.book().codes.place("01").unwrap();
    let office =
        organisation(&app, OrganisationKind::Office, "Labour office", i32::try_from(vientiane.0).ok()).await;
    let mut admin = Device::new(&app);
    admin.strong(ADMIN, &seat(Role::SystemAdmin, None, false)).await;
    let mut officer = Device::new(&app);
    officer.register(OFFICER).await;
    let office = office.to_string();
    let fields = |contact, role, area, organisation| {
        [
            ("contact", contact),
            ("role", role),
            ("area", area),
            ("administers", "no"),
            ("organisation", organisation),
        ]
    };
    for (typed, said) in [
        (fields("+8562099999999", "district_officer", "0101", &*office), "Nobody has an account"),
        (fields(OFFICER, "district_officer", "", &*office), "needs a district or province"),
        (fields(OFFICER, "district_officer", "1301", &*office), "needs a district or province"),
        (fields(OFFICER, "district_officer", "0101", "somewhere"), "no such organisation"),
        (fields(OFFICER, "employer_user", "", &*office), "cannot be had"),
        (fields(ADMIN, "district_officer", "0101", &*office), "given by somebody else"),
    ] {
        let page = admin.submit("/admin/roles/grant", &typed).await;
        assert!(page.status == 422 && page.main_text().contains(said), "{}", page.main_text());
    }
    let right = fields(OFFICER, "district_officer", "0101", &*office);
    let page = admin.submit("/admin/roles/grant", &right).await;
    assert!(page.main_text().contains("The role was given."), "{}", page.main_text());
    let page = admin.submit("/admin/roles/grant", &right).await;
    assert!(page.main_text().contains("have this role already"), "{}", page.main_text());
    let page = officer.open("/me").await;
    assert!(page.main_text().contains("district officer, Labour office"), "{}", page.main_text());
    let page = admin.open("/admin/roles").await;
    assert!(!page.main_text().contains("+85620"), "numbers stay covered: {}", page.main_text());
    for id in page.attributes("form[action='/admin/roles/end'] input[name=id]", "value") {
        let page = admin.submit("/admin/roles/end", &[("id", &id)]).await;
        let last = page.main_text().contains("Nobody would be left");
        assert_eq!(page.status.as_u16(), if last { 422 } else { 200 });
    }
    assert!(!officer.open("/me").await.main_text().contains("district officer"));
    let told = app.short_messages().await;
    let of_officer = told.iter().filter(|(to, text)| to == OFFICER && text.contains("a role was taken"));
    assert_eq!(of_officer.count(), 1, "whose role is taken away is told: {told:?}");
    let page = admin.open("/admin/roles").await;
    assert!(
        page.main_text().contains("1 with a role"),
        "the administrator is still there: {}",
        page.main_text()
    );
}

#[tokio::test]
async fn after_a_quarter_it_is_asked_who_still_needs_a_role_of_no_organisation() {
    let app = TestApp::start().await;
    let brewery = organisation(&app, OrganisationKind::Employer, "Lao Brewery", None).await;
    let (mut admin, mut auditor, mut member) = (Device::new(&app), Device::new(&app), Device::new(&app));
    admin.register(ADMIN).await;
    let secret = admin.strengthen().await;
    app.give(ADMIN, &seat(Role::SystemAdmin, None, false)).await;
    auditor.strong("+8562055550013", &seat(Role::Auditor, None, false)).await;
    member.strong(OFFICER, &seat(Role::EmployerUser, Some(brewery), true)).await;
    assert!(!admin.open("/me").await.main_text().contains("to be confirmed"));
    app.days_pass(91);
    admin.sign_in(ADMIN, &secret).await;
    assert!(
        admin.open("/me").await.main_text().contains("2 to be confirmed"),
        "the member's is the employer's"
    );
    let asked =
        |page: &tests::Page| page.attributes("form[action='/admin/roles/keep'] input[name=id]", "value");
    let ids = asked(&admin.open("/admin/roles").await);
    assert_eq!(ids.len(), 2);
    let ended = admin.open("/admin/roles").await;
    let all = ended.attributes("form[action='/admin/roles/end'] input[name=id]", "value");
    let of_employer = all.iter().find(|id| !ids.contains(id)).expect("the employer's member is listed");
    assert_eq!(admin.submit("/admin/roles/keep", &[("id", of_employer)]).await.status, 404);
    assert_eq!(admin.submit("/admin/roles/keep", &[("id", "<b>ຊື່</b>'; --")]).await.status, 404);
    for id in &ids {
        let page = admin.submit("/admin/roles/keep", &[("id", id)]).await;
        assert!(page.main_text().contains("Noted: it is still needed."), "{}", page.main_text());
    }
    assert!(asked(&admin.open("/admin/roles").await).is_empty());
    assert!(!admin.open("/me").await.main_text().contains("to be confirmed"));
}

#[tokio::test]
async fn a_role_ends_at_its_last_moment_and_the_page_is_closed() {
    let app = TestApp::start().await;
    let mut admin = Device::new(&app);
    admin.register(ADMIN).await;
    assert_eq!(admin.open("/admin/roles").await.status, 403);
    admin.strengthen().await;
    let contact = ADMIN.parse().unwrap();
    let until = app.now() + chrono::TimeDelta::hours(1);
    let held = seat(Role::SystemAdmin, None, false);
    let when = (app.now(), Some(until));
    grant(&app.platform().database, &Giver::at_command_line(), &contact, &held, when).await.unwrap();
    assert_eq!(admin.open("/admin/roles").await.status, 200);
    app.seconds_pass(3_600);
    assert_eq!(admin.open("/admin/roles").await.status, 403);
}

#[tokio::test]
async fn a_helpers_role_is_given_for_a_time_and_ends_by_itself() {
    let app = TestApp::start().await;
    let champasak = app.book().codes.place("13").unwrap();
    let office =
        organisation(&app, OrganisationKind::Office, "Office", i32::try_from(champasak.0).ok()).await;
    let office = office.to_string();
    let mut admin = Device::new(&app);
    admin.strong(ADMIN, &seat(Role::SystemAdmin, None, false)).await;
    let mut helper = Device::new(&app);
    helper.register(OFFICER).await;
    let fields = |until| {
        let to = [("contact", OFFICER), ("role", "proxy_helper"), ("area", "1301"), ("administers", "no")];
        [to.as_slice(), &[("organisation", &*office), ("until", until)]].concat()
    };
    for (until, said) in [
        ("", "at most 365 days from today"),
        ("2027-11-23", "at most 365 days from today"),
        ("2026-11-21", "a day that has not passed"),
        ("31/02/2027", "a day that has not passed"),
        ("<b>ມື້ອື່ນ</b>'; --", "a day that has not passed"),
    ] {
        let page = admin.submit("/admin/roles/grant", &fields(until)).await;
        assert!(page.status == 422 && page.main_text().contains(said), "{until}: {}", page.main_text());
        assert_eq!(page.attributes("#until", "value"), [until], "what was typed is kept");
    }
    let page = admin.submit("/admin/roles/grant", &fields("2026-11-23")).await;
    assert!(page.main_text().contains("The role was given."), "{}", page.main_text());
    assert!(page.main_text().contains("Until 23/11/2026"), "{}", page.main_text());
    assert!(helper.open("/me").await.main_text().contains("Until 23/11/2026"));
    assert_eq!(helper.open("/helper").await.status, 200);
    app.days_pass(1);
    assert_eq!(helper.open("/helper").await.status, 200, "the last day counts");
    app.days_pass(1);
    assert_eq!(helper.open("/helper").await.status, 403);
}

#[tokio::test]
async fn whoever_is_invited_as_a_helper_is_one_for_the_longest_time_and_no_longer() {
    let app = TestApp::start().await;
    let champasak = app.book().codes.place("13").unwrap();
    let office =
        organisation(&app, OrganisationKind::Office, "Office", i32::try_from(champasak.0).ok()).await;
    let kaysone = app.book().codes.place("1301").unwrap();
    let area = Area::of(&app.book(), kaysone);
    let mut chief = Device::new(&app);
    let held = Seat { role: Role::DistrictOfficer, organisation: Some(office), area, administers: true };
    chief.strong(ADMIN, &held).await;
    let asked = [("contact", OFFICER), ("role", "proxy_helper"), ("area", "1301"), ("administers", "no")];
    chief.done(&format!("/organisation/{office}/members/invite"), &asked).await;
    let link = link_for(&app, OFFICER).await;
    let mut helper = Device::new(&app);
    helper.register(OFFICER).await;
    helper.done(&link, &[]).await;
    assert!(helper.open("/me").await.main_text().contains("Until 22/11/2027"));
    let members = chief.open(&format!("/organisation/{office}/members")).await;
    assert!(members.main_text().contains("Until 22/11/2027"), "{}", members.main_text());
}

#[tokio::test]
async fn a_session_that_was_stolen_before_the_second_factor_opens_nothing() {
    let app = TestApp::start().await;
    let mut admin = Device::new(&app);
    admin.register(ADMIN).await;
    let mut stolen = admin.stolen();
    admin.strengthen().await;
    app.give(ADMIN, &seat(Role::SystemAdmin, None, false)).await;
    assert_eq!(admin.open("/admin/roles").await.status, 200);
    assert_eq!(stolen.open("/admin/roles").await.heading(), "Sign in");
}

#[test]
fn the_command_line_gives_lists_and_refuses() {
    let folder = tempfile::tempdir().unwrap();
    Said::by(viak(folder.path()).arg("migrate")).done();
    let role = |arguments: &[&str]| Said::by(viak(folder.path()).arg("role").args(arguments));
    let said = role(&["grant", "system_admin", "--to", "020 5555 0011"]);
    assert!(said.code == Some(2) && said.err.contains("they sign up first"), "{}", said.err);
    let said = role(&["grant", "emperor", "--to", "020 5555 0011"]);
    assert!(said.code == Some(2) && said.err.contains("district_officer"), "{}", said.err);
    let said = role(&["grant", "system_admin", "--to", "nobody"]);
    assert!(said.code == Some(2), "{}", said.err);
    assert!(role(&["list"]).out.contains("0 memberships"));
    assert_eq!(role(&["list", "--json"]).out.trim(), "[]");
}
