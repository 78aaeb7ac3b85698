//! Vacancies that organisations post: checked, public, held, decided about.

mod employer_posts;
mod officers;
mod scam;
mod steps;

use server::access::model::{Role, Seat};
use server::audit::By;
use server::ids::OrganisationId;
use server::organisations::model::{OrganisationKind, Standing};
use server::rules::commands::confirm_all;
use std::collections::BTreeMap;
use tests::member::seat;
use tests::{Device, Page, TestApp};

/// What a garment factory types: lawful as it is.
pub(crate) fn sewing() -> BTreeMap<&'static str, String> {
    let fields = [
        ("title", "ຊ່າງຫຍິບ"),
        ("openings", "40"),
        ("place", "01"),
        ("contract", "full_time"),
        ("wage_min", "2.600.000"),
        ("currency", "LAK"),
        ("period", "month"),
        ("hours_a_day", "8"),
        ("days_a_week", "6"),
        ("least_age", "18"),
        ("valid_through", "31/12/2026"),
        ("description", "ຫຍິບເສື້ອຜ້າຢູ່ໂຮງງານ. ມີຫົວໜ້າສອນງານ. ເຮັດວຽກແຕ່ວັນຈັນຫາວັນເສົາ."),
    ];
    fields.map(|(name, value)| (name, value.to_owned())).into()
}

/// The same with other fields.
pub(crate) fn with(changes: &[(&'static str, &str)]) -> BTreeMap<&'static str, String> {
    let mut fields = sewing();
    fields.extend(changes.iter().map(|(name, value)| (*name, (*value).to_owned())));
    fields
}

/// Every rule is confirmed, as in the demonstration; without this nobody has confirmed any that asks for it.
pub(crate) async fn confirmed(app: &TestApp) {
    let by = By::at_command_line();
    confirm_all(&app.platform().database, &by, "a test", app.now()).await.unwrap();
}

/// A verified factory and its member.
pub(crate) async fn factory<'a>(app: &'a TestApp, name: &str, number: &str) -> (Device<'a>, OrganisationId) {
    app.settle().await;
    let id = crate::access::organisation(app, OrganisationKind::Employer, name, None).await;
    crate::advice::stand(app, id, Standing::Verified).await;
    let mut device = Device::new(app);
    device.strong(number, &seat(Role::EmployerUser, Some(id), false)).await;
    (device, id)
}

/// An inspector of a province.
pub(crate) async fn inspector<'a>(app: &'a TestApp, place: &str, number: &str) -> Device<'a> {
    let book = app.book();
    let key = book.codes.place(place).unwrap();
    let area = server::access::model::Area::of(&book, key);
    let office = crate::access::organisation(app, OrganisationKind::Office, "Office", None).await;
    let mut device = Device::new(app);
    let seat = Seat { role: Role::Inspector, organisation: Some(office), area, administers: false };
    device.strong(number, &seat).await;
    device
}

/// Types a vacancy and stores it; its own page's address.
pub(crate) async fn written(
    device: &mut Device<'_>,
    id: OrganisationId,
    fields: &BTreeMap<&'static str, String>,
) -> String {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let own = [("sec-fetch-site", "same-origin")];
    let page = device.send(&format!("/organisation/{id}/vacancies/new"), &fields, &own).await;
    assert_eq!(page.status, 303, "{}", page.main_text());
    page.header("location").split('?').next().unwrap().to_owned()
}

/// Takes a step; the page that says what came of it.
pub(crate) async fn step(device: &mut Device<'_>, at: &str, fields: &[(&str, &str)]) -> Page {
    device.submit(at, fields).await
}

/// Takes a step that is taken.
pub(crate) async fn does(device: &mut Device<'_>, at: &str, fields: &[(&str, &str)]) {
    device.done(at, fields).await;
}

/// Where the public page of a vacancy is, by the address of its own page.
pub(crate) fn public(own: &str) -> String {
    format!("/jobs/{}", own.rsplit('/').next().unwrap())
}
