//! Two alerts without an account: the link of each opens it, and no other.

use super::{Asker, Key};
use crate::alerts::{asked, letters, link};
use tests::{Device, TestApp};

/// Whoever has the link of an alert, beside the key of another with the own signature.
pub(super) async fn with_links(app: &TestApp) -> Vec<Asker<'_>> {
    app.settle().await;
    let mut keys = Vec::new();
    for contact in ["a@example.la", "b@example.la"] {
        asked(app, "q=welder", contact, "daily").await;
        let path = link(&letters(app).await[0]);
        let parts: Vec<&str> = path.split('/').collect();
        keys.push(Key { third: parts[3].to_owned(), ..Key::of(parts[2]) });
    }
    let (other, own) = (keys.pop().unwrap(), keys.pop().unwrap());
    let mixed = Key { third: own.third.clone(), ..other };
    vec![Asker { device: Device::new(app), own, others: vec![mixed] }]
}
