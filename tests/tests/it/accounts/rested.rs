//! Sessions that nobody uses: how long those of officers live, and those of everybody else.

use server::access::model::Role;
use server::audit::{self, Filter};
use tests::member::seat;
use tests::{Device, Postgres, TestApp};

const OFFICER: &str = "+8562055550021";
const SEEKER: &str = "+8562055550022";
/// How long whoever keeps the platform going may rest, in seconds.
const WORKING_DAY: i64 = 4 * 3_600;

async fn a_seat_that_asks_for_two_factors_is_left_over_night_on(app: TestApp) {
    let (mut officer, mut seeker) = (Device::new(&app), Device::new(&app));
    officer.strong(OFFICER, &seat(Role::SystemAdmin, None, false)).await;
    seeker.register(SEEKER).await;
    let secret = seeker.strengthen().await;
    app.seconds_pass(WORKING_DAY - 60);
    assert_eq!(officer.open("/admin/roles").await.status, 200, "it was used within half a day");
    app.seconds_pass(WORKING_DAY - 60);
    assert_eq!(officer.open("/admin/roles").await.status, 200, "and again, from the last use on");
    app.seconds_pass(WORKING_DAY);
    let mut stolen = officer.stolen();
    assert_eq!(officer.open("/admin/roles").await.heading(), "Sign in");
    assert_eq!(stolen.open("/me/account").await.heading(), "Sign in", "it has ended for good");
    assert_eq!(seeker.open("/me/account").await.heading(), "My account", "who has no such seat stays");
    app.days_pass(13);
    assert_eq!(seeker.open("/me/account").await.heading(), "My account");
    let events = audit::listed(app.platform().database.reader(), &Filter::default(), 500).await.unwrap();
    let ended = events.iter().filter(|event| event.action == "signed_out").count();
    assert_eq!(ended, 1, "that it ended stands in the trail once");
    seeker.done("/sign-out", &[]).await;
    seeker.sign_in(SEEKER, &secret).await;
}

#[tokio::test]
async fn a_session_of_whoever_keeps_the_platform_going_lasts_a_day_however_much_it_is_used() {
    let app = TestApp::start().await;
    let mut officer = Device::new(&app);
    officer.strong(OFFICER, &seat(Role::SystemAdmin, None, false)).await;
    let page = officer.open("/me/account").await.main_text();
    assert!(page.contains("after 4 hours without use, and 24 hours after signing in"), "{page}");
    for hour in 1..24 {
        app.seconds_pass(3_600);
        assert_eq!(officer.open("/admin/roles").await.status, 200);
        assert_eq!(officer.path, "/admin/roles", "hour {hour}");
    }
    app.seconds_pass(3_600);
    assert_eq!(officer.open("/admin/roles").await.heading(), "Sign in");
    let mut seeker = Device::new(&app);
    seeker.register(SEEKER).await;
    let page = seeker.open("/me/account").await.main_text();
    assert!(page.contains("after 14 days without use, and 30 days after signing in"), "{page}");
}

#[tokio::test]
async fn a_seat_that_asks_for_two_factors_is_left_over_night() {
    a_seat_that_asks_for_two_factors_is_left_over_night_on(TestApp::start().await).await;
}

#[tokio::test]
async fn a_seat_that_asks_for_two_factors_is_left_over_night_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    a_seat_that_asks_for_two_factors_is_left_over_night_on(TestApp::start_on(postgres.url()).await).await;
}
