//! Whoever keeps the platform going, and the accounts of the demonstration.

mod board;
mod demo;
mod homes;
mod labels;
mod messages;
mod users;

use server::access::model::Role;
use server::audit;
use tests::member::seat;
use tests::{Device, TestApp};

/// The number of whoever keeps the platform going.
const NUMBER: &str = "+8562055510001";

/// Somebody who keeps the platform going, signed in with a second factor.
pub(crate) async fn admin(app: &TestApp) -> Device<'_> {
    let mut device = Device::new(app);
    device.strong(NUMBER, &seat(Role::SystemAdmin, None, false)).await;
    device
}

/// What the trail says of a thing: actions with their reasons.
async fn trail(app: &TestApp, kind: &str, key: &str) -> Vec<(String, String)> {
    let reader = app.platform().database.reader();
    let all = audit::listed(reader, &audit::Filter::default(), 1_000).await.unwrap();
    let of = all.into_iter().filter(|event| event.subject == kind).filter_map(|event| {
        let personal = event.personal?;
        (personal.subject == key).then_some((event.action, personal.reason))
    });
    of.collect()
}
