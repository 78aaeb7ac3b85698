//! Which settings of sending are taken, and which are refused without repeating a password?

use super::*;

fn mail(given: &str) -> Result<MailRoute, SendingError> {
    mail_route(Some(&Secret(given.to_owned())), Path::new("data"))
}

fn smtp(given: &str) -> SmtpServer {
    match mail(given).unwrap() {
        MailRoute::Smtp(server) => server,
        MailRoute::Directory(folder) => panic!("{given} is the folder {}", folder.display()),
    }
}

fn sms(given: &str, token: Option<&str>) -> Result<SmsRoute, SendingError> {
    let token = token.map(|token| Secret(token.to_owned()));
    sms_route(Some(&Secret(given.to_owned())), token, Path::new("data"))
}

#[test]
fn nothing_given_is_a_folder_beside_the_data() {
    assert_eq!(mail_route(None, Path::new("d")).unwrap(), MailRoute::Directory("d/mail".into()));
    assert_eq!(sms_route(None, None, Path::new("d")).unwrap(), SmsRoute::Directory("d/sms".into()));
    assert_eq!(mail("directory:/var/out").unwrap(), MailRoute::Directory("/var/out".into()));
}

#[test]
fn a_mail_server_is_read_with_its_account_port_and_privacy() {
    let server = smtp("smtp://viak%40moh.la:p%3Aw@mail.example.la:2525?ca=/etc/ca.pem");
    assert_eq!((server.host.as_str(), server.port, server.tls), ("mail.example.la", 2525, SmtpTls::Required));
    let (user, password) = server.account.unwrap();
    assert_eq!((user.as_str(), password.reveal()), ("viak@moh.la", "p:w"));
    assert_eq!(server.certificate, Some("/etc/ca.pem".into()));
    assert_eq!(smtp("smtp://mail.example.la").port, 587);
    assert_eq!(smtp("smtps://mail.example.la").port, 465);
    assert_eq!(smtp("smtps://mail.example.la").tls, SmtpTls::Wrapped);
    assert_eq!(smtp("smtp://[::1]:25?tls=none").host, "::1");
    assert_eq!(smtp("smtp://mail.example.la?tls=opportunistic").tls, SmtpTls::Opportunistic);
}

#[test]
fn a_password_never_travels_in_the_open() {
    for given in ["smtp://u:hush@mail.example.la?tls=none", "smtp://u:hush@10.0.0.3?tls=opportunistic"] {
        assert_eq!(mail(given), Err(SendingError::OpenPassword), "{given}");
    }
    assert!(mail("smtp://u:hush@localhost?tls=none").is_ok(), "on this machine nobody listens");
}

#[test]
fn what_cannot_be_read_is_refused_without_repeating_it() {
    let wrong = [
        "hush",
        "smtp:hush",
        "smtp://u:hush@",
        "smtp://u:hush@host:0",
        "smtp://u:hush@host:port",
        "smtp://u:hush@ho st",
        "smtp://u:hush@host?tls=maybe",
        "smtps://u:hush@host?tls=none",
        "directory:",
    ];
    for given in wrong {
        let refused = mail(given).unwrap_err();
        assert!(!refused.to_string().contains("hush"), "{given}: {refused}");
    }
    let shown = format!("{:?}", mail("smtp://u:hush@mail.example.la").unwrap());
    assert!(!shown.contains("hush"), "{shown}");
}

#[test]
fn a_gateway_is_reached_privately_and_with_a_token() {
    assert!(matches!(sms("https://sms.example.la/send", Some("t")), Ok(SmsRoute::Gateway { .. })));
    assert!(matches!(sms("http://127.0.0.1:9/send", Some("t")), Ok(SmsRoute::Gateway { .. })));
    assert_eq!(sms("https://sms.example.la/send", None), Err(SendingError::Token));
    assert_eq!(sms("https://sms.example.la/send", Some("a\nb")), Err(SendingError::Token));
    for wrong in ["http://sms.example.la/send", "ftp://x", "https://u:hush@x/", "https://", "sms"] {
        assert_eq!(sms(wrong, Some("t")), Err(SendingError::Sms), "{wrong}");
    }
}

#[test]
fn letters_to_a_server_have_a_sender() {
    let server = mail("smtp://mail.example.la").unwrap();
    assert_eq!(sender(None, &server), Err(SendingError::Sender));
    assert_eq!(sender(Some("Viak\nBcc: a@b.la <a@b.la>"), &server), Err(SendingError::Sender));
    let folder = mail("directory:x").unwrap();
    assert_eq!(sender(None, &folder), Ok(None));
    let named = sender(Some("ວຽກ Viak <no-reply@example.la>"), &server).unwrap().unwrap();
    assert_eq!(named.email.to_string(), "no-reply@example.la");
}
