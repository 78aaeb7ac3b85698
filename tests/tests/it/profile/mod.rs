//! The profile that people keep themselves, as its owner meets it.

mod bad_input;
mod changed;
mod renewal;
mod schools;
mod shown;
mod story;
mod upload;

use crate::accounts::{PHONE, sign_up};
use tests::{Device, TestApp};

/// A browser of somebody who has just signed up.
async fn owner(app: &TestApp) -> Device<'_> {
    let mut device = Device::new(app);
    sign_up(app, &mut device, PHONE).await;
    device
}

/// Says who somebody is, where, what it did and can do, and what it looks for.
async fn fill(device: &mut Device<'_>) {
    let name = [
        ("given", "ບຸນມີ"),
        ("family", "ແກ້ວມະນີ"),
        ("latin", "Bounmy Keomany"),
        ("birth_day", "12"),
        ("birth_month", "3"),
        ("birth_year", "1998"),
        ("sex", "male"),
    ];
    device.done("/me/profile/name", &name).await;
    let place = [("what", "district"), ("province", "13"), ("district", "1301")];
    device.done("/me/profile/place", &place).await;
    device
        .done("/me/profile/place", &[("what", "reach"), ("phone", PHONE.0), ("email", "b@example.la")])
        .await;
    add_job(device).await;
    let school =
        [("level", "certificate_3"), ("field", "071"), ("school", "Secret School"), ("finished", "yes")];
    device.done("/me/profile/education", &school).await;
    device.done("/me/profile/skills", &[("what", "add"), ("skill", "arc-welding")]).await;
    let language = [("language", "en"), ("level", "3"), ("test", "TOEIC"), ("score", "600")];
    device.done("/me/profile/languages", &language).await;
    let licence = [("licence", "welder"), ("number", "LA 77"), ("until", "31/12/2027")];
    device.done("/me/profile/licences", &licence).await;
    let wishes = [("headline", "ຊ່າງເຊື່ອມໂຄງເຫຼັກ"), ("wage", "3.500.000"), ("currency", "LAK")];
    device.done("/me/profile/wishes", &wishes).await;
}

/// Adds a job as a welder, and says which occupation it was.
async fn add_job(device: &mut Device<'_>) {
    let job = [
        ("title", "welder"),
        ("employer", "Secret Works"),
        ("from", "03/2021"),
        ("until", "02/2024"),
        ("tasks", "boilers of sugar mills"),
    ];
    let page = device.submit("/me/profile/experience", &job).await;
    assert_eq!(page.heading(), "Work experience", "{}", page.main_text());
    assert!(page.texts("h2").iter().any(|heading| heading == "Which occupation is “welder”?"));
    let id = page.attributes("#occupation ~ ul input[name=id]", "value").swap_remove(0);
    let proposed = page.attributes("#occupation ~ ul input[name=occupation]", "value");
    assert!(proposed.iter().any(|code| code == "7212"), "{proposed:?}");
    let confirm = [("what", "confirm"), ("id", id.as_str()), ("occupation", "7212")];
    device.done("/me/profile/experience", &confirm).await;
}
