//! A server that never answers holds up nobody else, and what was broken off is not mixed up with what follows.

use super::{SENDER, code, plain, row, send, settings, worker, write, write_to};
use server::clock::Clock;
use server::db::Database;
use server::mail::post::Post;
use server::mail::worker::Worker;
use server::mail::{Letter, Recipient, Said, Status};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tests::{MailServer, Server, TestApp};
use views::Locale;

#[tokio::test]
async fn a_silent_server_holds_up_neither_short_messages_nor_the_end_of_the_process() {
    let Some(mail) = MailServer::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let route = mail.in_the_open();
    let mut server = Server::started(folder.path(), &["--mail", &route, "--mail-from", SENDER]);
    server.until_ready(Duration::from_mins(1));
    let database = Database::open_sqlite(folder.path()).await.unwrap();
    let now = Clock::system().now();
    write_to(&database, &code("stalls@example.la"), now).await;
    mail.until("rcpt stalls@");
    let message = Letter {
        recipient: Recipient::Phone("+8562055512378".to_owned()),
        language: Locale::Lao,
        said: Said::Recovery { code: "482913".to_owned() },
        account: None,
        expires_at: None,
    };
    let id = write_to(&database, &message, now).await;
    let file = folder.path().join(format!("sms/{id}.json"));
    let begun = Instant::now();
    while !file.exists() {
        assert!(begun.elapsed() < Duration::from_secs(20), "no message while the mail server is silent");
        std::thread::sleep(Duration::from_millis(20));
    }
    let sent: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert_eq!(sent["to"], "+8562055512378");
    assert_eq!(sent["id"], id.to_string());
    assert!(sent["text"].as_str().unwrap().starts_with("482913 "), "{sent}");
    let begun = Instant::now();
    assert!(server.end(), "it ends well");
    assert!(begun.elapsed() < Duration::from_secs(20), "it did not wait for the silent server");
}

#[tokio::test]
async fn a_conversation_that_was_broken_off_is_not_continued_by_the_next_letter() {
    let Some(server) = MailServer::start() else { return };
    let app = TestApp::start().await;
    let post = Post::open(&settings(&app, &server.in_the_open())).unwrap();
    let post = Arc::new(post.with_patience(Duration::from_secs(1)));
    let impatient = Worker { post, ..app.platform().mail_worker() };
    let first = write(&app, &plain("first@example.la")).await;
    assert_eq!(send(&impatient).await, 1, "now a connection is kept");
    let stalled = write(&app, &plain("stalls@example.la")).await;
    assert_eq!(send(&impatient).await, 1);
    let next = write(&app, &plain("next@example.la")).await;
    assert_eq!(send(&impatient).await, 1);
    for (id, status) in [(first, Status::Sent), (stalled, Status::Waiting), (next, Status::Sent)] {
        assert_eq!(row(&app, id).await.status, status);
    }
    assert!(row(&app, stalled).await.last_error.unwrap().contains("no answer in time"));
    let recipients: Vec<String> = server.kept().into_iter().map(|kept| kept.recipient).collect();
    assert_eq!(recipients, ["first@example.la", "next@example.la"]);
}

/// Letters that a process sends at once, each on a connection of its own.
const AT_ONCE: usize = 8;

#[tokio::test]
async fn many_letters_go_through_connections_that_are_used_again() {
    let Some(server) = MailServer::start() else { return };
    let app = TestApp::start().await;
    let worker = worker(&app, &server.in_the_open());
    for number in 0..50 {
        write(&app, &plain(&format!("a{number}@example.la"))).await;
    }
    assert_eq!(send(&worker).await, 50);
    let kept = server.kept();
    let mut ids: Vec<&str> = kept.iter().filter_map(|kept| kept.header("message-id")).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((kept.len(), ids.len()), (50, 50));
    let connections = server.connections_until("kept 50 ");
    assert!((1..=AT_ONCE).contains(&connections), "{connections} connections for 50 letters");
}
