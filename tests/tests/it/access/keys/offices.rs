//! Those who work for an area or for the platform, with what is there for them.

use super::{Asker, Key, facing};
use crate::consent::{account_of, worker};
use crate::identities::{looked, officer, person, tell};
use crate::registration::{KEY, helper, queued, record};
use server::access::model::Role;
use tests::member::seat;
use tests::{Device, TestApp};

/// Somebody of each area and whoever works there: the area, the province, numbers.
const AREAS: [(&str, &str, [&str; 3]); 2] = [
    ("1301", "13", ["+8562056781301", "+8562056781302", "+8562056781303"]),
    ("0101", "01", ["+8562056780101", "+8562056780102", "+8562056780103"]),
];

async fn moves(device: &mut Device<'_>, (district, province): (&str, &str)) {
    let place = [("what", "district"), ("province", province), ("district", district)];
    device.done("/me/profile/place", &place).await;
}

/// Somebody of each area who hides and has told a document, before its officer.
pub(super) async fn of_inhabitants(app: &TestApp) -> Vec<Asker<'_>> {
    let mut held = Vec::new();
    for (district, province, [number, at_work, _]) in AREAS {
        let (mut device, id) = worker(app, number).await;
        moves(&mut device, (district, province)).await;
        device.done("/me/profile/visibility", &[("visibility", "hidden")]).await;
        tell(&mut device, "household_book", &format!("HB {district}99")).await;
        let mut officer = officer(app, at_work, district).await;
        let page = officer.open(&format!("/officer/people/{id}/documents")).await;
        let document = page.attributes("form input[name=id]", "value").swap_remove(0);
        held.push((officer, Key::with(&id, &document)));
    }
    let (other, one) = (held.pop().unwrap(), held.pop().unwrap());
    facing(one, other)
}

/// Two records of each area that may be of one person, before its officer.
pub(super) async fn of_cases(app: &TestApp) -> Vec<Asker<'_>> {
    let people = [(("ສົມໄຊ", "ແກ້ວວົງ"), "5", "HB-1234567"), (("ບຸນມີ", "ໄຊຍະວົງ"), "17", "HB-7654321")];
    for ((district, province, [one, other, _]), (name, day, book)) in AREAS.into_iter().zip(people) {
        for number in [one, other] {
            let mut device = person(app, number, name, day).await;
            moves(&mut device, (district, province)).await;
            tell(&mut device, "household_book", book).await;
        }
    }
    assert_eq!(looked(app).await, 2, "a pair in each area");
    let mut held = Vec::new();
    for (district, _, [.., at_work]) in AREAS {
        let mut officer = officer(app, at_work, district).await;
        let listed = officer.open("/officer/duplicates").await.attributes("h3 a", "href");
        let [case] = listed.as_slice() else { panic!("{listed:?}") };
        held.push((officer, Key::of(case.rsplit('/').next().unwrap())));
    }
    let (other, one) = (held.pop().unwrap(), held.pop().unwrap());
    facing(one, other)
}

/// A registration in each area, before its helper.
pub(super) async fn of_registrations(app: &TestApp) -> Vec<Asker<'_>> {
    let mut held = Vec::new();
    let keys = [KEY, "6f0c1a52-6d6e-4f2b-9d3a-0d7a6a3b1c99"];
    for ((district, _, [.., at_work]), key) in AREAS.into_iter().zip(keys) {
        let mut helper = helper(app, at_work, district).await;
        let mut fields = record(key);
        fields.retain(|(name, _)| *name != "district");
        fields.push(("district", district));
        let answer = queued(&mut helper, &fields).await;
        let href = answer.json()["href"].as_str().unwrap_or_else(|| panic!("{}", answer.body())).to_owned();
        held.push((helper, Key::of(href.rsplit('/').next().unwrap())));
    }
    let (other, one) = (held.pop().unwrap(), held.pop().unwrap());
    facing(one, other)
}

async fn keeper(app: &TestApp) -> Device<'_> {
    let mut device = Device::new(app);
    device.strong("+8562056783001", &seat(Role::SystemAdmin, None, false)).await;
    device
}

/// Whoever keeps the platform, before an account: all are there for them.
pub(super) async fn of_accounts(app: &TestApp) -> Vec<Asker<'_>> {
    let [_, _, number] = AREAS[0].2;
    Device::new(app).register(number).await;
    let own = Key::of(&account_of(app, number).await);
    vec![Asker { device: keeper(app).await, own, others: Vec::new() }]
}

/// Whoever keeps the platform, before what electricians are called.
pub(super) async fn of_labels(app: &TestApp) -> Vec<Asker<'_>> {
    let mut device = keeper(app).await;
    let page = device.open("/admin/labels/occupation/7411").await;
    let name = page.attributes("form[action$=retire] input[name=id]", "value").pop().unwrap();
    vec![Asker { device, own: Key::with("7411", &name), others: Vec::new() }]
}
