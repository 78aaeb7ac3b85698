//! Letters that were given up are read and sent again; those that wait are taken back.

use super::{admin, trail};
use axum::http::StatusCode;
use server::mail::commands::enqueue;
use server::mail::list;
use server::mail::{Letter, Recipient, Said, Status};
use tests::{Postgres, TestApp};

/// A letter to an address that the server refuses for good is read with its reason, and sent again.
async fn a_dead_letter_is_read_and_sent_again(app: &TestApp) {
    app.settle().await;
    let mut keeper = admin(app).await;
    let database = &app.platform().database;
    let letter = Letter {
        recipient: Recipient::Email("nobody@example.la".to_owned()),
        language: views::Locale::English,
        said: Said::AlreadyRegistered,
        account: None,
        expires_at: Some(app.now()),
    };
    let transaction = database.begin().await.unwrap();
    let id = enqueue(&transaction, &letter, "https://viak.example", app.now()).await.unwrap();
    transaction.commit().await.unwrap();
    app.seconds_pass(60);
    let (_told, ended) = tokio::sync::watch::channel(false);
    app.platform().mail_worker().send_due(server::mail::Channel::Email, &ended).await.unwrap();
    let dead = list::newest(database, Some(Status::Dead), 10).await.unwrap();
    assert_eq!(dead.len(), 1, "it came too late");

    let page = keeper.open("/admin/messages").await;
    let seen = page.main_text();
    assert!(seen.contains("Given up (1)") && seen.contains("What the server said"), "{seen}");
    assert!(!seen.contains("nobody@example.la"), "the address is masked: {seen}");
    let id = id.to_string();
    let page = keeper.submit("/admin/messages/resend", &[("id", &id)]).await;
    assert!(page.main_text().contains("1 will be sent again"), "{}", page.main_text());
    let again = keeper.submit("/admin/messages/resend", &[("id", &id)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "it waits already");
    let page = keeper.submit("/admin/messages/withdraw", &[("kind", "already_registered")]).await;
    assert!(page.main_text().contains("1 were taken back"), "{}", page.main_text());
    let said = trail(app, "message", &id).await;
    assert_eq!(said.len(), 2, "{said:?}");

    for wrong in ["018f0000-0000-7000-8000-000000000000", "1 or 1=1", ""] {
        let page = keeper.submit("/admin/messages/resend", &[("id", wrong)]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    let page = keeper.submit("/admin/messages/test", &[("contact", "nowhere")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.body().matches("value=\"nowhere\"").count(), 1, "what was typed stays");
    let page = keeper.submit("/admin/messages/test", &[("contact", "ops@example.la")]).await;
    assert!(page.main_text().contains("The test waits"), "{}", page.main_text());
    assert_eq!(list::newest(database, Some(Status::Waiting), 10).await.unwrap()[0].kind, "test");
}

#[tokio::test]
async fn a_dead_letter_is_read_and_sent_again_on_sqlite() {
    a_dead_letter_is_read_and_sent_again(&TestApp::start().await).await;
}

#[tokio::test]
async fn a_dead_letter_is_read_and_sent_again_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    a_dead_letter_is_read_and_sent_again(&TestApp::start_on(cluster.url()).await).await;
}
