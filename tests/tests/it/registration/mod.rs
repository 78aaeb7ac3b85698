//! People whom helpers register, their cards, and how records become somebody's own.

mod bad_input;
mod cards;
mod claims;
mod consented;
mod documents;
mod hidden;
mod once;
mod story;

use crate::access::organisation;
use server::access::model::{Area, Role, Seat};
use server::organisations::model::OrganisationKind;
use tests::{Device, Page, TestApp};

/// The helper's phone.
const HELPER: &str = "+8562055510001";
/// A phone that a family shares.
const SHARED: &str = "+8562055512378";

/// The district with a code, as an area.
fn district(app: &TestApp, code: &str) -> Area {
    let book = app.book();
    let key = |place: search::PlaceKey| i32::try_from(place.0).unwrap();
    let chain = book.chain(book.codes.place(code).unwrap());
    Area::District { province: key(chain.province.unwrap()), district: key(chain.district.unwrap()) }
}

/// A helper of a district who is signed in.
pub(crate) async fn helper<'a>(app: &'a TestApp, number: &str, code: &str) -> Device<'a> {
    let mut device = Device::new(app);
    device.register(number).await;
    let office = organisation(app, OrganisationKind::Office, &format!("Office of {number}"), None).await;
    let area = Some(district(app, code));
    app.give(number, &Seat { role: Role::ProxyHelper, organisation: Some(office), area, administers: false })
        .await;
    device
}

/// What is typed of a woman with one name, of whom the year of birth is known, and who shares a phone.
pub(crate) fn record(key: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("key", key),
        ("given", "ຄຳ"),
        ("birth_year", "1984"),
        ("sex", "female"),
        ("district", "1301"),
        ("village", "ບ້ານ ໂພນໄຊ"),
        ("phone_of", "shared"),
        ("phone", "020 5551 2378"),
        ("work", "ຊ່າງຕັດຫຍິບ\nຊາວນາ"),
        ("skills", "ເຊື່ອມໄຟຟ້າ"),
        ("speaks_lo", "yes"),
        ("reads", "not_at_all"),
        ("heard_in", "lo"),
        ("heard", "played"),
        ("version", "1"),
        ("witness", "ນາງ ແສງ"),
        ("agreed", "yes"),
    ]
}

/// The same with other values in some fields.
fn with(
    mut fields: Vec<(&'static str, &'static str)>,
    other: &[(&'static str, &'static str)],
) -> Vec<(&'static str, &'static str)> {
    fields.retain(|(name, _)| other.iter().all(|(held, _)| held != name));
    fields.extend_from_slice(other);
    fields
}

pub(crate) const KEY: &str = "6f0c1a52-6d6e-4f2b-9d3a-0d7a6a3b1c01";

/// Sends a record as the queue of a browser does, from the page that is open: saved by whoever is signed in.
pub(crate) async fn queued(device: &mut Device<'_>, fields: &[(&str, &str)]) -> Page {
    let owner = owner(device).await;
    saved_by(&owner, device, fields).await
}

/// Sends a record as the queue of a browser does that this helper saved.
async fn saved_by(owner: &str, device: &mut Device<'_>, fields: &[(&str, &str)]) -> Page {
    let fields: Vec<_> = fields.iter().copied().chain([("owner", owner)]).collect();
    device.send("/helper/records", &fields, &[("sec-fetch-site", "same-origin")]).await
}

/// By which name a page keeps the records of whoever is signed in; none where nobody is.
async fn owner(device: &mut Device<'_>) -> String {
    let page = device.look("/helper/register").await;
    page.attributes("#offline", "data-owner").pop().unwrap_or_default()
}

/// Makes a card on the page of a registration; its number and PIN.
pub(crate) async fn card(device: &mut Device<'_>, record: &str) -> (String, String) {
    let page = device.submit(&format!("{record}/card"), &[]).await;
    let lines = page.texts(".pin-card dd");
    assert_eq!(lines.len(), 4, "{}", page.main_text());
    (lines[1].clone(), lines[2].clone())
}
