//! Consents, as those meet them who give them and those who ask for them.

mod asked;
mod bad_input;
mod page;
mod stops;

use crate::access::organisation;
use sea_orm::{ActiveValue::Set, EntityTrait};
use server::access::model::{Audience, Grant, Permission, Reach, Role};
use server::accounts::commands::find;
use server::audit::model::Origin;
use server::clock::days_after;
use server::consent::commands::{AskError, Asker, Asking, ask};
use server::db::entities::organisation as row;
use server::ids::{AccountId, ConsentRequestId, OrganisationId, PersonId};
use server::organisations::model::{OrganisationKind, Standing};
use server::people::store::by_ids_for;
use std::collections::BTreeSet;
use tests::{Device, TestApp};

pub(crate) const WORKER: &str = "+8562056781234";
const OTHER: &str = "+8562056782345";
pub(crate) const ASKER: &str = "+8562056783456";
const REASON: &str = "We look for welders and would like to call you.";
const LINK: &str = "https://viak.example/me/consents";

/// Somebody with an account and the first step of a profile.
pub(crate) async fn worker<'a>(app: &'a TestApp, number: &str) -> (Device<'a>, PersonId) {
    let mut device = Device::new(app);
    device.register(number).await;
    device.done("/me/profile/name", &[("given", "ບຸນມີ"), ("family", "ແກ້ວມະນີ")]).await;
    device.done("/me/profile/place", &[("what", "reach"), ("phone", number)]).await;
    device.done("/me/profile/visibility", &[("visibility", "anonymous")]).await;
    let person = person_of(app, number).await;
    (device, person)
}

pub(crate) async fn account_of(app: &TestApp, number: &str) -> AccountId {
    find(app.platform().database.reader(), &number.parse().unwrap()).await.unwrap().expect("an account")
}

async fn person_of(app: &TestApp, number: &str) -> PersonId {
    let account = account_of(app, number).await;
    let reader = app.platform().database.reader();
    server::people::commands::records::of_account(reader, account).await.unwrap().expect("a profile")
}

/// An employer that is verified for a year.
pub(crate) async fn employer(app: &TestApp, name: &str) -> OrganisationId {
    verified(app, OrganisationKind::Employer, name).await
}

/// An organisation that is verified for a year.
pub(crate) async fn verified(app: &TestApp, kind: OrganisationKind, name: &str) -> OrganisationId {
    let id = organisation(app, kind, name, None).await;
    let transaction = app.platform().database.begin().await.unwrap();
    let verified = row::ActiveModel {
        id: Set(id),
        standing: Set(Standing::Verified),
        verified_until: Set(Some(days_after(app.platform().clock.today(), 365))),
        ..Default::default()
    };
    row::Entity::update(verified).exec(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    id
}

/// Somebody who may see people for an organisation.
pub(crate) async fn asker(app: &TestApp, organisation: OrganisationId) -> Asker {
    let contact = ASKER.parse().unwrap();
    let found = find(app.platform().database.reader(), &contact).await.unwrap();
    let account = if let Some(account) = found {
        account
    } else {
        Device::new(app).register(ASKER).await;
        account_of(app, ASKER).await
    };
    let reach = Reach { organisations: BTreeSet::from([organisation]), ..Reach::default() };
    let grant = Grant {
        permission: Permission::SeePeople,
        role: Role::EmployerUser,
        audience: Some(Audience::Employer),
        reach,
    };
    Asker::of(&grant, account, organisation).expect("the grant reaches the organisation")
}

/// Asks to be let see what employers are shown.
pub(crate) async fn asks(
    app: &TestApp,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<ConsentRequestId, AskError> {
    let asker = asker(app, organisation).await;
    let origin = Origin::default();
    let asking = Asking {
        database: &app.platform().database,
        origin: &origin,
        base_url: "https://viak.example",
        link: LINK,
        at: app.now(),
    };
    ask(asking, &asker, person, ("share_employer", REASON)).await
}

/// Whether an organisation is let see somebody today.
pub(crate) async fn is_seen(app: &TestApp, organisation: OrganisationId, person: PersonId) -> bool {
    let reader = app.platform().database.reader();
    let today = app.platform().clock.today();
    let rows = by_ids_for(reader, &[person], Some((&[organisation].into(), today))).await.unwrap();
    rows.iter().any(|row| !row.consented.are_none())
}
