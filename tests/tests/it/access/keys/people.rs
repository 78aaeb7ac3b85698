//! People with what is theirs: consents, what they are asked, and invitations.

use super::{Asker, Key, facing};
use crate::access::invitations::link_for;
use crate::access::organisation;
use crate::consent::{asks, employer, worker};
use server::access::model::Role;
use server::ids::OrganisationId;
use server::organisations::model::OrganisationKind;
use tests::member::seat;
use tests::{Device, TestApp};

const ONE: &str = "+8562056781234";
const OTHER: &str = "+8562056782345";
const INVITER: &str = "+8562056783001";

/// Somebody whom an organisation asks, and the key of what it asks.
async fn asked<'a>(app: &'a TestApp, number: &str, by: OrganisationId) -> (Device<'a>, Key) {
    let (device, person) = worker(app, number).await;
    let request = asks(app, by, person).await.unwrap();
    (device, Key::of(&request))
}

pub(super) async fn who_are_asked(app: &TestApp) -> Vec<Asker<'_>> {
    let by = employer(app, "Lao Brewery").await;
    facing(asked(app, ONE, by).await, asked(app, OTHER, by).await)
}

async fn consented<'a>(app: &'a TestApp, number: &str, to: OrganisationId) -> (Device<'a>, Key) {
    let (mut device, request) = asked(app, number, to).await;
    let answer = [("answer", "yes"), ("ends", "2027-02-20")];
    device.done(&request.address("/me/consent-requests/{id}"), &answer).await;
    let page = device.open("/me/consents").await;
    let given = page.attributes("#live ~ ul h3 a", "href").swap_remove(0);
    (device, Key::of(given.rsplit('/').next().unwrap()))
}

pub(super) async fn who_consented(app: &TestApp) -> Vec<Asker<'_>> {
    let to = employer(app, "Lao Brewery").await;
    facing(consented(app, ONE, to).await, consented(app, OTHER, to).await)
}

async fn invited<'a>(app: &'a TestApp, inviter: &mut Device<'_>, to: (&str, &str)) -> (Device<'a>, Key) {
    let (address, number) = to;
    let mut device = Device::new(app);
    device.register(number).await;
    let fields = [("contact", number), ("role", "employer_user"), ("administers", "no")];
    inviter.done(&format!("{address}/invite"), &fields).await;
    let link = link_for(app, number).await;
    (device, Key::of(link.rsplit('/').next().unwrap()))
}

pub(super) async fn who_are_invited(app: &TestApp) -> Vec<Asker<'_>> {
    let id = organisation(app, OrganisationKind::Employer, "Lao Brewery", None).await;
    let mut inviter = Device::new(app);
    inviter.strong(INVITER, &seat(Role::EmployerUser, Some(id), true)).await;
    let address = format!("/organisation/{id}/members");
    let one = invited(app, &mut inviter, (&address, ONE)).await;
    facing(one, invited(app, &mut inviter, (&address, OTHER)).await)
}
