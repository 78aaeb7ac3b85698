//! People as others see them: found, opened, shown for a purpose, and alarms.

mod alarms;
mod asked;
mod classes;
mod machines;
mod named;
mod person;
mod search;
mod sights;

use crate::access::organisation;
use server::access::model::{Area, Role, Seat};
use server::ids::OrganisationId;
use server::organisations::model::OrganisationKind;
use server::people::draft::PersonDraft;
use server::people::model::{BirthPrecision, Visibility};
use tests::drafts::{Hashed, day, person};
use tests::{Device, Page, TestApp};

/// The phone of everybody in the town.
const PHONE: &str = "+8562055512378";

/// Somebody with a name, a birth date and a phone.
fn somebody(app: &TestApp, key: &str, (isco, place): (&str, &str), visibility: Visibility) -> PersonDraft {
    let mut draft = person(app, key, &format!("{key} at work"), isco, place);
    draft.identity.given_name = Some(format!("Given{key}"));
    draft.identity.family_name = Some("ແກ້ວມະນີ".to_owned());
    draft.identity.latin_name = None;
    draft.identity.birth = Some((day(1998, 3, 12), BirthPrecision::Day));
    draft.identity.phone = Some(PHONE.to_owned());
    draft.visibility = visibility;
    draft.hashed()
}

/// Welders in two districts of a province and in another province, hidden and not, and an open cook.
async fn town(app: &TestApp) {
    let welder = |key, place, visibility| somebody(app, key, ("7212", place), visibility);
    let people = [
        welder("anon", "1301", Visibility::Anonymous),
        welder("hidden", "1301", Visibility::Hidden),
        welder("neighbour", "1302", Visibility::Hidden),
        welder("far", "0101", Visibility::Anonymous),
        somebody(app, "cook", ("5120", "1301"), Visibility::Open),
    ];
    app.register("town", &people).await;
    app.settle().await;
}

fn district(app: &TestApp, code: &str) -> Area {
    Area::of(&app.book(), app.book().codes.place(code).unwrap()).unwrap()
}

/// An officer of a district.
async fn officer<'a>(app: &'a TestApp, number: &str, code: &str) -> Device<'a> {
    let office = organisation(app, OrganisationKind::Office, "Office", None).await;
    let area = Some(district(app, code));
    let role = if code.len() == 2 { Role::ProvincialOfficer } else { Role::DistrictOfficer };
    let seat = Seat { role, organisation: Some(office), area, administers: false };
    let mut device = Device::new(app);
    device.strong(number, &seat).await;
    device
}

/// A member of an employer.
pub(crate) async fn employer<'a>(app: &'a TestApp, number: &str) -> (Device<'a>, OrganisationId) {
    let id = organisation(app, OrganisationKind::Employer, "Mekong Works", None).await;
    let seat = Seat { role: Role::EmployerUser, organisation: Some(id), area: None, administers: false };
    let mut device = Device::new(app);
    device.strong(number, &seat).await;
    (device, id)
}

/// Titles of those who are listed.
fn listed(page: &Page) -> Vec<String> {
    let mut titles = page.texts("#found ~ ul h3");
    titles.sort();
    titles
}

/// Where the one leads who is listed with a text.
fn page_of(page: &Page, text: &str) -> String {
    let cards = page.texts("#found ~ ul .card");
    let at = cards.iter().position(|card| card.contains(text)).unwrap_or_else(|| panic!("{cards:?}"));
    page.attributes("#found ~ ul h3 a", "href").swap_remove(at)
}
