//! What a device shows that signed in before: as long as it counts, strangers cannot lock its owner out.

use super::{PASSWORD, PHONE, sign_in, sign_up};
use std::net::IpAddr;
use tests::{Device, TestApp};

const OTHER_PASSWORD: &str = "rain on the tin roof again";

/// Strangers use up the passwords that are tried for the contact from devices nobody knows.
async fn lock_strangers_out(app: &TestApp) {
    for guess in 0..10_u8 {
        let mut stranger = Device::at(app, IpAddr::from([198, 51, guess, 7]));
        let (status, _) = sign_in(&mut stranger, PHONE.0, "a guess that is long enough").await;
        assert!(matches!(status, 422 | 429), "{status}");
    }
}

/// Whether the device is told from strangers.
async fn is_known(device: &mut Device<'_>, password: &str) -> bool {
    let (status, said) = sign_in(device, PHONE.0, password).await;
    assert!(status == 200 || said.contains("Too many tries"), "{said}");
    status == 200
}

#[tokio::test]
async fn a_new_password_ends_the_marks_of_all_other_devices() {
    let app = TestApp::start().await;
    let (mut owner, mut laptop) = (Device::new(&app), Device::new(&app));
    sign_up(&app, &mut owner, PHONE).await;
    assert_eq!(sign_in(&mut laptop, PHONE.0, PASSWORD).await.0, 200);
    app.seconds_pass(1);
    let told = app.short_messages().await.len();
    let before = owner.stolen();
    let fields = [("password", PASSWORD), ("new_password", OTHER_PASSWORD)];
    owner.done("/me/account/password", &fields).await;
    assert_eq!(app.short_messages().await.len(), told + 1, "of the new password alone, of no new device");
    assert_ne!(owner.cookie("__Host-viak"), before.cookie("__Host-viak"), "its session is another one");
    for mut ended in [laptop.stolen(), before.stolen()] {
        assert_eq!(ended.open("/me/account").await.heading(), "Sign in");
    }
    lock_strangers_out(&app).await;
    assert!(!is_known(&mut laptop, OTHER_PASSWORD).await);
    assert!(!is_known(&mut before.stolen(), OTHER_PASSWORD).await);
    assert!(is_known(&mut owner, OTHER_PASSWORD).await, "the device of the change goes on");
    assert_eq!(owner.open("/me/account").await.heading(), "My account");
}

#[tokio::test]
async fn a_mark_ends_a_year_after_its_last_sign_in() {
    let app = TestApp::start().await;
    let mut owner = Device::new(&app);
    sign_up(&app, &mut owner, PHONE).await;
    let first = owner.stolen();
    app.days_pass(200);
    lock_strangers_out(&app).await;
    assert!(is_known(&mut owner, PASSWORD).await);
    app.days_pass(200);
    lock_strangers_out(&app).await;
    assert!(!is_known(&mut first.stolen(), PASSWORD).await, "400 days after its last sign-in");
    assert!(is_known(&mut owner, PASSWORD).await, "200 days after its last sign-in");
}
