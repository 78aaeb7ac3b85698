//! A newcomer starts the demonstration, reads what it prints, and gets in.

use server::access::model::Role;
use std::collections::BTreeMap;
use std::path::Path;
use tests::member::second_code;
use tests::{Device, Postgres, Said, Served, TestApp, viak};

/// What stands in the printed table: password by address, and who is asked for a code.
fn printed(said: &[String]) -> BTreeMap<String, (String, bool)> {
    let rows = said.iter().filter_map(|line| {
        let mut words = line.split_whitespace();
        let (contact, password, code) = (words.next()?, words.next()?, words.next()?);
        let is_row = contact.ends_with("@viak.example") && !password.starts_with("otpauth:");
        is_row.then(|| (contact.to_owned(), (password.to_owned(), code == "yes")))
    });
    rows.collect()
}

fn code(data: &Path, contact: &str) -> String {
    let said = Said::by(viak(data).args(["demo", "code", contact])).done();
    said.out.trim().to_owned()
}

/// The secret in the address that an authenticator takes.
fn secret(said: &[String], contact: &str) -> String {
    let of = |line: &&String| line.split_whitespace().next() == Some(contact) && line.contains("otpauth://");
    let line = said.iter().find(of).unwrap();
    let (_, rest) = line.split_once("secret=").unwrap();
    rest.split('&').next().unwrap().trim().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_role_has_an_account_that_gets_in_with_what_is_printed() {
    let home = tempfile::tempdir().unwrap();
    let first = Served::start(home.path(), "demo", &[]);
    let said = first.said().to_vec();
    let accounts = printed(&said);
    let expected: Vec<String> =
        Role::all().map(|role| format!("{}@viak.example", role.code().replace('_', "-"))).collect();
    assert!(expected.iter().all(|contact| accounts.contains_key(contact)), "{said:?}");
    assert_eq!(accounts.len(), expected.len());
    assert_eq!(code(home.path(), "district-officer@viak.example").len(), 6);
    drop(first);
    let again = Served::start(home.path(), "demo", &[]);
    assert_eq!(printed(again.said()), accounts, "a second start changes nothing and prints the same");
    drop(again);
    let refused = Said::by(viak(home.path()).args(["serve", "--listen", "127.0.0.1:0", "--metrics", "off"]));
    assert!(refused.code == Some(1) && refused.err.contains("demonstration"), "{}", refused.err);
    for none in ["seeker@viak.example", "nobody@viak.example"] {
        let whose = Said::by(viak(home.path()).args(["demo", "code", none]));
        assert_eq!(whose.code, Some(2), "who is asked for no code gets none: {}", whose.err);
    }

    let app = TestApp::over(home, None).await;
    for (contact, (password, asked)) in &accounts {
        let mut device = Device::new(&app);
        let page = device.submit("/sign-in", &[("contact", contact), ("password", password)]).await;
        if *asked {
            assert_eq!(device.path, "/code", "{contact}: {}", page.main_text());
            let code = second_code(&app, &secret(&said, contact));
            device.done("/code", &[("code", &code)]).await;
        }
        assert_eq!(device.path, "/me", "{contact}");
        let page = device.open("/me").await;
        assert_eq!(page.status, 200, "{contact}");
        let weak = page.main_text().contains("Set up the second step");
        assert!(!weak, "{contact}: {}", page.main_text());
    }
    let mut officer = Device::new(&app);
    let (contact, password) = ("district-officer@viak.example", &accounts["district-officer@viak.example"].0);
    officer.done("/sign-in", &[("contact", contact), ("password", password)]).await;
    app.seconds_pass(60);
    officer.done("/code", &[("code", &second_code(&app, &secret(&said, contact)))]).await;
    let queue = officer.open("/officer/organisations").await;
    assert!(queue.main_text().contains("ໂຮງຮຽນເຕັກນິກ"), "the school waits: {}", queue.main_text());
}

#[test]
fn a_restored_demonstration_is_still_one() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    drop(Served::start(&data, "demo", &[]));
    let file = home.path().join("backup");
    Said::by(viak(&data).arg("backup").arg(&file)).done();
    let cluster = Postgres::start();
    let urls = [None, cluster.as_ref().map(Postgres::url)];
    for (number, url) in urls.into_iter().enumerate().filter(|(number, url)| *number == 0 || url.is_some()) {
        let here = home.path().join(format!("here{number}"));
        let viak = || {
            let mut command = viak(&here);
            command.args(url.iter().flat_map(|url| ["--database-url", url.as_str()]));
            command
        };
        Said::by(viak().arg("restore").arg(&file)).done();
        let refused = Said::by(viak().args(["serve", "--listen", "127.0.0.1:0", "--metrics", "off"]));
        assert!(refused.code == Some(1) && refused.err.contains("demonstration"), "{}", refused.err);
        let said = Said::by(viak().args(["demo", "code", "system-admin@viak.example"])).done();
        assert_eq!(said.out.trim().len(), 6);
        let roles = Said::by(viak().args(["role", "list", "--role", "district_officer"])).done();
        assert!(roles.out.contains("district-officer@viak.example"), "{}", roles.out);
    }
}
