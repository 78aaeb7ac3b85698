//! Organisations, as founders, officers and strangers meet them.

mod addresses;
mod kinds;
mod many;
mod names;
mod operated;
mod story;

use server::access::model::{Area, Role, Seat};
use server::ids::OrganisationId;
use server::organisations::commands::{Doer, Narrowed, add_office, listed};
use server::organisations::model::{Identity, OrganisationKind};
use tests::{Device, TestApp};

const FOUNDER: &str = "+8562056781234";
const OFFICER: &str = "+8562056782345";
const ELSEWHERE: &str = "+8562056783456";

/// A browser with the secret of the device that reckons its codes.
struct Strong<'a> {
    device: Device<'a>,
    secret: String,
    phone: &'static str,
}

impl<'a> Strong<'a> {
    /// Somebody new, with a second factor shown.
    async fn new(app: &'a TestApp, phone: &'static str) -> Self {
        let mut device = Device::new(app);
        device.register(phone).await;
        let secret = device.strengthen().await;
        app.short_messages().await;
        Self { device, secret, phone }
    }

    /// Somebody new who has a role over a district.
    async fn officer(app: &'a TestApp, phone: &'static str, district: &str) -> Self {
        let strong = Self::new(app, phone).await;
        appoint(app, phone, district).await;
        strong
    }

    /// Signs in again: a session lives for a month.
    async fn sign_in_again(&mut self) {
        self.device.sign_in(self.phone, &self.secret).await;
    }
}

/// Makes somebody an officer of a district.
async fn appoint(app: &TestApp, phone: &str, district: &str) {
    let area = Area::of(&app.book(), app.book().codes.place(district).unwrap()).unwrap();
    let office = office(app, area).await;
    let seat = Seat {
        role: Role::DistrictOfficer,
        organisation: Some(office),
        area: Some(area),
        administers: false,
    };
    app.give(phone, &seat).await;
}

async fn office(app: &TestApp, area: Area) -> OrganisationId {
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
    add_office(&app.platform().database, &Doer::at_command_line(), &identity, app.now()).await.unwrap()
}

/// Founds an employer in a district; returns its key.
async fn founded(app: &TestApp, founder: &mut Strong<'_>, (name, district): (&str, &str)) -> OrganisationId {
    let fields = [
        ("kind", "employer"),
        ("name", name),
        ("registration_no", "01-00012345"),
        ("tax_no", "123456789-000"),
        ("district", district),
        ("isic", "F"),
    ];
    founder.device.done("/organisations/new", &fields).await;
    let kind = Some(OrganisationKind::Employer);
    let all = listed(app.platform().database.reader(), Narrowed { kind, standing: None }).await.unwrap();
    all.iter().find(|of| of.name == name).expect("it was founded").id
}

/// Brings both papers of an employer.
async fn bring_papers(founder: &mut Strong<'_>, id: OrganisationId) {
    for (kind, number) in [("enterprise_registration", "0100012345"), ("tax_certificate", "123456789000")] {
        let fields = [("kind", kind), ("number", number), ("issued_on", "2026-01-05")];
        founder.device.done(&format!("/organisation/{id}/evidence"), &fields).await;
    }
}
