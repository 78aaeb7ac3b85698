//! Vacancies before anyone and before members of two organisations; people before an employer.

use super::{Asker, Key, facing};
use crate::access::organisation;
use crate::advice;
use crate::consent::worker;
use server::access::model::Role;
use server::organisations::model::{OrganisationKind, Standing};
use tests::drafts::{Hashed, vacancy};
use tests::member::seat;
use tests::{Device, TestApp};

const SHOWN: &str = "+8562056781234";
const HIDDEN: &str = "+8562056782345";
const MEMBERS: [&str; 2] = ["+8562056783001", "+8562056783002"];

/// A stranger and somebody with an account, of whom both read every vacancy.
pub(super) async fn readers(app: &TestApp) -> Vec<Asker<'_>> {
    app.publish("board", &[vacancy(app, "one", "Welder", "7212", "1301")]).await;
    app.settle().await;
    let own = Key::of(&advice::vacancy_id(app, "one").await);
    let mut signed_in = Device::new(app);
    signed_in.register(SHOWN).await;
    let devices = [Device::new(app), signed_in];
    devices.into_iter().map(|device| Asker { device, own: own.clone(), others: Vec::new() }).collect()
}

/// An employer: whoever is shown is there for it, whoever hides is not.
pub(super) async fn before_candidates(app: &TestApp) -> Vec<Asker<'_>> {
    let (_, shown) = worker(app, SHOWN).await;
    let (mut hiding, hidden) = worker(app, HIDDEN).await;
    hiding.done("/me/profile/visibility", &[("visibility", "hidden")]).await;
    let id = organisation(app, OrganisationKind::Employer, "Lao Brewery", None).await;
    let mut device = Device::new(app);
    device.strong(MEMBERS[0], &seat(Role::EmployerUser, Some(id), false)).await;
    vec![Asker { device, own: Key::of(&shown), others: vec![Key::of(&hidden)] }]
}

/// Members of two organisations with a vacancy each, also with the key of the one and the vacancy of the other.
pub(super) async fn with_openings(app: &TestApp) -> Vec<Asker<'_>> {
    let names = ["Mekong Works", "Lao Brewery"];
    let drafts = ["one", "other"].iter().zip(names).map(|(key, employer)| {
        let mut draft = vacancy(app, key, "Welder", "7212", "1301");
        employer.clone_into(&mut draft.employer);
        draft.hashed()
    });
    app.publish("board", &drafts.collect::<Vec<_>>()).await;
    app.settle().await;
    let mut held = Vec::new();
    for ((name, key), number) in names.into_iter().zip(["one", "other"]).zip(MEMBERS) {
        let id = advice::employer(app, name, Standing::Verified).await;
        let device = advice::member(app, number, id).await;
        held.push((device, Key::with(&id, &advice::vacancy_id(app, key).await)));
    }
    let (other, one) = (held.pop().unwrap(), held.pop().unwrap());
    let mixed = [Key::with(&one.1.id, &other.1.inner), Key::with(&other.1.id, &one.1.inner)];
    let mut askers = facing(one, other);
    for asker in &mut askers {
        asker.others.extend(mixed.clone());
    }
    askers
}
