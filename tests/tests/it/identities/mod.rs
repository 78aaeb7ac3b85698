//! Who is who, as people and officers meet it.

mod consents;
mod documents;
mod hostile;
mod judged;
mod linked;
mod merged;
mod merged_changed;
mod numbers;
mod rotated;

use server::access::model::{Area, Role, Seat};
use server::identities::commands::follow::look;
use server::organisations::commands::{Doer, add_office};
use server::organisations::model::{Identity, OrganisationKind};
use tests::{Device, TestApp};

const SOMXAY: &str = "+8562056780001";
const AGAIN: &str = "+8562056780002";
const FIRST: &str = "+8562056780011";
const SECOND: &str = "+8562056780012";

/// Somebody with a profile: given and family name, day of birth; lives in district 1301.
pub(crate) async fn person<'a>(
    app: &'a TestApp,
    phone: &str,
    (given, family): (&str, &str),
    day: &str,
) -> Device<'a> {
    let mut device = Device::new(app);
    device.register(phone).await;
    let name = [
        ("given", given),
        ("family", family),
        ("birth_day", day),
        ("birth_month", "3"),
        ("birth_year", "1987"),
        ("sex", "male"),
    ];
    device.done("/me/profile/name", &name).await;
    let place = [("what", "district"), ("province", "13"), ("district", "1301")];
    device.done("/me/profile/place", &place).await;
    app.seconds_pass(1);
    device
}

/// An officer of a district, signed in with a second factor.
pub(crate) async fn officer<'a>(app: &'a TestApp, phone: &str, district: &str) -> Device<'a> {
    let area = Area::of(&app.book(), app.book().codes.place(district).unwrap()).unwrap();
    let Area::District { province, district } = area else { panic!("{area:?} is no district") };
    let identity = Identity {
        kind: OrganisationKind::Office,
        name: "ຫ້ອງການແຮງງານ".parse().unwrap(),
        latin_name: None,
        registration_no: None,
        tax_no: None,
        country: None,
        province: Some(province),
        district: Some(district),
        in_zone: false,
    };
    let database = &app.platform().database;
    let office = add_office(database, &Doer::at_command_line(), &identity, app.now()).await.unwrap();
    let seat = Seat {
        role: Role::DistrictOfficer,
        organisation: Some(office),
        area: Some(area),
        administers: false,
    };
    let mut device = Device::new(app);
    device.strong(phone, &seat).await;
    device
}

/// Lets the platform look for people who may be registered twice; returns how many cases it opened.
pub(crate) async fn looked(app: &TestApp) -> usize {
    let (platform, book) = (app.platform(), app.book());
    let mut opened = 0;
    // The first turn notes where it begins.
    for _ in 0..2 {
        let told = ("http://localhost", app.now());
        opened += look((&platform.database, &book), told).await.unwrap();
    }
    opened
}

/// Tells a document.
pub(crate) async fn tell(device: &mut Device<'_>, kind: &str, number: &str) {
    device.done("/me/profile/documents", &[("kind", kind), ("number", number)]).await;
    // What came first has the lower key.
    device.app().seconds_pass(1);
}

/// Where the documents are of the only person whose case waits, or of the other one.
async fn documents_in_queue(officer: &mut Device<'_>, which: usize) -> String {
    let page = officer.open("/officer/duplicates").await;
    let case = page.attributes("h3 a", "href").swap_remove(0);
    officer.open(&case).await.attributes(".pair a", "href").swap_remove(which)
}

/// The keys of the documents on an officer's page that are not verified yet.
async fn unverified(officer: &mut Device<'_>, path: &str) -> Vec<String> {
    officer.open(path).await.attributes("form input[name=id]", "value")
}

/// The key of the passport on such a page, which is not verified yet.
async fn unverified_passport(officer: &mut Device<'_>, path: &str) -> String {
    let page = officer.open(path).await;
    let titles = page.texts(".card:has(form input[name=id]) h3");
    let at = titles.iter().position(|title| title.starts_with("Passport"));
    let at = at.unwrap_or_else(|| panic!("no passport: {titles:?}"));
    page.attributes("form input[name=id]", "value").swap_remove(at)
}

/// Two records of one man, and the address of their case.
pub(crate) async fn two_records<'a>(
    app: &'a TestApp,
    officer: &mut Device<'_>,
) -> (Device<'a>, Device<'a>, String) {
    let mut one = person(app, SOMXAY, ("ສົມໄຊ", "ແກ້ວວົງ"), "5").await;
    let mut other = person(app, AGAIN, ("ສົມໄຊ", "ແກ້ວວົງ"), "5").await;
    tell(&mut one, "household_book", "HB-1234567").await;
    tell(&mut other, "household_book", "hb 1234567").await;
    assert_eq!(looked(app).await, 1);
    let page = officer.open("/officer/duplicates").await;
    let case = page.attributes("h3 a", "href").swap_remove(0);
    (one, other, case)
}

/// What an officer says about a case.
pub(crate) async fn say(officer: &mut Device<'_>, case: &str, judgement: &str) -> tests::Page {
    officer.submit(case, &[("judgement", judgement), ("reason", "saw both cards")]).await
}
