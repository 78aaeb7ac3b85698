//! What an operator sees and does: lists without secrets, sending again, taking back, a test letter.

use super::{SENDER, code, plain, row, send, worker, write};
use serde_json::Value;
use server::mail::Status;
use tests::{MailServer, Said, TestApp, viak};

fn listed(app: &TestApp, more: &[&str]) -> Value {
    let said = Said::by(viak(&app.folder()).args(["outbox", "--json"]).args(more)).done();
    serde_json::from_str(&said.out).unwrap()
}

#[tokio::test]
async fn dead_letters_are_listed_masked_and_sent_again_by_the_operator() {
    let Some(server) = MailServer::start() else { return };
    let app = TestApp::start().await;
    let worker = worker(&app, &server.in_the_open());
    let id = write(&app, &plain("nobody@example.la")).await;
    write(&app, &plain("anong@example.la")).await;
    let secret = write(&app, &code("nobody@example.la")).await;
    assert_eq!(send(&worker).await, 3);
    assert_eq!(listed(&app, &[]).as_array().unwrap().len(), 3);
    let dead = listed(&app, &["--status", "dead"]);
    assert_eq!(dead.as_array().unwrap().len(), 2);
    for letter in dead.as_array().unwrap() {
        assert_eq!(letter["recipient"], "n***@example.la");
        assert_eq!(letter["status"], "dead");
        assert!(letter["last_error"].as_str().unwrap().contains("550"), "{letter}");
        assert!(!letter.to_string().contains("482913") && !letter.to_string().contains("nobody"), "{letter}");
    }
    let shown = Said::by(viak(&app.folder()).args(["outbox", "--status", "dead"])).done().out;
    assert!(shown.contains("n***@example.la") && !shown.contains("nobody"), "{shown}");
    let run = |ids: &[&str]| Said::by(viak(&app.folder()).arg("outbox").args(ids));
    let erased = run(&["resend", &secret.to_string()]);
    assert!(erased.code == Some(1) && erased.err.contains("erased"), "{}", erased.err);
    let unknown = run(&["resend", "0190f3c4-7b2e-7c3a-9f00-000000000001"]);
    assert!(unknown.code == Some(2) && unknown.err.contains("there is no letter"), "{}", unknown.err);
    assert_eq!(run(&["resend", "--all"]).done().out.trim(), "1 to be sent again");
    let waiting = row(&app, id).await;
    assert_eq!((waiting.status, waiting.attempts), (Status::Waiting, 0));
}

#[tokio::test]
async fn what_waits_is_taken_back_and_never_sent() {
    let app = TestApp::start().await;
    let id = write(&app, &code("anong@example.la")).await;
    let run = || Said::by(viak(&app.folder()).args(["outbox", "withdraw", &id.to_string()]));
    assert_eq!(run().done().out.trim(), "1 withdrawn");
    let again = run();
    assert!(again.code == Some(1) && again.err.contains("does not wait any more"), "{}", again.err);
    assert_eq!(send(&app.platform().mail_worker()).await, 0);
    let row = row(&app, id).await;
    assert_eq!((row.status, row.text), (Status::Withdrawn, None));
}

#[test]
fn a_test_letter_goes_out_at_once_and_the_answer_is_shown() {
    let Some(server) = MailServer::start_with_account("viak", "hush") else { return };
    let folder = tempfile::tempdir().unwrap();
    let run = |route: &str, address: &str| {
        let settings = ["--mail-from", SENDER, "mail", "test", address, "--language", "vi"];
        Said::by(viak(folder.path()).env("VIAK_MAIL", route).args(settings))
    };
    let said = run(&server.in_private("viak", "hush", true), "anong@example.la").done();
    assert_eq!(said.out.trim(), "sent: 250 2.0.0 kept as 1");
    let kept = server.kept();
    assert_eq!(kept[0].header("subject"), Some("Thư thử"));
    let refused = run(&server.in_private("viak", "hush", true), "nobody@example.la");
    assert!(refused.code == Some(1) && refused.err.contains("550 5.1.1"), "{}", refused.err);
    let wrong = run(&server.in_private("viak", "opensesame", true), "anong@example.la");
    assert!(wrong.code == Some(1) && wrong.err.contains("refuses our account"), "{}", wrong.err);
    assert!(!wrong.err.contains("opensesame"), "{}", wrong.err);
}

#[test]
fn a_test_message_to_a_phone_goes_where_settings_say() {
    let folder = tempfile::tempdir().unwrap();
    let said = Said::by(viak(folder.path()).args(["mail", "test", "+856 20 5551 2378"])).done();
    assert!(said.out.starts_with("sent: written to "), "{}", said.out);
    assert_eq!(std::fs::read_dir(folder.path().join("sms")).unwrap().count(), 1);
}

#[test]
fn wrong_settings_of_sending_are_wrong_usage_and_repeat_no_password() {
    let folder = tempfile::tempdir().unwrap();
    let cases = [
        ("VIAK_MAIL", "smtp://viak:opensesame@mail.example.la?tls=none", "in the open"),
        ("VIAK_MAIL", "imap://viak:opensesame@mail.example.la", "--mail is"),
        ("VIAK_MAIL", "smtp://viak:opensesame@mail.example.la", "--mail-from"),
        ("VIAK_SMS", "http://opensesame.example.la/send", "--sms is"),
        ("VIAK_SMS", "https://sms.example.la/send", "VIAK_SMS_TOKEN"),
    ];
    for (name, value, why) in cases {
        let said = Said::by(viak(folder.path()).env(name, value).args(["mail", "test", "a@example.la"]));
        assert_eq!(said.code, Some(2), "{value}: {}", said.err);
        assert!(said.err.contains(why) && !said.err.contains("opensesame"), "{value}: {}", said.err);
    }
}
