//! People before a vacancy, people who applied, and members of two organisations with an application each.

use super::{Asker, Key, facing};
use crate::hiring::{MEMBER, OTHER, SEEKER, Works, applies, seeker, works};
use tests::TestApp;

/// Somebody who can apply, before a vacancy that takes applications.
pub(super) async fn before_a_vacancy(app: &TestApp) -> Vec<Asker<'_>> {
    let held = works(app, "one", "Mekong Works", MEMBER).await;
    let (device, _) = seeker(app, SEEKER).await;
    vec![Asker { device, own: Key::of(&held.vacancy), others: Vec::new() }]
}

fn key(path: &str) -> Key {
    Key::of(path.rsplit('/').next().unwrap_or_default())
}

/// Two who applied for one vacancy.
pub(super) async fn who_applied(app: &TestApp) -> Vec<Asker<'_>> {
    let held = works(app, "one", "Mekong Works", MEMBER).await;
    let mut all = Vec::new();
    for number in [SEEKER, OTHER] {
        let (mut device, _) = seeker(app, number).await;
        let path = applies(&mut device, held.vacancy).await;
        all.push((device, key(&path)));
    }
    let (other, one) = (all.pop().unwrap(), all.pop().unwrap());
    facing(one, other)
}

/// Members of two organisations, to each of which somebody applied; also with parts of the key of each other.
pub(super) async fn who_hire(app: &TestApp) -> Vec<Asker<'_>> {
    let one = works(app, "one", "Mekong Works", MEMBER).await;
    let other = works(app, "other", "Lao Brewery", "+8562055551002").await;
    let mut all = Vec::new();
    for (held, number) in [(one, SEEKER), (other, OTHER)] {
        let (mut seeking, _) = seeker(app, number).await;
        let path = applies(&mut seeking, held.vacancy).await;
        let Works { device, id, vacancy } = held;
        all.push((device, Key { third: key(&path).id, ..Key::with(&id, &vacancy) }));
    }
    let (other, one) = (all.pop().unwrap(), all.pop().unwrap());
    let mixed = [
        Key { inner: other.1.inner.clone(), third: other.1.third.clone(), ..one.1.clone() },
        Key { inner: one.1.inner.clone(), third: one.1.third.clone(), ..other.1.clone() },
    ];
    let mut askers = facing(one, other);
    for asker in &mut askers {
        asker.others.extend(mixed.clone());
    }
    askers
}
