//! How an owner wants to be written to: chosen, kept, honoured; and what was sent.

use super::{PASSWORD, PHONE, sign_up};
use crate::mail::{send, worker};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use server::db::entities::{account, audit_event, message, notice_setting};
use server::mail::{Channel, Letter, Recipient, Said, Status, enqueue};
use tests::{Device, MailServer, Page, Postgres, TestApp};
use views::Locale;

const PAGE: &str = "/me/account/notices";

/// The form as a browser sends it.
async fn choose(device: &mut Device<'_>, language: &str, from: &str, to: &str) -> Page {
    let fields = [("channel", ""), ("language", language), ("quiet_from", from), ("quiet_to", to)];
    device.submit(PAGE, &fields).await
}

/// The same, which is taken.
async fn chosen(device: &mut Device<'_>, language: &str, from: &str, to: &str) {
    let page = choose(device, language, from, to).await;
    assert_eq!((page.status.as_u16(), device.path.as_str()), (200, "/me/account/notices?done=notices"));
}

async fn the_account(app: &TestApp) -> account::Model {
    account::Entity::find().one(app.platform().database.reader()).await.unwrap().unwrap()
}

/// Writes `said` to the one account's phone.
async fn write(app: &TestApp, said: Said, expires_at: Option<DateTime<Utc>>) {
    let letter = Letter {
        recipient: Recipient::Phone(PHONE.1.to_owned()),
        language: Locale::English,
        said,
        account: Some(the_account(app).await.id.as_uuid()),
        expires_at,
    };
    let transaction = app.platform().database.begin().await.unwrap();
    enqueue(&transaction, &letter, "https://viak.example", app.now()).await.unwrap();
    transaction.commit().await.unwrap();
}

fn invitation() -> Said {
    let text = str::to_owned;
    let (organisation, inviter) = (text("Mekong Works"), text("Anong"));
    Said::Invitation { organisation, inviter, link: text("https://viak.example/i/1") }
}

fn code() -> Said {
    Said::SignInCode { code: "482913".to_owned() }
}

async fn sent_texts(app: &TestApp) -> Vec<String> {
    app.short_messages().await.into_iter().map(|(_, text)| text).collect()
}

async fn settings_are_chosen_kept_and_recorded_on(app: TestApp) {
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    let reader = app.platform().database.reader();
    let page = device.open(PAGE).await;
    assert_eq!((page.status.as_u16(), page.heading()), (200, "Messages to you".to_owned()));
    assert!(page.attributes("select", "name").iter().all(|name| name != "channel"), "there is one contact");
    assert!(notice_setting::Entity::find().one(reader).await.unwrap().is_none(), "a row comes with a choice");
    let page = choose(&mut device, "vi", "22:00", "6:30").await;
    assert_eq!(page.texts("[role=status]"), ["Your settings were saved."]);
    assert_eq!(page.field("Quiet hours begin").1, "22:00");
    assert_eq!(page.field("Quiet hours end").1, "06:30");
    assert_eq!(page.attributes("select[name=language] option[selected]", "value"), ["vi"]);
    let account = device.open("/me/account").await;
    assert!(account.main_text().contains("Tiếng Việt; quiet from 22:00 to 06:30"), "{}", account.main_text());
    assert_eq!(the_account(&app).await.language, "vi");
    app.seconds_pass(1);
    chosen(&mut device, "vi", "", "").await;
    chosen(&mut device, "vi", "", "").await;
    let kept = notice_setting::Entity::find().one(reader).await.unwrap().unwrap();
    assert_eq!((kept.channel, kept.quiet_from, kept.quiet_to), (None, None, None));
    let changes = audit_event::Entity::find().filter(audit_event::Column::Action.eq("changed"));
    let changes = changes.order_by_asc(audit_event::Column::Id).all(reader).await.unwrap();
    let personal: Vec<String> = changes.into_iter().map(|event| event.personal.unwrap()).collect();
    assert_eq!(personal.len(), 2, "what changes nothing leaves no trace: {personal:?}");
    assert!(personal[0].contains(r#"["language","quiet_hours"]"#), "{personal:?}");
    assert!(personal[1].contains(r#"["quiet_hours"]"#), "{personal:?}");
}

#[tokio::test]
async fn settings_are_chosen_kept_and_recorded() {
    settings_are_chosen_kept_and_recorded_on(TestApp::start().await).await;
}

#[tokio::test]
async fn settings_are_chosen_kept_and_recorded_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    settings_are_chosen_kept_and_recorded_on(TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test]
async fn wrong_times_are_told_at_their_fields_and_what_was_typed_stays() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    let page = choose(&mut device, "xx", "<b>late", "").await;
    assert_eq!((page.status.as_u16(), page.texts("[role=alert] li").len()), (422, 3), "{}", page.main_text());
    assert_eq!(page.field("Quiet hours begin").1, "<b>late");
    assert!(!page.body().contains("<b>late"));
    assert_eq!(page.attributes("[autofocus]", "name"), ["language"]);
    let page = choose(&mut device, "en", "06:00", "6.00").await;
    let said = "Quiet hours end: The hours have to end at another time than they begin.";
    assert_eq!(page.texts("[role=alert] li"), [said]);
    let fields = [("channel", "email"), ("language", "en")];
    let page = device.submit(PAGE, &fields).await;
    assert_eq!(page.status, 422, "there is no mailbox to write to");
    let mut stranger = Device::new(&app);
    assert_eq!(stranger.open(PAGE).await.heading(), "Sign in");
    assert_eq!(choose(&mut stranger, "en", "", "").await.heading(), "Sign in");
}

async fn what_can_wait_waits_for_the_end_of_quiet_hours_on(app: TestApp) {
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    // It is seven in the morning.
    chosen(&mut device, "en", "22:00", "08:30").await;
    write(&app, invitation(), None).await;
    write(&app, code(), None).await;
    write(&app, invitation(), Some(app.now() + TimeDelta::minutes(90))).await;
    let texts = sent_texts(&app).await;
    assert!(texts.iter().any(|text| text.starts_with("482913")), "a code comes at any hour: {texts:?}");
    assert_eq!(texts.len(), 2, "what would be too late comes too: {texts:?}");
    let page = device.open(PAGE).await;
    let waits = "Waits: to be sent from 22/11/2026, 08:30";
    assert!(page.main_text().contains(waits), "{}", page.main_text());
    app.seconds_pass(90 * 60 - 1);
    assert_eq!(sent_texts(&app).await.len(), 0);
    app.seconds_pass(1);
    assert_eq!(sent_texts(&app).await.len(), 1, "the hours have ended");
    assert!(!device.open(PAGE).await.main_text().contains("Waits"));
}

#[tokio::test]
async fn what_can_wait_waits_for_the_end_of_quiet_hours() {
    what_can_wait_waits_for_the_end_of_quiet_hours_on(TestApp::start().await).await;
}

#[tokio::test]
async fn what_can_wait_waits_for_the_end_of_quiet_hours_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    what_can_wait_waits_for_the_end_of_quiet_hours_on(TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test]
async fn hours_that_are_chosen_later_count_for_what_waits_already() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    write(&app, invitation(), None).await;
    chosen(&mut device, "en", "22:00", "08:30").await;
    write(&app, code(), None).await;
    assert_eq!(sent_texts(&app).await.len(), 1, "the code alone");
    let held = message::Entity::find().filter(message::Column::Kind.eq("invitation"));
    let held = held.one(app.platform().database.reader()).await.unwrap().unwrap();
    assert_eq!((held.status, held.attempts, held.claimed_by), (Status::Waiting, 0, None));
    assert_eq!(held.next_attempt_at, app.now() + TimeDelta::minutes(90));
}

#[tokio::test]
async fn what_was_sent_is_listed_twenty_a_page_without_codes_in_the_page_s_language() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    for _ in 0..25 {
        write(&app, code(), None).await;
    }
    let page = device.open(PAGE).await;
    assert_eq!(page.texts(".card").len(), 20);
    assert!(!page.body().contains("482913") && !page.body().contains("5678"), "neither codes nor numbers");
    assert_eq!(page.texts(".card strong")[0], "A code to sign in");
    assert!(
        page.texts(".card .concept")[0].starts_with("Short message to +856 20 *** **34, written 22/11/2026")
    );
    assert_eq!(page.texts("nav.pages p"), ["Page 1 of 2"]);
    let older = page.attributes("nav.pages a[rel=next]", "href").remove(0);
    let page = device.open(&older).await;
    assert_eq!(page.texts(".card").len(), 5, "the code that was sent at the sign-up belonged to nobody yet");
    assert_eq!(page.attributes("nav.pages a", "rel"), ["prev"]);
    assert!(device.open(&format!("{PAGE}?lang=vi")).await.texts(".card")[0].starts_with("Mã để đăng nhập"));
    assert_eq!(device.open(&format!("{PAGE}?page=3")).await.status, 404);
    assert_eq!(device.open(&format!("{PAGE}?page=4294967295")).await.status, 404);
    assert_eq!(device.open(&format!("{PAGE}?page=18446744073709551615")).await.status, 404);
    let mut other = Device::at(&app, [192, 0, 2, 7].into());
    sent_texts(&app).await;
    sign_up(&app, &mut other, ("020 5678 9999", "+8562056789999")).await;
    assert!(other.open(PAGE).await.texts(".card").is_empty(), "nobody sees another's");
}

/// The code that waits for a mailbox.
async fn code_in_letter(app: &TestApp) -> String {
    let waiting = message::Entity::find().filter(message::Column::Status.eq(Status::Waiting));
    let letters = waiting.all(app.platform().database.reader()).await.unwrap();
    let text = letters.iter().find_map(|letter| letter.text.as_deref()).unwrap();
    let code = text.lines().find(|line| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit()));
    code.unwrap().to_owned()
}

async fn take_contact(app: &TestApp, device: &mut Device<'_>, contact: &str) {
    device.done("/me/account/contact", &[("contact", contact), ("password", PASSWORD)]).await;
    let code = code_in_letter(app).await;
    device.done("/code", &[("code", &code)]).await;
}

#[tokio::test]
async fn an_address_that_takes_nothing_is_shown_to_its_owner_until_it_is_confirmed_again() {
    let Some(server) = MailServer::start() else { return };
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    take_contact(&app, &mut device, "nobody@example.la").await;
    let fails = "Our letters to this address have come back since 22/11/2026.";
    assert!(!device.open("/me/account").await.main_text().contains(fails));
    assert_eq!(send(&worker(&app, &server.in_the_open())).await, 1, "the code, which the server refuses");
    let page = device.open("/me").await;
    assert!(page.main_text().contains(fails), "{}", page.main_text());
    let page = device.open("/me/account").await;
    assert!(page.texts(".known .problem").concat().starts_with(fails), "{}", page.main_text());
    take_contact(&app, &mut device, "nobody@example.la").await;
    assert_eq!(device.open("/me/account").await.texts(".known .problem").len(), 0, "confirmed again");
    assert!(!device.open("/me").await.main_text().contains(fails));
}

#[tokio::test]
async fn letters_go_where_their_owner_chose_but_not_where_they_come_back() {
    let Some(server) = MailServer::start() else { return };
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    take_contact(&app, &mut device, "nobody@example.la").await;
    let id = the_account(&app).await.id;
    let reader = app.platform().database.reader();
    let channel = async || {
        let addressee = server::accounts::commands::addressee(reader, id).await.unwrap().unwrap();
        (addressee.recipient.channel(), addressee.language)
    };
    assert_eq!(channel().await, (Channel::Sms, Locale::English), "where nothing is chosen");
    device.done(PAGE, &[("channel", "email"), ("language", "lo")]).await;
    assert_eq!(channel().await, (Channel::Email, Locale::Lao));
    send(&worker(&app, &server.in_the_open())).await;
    assert_eq!(channel().await, (Channel::Sms, Locale::Lao), "letters come back");
}
