//! Organisations, as founders, officers and strangers meet them.

mod addresses;
mod names;
mod operated;
mod story;

use crate::accounts::{PASSWORD, second_factor, sign_up};
use server::access::commands::{Giver, grant};
use server::access::model::{Area, Role, Seat};
use server::ids::OrganisationId;
use server::organisations::commands::{Doer, Narrowed, add_office, listed};
use server::organisations::model::{Identity, OrganisationKind};
use tests::{Device, TestApp};

/// A phone as it is typed, and as it is reached.
type Phone = (&'static str, &'static str);

const FOUNDER: Phone = ("020 5678 1234", "+8562056781234");
const OFFICER: Phone = ("020 5678 2345", "+8562056782345");
const ELSEWHERE: Phone = ("020 5678 3456", "+8562056783456");

/// A browser with the secret of the device that reckons its codes.
struct Strong<'a> {
    device: Device<'a>,
    secret: String,
    phone: Phone,
}

impl<'a> Strong<'a> {
    /// Somebody new, with a second factor shown.
    async fn new(app: &'a TestApp, phone: Phone) -> Self {
        let mut device = Device::new(app);
        sign_up(app, &mut device, phone).await;
        let secret = device.open("/me/account/second-step").await.texts("p code").concat().replace(' ', "");
        let code = second_factor::code(app, &secret);
        let fields = [("code", &*code), ("password", PASSWORD)];
        device.done("/me/account/second-step", &fields).await;
        app.short_messages().await;
        Self { device, secret, phone }
    }

    /// Somebody new who has a role over a district.
    async fn officer(app: &'a TestApp, phone: Phone, district: &str) -> Self {
        let strong = Self::new(app, phone).await;
        appoint(app, phone, district).await;
        strong
    }

    /// Signs in again: a session lives for a month.
    async fn sign_in_again(&mut self, app: &TestApp) {
        let fields = [("contact", self.phone.0), ("password", PASSWORD)];
        self.device.done("/sign-in", &fields).await;
        let code = second_factor::code(app, &self.secret);
        self.device.done("/code", &[("code", &*code)]).await;
    }
}

/// Makes somebody an officer of a district.
async fn appoint(app: &TestApp, phone: Phone, district: &str) {
    let area = Area::of(&app.book(), app.book().codes.place(district).unwrap()).unwrap();
    let office = office(app, area).await;
    let seat = Seat {
        role: Role::DistrictOfficer,
        organisation: Some(office),
        area: Some(area),
        administers: false,
    };
    let contact = phone.1.parse().unwrap();
    let giver = Giver::at_command_line();
    grant(&app.platform().database, &giver, &contact, &seat, (app.now(), None)).await.unwrap();
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
