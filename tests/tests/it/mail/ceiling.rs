//! Short messages of a day: administrators are told while some are left, and beyond the last none is sent before the next.

use chrono::DateTime;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use server::access::model::Role;
use server::admin::commands::short_messages::watch;
use server::audit::By;
use server::db::entities::message;
use server::ids::MessageId;
use server::limits::Limits;
use server::mail::Recipient;
use server::mail::commands::try_sending;
use tests::member::seat;
use tests::{Device, TestApp};
use views::Locale;

const SITE: &str = "http://viak.test";
const ADMIN: &str = "+8562055512391";
const NEWCOMER: &str = "+8562055512392";

/// Lets so many short messages more have been sent at this moment.
async fn sent(app: &TestApp, more: u32) {
    let database = &app.platform().database;
    let to = Recipient::Phone("+8562055512399".to_owned());
    let (by, now) = (By::at_command_line(), app.now());
    let id = try_sending(database, &by, (to, Locale::English), (SITE, now)).await.unwrap();
    app.short_messages().await;
    let row = message::Entity::find_by_id(id).one(database.reader()).await.unwrap().unwrap();
    assert!(row.sent_at.is_some());
    let mut rows = (1..more).map(|number| {
        let at = DateTime::from_timestamp(i64::from(number), 0).unwrap();
        let mut another = row.clone().into_active_model().reset_all();
        another.id = Set(MessageId::new(at));
        another
    });
    loop {
        let some: Vec<_> = rows.by_ref().take(500).collect();
        if some.is_empty() {
            return;
        }
        let transaction = database.begin().await.unwrap();
        message::Entity::insert_many(some).exec_without_returning(&transaction).await.unwrap();
        transaction.commit().await.unwrap();
    }
}

#[tokio::test]
async fn administrators_are_told_before_the_last_and_newcomers_are_sent_to_their_mailbox() {
    let app = TestApp::start().await;
    app.settle().await;
    let mut admin = Device::new(&app);
    admin.strong(ADMIN, &seat(Role::SystemAdmin, None, false)).await;
    let limits = Limits::shipped();
    let told = limits.sms_a_day * limits.sms_alarm_percent / 100;
    sent(&app, told - 10).await;
    let database = &app.platform().database;
    assert!(!watch(database, SITE, app.now()).await.unwrap(), "enough are left");
    sent(&app, 10).await;
    assert!(watch(database, SITE, app.now()).await.unwrap());
    let letters = app.short_messages().await;
    assert!(
        letters.iter().any(|(to, text)| to == ADMIN && text.contains("of the day are used")),
        "{letters:?}"
    );
    assert!(!watch(database, SITE, app.now()).await.unwrap(), "once a day");

    let mut newcomer = Device::new(&app);
    newcomer.register(NEWCOMER).await;
    sent(&app, limits.sms_a_day - told).await;
    for path in ["/sign-up", "/sign-in/code", "/recover"] {
        let fields = [("contact", NEWCOMER), ("new_password", tests::member::PASSWORD)];
        let page = Device::new(&app).submit(path, &fields).await;
        assert_eq!(page.status, 422, "{path}");
        assert!(page.main_text().contains("No more short messages"), "{path}: {}", page.main_text());
        assert!(page.body().contains(NEWCOMER), "what was typed stays");
    }
    let by_mail = [("contact", "new@example.la"), ("new_password", tests::member::PASSWORD)];
    let mut other = Device::new(&app);
    other.done("/sign-up", &by_mail).await;
    assert_eq!(other.path, "/code", "a mailbox is written to all the same");

    let to = Recipient::Phone("+8562055512398".to_owned());
    let by = By::at_command_line();
    try_sending(database, &by, (to, Locale::English), (SITE, app.now())).await.unwrap();
    assert!(app.short_messages().await.is_empty(), "it waits");
    app.days_pass(1);
    assert_eq!(app.short_messages().await.len(), 1, "until tomorrow");
}

#[tokio::test]
async fn one_number_is_sent_no_more_than_so_many_codes_a_day() {
    let app = TestApp::start().await;
    app.settle().await;
    let mut owner = Device::new(&app);
    owner.register(NEWCOMER).await;
    let most = Limits::shipped().sms_number_a_day as usize;
    let mut codes = 0;
    for _ in 0..most + 5 {
        app.seconds_pass(1_800);
        let page = owner.submit("/sign-in/code", &[("contact", NEWCOMER)]).await;
        assert_eq!(page.status, 200, "{}", page.main_text());
        codes += app.short_messages().await.iter().filter(|(to, _)| to == NEWCOMER).count();
    }
    assert_eq!(codes, most, "half a day, and a code each half hour");
}
