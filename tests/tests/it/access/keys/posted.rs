//! Members of two organisations that each posted a vacancy, and officers of two provinces before one each.

use super::{Asker, Key, facing};
use crate::posting::{does, factory, inspector, sewing, with, written};
use tests::TestApp;

fn id(at: &str) -> String {
    at.rsplit('/').next().unwrap_or_default().to_owned()
}

/// Members of two organisations, each with a draft.
pub(super) async fn who_post(app: &TestApp) -> Vec<Asker<'_>> {
    let mut all = Vec::new();
    for (name, number) in [("First Works", "+8562055551001"), ("Second Works", "+8562055551002")] {
        let (mut device, organisation) = factory(app, name, number).await;
        let at = written(&mut device, organisation, &sewing()).await;
        all.push((device, Key::with(&organisation, &id(&at))));
    }
    let (other, one) = (all.pop().unwrap(), all.pop().unwrap());
    let mixed = [
        Key { inner: other.1.inner.clone(), ..one.1.clone() },
        Key { inner: one.1.inner.clone(), ..other.1.clone() },
    ];
    let mut askers = facing(one, other);
    for asker in &mut askers {
        asker.others.extend(mixed.clone());
    }
    app.settle().await;
    askers
}

/// Officers of two provinces, in each of which a vacancy waits.
pub(super) async fn who_review(app: &TestApp) -> Vec<Asker<'_>> {
    let mut all = Vec::new();
    for (place, number, officer) in
        [("01", "+8562055551001", "+8562055559001"), ("13", "+8562055551002", "+8562055559002")]
    {
        let (mut device, organisation) = factory(app, &format!("Works {place}"), number).await;
        let fields = with(&[("place", place), ("least_age", "16")]);
        let at = written(&mut device, organisation, &fields).await;
        does(&mut device, &at, &[("step", "submit")]).await;
        all.push((inspector(app, place, officer).await, Key::of(&id(&at))));
    }
    let (other, one) = (all.pop().unwrap(), all.pop().unwrap());
    app.settle().await;
    facing(one, other)
}
