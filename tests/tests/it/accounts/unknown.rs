//! Does an answer cost as much, and take as long, where there is no account? Work is counted; no clock decides but the one
//! that says how long an answer waited at least.

use super::{PASSWORD, PHONE, sign_up};
use std::net::IpAddr;
use std::time::{Duration, Instant};
use tests::{Device, TestApp};

/// A contact that nobody has.
const NOBODY: &str = "020 9999 8888";
/// How long an answer waits that would be quicker for who does not exist.
const AT_LEAST: Duration = Duration::from_millis(250);

/// What an answer cost: passwords hashed or compared, and how long it took.
async fn cost(app: &TestApp, turn: u8, path: &str, contact: &str) -> (u64, Duration) {
    let fields = [("contact", contact), ("new_password", PASSWORD), ("password", "wrong but long enough")];
    let mut device = Device::at(app, IpAddr::from([198, 51, 100, turn]));
    let (before, begun) = (app.platform().hashing.runs(), Instant::now());
    let page = device.send(path, &fields, &[("sec-fetch-site", "same-origin")]).await;
    let took = begun.elapsed();
    assert!([303, 422].contains(&page.status.as_u16()), "{path}: {}", page.status);
    (app.platform().hashing.runs() - before, took)
}

#[tokio::test]
async fn an_answer_costs_as_many_passwords_where_there_is_no_account() {
    let app = TestApp::start().await;
    sign_up(&app, &mut Device::new(&app), PHONE).await;
    for (path, runs) in [("/sign-in", 1), ("/sign-up", 1), ("/sign-in/code", 0), ("/recover", 0)] {
        for turn in 0..2 {
            for contact in [PHONE.0, NOBODY] {
                assert_eq!(cost(&app, turn, path, contact).await.0, runs, "{path} {contact}");
            }
        }
    }
}

#[tokio::test]
async fn an_answer_that_writes_to_somebody_or_to_nobody_waits_for_its_time() {
    let app = TestApp::start().await;
    sign_up(&app, &mut Device::new(&app), PHONE).await;
    for path in ["/sign-up", "/sign-in/code", "/recover"] {
        for contact in [PHONE.0, NOBODY] {
            let (_, took) = cost(&app, 1, path, contact).await;
            assert!(took >= AT_LEAST, "{path} {contact} was answered after {took:?}");
        }
    }
}
