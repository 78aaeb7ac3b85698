//! Does a log hold what opens something, or what somebody looked for? Not at the finest level that can be asked for.

use std::path::Path;
use std::time::{Duration, Instant};
use tests::{Answer, Server, encoded, request};

const PASSWORD: &str = "three elephants on a ferry";
const PHONE: &str = "+8562055519283";
/// A key of an invitation, as it stands in its address.
const INVITATION: &str = "5b0d5f2e9a7c41d3b6e80f1a2c3d4e5f60718293a4b5c6d7e8f9a0b1c2d3e4f5";
/// What somebody looks for, in the query of an address.
const SOUGHT: &str = "zitherbauer";

/// A browser of a server, with the cookies that it was given.
struct Browser<'a> {
    server: &'a Server,
    cookies: Vec<(String, String)>,
}

impl Browser<'_> {
    fn ask(&mut self, method: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
        let body = body.collect::<Vec<_>>().join("&");
        let held = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        let held = held.collect::<Vec<_>>().join("; ");
        let headers = [
            ("cookie", held.as_str()),
            ("sec-fetch-site", "same-origin"),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        let answer = request(self.server.address(), (method, path), &headers, &body).unwrap();
        for line in answer.head.lines() {
            let Some((name, value)) = line.split_once(": ") else { continue };
            if name.eq_ignore_ascii_case("set-cookie") {
                let (name, value) = value.split(';').next().unwrap().split_once('=').unwrap();
                self.cookies.retain(|(held, _)| held != name);
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        answer
    }
}

/// The code in the short message that the server wrote.
fn code(data: &Path) -> String {
    let begun = Instant::now();
    loop {
        let files = std::fs::read_dir(data.join("sms")).into_iter().flatten().flatten();
        let texts = files.filter_map(|file| std::fs::read_to_string(file.path()).ok());
        let sent: Vec<serde_json::Value> =
            texts.filter_map(|text| serde_json::from_str(&text).ok()).collect();
        if let Some(message) = sent.iter().find(|message| message["to"] == PHONE) {
            return message["text"].as_str().unwrap().chars().filter(char::is_ascii_digit).take(6).collect();
        }
        assert!(begun.elapsed() < Duration::from_mins(1), "no code was sent");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn no_log_holds_a_password_a_code_a_key_or_what_was_sought() {
    for level in ["debug", "trace"] {
        let folder = tempfile::tempdir().unwrap();
        let mut server = Server::over(folder.path(), &[]).saying(level);
        server.start();
        server.until_ready(Duration::from_mins(1));
        let mut browser = Browser { server: &server, cookies: Vec::new() };
        let sent = browser.ask("POST", "/sign-up", &[("contact", PHONE), ("new_password", PASSWORD)]);
        assert_eq!(sent.status, 303, "{}", sent.body);
        let code = code(folder.path());
        assert_eq!(browser.ask("POST", "/code", &[("code", &code)]).status, 303);
        assert_eq!(browser.ask("GET", "/me", &[]).status, 200);
        assert_eq!(browser.ask("GET", &format!("/invitations/{INVITATION}"), &[]).status, 404);
        assert_eq!(browser.ask("GET", &format!("/jobs?q={SOUGHT}"), &[]).status, 200);
        assert_eq!(browser.ask("GET", &format!("/api/v1/jobs?q={SOUGHT}"), &[]).status, 200);
        let wrong = [("contact", PHONE), ("password", "four elephants on a ferry")];
        assert_eq!(browser.ask("POST", "/sign-in", &wrong).status, 422);
        let keys: Vec<String> = browser.cookies.iter().map(|(_, value)| value.clone()).collect();
        assert!(keys.iter().any(|key| key.len() == 64), "{keys:?}");
        assert!(server.end());
        let said = server.said();
        for route in ["/invitations/{token}", "/sign-up", "/jobs"] {
            assert!(
                said.contains(&format!("route=\"{route}\"")),
                "{level}: requests are not in the log: {said}"
            );
        }
        let digits = PHONE.trim_start_matches('+');
        for secret in ["elephants", code.as_str(), INVITATION, SOUGHT, digits] {
            let line = said.lines().find(|line| line.contains(secret));
            assert_eq!(line, None, "{level}: {secret} stands in the log");
        }
        for key in keys.iter().filter(|key| key.len() > 20) {
            let line = said.lines().find(|line| line.contains(key.as_str()));
            assert_eq!(line, None, "{level}: a cookie stands in the log");
        }
    }
}
