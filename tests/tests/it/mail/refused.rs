//! What a server refuses: tried again at growing pauses, or given up at once, and whose fault it is.

use super::{code, plain, row, send, worker, write};
use chrono::TimeDelta;
use server::audit::By;
use server::mail::commands::{ChangeError, Which, resend};
use server::mail::worker::PAUSES;
use server::mail::{Recipient, Status, undeliverable};
use tests::{MailServer, Postgres, TestApp};

/// A temporary refusal, at RCPT, at the end of DATA and in the middle of it, is tried again once its pause is over.
async fn a_temporary_refusal_is_tried_again(app: &TestApp, server: &MailServer) {
    let worker = worker(app, &server.in_the_open());
    let mut ids = Vec::new();
    for name in ["later", "full", "breaks"] {
        ids.push(write(app, &code(&format!("{name}@example.la"))).await);
    }
    assert_eq!(send(&worker).await, 3);
    for id in &ids {
        let row = row(app, *id).await;
        assert_eq!((row.status, row.attempts), (Status::Waiting, 1), "{:?}", row.last_error);
        assert_eq!(row.next_attempt_at, app.now() + PAUSES[0]);
        assert_eq!((row.claimed_by, row.claimed_until), (None, None));
        assert!(row.last_error.is_some() && row.text.is_some());
    }
    assert!(row(app, ids[0]).await.last_error.unwrap().contains("451"));
    app.seconds_pass(29);
    assert_eq!(send(&worker).await, 0, "it waits");
    server.mend();
    app.seconds_pass(1);
    assert_eq!(send(&worker).await, 3);
    for id in &ids {
        let row = row(app, *id).await;
        assert_eq!((row.status, row.attempts, row.last_error), (Status::Sent, 2, None));
    }
    assert_eq!(server.kept().len(), 3, "each arrived once");
}

#[tokio::test]
async fn a_temporary_refusal_is_tried_again_on_sqlite() {
    let Some(server) = MailServer::start() else { return };
    a_temporary_refusal_is_tried_again(&TestApp::start().await, &server).await;
}

#[tokio::test]
async fn a_temporary_refusal_is_tried_again_on_postgresql() {
    let (Some(server), Some(cluster)) = (MailServer::start(), Postgres::start()) else { return };
    a_temporary_refusal_is_tried_again(&TestApp::start_on(cluster.url()).await, &server).await;
}

#[tokio::test]
async fn after_seven_attempts_a_letter_is_given_up_and_its_code_erased() {
    let Some(server) = MailServer::start() else { return };
    let app = TestApp::start().await;
    let worker = worker(&app, &server.in_the_open());
    let id = write(&app, &code("later@example.la")).await;
    for (number, pause) in PAUSES.iter().enumerate() {
        assert_eq!(send(&worker).await, 1);
        let row = row(&app, id).await;
        assert_eq!((row.status, row.attempts), (Status::Waiting, i32::try_from(number).unwrap() + 1));
        assert_eq!(row.next_attempt_at, app.now() + *pause);
        app.seconds_pass(pause.num_seconds());
    }
    assert_eq!(send(&worker).await, 1);
    let row = row(&app, id).await;
    assert_eq!((row.status, row.attempts, row.text), (Status::Dead, 7, None));
    let recipient = Recipient::Email("later@example.la".to_owned());
    let marked = undeliverable(app.platform().database.reader(), &recipient).await.unwrap();
    assert_eq!(marked, None, "a mailbox that is full for a day is no wrong address");
    let again =
        resend(&app.platform().database, &By::at_command_line(), &Which::These(vec![id]), app.now()).await;
    assert!(matches!(again, Err(ChangeError::Erased(_))), "a code of yesterday opens nothing");
}

/// An address that is refused for good is given up at once and marked; what arrives there later clears it.
async fn a_wrong_address_is_marked_until_something_arrives(app: &TestApp, server: &MailServer) {
    let (worker, database) = (worker(app, &server.in_the_open()), &app.platform().database);
    let id = write(app, &plain("nobody@example.la")).await;
    assert_eq!(send(&worker).await, 1);
    let dead = row(app, id).await;
    assert_eq!((dead.status, dead.attempts), (Status::Dead, 1));
    let error = dead.last_error.unwrap();
    assert!(
        error.contains("550") && error.contains("n***@example.la") && !error.contains("nobody@"),
        "{error}"
    );
    let recipient = Recipient::Email("nobody@example.la".to_owned());
    let marked = undeliverable(database.reader(), &recipient).await.unwrap().unwrap();
    assert_eq!((marked.since, marked.reason), (app.now(), error));
    let other = Recipient::Email("somebody@example.la".to_owned());
    assert_eq!(undeliverable(database.reader(), &other).await.unwrap(), None);
    app.seconds_pass(60);
    write(app, &plain("nobody@example.la")).await;
    assert_eq!(send(&worker).await, 1);
    let still = undeliverable(database.reader(), &recipient).await.unwrap().unwrap();
    assert_eq!(still.since, app.now() - TimeDelta::seconds(60), "the first time stays");
    server.mend();
    assert_eq!(resend(database, &By::at_command_line(), &Which::All, app.now()).await.unwrap(), 2);
    assert_eq!(send(&worker).await, 2);
    assert_eq!(row(app, id).await.status, Status::Sent);
    assert_eq!(undeliverable(database.reader(), &recipient).await.unwrap(), None);
}

#[tokio::test]
async fn a_wrong_address_is_marked_until_something_arrives_on_sqlite() {
    let Some(server) = MailServer::start() else { return };
    a_wrong_address_is_marked_until_something_arrives(&TestApp::start().await, &server).await;
}

#[tokio::test]
async fn a_wrong_address_is_marked_until_something_arrives_on_postgresql() {
    let (Some(server), Some(cluster)) = (MailServer::start(), Postgres::start()) else { return };
    let app = TestApp::start_on(cluster.url()).await;
    a_wrong_address_is_marked_until_something_arrives(&app, &server).await;
}

#[tokio::test]
async fn a_letter_that_is_refused_for_good_is_not_held_against_the_address() {
    let Some(server) = MailServer::start() else { return };
    let app = TestApp::start().await;
    let worker = worker(&app, &server.in_the_open());
    for name in ["spam", "relay"] {
        let address = format!("{name}@example.la");
        let id = write(&app, &plain(&address)).await;
        assert_eq!(send(&worker).await, 1);
        let row = row(&app, id).await;
        assert_eq!((row.status, row.attempts), (Status::Dead, 1), "{name}");
        assert!(row.last_error.unwrap().contains("554"), "{name}");
        let recipient = Recipient::Email(address);
        assert_eq!(
            undeliverable(app.platform().database.reader(), &recipient).await.unwrap(),
            None,
            "{name}"
        );
    }
    assert_eq!(server.kept().len(), 0);
}

#[tokio::test]
async fn what_is_of_no_use_any_more_is_given_up_unsent() {
    let Some(server) = MailServer::start() else { return };
    let app = TestApp::start().await;
    let worker = worker(&app, &server.in_the_open());
    let mut letter = code("anong@example.la");
    letter.expires_at = Some(app.now() + TimeDelta::minutes(10));
    let id = write(&app, &letter).await;
    app.seconds_pass(600);
    assert_eq!(send(&worker).await, 0);
    let row = row(&app, id).await;
    assert_eq!((row.status, row.attempts, row.text), (Status::Dead, 0, None));
    assert_eq!(server.kept().len(), 0);
}

#[tokio::test]
async fn a_server_that_is_not_there_is_tried_again() {
    let app = TestApp::start().await;
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let id = write(&app, &code("anong@example.la")).await;
    assert_eq!(send(&worker(&app, &format!("smtp://{gone}?tls=none"))).await, 1);
    let row = row(&app, id).await;
    assert!(row.status == Status::Waiting && row.last_error.unwrap().contains("cannot be reached"));
}
