//! What arrives: once, whole, in each language, and privately.

use super::{SENDER, code, letter, plain, row, send, worker, write};
use sea_orm::{ConnectionTrait, Statement};
use server::mail::{Recipient, Said, Status};
use tests::{MailServer, Postgres, TestApp};
use views::Locale;

#[tokio::test]
async fn a_letter_arrives_once_with_all_its_parts_in_each_language() {
    let Some(server) = MailServer::start() else { return };
    let app = TestApp::start().await;
    let worker = worker(&app, &server.in_the_open());
    for (number, language) in Locale::ALL.into_iter().enumerate() {
        let mut letter = code("anong@example.la");
        letter.language = language;
        letter.expires_at = Some(app.now() + chrono::TimeDelta::minutes(10));
        let id = write(&app, &letter).await;
        assert_eq!(send(&worker).await, 1);
        assert_eq!(send(&worker).await, 0, "it is sent once");
        let kept = server.kept();
        assert_eq!(kept.len(), number + 1);
        let (kept, said) =
            (&kept[number], views::mail::sign_in_code(language, super::SITE, "482913", Some(10)));
        assert_eq!(kept.recipient, "anong@example.la");
        assert_eq!(kept.header("to"), Some("anong@example.la"));
        assert_eq!(kept.header("from"), Some(SENDER));
        assert_eq!(kept.header("subject"), Some(said.subject.as_str()));
        assert_eq!(kept.header("message-id"), Some(format!("<{id}@viak.example>").as_str()));
        assert_eq!(kept.header("auto-submitted"), Some("auto-generated"));
        assert_eq!(kept.header("content-language"), Some(language.code()));
        assert_eq!(kept.media_type, "multipart/alternative");
        let same = |part: Option<&str>, text: &str| part.unwrap().replace("\r\n", "\n").trim() == text.trim();
        assert!(same(kept.part("text/plain"), &said.text()), "{kept:?}");
        assert!(same(kept.part("text/html"), &said.html()), "{kept:?}");
        let row = row(&app, id).await;
        assert_eq!((row.status, row.attempts, row.sent_at), (Status::Sent, 1, Some(app.now())));
        assert_eq!((row.text, row.html), (None, None), "a code is erased once it is sent");
    }
}

#[tokio::test]
async fn letters_go_by_starttls_to_a_server_that_is_trusted_and_with_the_right_password() {
    let Some(server) = MailServer::start_with_account("viak", "hush") else { return };
    let app = TestApp::start().await;
    let id = write(&app, &plain("anong@example.la")).await;
    let refused = [
        (server.in_private("viak", "hush", false), "cannot be reached"),
        (server.in_private("viak", "wrong", true), "refuses our account"),
    ];
    for (route, why) in refused {
        assert_eq!(send(&worker(&app, &route)).await, 1);
        let row = row(&app, id).await;
        let error = row.last_error.unwrap();
        assert!(row.status == Status::Waiting && error.contains(why), "{error}");
        assert!(!error.contains("hush") && !error.contains("wrong"), "{error}");
        app.seconds_pass(3_600);
    }
    assert_eq!(send(&worker(&app, &server.in_private("viak", "hush", true))).await, 1);
    assert_eq!(row(&app, id).await.status, Status::Sent);
    assert_eq!(server.kept().len(), 1);
}

#[tokio::test]
async fn no_letter_goes_in_the_open_where_privacy_is_asked_for() {
    let Some(server) = MailServer::start() else { return };
    let app = TestApp::start().await;
    let id = write(&app, &plain("anong@example.la")).await;
    let route = server.in_the_open().replace("none", "required");
    assert_eq!(send(&worker(&app, &route)).await, 1);
    assert_eq!(row(&app, id).await.status, Status::Waiting);
    let opportunistic = server.in_the_open().replace("none", "opportunistic");
    app.seconds_pass(60);
    assert_eq!(send(&worker(&app, &opportunistic)).await, 1);
    assert_eq!((row(&app, id).await.status, server.kept().len()), (Status::Sent, 1));
}

#[tokio::test]
async fn what_people_typed_shapes_neither_headers_nor_recipients() {
    let Some(server) = MailServer::start() else { return };
    let app = TestApp::start().await;
    let worker = worker(&app, &server.in_the_open());
    let evil = "ບໍລິສັດ\r\nBcc: victim@example.la\r\nSubject: other\r\n\r\n<b>hello</b>";
    let said = Said::Invitation {
        organisation: evil.to_owned(),
        inviter: evil.to_owned(),
        link: "https://viak.example/i/1\r\nX: y".to_owned(),
    };
    write(&app, &letter("anong@example.la", said)).await;
    assert_eq!(send(&worker).await, 1);
    let kept = server.kept();
    assert_eq!((kept.len(), kept[0].recipient.as_str()), (1, "anong@example.la"));
    assert_eq!((kept[0].header("bcc"), kept[0].header("x")), (None, None));
    let subject = kept[0].header("subject").unwrap();
    assert!(subject.contains("ບໍລິສັດ Bcc: victim@example.la Subject: other"), "{subject}");
    let html = kept[0].part("text/html").unwrap();
    assert!(!html.contains("<b>") && html.contains("&lt;b&gt;hello"), "{html}");
    for address in ["a@example.la\r\nBcc: victim@example.la", "a@example.la>\r\nRCPT TO:<victim@example.la"] {
        let id = write(&app, &plain(address)).await;
        assert_eq!(send(&worker).await, 1);
        assert_eq!(row(&app, id).await.status, Status::Dead, "{address:?}");
        let recipient = Recipient::Email(address.to_owned());
        assert!(
            server::mail::undeliverable(app.platform().database.reader(), &recipient)
                .await
                .unwrap()
                .is_some()
        );
    }
    assert_eq!(server.kept().len(), 1, "nobody else got anything");
}

#[tokio::test]
async fn a_letter_of_a_transaction_that_was_rolled_back_is_never_sent() {
    let app = TestApp::start().await;
    let transaction = app.platform().database.begin().await.unwrap();
    server::mail::enqueue(&transaction, &plain("anong@example.la"), super::SITE, app.now()).await.unwrap();
    transaction.rollback().await.unwrap();
    assert_eq!(send(&app.platform().mail_worker()).await, 0);
}

#[tokio::test]
async fn a_folder_takes_letters_as_whole_files() {
    let app = TestApp::start().await;
    let id = write(&app, &plain("anong@example.la")).await;
    assert_eq!(send(&app.platform().mail_worker()).await, 1);
    let files: Vec<_> = std::fs::read_dir(app.folder().join("mail")).unwrap().map(Result::unwrap).collect();
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].file_name().to_str().unwrap(), format!("{id}.eml"));
    let text = std::fs::read_to_string(files[0].path()).unwrap();
    assert!(text.contains("To: anong@example.la\r\n") && text.ends_with("--\r\n"), "{text}");
    assert!(!text.contains("base64"), "it can be read as it stands: {text}");
}

/// The tables refuse what would keep a secret, whatever the program does.
async fn secrets_are_not_kept(app: &TestApp) {
    let id = write(app, &code("anong@example.la")).await;
    let connection = app.platform().database.reader();
    let sql = "update message set status = 'dead' where secret";
    let backend = connection.get_database_backend();
    let refused = connection.execute_raw(Statement::from_string(backend, sql)).await;
    assert!(refused.is_err(), "a dead letter may not keep its code");
    let wrong = "update message set status = 'lost'";
    assert!(connection.execute_raw(Statement::from_string(backend, wrong)).await.is_err());
    app.seconds_pass(1);
    assert_eq!(send(&app.platform().mail_worker()).await, 1);
    assert_eq!(row(app, id).await.text, None);
}

#[tokio::test]
async fn secrets_are_not_kept_on_sqlite() {
    secrets_are_not_kept(&TestApp::start().await).await;
}

#[tokio::test]
async fn secrets_are_not_kept_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    secrets_are_not_kept(&TestApp::start_on(cluster.url()).await).await;
}
